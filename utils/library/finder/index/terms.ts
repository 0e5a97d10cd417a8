import { STEPS, type Token } from '../../../text/search-tokens.ts';

/** Stands where a run of signs begins or ends; no token holds it. */
const EDGE = '|';

/** Tells of a term in a passage; `position` is -1 for those of which only the number counts. */
export type TermVisitor = (term: string, position: number, isWord: boolean) => void;

/**
 * Under which terms a passage is found: its words, its signs, and every two neighbouring signs. The edges of runs of
 * signs count as signs, so that phrases of words and single signs are found by the same means.
 */
export function visitTerms(tokens: readonly Token[], visit: TermVisitor): void {
  let before: Token | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (!token.isSign) visit(token.text, token.position, true);
    else {
      visit(token.text, -1, false);
      const next = tokens[index + 1];
      if (!isNext(before, token)) visit(EDGE + token.text, token.position, false);
      visit(token.text + (next && isNext(token, next) ? next.text : EDGE), token.position, false);
    }
    before = token;
  }
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
