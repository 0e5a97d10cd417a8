import { keyOf } from '../../text/normalise.ts';
import type { Copies, Entry } from './entries.ts';

/** A cut-off teaser's end: dots, perhaps in brackets, perhaps with an invitation to read on. */
const CUT_OFF =
  /(?:\[?\(?(?:…|\.{3}|・{3}|⋯)\)?\]?)\s*(?:続きを読む|もっと読む|続き|read (?:more|on)|continue reading|weiterlesen|mehr lesen|lire la suite|leer más|leia mais|더 ?보기|더 읽어보기|阅读全文|閱讀全文|繼續閱讀|читать далее|تابع القراءة|اقرأ المزيد)?\s*[»>→]*\s*$/iu;
/** What every cut-off end has; asked first of so many last characters, for most blocks have none. */
const DOTS = /…|\.{3}|・{3}|⋯/u;
const LONGEST_END = 60;
/** The shortest fragment, in units of `readingLength`, whose place in a paragraph is no accident. */
const LEAST = 40;
/** Fragments looked up at most: no article has more pull quotes and teasers. */
const MOST = 200;

/** Where a theme sets a sentence of the text apart. A quotation in the text itself is no pull quote. */
const PULL_QUOTE =
  'aside, [class*="pullquote" i], [class*="pull-quote" i], [class*="pull_quote" i], [class*="pulledquote" i]';

/**
 * Finds blocks that are a part of another block: a teaser cut off in the middle, a sentence pulled out of a
 * paragraph. The whole paragraph is the original, wherever it stands.
 *
 * @param root holds the blocks
 */
export function findFragments(entries: readonly Entry[], known: Copies, root: Element): Copies {
  const copies: Copies = new Map();
  // Asked once of the whole tree: few articles have any.
  const hasPullQuotes = root.querySelector(PULL_QUOTE) !== null;
  let looked = 0;
  for (const [index, entry] of entries.entries()) {
    if (known.has(index) || looked >= MOST) continue;
    const teaser = teaserKey(entry);
    if (teaser === null && !(hasPullQuotes && isPullQuote(entry))) continue;
    looked += 1;
    const original = entries.findIndex(
      (other, at) =>
        at !== index &&
        !known.has(at) &&
        !copies.has(at) &&
        (teaser !== null
          ? other.key.startsWith(teaser)
          : other.key.includes(entry.key) && other.block.element.closest(PULL_QUOTE) === null),
    );
    if (original >= 0) copies.set(index, original);
  }
  return copies;
}

function teaserKey(entry: Entry): string | null {
  if (!DOTS.test(entry.block.text.slice(-LONGEST_END)) || !CUT_OFF.test(entry.block.text)) return null;
  const text = entry.block.text.replace(CUT_OFF, '');
  return entry.length >= LEAST ? keyOf(text) : null;
}

function isPullQuote(entry: Entry): boolean {
  return entry.length >= LEAST && entry.block.element.closest(PULL_QUOTE) !== null;
}
