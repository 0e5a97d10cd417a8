import type { Outcome } from '../extraction/types/article.ts';
import type { CommentsProblem, Thread } from '../extraction/types/comments.ts';
import type { PageProblem } from '../extraction/types/metadata.ts';
import type { AbsoluteUrl } from '../extraction/types/source.ts';

/** The name of the function by which the injected script reads a further page, in its own world. */
export const READER_NAME = 'seidokuReadFurtherPage';

/** What that function gives for one address. */
export type PageAnswer =
  | { readonly kind: 'read'; readonly url: string; readonly outcome: Outcome }
  | { readonly kind: 'problem'; readonly problem: PageProblem };

/** The name of the function by which the injected script gets more comments. */
export const COMMENTS_NAME = 'seidokuReadMoreComments';

/** What to do for more comments. */
export type CommentsRequest =
  | {
      readonly kind: 'link';
      readonly url: AbsoluteUrl;
      /** Addresses that were asked for before. */
      readonly known: readonly string[];
    }
  /** Press the buttons that say this. */
  | { readonly kind: 'button'; readonly label: string };

/** What came of it; `thread.more` is what the page offers next. */
export type CommentsAnswer =
  | { readonly kind: 'read'; readonly url: string; readonly thread: Thread }
  | { readonly kind: 'problem'; readonly problem: CommentsProblem };
