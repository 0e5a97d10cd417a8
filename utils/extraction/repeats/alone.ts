import { type Entry, LONG_ENOUGH } from './entries.ts';
import { isSaidAgain, NEVER_WITHIN, NEVER_WITHIN_TEASER } from './never-folded.ts';

/**
 * Tells the blocks that are a repeat wherever they stand twice, without others around them: long enough that it is no
 * accident and no refrain, and of none of the kinds in `never-folded.ts`. Asked only of blocks that do stand twice,
 * which few do.
 */
export class Alone {
  private readonly entries: readonly Entry[];
  /** By the index of an entry; undefined where it was not asked for yet. */
  private readonly known: (boolean | undefined)[];
  private readonly layout = new Map<Element, boolean>();

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
    this.known = new Array(entries.length);
  }

  has(entry: Entry | undefined): entry is Entry {
    if (!entry || entry.length < LONG_ENOUGH) return false;
    const { index, block } = entry;
    let is = this.known[index];
    if (is === undefined) {
      is = this.isFree(block.element) && !isSaidAgain(block.text);
      this.known[index] = is;
    }
    return is;
  }

  /** False inside code, data, quotations, lists and verse, whatever the block's length. */
  isFree(element: Element): boolean {
    return element.closest(NEVER_WITHIN) === null && !this.isData(element);
  }

  /** `isFree` for a text that was cut off. */
  mayBeTeaser(element: Element): boolean {
    return element.closest(NEVER_WITHIN_TEASER) === null && !this.isData(element);
  }

  /** A row of a table has cells of data, which may be those of another row. */
  private isData(element: Element): boolean {
    if (element.nodeName === 'TR') return true;
    const table = element.closest('table');
    return table !== null && !this.isLayout(table);
  }

  /** A table that holds most of the article is no data: old blogs are laid out in one. */
  private isLayout(table: Element): boolean {
    let is = this.layout.get(table);
    if (is === undefined) {
      const inside = this.entries.filter(({ block }) => table.contains(block.element)).length;
      is = inside * 2 > this.entries.length;
      this.layout.set(table, is);
    }
    return is;
  }
}
