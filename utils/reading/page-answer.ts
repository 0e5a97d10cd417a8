import type { Outcome, PageProblem } from '../extraction/types.ts';

/** The name of the function by which the injected script reads a further page, in its own world. */
export const READER_NAME = 'seidokuReadFurtherPage';

/** What that function gives for one address. */
export type PageAnswer =
  | { readonly kind: 'read'; readonly url: string; readonly outcome: Outcome }
  | { readonly kind: 'problem'; readonly problem: PageProblem };
