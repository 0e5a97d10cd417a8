import { toArticleId } from '../library/article-id.ts';
import type { ArticleId } from '../library/types.ts';

/** What the reader tab is to show. */
export type ReaderTarget =
  | { readonly kind: 'tab'; readonly tabId: number }
  | { readonly kind: 'saved'; readonly id: ArticleId };

/** The address of the reader tab for a target, relative to the extension's root. */
export function readerPath(target: ReaderTarget): `/reader.html#${string}` {
  return target.kind === 'tab' ? `/reader.html#tab=${target.tabId}` : `/reader.html#saved=${target.id}`;
}

/** The target that an address fragment names; null when it names none. */
export function readerTarget(hash: string): ReaderTarget | null {
  const tab = /^#tab=(\d{1,10})$/u.exec(hash)?.[1];
  if (tab) return { kind: 'tab', tabId: Number(tab) };
  const id = toArticleId(/^#saved=(.*)$/u.exec(hash)?.[1]);
  return id && { kind: 'saved', id };
}
