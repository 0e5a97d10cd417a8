import { forgivenTypos } from '../../../text/typos.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { eachPassage } from '../index/postings.ts';
import { phraseTerms } from '../index/terms.ts';
import type { Words } from '../query/types.ts';
import { eachPhrase } from './phrases.ts';
import { placeCursor } from './place-cursors.ts';
import type { TermReader } from './read-terms.ts';
import { type RowScores, type ScoreKeeper, scoreKeeper } from './row-scores.ts';

/** How much words count that only begin as what was typed, or that it was perhaps meant as. */
const WEIGHT_OF_BEGINNING = 0.6;
const WEIGHT_OF_TYPO = 0.4;

export interface FoundWords extends RowScores {
  /** The words that a misspelt word was taken for; empty where it was taken as it is. */
  readonly meant: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The articles that hold words side by side. */
export async function findWords(words: Words, catalogue: Catalogue, terms: TermReader): Promise<FoundWords> {
  const keeper = scoreKeeper(catalogue);
  const [first, ...others] = words.pieces;
  if (!first) return { ...keeper.result(), meant: NONE };
  if (others.length > 0) await findPhrase(words, terms, keeper);
  else await findTerms([first.text], words.isOpen, terms, keeper, 1);
  // Words of removed articles are still in the index: only what is in the list is a spelling.
  const typos = words.isForgiving && keeper.hits === 0 ? forgivenTypos(first.text.length) : 0;
  const meant = typos > 0 ? await terms.alike(first.text, typos) : NONE;
  await findTerms([...meant], false, terms, keeper, WEIGHT_OF_TYPO);
  return { ...keeper.result(), meant };
}

/** Finds any of some terms. They are read at once, and counted in their order: sums of scores depend on it. */
async function findTerms(
  sought: readonly string[],
  isOpen: boolean,
  terms: TermReader,
  keeper: ScoreKeeper,
  weight: number,
): Promise<void> {
  const read = await Promise.all(sought.map((term) => terms.read(term, isOpen, false)));
  for (const [index, bySegment] of read.entries()) {
    for (const found of bySegment.flat()) {
      const worth = found.term === sought[index] ? weight : weight * WEIGHT_OF_BEGINNING;
      eachPassage(found.passages, (passage, count) => keeper.add(passage, count, worth));
    }
  }
}

async function findPhrase({ pieces, isOpen }: Words, terms: TermReader, keeper: ScoreKeeper): Promise<void> {
  const wanted = phraseTerms(pieces, isOpen);
  const [only] = wanted;
  // Two signs are one term: where it stands need not be read.
  if (only && wanted.length === 1) return findTerms([only.term], only.isOpen, terms, keeper, 1);
  const read = await Promise.all(wanted.map(({ term, isOpen: open }) => terms.read(term, open, true)));
  const segments = read[0]?.length ?? 0;
  for (let segment = 0; segment < segments; segment++) {
    const lists = read.map((bySegment) => bySegment[segment] ?? []);
    // Where one term is missing the others need not be looked at.
    if (lists.some((found) => found.length === 0)) continue;
    const cursors = lists.map((found, index) => placeCursor(found, wanted[index]?.offset ?? 0));
    eachPhrase(cursors, (passage, count) => keeper.add(passage, count, 1));
  }
}
