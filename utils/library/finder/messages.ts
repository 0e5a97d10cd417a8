import type { Result } from '../../result.ts';
import type { ArticleId, LibraryError } from '../types.ts';
import type { FoundList } from './finder.ts';
import type { ListQuery, SavedHit } from './types.ts';

/** What a page asks its worker; the answer has the same number. */
export type FinderCall = { readonly call: number } & (
  | { readonly verb: 'find'; readonly query: ListQuery }
  | { readonly verb: 'hits'; readonly query: ListQuery; readonly ids: readonly ArticleId[] }
);

export type FinderAnswer =
  | {
      readonly call: number;
      readonly verb: 'find';
      readonly result: Result<FoundList, LibraryError>;
    }
  | {
      readonly call: number;
      readonly verb: 'hits';
      readonly result: Result<readonly SavedHit[], LibraryError>;
    }
  /** More can be found than before. */
  | { readonly verb: 'learned' };
