import { foldForSearch, mergedHits, unfolder } from '../../../text/search.ts';
import { tokensOf } from '../../../text/search-tokens.ts';
import { sentencesOf } from '../../../text/words.ts';
import type { SavedSummary, StoredBody } from '../../types.ts';
import { readBody } from '../index/passages.ts';
import type { HitPlace, Mark, SavedHit } from '../types.ts';
import { placesAmong, type Sought } from './scan.ts';

/** A longer sentence is cut around its first mark; UTF-16 units before and after it. */
const REACH = 90;

/** Why articles were found: of each place the sentence that says most of what was sought. */
export function findHits(
  sought: readonly Sought[],
  summaries: readonly SavedSummary[],
  bodies: readonly StoredBody[],
): SavedHit[] {
  const bodyOf = new Map(bodies.map(({ id, article }) => [id, article]));
  return summaries.flatMap(({ id, lang, title, tags, note }) => {
    const body = readBody(bodyOf.get(id));
    const shown = (place: HitPlace, text: string | null, author: string | null = null): SavedHit[] =>
      text === null ? [] : [{ id, place, author, ...cutAround(text, marksIn(text, sought)) }];
    const said = (text: string) => bestSentence(text, lang, sought);
    const comment = body?.thread.comments.find(({ text }) => kindsIn(text, sought) > 0);
    return [
      ...shown('title', bestOf([title], sought)),
      ...tags.flatMap((tag) => shown('tag', bestOf([tag], sought))),
      ...shown('note', said(note)),
      ...shown('text', body && said(body.text)),
      ...(comment ? shown('comment', said(comment.text), comment.author) : []),
    ];
  });
}

/** The sentence of a text that says most of what is sought; null where nothing of it is in the text. */
function bestSentence(text: string, lang: string | null, sought: readonly Sought[]): string | null {
  if (kindsIn(text, sought) === 0) return null;
  // A phrase may go over the end of a sentence.
  return bestOf(sentencesOf(text, lang), sought) ?? text;
}

function bestOf(texts: readonly string[], sought: readonly Sought[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const text of texts) {
    const kinds = kindsIn(text, sought);
    if (kinds > most) [best, most] = [text, kinds];
    if (most === sought.length) break;
  }
  return best;
}

/** How many of the words that are sought a text says. */
function kindsIn(text: string, sought: readonly Sought[]): number {
  const tokens = tokensOf(foldForSearch(text));
  return sought.filter((one) => placesAmong(tokens, one).length > 0).length;
}

/** Where a text says what is sought. */
function marksIn(text: string, sought: readonly Sought[]): Mark[] {
  const { folded, rangeOf } = unfolder(text);
  const tokens = tokensOf(folded);
  const places = sought.flatMap((one) => placesAmong(tokens, one));
  return mergedHits(places.map(([from, to]) => rangeOf(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)));
}

/** A sentence on one line, and not much longer than what is marked in it. */
function cutAround(text: string, marks: readonly Mark[]): Pick<SavedHit, 'sentence' | 'marks'> {
  const first = marks[0] ?? [0, 0];
  const start = first[0] > REACH * 1.5 ? wholeSign(text, first[0] - REACH) : 0;
  const end = text.length - first[1] > REACH * 2 ? wholeSign(text, first[1] + REACH * 1.5) : text.length;
  const before = start > 0 ? '…' : '';
  const sentence = `${before}${text.slice(start, end).replace(/\s/gu, ' ')}${end < text.length ? '…' : ''}`;
  const shift = before.length - start;
  return {
    sentence,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Mark => [from + shift, to + shift]),
  };
}

/** A place near by that is not within a surrogate pair. */
function wholeSign(text: string, at: number): number {
  const place = Math.floor(at);
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit < 0xe000 ? place - 1 : place;
}
