import type { RawComment } from '../types/comments.ts';

/** By code points, the same in every browser and language. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** An order that depends on what comments say, not on where they stand. */
export function byContent(a: RawComment, b: RawComment): number {
  return (
    compare(a.text, b.text) ||
    compare(a.author ?? '', b.author ?? '') ||
    compare(a.title ?? '', b.title ?? '') ||
    compare(a.date?.shown ?? '', b.date?.shown ?? '') ||
    compare(a.id, b.id)
  );
}
