import { type Block, blocksOf } from '../../text/blocks.ts';
import { keyOf } from '../../text/normalise.ts';
import { readingLength } from '../prose.ts';

/** Where the same words rightly stand twice: code, data, quotations. */
const NEVER_FOLDED_ALONE = 'pre, code, table, blockquote, q, dl';

/** A block as the search for repeats sees it. */
export interface Entry {
  readonly block: Block;
  /** Equal for blocks that read the same. */
  readonly key: string;
  /** In units of `readingLength`. */
  readonly length: number;
  /** False for blocks that count as copies only within a longer run. */
  readonly alone: boolean;
}

/** Which block repeats which, by index: a copy and the original that stays. */
export type Copies = Map<number, number>;

export function entriesOf(root: Element): Entry[] {
  return blocksOf(root)
    .filter((block) => block.text !== '')
    .map((block) => ({
      block,
      key: keyOf(block.text),
      length: readingLength(block.text),
      alone: block.element.closest(NEVER_FOLDED_ALONE) === null,
    }));
}
