import type { DigestAnswer, RawComment, RawThread } from '../types.ts';
import { lineOf, ownSentences, sentenceLine } from './quote.ts';

/** More questions than this make a list, not a digest. */
const LIMIT = 5;
const QUESTION = /[?？؟;](?:["”’»」』)）!！]|\s|\p{Extended_Pictographic})*$/u;
/** Japanese asks with a particle and a full stop as well. */
const JAPANESE_QUESTION = /(?:ですか|ますか|でしょうか|ませんか|たか|のか)[。．]?$/u;
const MIN_LENGTH = 8;

/**
 * Questions with their answers: of the post's author, or else of the first who answered. Answered ones come
 * first where there are more than fit; otherwise in page order.
 */
export function questionsOf(
  thread: RawThread,
  replies: ReadonlyMap<string, readonly RawComment[]>,
  lang: string | null,
): DigestAnswer[] {
  const found: DigestAnswer[] = [];
  for (const comment of thread.comments) {
    if (comment.byPostAuthor) continue;
    const question = ownSentences(comment, lang).find((one) => isQuestion(one, lang));
    if (!question) continue;
    const answer = answerTo(comment, replies.get(comment.id) ?? []);
    found.push({ ...sentenceLine(comment, question), answer: answer && lineOf(answer) });
  }
  if (found.length <= LIMIT) return found;
  const kept = new Set(
    [...found.filter((one) => one.answer), ...found.filter((one) => !one.answer)].slice(0, LIMIT),
  );
  return found.filter((one) => kept.has(one));
}

function isQuestion(sentence: string, lang: string | null): boolean {
  if (/^\S*:\/\/\S*$/u.test(sentence)) return false;
  if (
    sentence.length < MIN_LENGTH &&
    !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(sentence)
  )
    return false;
  const isGreek = lang?.toLowerCase().startsWith('el') ?? false;
  return (
    (QUESTION.test(sentence) && (isGreek || !/;\s*$/u.test(sentence))) || JAPANESE_QUESTION.test(sentence)
  );
}

function answerTo(comment: RawComment, replies: readonly RawComment[]): RawComment | null {
  const others = replies.filter((reply) => reply.author === null || reply.author !== comment.author);
  return others.find((reply) => reply.byPostAuthor) ?? others[0] ?? null;
}
