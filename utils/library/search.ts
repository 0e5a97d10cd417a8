import * as v from 'valibot';
import { foldForSearch, holdsAll, quoteAround, searchTerms } from '../text/search.ts';
import type { LibraryDatabase } from './schema.ts';
import type { ArticleId, SavedHit, StoredBody } from './types.ts';

/** So many articles are in memory at a time. */
const BATCH = 50;

/** What a search looks at; whatever else was saved does not matter here. */
const searched = v.object({
  text: v.string(),
  thread: v.object({
    comments: v.array(v.object({ author: v.nullable(v.string()), text: v.string() })),
  }),
});

/**
 * Looks through the texts and the comments of all saved articles. All words of the query must stand in the text
 * or together in one comment. Goes through every body: fine for a list that a person reads in a popup.
 */
export async function searchBodies(database: LibraryDatabase, query: string): Promise<SavedHit[]> {
  const terms = searchTerms(query);
  const hits: SavedHit[] = [];
  if (terms.length === 0) return hits;
  // The body of a removed article stays until its removal can no longer be undone.
  const removed = new Set(await database.getAllKeys('removed'));
  let last: ArticleId | null = null;
  for (;;) {
    const range: IDBKeyRange | null = last === null ? null : IDBKeyRange.lowerBound(last, true);
    const bodies: readonly StoredBody[] = await database.getAll('bodies', range, BATCH);
    for (const { id, article } of bodies) {
      const hit = removed.has(id) ? null : hitIn(id, article, terms);
      if (hit) hits.push(hit);
    }
    last = bodies.at(-1)?.id ?? null;
    if (bodies.length < BATCH) return hits;
  }
}

function hitIn(id: ArticleId, article: unknown, terms: readonly string[]): SavedHit | null {
  const parsed = v.safeParse(searched, article);
  // A damaged entry cannot be searched; the list shows it, and opening it says what is wrong.
  if (!parsed.success) return null;
  const { text, thread } = parsed.output;
  const holds = (words: string) => holdsAll(foldForSearch(words), terms);
  if (holds(text)) return { id, place: 'text', author: null, quote: quoteAround(text, terms) ?? '' };
  const comment = thread.comments.find((one) => holds(`${one.author ?? ''}\n${one.text}`));
  if (!comment) return null;
  return { id, place: 'comment', author: comment.author, quote: quoteAround(comment.text, terms) ?? '' };
}
