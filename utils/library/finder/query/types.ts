import type { SavedState } from '../../types.ts';
import type { QueryProblem } from '../types.ts';

/** One token of what is searched for. */
export interface Piece {
  readonly text: string;
  readonly isSign: boolean;
  /** How far it stands after the first piece, in positions of `tokensOf`. */
  readonly offset: number;
}

/** Words that must stand side by side. */
export interface Words {
  readonly pieces: readonly Piece[];
  /** Whether the last piece may go on: the beginning of a word is enough. */
  readonly isOpen: boolean;
  /** Whether a word that is nowhere in the list may have been meant as another one. */
  readonly isForgiving: boolean;
  readonly isNegated: boolean;
}

export type Condition = { readonly isNegated: boolean } & (
  | { readonly kind: 'tag'; readonly key: string }
  | { readonly kind: 'site'; readonly key: string }
  | { readonly kind: 'lang'; readonly key: string }
  | { readonly kind: 'state'; readonly state: SavedState }
  | { readonly kind: 'favourite' }
  /** Milliseconds since 1970; of the time when it was saved. */
  | { readonly kind: 'before'; readonly time: number }
  | { readonly kind: 'after'; readonly time: number }
);

/** A search line as it was understood: everything in it must be true of an article. */
export interface ParsedLine {
  readonly words: readonly Words[];
  readonly conditions: readonly Condition[];
  readonly problems: readonly QueryProblem[];
}
