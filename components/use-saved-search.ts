import { useEffect, useState } from 'preact/hooks';
import type { ArticleId, SavedHit, SavedSummary } from '../utils/library/types.ts';

/** Reading every text takes a moment; it begins once the reader stops typing for so long. Milliseconds. */
const PAUSE = 200;

interface SavedSearch {
  readonly hits: ReadonlyMap<ArticleId, SavedHit>;
  /** True until the texts have been looked through for what is asked now. */
  readonly isSearching: boolean;
}

interface Answer {
  readonly query: string;
  readonly hits: SavedSearch['hits'];
}

const NOTHING: Answer = { query: '', hits: new Map() };

/** What a query finds inside the saved articles; asked anew when the list changes. An answer that comes late is dropped. */
export function useSavedSearch(
  query: string,
  items: readonly SavedSummary[],
  search: (query: string) => Promise<readonly SavedHit[]>,
): SavedSearch {
  const [answer, setAnswer] = useState(NOTHING);
  const asked = query.trim();
  useEffect(() => {
    if (!asked) return setAnswer(NOTHING);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const hits = await search(asked);
      if (isCurrent) setAnswer({ query: asked, hits: new Map(hits.map((hit) => [hit.id, hit])) });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, items, search]);
  const isAnswered = answer.query === asked;
  return { hits: isAnswered ? answer.hits : NOTHING.hits, isSearching: !isAnswered };
}
