import type { RawComment } from '../types/comments.ts';
import type { DigestAnswer } from '../types/digest.ts';
import { lineOf, lineWith, ownSentences } from './quote.ts';
import type { Shown } from './shown.ts';

/** More questions than this make a list, not a digest. */
const LIMIT = 5;
const QUESTION = /[?？؟;](?:["”’»」』)）!！]|\s|\p{Extended_Pictographic})*$/u;
/** Japanese asks with a particle and a full stop as well. */
const JAPANESE_QUESTION = /(?:ですか|ますか|でしょうか|ませんか|たか|のか)[。．]?$/u;
/** Without any of these a text asks nothing; telling its sentences apart would take long. */
const MAYBE = /[?？؟;\u037e]|か(?:[。．\s]|$)/;
const MIN_LENGTH = 8;

/** True where a comment may ask something; a look at its characters tells. The post's author answers. */
export function mayAsk({ byPostAuthor, text }: RawComment): boolean {
  return !byPostAuthor && MAYBE.test(text);
}

/** The first sentence in which a comment asks something. */
function questionIn(comment: RawComment, lang: string | null): string | null {
  return ownSentences(comment, lang).find((one) => isQuestion(one, lang)) ?? null;
}

/**
 * Questions with their answers: of the post's author, or else of the first who answered. Answered ones come
 * first where there are more than fit; otherwise in page order. What is shown already is not said again.
 *
 * @param asking the comments that `mayAsk`, in page order.
 */
export function questionsOf(
  asking: readonly RawComment[],
  replies: ReadonlyMap<string, readonly RawComment[]>,
  lang: string | null,
  shown: Shown,
): DigestAnswer[] {
  const answersTo = (comment: RawComment) =>
    (replies.get(comment.id) ?? []).filter(({ author }) => author === null || author !== comment.author);
  const isAnswered = (comment: RawComment) => answersTo(comment).length > 0;
  const kept = new Map<RawComment, DigestAnswer>();
  for (const comment of [...asking.filter(isAnswered), ...asking.filter((one) => !isAnswered(one))]) {
    if (kept.size === LIMIT) break;
    const sentence = shown.hasComment(comment) ? null : questionIn(comment, lang);
    const fresh = answersTo(comment).filter(
      (answer) => !shown.hasComment(answer) && !shown.hasQuote(lineOf(answer).quote),
    );
    // With its answer said elsewhere, the question would look as if nobody had answered.
    if (!sentence || (fresh.length === 0 && isAnswered(comment))) continue;
    const line = lineWith(comment, sentence);
    if (!shown.add(comment, line)) continue;
    const answer = fresh.find((reply) => reply.byPostAuthor) ?? fresh[0];
    const answerLine = answer && lineOf(answer);
    const isFresh = answer && answerLine && shown.add(answer, answerLine);
    kept.set(comment, { ...line, answer: isFresh ? answerLine : null });
  }
  return asking.flatMap((comment) => kept.get(comment) ?? []);
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
