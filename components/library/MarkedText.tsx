import type { SavedHit } from '../../utils/library/finder/types.ts';

/** A sentence in which a search found something, with what it found marked. */
export function MarkedText({ hit: { sentence, marks } }: { readonly hit: SavedHit }) {
  return (
    <>
      {marks.map(([start, end], index) => [
        sentence.slice(marks[index - 1]?.[1] ?? 0, start),
        <mark key={start}>{sentence.slice(start, end)}</mark>,
      ])}
      {sentence.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
