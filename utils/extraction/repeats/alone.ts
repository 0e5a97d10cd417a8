import { type Entry, LONG_ENOUGH } from './entries.ts';

/**
 * Where the same words rightly stand twice: code and data mean what they say each time, a quotation is answered,
 * a step of a list is done again, a heading names another section, a caption another picture.
 */
const SAYS_AGAIN = 'pre, code, blockquote, q, dl, li, h1, h2, h3, h4, h5, h6, figcaption, caption';
/** Verse comes back to its lines, however long they are. */
const VERSE = '[class*="lyric" i], [class*="poem" i], [class*="stanza" i], [class*="wp-block-verse" i]';

/** Speech: what people say is said again. */
const SPEECH = /^(?:["“„«‹「『＂].*["”“»›」』＂][.,。、]?|[—―–-]\s.*)$/su;
const NO_LETTER = /[^\p{L}\p{M}\p{N}\s]/gu;
/** Pictures and rules made of characters have more than this share of others than letters. */
const MOST_OTHERS = 0.5;

/**
 * Tells the blocks that are a repeat wherever they stand twice, without others around them. Asked only of blocks
 * that do stand twice, which few do.
 */
export class Alone {
  private readonly entries: readonly Entry[];
  private readonly known = new Map<Entry, boolean>();
  private readonly layout = new Map<Element, boolean>();

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  has(entry: Entry | undefined): entry is Entry {
    if (!entry || entry.length < LONG_ENOUGH) return false;
    let is = this.known.get(entry);
    if (is === undefined) {
      is = this.isFree(entry.block.element) && isProse(entry.block.text);
      this.known.set(entry, is);
    }
    return is;
  }

  /** False inside code, data, quotations, lists and verse, whatever the block's length. */
  isFree(element: Element): boolean {
    // A block that is a row of a table has cells of data.
    if (element.nodeName === 'TR') return false;
    if (element.closest(SAYS_AGAIN) !== null || element.closest(VERSE) !== null) return false;
    const table = element.closest('table');
    return table === null || this.isLayout(table);
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

function isProse(text: string): boolean {
  if (SPEECH.test(text)) return false;
  return text.length - text.replace(NO_LETTER, '').length <= text.length * MOST_OTHERS;
}
