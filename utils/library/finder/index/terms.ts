import { STEPS, type Token } from '../../../text/search-tokens.ts';

/** Stands where a run of signs begins or ends; no token holds it. */
const EDGE = '|';
const EDGE_CODE = EDGE.charCodeAt(0);

/** Takes the terms of a passage. Signs are code points: making strings of every two of a text takes long. */
export interface TermTaker {
  word(word: string, position: number): void;
  /** A sign, of which only the number counts. */
  sign(sign: number): void;
  /** Two signs side by side, or one and an edge of its run. */
  pair(first: number, second: number, position: number): void;
}

/**
 * Under which terms a passage is found: its words, its signs, and every two neighbouring signs. The edges of runs of
 * signs count as signs, so that phrases of words and single signs are found by the same means.
 */
export function giveTerms(tokens: readonly Token[], taker: TermTaker): void {
  let before: Token | undefined;
  let beforeCode = 0;
  for (const token of tokens) {
    const isRun = isNext(before, token);
    if (before?.isSign && !isRun) taker.pair(beforeCode, EDGE_CODE, before.position);
    if (token.isSign) {
      const code = token.text.codePointAt(0) ?? 0;
      taker.sign(code);
      if (isRun && before) taker.pair(beforeCode, code, before.position);
      else taker.pair(EDGE_CODE, code, token.position);
      beforeCode = code;
    } else taker.word(token.text, token.position);
    before = token;
  }
  if (before?.isSign) taker.pair(beforeCode, EDGE_CODE, before.position);
}

function isNext(before: Token | undefined, token: Token): boolean {
  return before?.isSign === true && token.isSign && token.position === before.position + STEPS.neighbours;
}

/** What a phrase needs of the index: a term that must stand at `offset` from the phrase's beginning. */
export interface PhraseTerm {
  readonly term: string;
  readonly offset: number;
  /** Whether words that begin so will do. */
  readonly isOpen: boolean;
}

interface PhrasePiece {
  readonly text: string;
  readonly isSign: boolean;
  readonly offset: number;
}

/** The terms that prove a phrase of more than one piece, as few as do: every other pair of signs covers a run. */
export function phraseTerms(pieces: readonly PhrasePiece[], isOpen: boolean): PhraseTerm[] {
  const terms: PhraseTerm[] = [];
  let at = 0;
  while (at < pieces.length) {
    const end = runEnd(pieces, at);
    const run = pieces.slice(at, end);
    const [first] = run;
    if (!first) break;
    if (!first.isSign) {
      terms.push({ term: first.text, offset: first.offset, isOpen: isOpen && end === pieces.length });
    } else if (run.length === 1) {
      // Beside a word or a gap it stands at an edge of its run.
      const term = at > 0 ? EDGE + first.text : first.text + EDGE;
      terms.push({ term, offset: first.offset, isOpen: false });
    } else {
      for (let index = 0; index < run.length; index += 2) {
        const [one, other] = run.slice(Math.min(index, run.length - 2));
        if (one && other) terms.push({ term: one.text + other.text, offset: one.offset, isOpen: false });
      }
    }
    at = end;
  }
  return terms;
}

/** Where the run of neighbouring signs that begins at a piece ends; a word is a run of its own. */
function runEnd(pieces: readonly PhrasePiece[], at: number): number {
  let end = at + 1;
  while (end < pieces.length) {
    const [before, piece] = [pieces[end - 1], pieces[end]];
    if (!before?.isSign || !piece?.isSign || piece.offset !== before.offset + STEPS.neighbours) break;
    end += 1;
  }
  return end;
}
