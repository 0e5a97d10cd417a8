import { mergedHits, unfolder } from '../../../text/search.ts';
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
  return summaries.flatMap((summary) => {
    const body = readBody(bodyOf.get(summary.id));
    const { id, lang } = summary;
    const hitIn = (place: HitPlace, texts: readonly string[], author: string | null = null): SavedHit[] => {
      const best = bestOf(texts, sought);
      return best ? [{ id, place, author, ...best }] : [];
    };
    const comments = (body?.thread.comments ?? []).map(({ author, text }) => ({
      hit: hitIn('comment', pieces(text, lang, sought), author),
    }));
    return [
      ...hitIn('title', [summary.title]),
      ...summary.tags.flatMap((tag) => hitIn('tag', [tag])),
      ...hitIn('note', pieces(summary.note, lang, sought)),
      ...(body ? hitIn('text', pieces(body.text, lang, sought)) : []),
      ...(comments.find(({ hit }) => hit.length > 0)?.hit ?? []),
    ];
  });
}

/** The sentences of a text; none where nothing of what is sought is in it. */
function pieces(text: string, lang: string | null, sought: readonly Sought[]): readonly string[] {
  if (marksIn(text, sought).kinds === 0) return [];
  const sentences = sentencesOf(text, lang);
  // A phrase may go over the end of a sentence.
  return sentences.some((sentence) => marksIn(sentence, sought).kinds > 0) ? sentences : [text];
}

function bestOf(
  texts: readonly string[],
  sought: readonly Sought[],
): Pick<SavedHit, 'sentence' | 'marks'> | null {
  let best: { text: string; marks: readonly Mark[]; kinds: number } | null = null;
  for (const text of texts) {
    const { marks, kinds } = marksIn(text, sought);
    if (kinds > (best?.kinds ?? 0)) best = { text, marks, kinds };
  }
  return best && cutAround(best.text, best.marks);
}

/** Where a text says what is sought, and how many of the words. */
function marksIn(text: string, sought: readonly Sought[]): { marks: Mark[]; kinds: number } {
  const { folded, rangeOf } = unfolder(text);
  const tokens = tokensOf(folded);
  const found = sought.map((one) => placesAmong(tokens, one));
  const marks = found.flat().map(([from, to]) => rangeOf(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
  return { marks: mergedHits(marks), kinds: found.filter((places) => places.length > 0).length };
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
