import type { ComponentChildren } from 'preact';

/** What stands with a saved article besides the article itself. */
export interface EntrySlots {
  /** In the place of the page's tags: those of the entry. */
  readonly tags?: ComponentChildren;
  /** Between the head of the article and its body. */
  readonly below?: ComponentChildren;
  /** Behind its body. */
  readonly end?: ComponentChildren;
}
