import type { Outcome, PageProblem } from '../extraction/types.ts';

/** What the script that reads a further page is called by in the page that it was put into. */
export const READER_NAME = 'seidokuReadFurtherPage';

/** What it gives for one address. */
export type PageAnswer =
  | { readonly kind: 'read'; readonly url: string; readonly outcome: Outcome }
  | { readonly kind: 'problem'; readonly problem: PageProblem };
