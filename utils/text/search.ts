import { INVISIBLE } from './normalise.ts';

/** A found place: from the first character to before the last, in UTF-16 units of the text as it was given. */
export type Hit = readonly [start: number, end: number];

/** Katakana stand this far after the hiragana of the same sound. */
const KANA_DISTANCE = 0x60;
/** A sign with the marks that NFKC may compose it with: accents, half-width voicing, parts of a Hangul syllable. */
const CLUSTER = /.[\p{M}\u1160-\u11ff\uff9e\uff9f]*/gsu;

/**
 * How a search reads a text: NFKC, without case and invisible characters, katakana as hiragana. Two texts that
 * a reader would type the same way become the same.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/ς/gu, 'σ')
    .replace(/[ァ-ヶヽヾ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - KANA_DISTANCE));
}

/** The words of a query, folded; all of them must be found. */
export function searchTerms(query: string): string[] {
  return [...new Set(foldForSearch(query).split(/\s+/u).filter(Boolean))];
}

/** Whether a text that was folded by `foldForSearch` holds every one of the terms. */
export function holdsAll(folded: string, terms: readonly string[]): boolean {
  return terms.every((term) => folded.includes(term));
}

/** Where terms of `searchTerms` stand in a text, in its order; places that overlap are one. */
export function findHits(text: string, terms: readonly string[]): Hit[] {
  const whole = foldForSearch(text);
  if (!terms.some((term) => whole.includes(term))) return [];
  const { folded, rangeOf } = unfolder(text);
  return mergedHits(
    terms.flatMap((term) => placesOf(folded, term).map((at) => rangeOf(at, at + term.length))),
  );
}

/** A text as `foldForSearch` reads it, and what a part of that is in the given text. */
export interface Unfolder {
  readonly folded: string;
  rangeOf(start: number, end: number): Hit;
}

const ASCII = /^[\0-\x7f]*$/u;

export function unfolder(text: string): Unfolder {
  // ASCII folds sign by sign.
  if (ASCII.test(text)) return { folded: foldForSearch(text), rangeOf: (start, end) => [start, end] };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = foldForSearch(cluster);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { folded, rangeOf: (start, end) => [starts[start] ?? 0, ends[end - 1] ?? text.length] };
}

function placesOf(text: string, term: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) places.push(at);
  return places;
}

/** Places in the text's order; those that overlap are one. */
export function mergedHits(hits: readonly Hit[]): Hit[] {
  const apart: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = apart.at(-1);
    if (last && hit[0] <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], hit[1])];
    else apart.push(hit);
  }
  return apart;
}
