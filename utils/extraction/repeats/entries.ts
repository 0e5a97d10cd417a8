import type { WeighedBlock } from '../prose.ts';

/** Where the same words rightly stand twice: code, data, quotations. */
const NEVER_FOLDED_ALONE = 'pre, code, table, blockquote, q, dl';

/** A block as the search for repeats sees it. */
export interface Entry {
  readonly block: WeighedBlock;
  /** Equal for blocks that read the same. */
  readonly key: string;
  /** In units of `readingLength`. */
  readonly length: number;
  /** False for blocks that count as copies only within a longer run. */
  readonly alone: boolean;
}

/** Which block repeats which, by index: a copy and the original that stays. */
export type Copies = Map<number, number>;

/** The blocks with text as entries, in page order. */
export function entriesOf(blocks: readonly WeighedBlock[]): Entry[] {
  const isAlone = new Map<Element, boolean>();
  return blocks
    .filter((block) => block.text !== '')
    .map((block) => {
      const { element, key, length } = block;
      let alone = isAlone.get(element);
      if (alone === undefined) {
        alone = element.closest(NEVER_FOLDED_ALONE) === null;
        isAlone.set(element, alone);
      }
      return { block, key, length, alone };
    });
}
