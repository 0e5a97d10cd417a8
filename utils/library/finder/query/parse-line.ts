import { foldForSearch } from '../../../text/search.ts';
import { tokensOf } from '../../../text/search-tokens.ts';
import { baseLanguage } from '../../../text/words.ts';
import { tagKey } from '../../tags.ts';
import { SAVED_STATES } from '../../types.ts';
import type { QueryProblem, QueryProblemKind } from '../types.ts';
import { readDate } from './read-date.ts';
import { type LinePart, type Operator, splitLine } from './split-line.ts';
import type { Condition, ParsedLine, Words } from './types.ts';

/** The beginning of a word is searched for from this length on: two letters begin too many. */
const LENGTH_TO_BEGIN = 3;
/** Longer lines are no one's question. */
const MAX_PARTS = 40;

/** Understands a search line. What cannot be understood is told and left out. */
export function parseLine(line: string): ParsedLine {
  const words: Words[] = [];
  const conditions: Condition[] = [];
  const problems: QueryProblem[] = [];
  const parts = splitLine(line);
  for (const part of parts.slice(0, MAX_PARTS)) {
    const tell = (kind: QueryProblemKind) => problems.push({ kind, part: part.whole });
    if (part.isUnclosed) tell('unclosed-quote');
    const read = part.operator ? readCondition(part, part.operator) : readWords(part);
    if (typeof read === 'string') tell(read);
    else if ('pieces' in read) words.push(read);
    else conditions.push(read);
  }
  const [beyond] = parts.slice(MAX_PARTS);
  if (beyond) problems.push({ kind: 'too-many', part: beyond.whole });
  return { words, conditions, problems };
}

function readWords({ value, isQuoted, isNegated }: LinePart): Words | QueryProblemKind {
  const tokens = tokensOf(foldForSearch(value));
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return 'no-words';
  const isLoose = !isQuoted && !isNegated;
  return {
    pieces: tokens.map(({ text, isSign, position }) => ({
      text,
      isSign,
      offset: position - first.position,
    })),
    isOpen: isLoose && !last.isSign && last.text.length >= LENGTH_TO_BEGIN,
    isForgiving: isLoose && tokens.length === 1 && !first.isSign,
    isNegated,
  };
}

function readCondition(part: LinePart, operator: Operator): Condition | QueryProblemKind {
  const { isNegated } = part;
  const value = part.value.trim();
  if (!value) return 'no-value';
  switch (operator) {
    case 'tag':
      return { kind: 'tag', key: tagKey(value), isNegated };
    case 'site':
      return {
        kind: 'site',
        key: foldForSearch(value).replace(/^(?:https?:\/\/)?(?:www\.)?|\/$/gu, ''),
        isNegated,
      };
    case 'lang':
      return { kind: 'lang', key: baseLanguage(value), isNegated };
    case 'is':
      return readState(value.toLowerCase(), isNegated);
    case 'before':
    case 'after': {
      const time = readDate(value);
      return time === null ? 'bad-date' : { kind: operator, time, isNegated };
    }
  }
}

function readState(value: string, isNegated: boolean): Condition | QueryProblemKind {
  if (/^favou?rite$/u.test(value)) return { kind: 'favourite', isNegated };
  const state = SAVED_STATES.find((one) => one === value);
  return state ? { kind: 'state', state, isNegated } : 'unknown-state';
}
