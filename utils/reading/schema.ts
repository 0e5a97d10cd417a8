import * as v from 'valibot';
import { type Article, NOT_ARTICLE_REASONS, type Outcome } from '../extraction/types/article.ts';
import { COMMENTS_PROBLEMS, type Thread } from '../extraction/types/comments.ts';
import { PAGE_PROBLEMS, PAGE_STATES } from '../extraction/types/metadata.ts';
import { REMOVAL_PLACES, REMOVAL_REASONS } from '../extraction/types/removals.ts';
import { type AbsoluteUrl, UNREADABLE_REASONS } from '../extraction/types/source.ts';
import { toAbsoluteUrl } from '../text/urls.ts';
import type { Untrusted } from './types.ts';

/**
 * The shape of what crosses from a page or from disk. Unknown keys fall away, so nothing nested deeper than
 * this comes in. A short field that is too long is cut; a body or a list that is too long is no article of
 * this world, and the whole is refused rather than shown in part.
 */
const LIMITS = {
  label: 1_000,
  line: 10_000,
  url: 8_192,
  body: 10_000_000,
  comment: 1_000_000,
  removal: 20_000,
  list: 20_000,
  labels: 500,
  /** All of it as JSON. Chromium passes messages of up to 64 MiB; a character takes up to three bytes. */
  whole: 20_000_000,
} as const;

function cut(limit: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, limit).toWellFormed()),
  );
}

function bounded(limit: number) {
  return v.pipe(v.string(), v.maxLength(limit));
}

function list<Item extends v.GenericSchema>(item: Item, limit: number = LIMITS.list) {
  return v.pipe(v.array(item), v.maxLength(limit));
}

const label = cut(LIMITS.label);
const line = cut(LIMITS.line);
const optionalLabel = v.nullable(label);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u)));

/** An address that is no http(s) address is as good as none. */
const optionalUrl = v.pipe(
  v.nullable(v.string()),
  v.transform((href) => (href && href.length <= LIMITS.url ? toAbsoluteUrl(href) : null)),
);
const url = v.pipe(
  optionalUrl,
  v.custom<AbsoluteUrl>((href) => href !== null),
);

const neighbour = v.nullable(v.object({ title: label, url: optionalUrl }));
const labels = list(label, LIMITS.labels);

const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const pages = v.object({
  own: pageNumber,
  total: v.nullable(pageNumber),
  others: list(v.object({ number: pageNumber, url, state: v.picklist(PAGE_STATES) }), LIMITS.labels),
});

const metadata = v.object({
  title: label,
  author: optionalLabel,
  siteName: optionalLabel,
  published: day,
  updated: day,
  lang: optionalLabel,
  dir: v.picklist(['ltr', 'rtl']),
  leadImage: optionalUrl,
  url: optionalUrl,
  previous: neighbour,
  next: neighbour,
  // Articles saved by the first version say nothing of pages.
  pages: v.optional(v.nullable(pages), null),
  tags: labels,
  categories: labels,
  keywords: labels,
});

const comment = v.object({
  id: label,
  parentId: optionalLabel,
  depth: count,
  author: optionalLabel,
  date: v.nullable(v.object({ shown: label, iso: day })),
  title: optionalLabel,
  text: bounded(LIMITS.comment),
  html: bounded(LIMITS.comment),
  url: optionalUrl,
  byPostAuthor: v.boolean(),
});

const more = v.object({
  kind: v.picklist(['link', 'button']),
  label,
  url: optionalUrl,
  count: v.nullable(count),
});

const thread: v.GenericSchema<unknown, Untrusted<Thread>> = v.object({
  comments: list(comment),
  elsewhere: v.nullable(v.object({ where: label, url: optionalUrl, count: v.nullable(count) })),
  more: v.exactOptional(more),
});

const digestLine = { commentId: label, quote: line };

const digest = v.object({
  comments: count,
  people: count,
  from: day,
  to: day,
  authorReplies: list(v.object(digestLine)),
  mostAnswered: list(v.object({ ...digestLine, replies: count })),
  questions: list(v.object({ ...digestLine, answer: v.nullable(v.object(digestLine)) })),
  links: list(v.object({ ...digestLine, url })),
  themes: list(v.object({ ...digestLine, words: labels, size: count })),
});

const repeat = v.object({
  id: label,
  times: count,
  copies: list(
    v.object({
      text: bounded(LIMITS.body),
      differs: v.boolean(),
      id: v.exactOptional(label),
      html: v.exactOptional(bounded(LIMITS.comment)),
      shape: v.exactOptional(label),
    }),
  ),
  text: v.exactOptional(bounded(LIMITS.body)),
  shape: v.exactOptional(label),
  isUnfolded: v.exactOptional(v.literal(true)),
});

const removal = v.object({
  id: label,
  reason: v.picklist(REMOVAL_REASONS),
  rule: label,
  text: label,
  // Articles saved by the first version keep the first words alone.
  whole: v.optional(cut(LIMITS.removal), ''),
  place: v.exactOptional(v.picklist(REMOVAL_PLACES)),
  html: v.exactOptional(bounded(LIMITS.comment)),
  shape: v.exactOptional(label),
  isBack: v.exactOptional(v.literal(true)),
});

const article: v.GenericSchema<unknown, Untrusted<Article>> = v.pipe(
  v.object({
    meta: metadata,
    html: bounded(LIMITS.body),
    text: bounded(LIMITS.body),
    repeats: list(repeat),
    removals: list(removal),
    thread,
    digest,
    strategy: label,
    readingMinutes: count,
    length: v.object({ count, unit: v.picklist(['words', 'characters']) }),
  }),
  v.check((whole) => JSON.stringify(whole).length <= LIMITS.whole),
);

const outcome: v.GenericSchema<unknown, Untrusted<Outcome>> = v.variant('kind', [
  v.object({ kind: v.literal('article'), article }),
  v.object({
    kind: v.literal('not-an-article'),
    reason: v.picklist(NOT_ARTICLE_REASONS),
    bestEffort: v.nullable(article),
    posts: list(v.object({ title: label, url, date: optionalLabel })),
  }),
  v.object({ kind: v.literal('unreadable'), reason: v.picklist(UNREADABLE_REASONS) }),
  v.object({ kind: v.literal('failed'), step: label, message: label }),
]);

/** What `entrypoints/extract.ts` gives back. */
const answer = v.object({ url: bounded(LIMITS.url), outcome });
export type Answer = v.InferOutput<typeof answer>;

/** What the injected script gives for a further page. */
const pageAnswer = v.variant('kind', [
  v.object({ kind: v.literal('read'), url: bounded(LIMITS.url), outcome }),
  v.object({ kind: v.literal('problem'), problem: v.picklist(PAGE_PROBLEMS) }),
]);

/** What the injected script gives for more comments. */
const commentsAnswer = v.variant('kind', [
  v.object({ kind: v.literal('read'), url: bounded(LIMITS.url), thread }),
  v.object({ kind: v.literal('problem'), problem: v.picklist(COMMENTS_PROBLEMS) }),
]);

/** `parseAnswer` for more comments. */
export function parseCommentsAnswer(value: unknown): v.InferOutput<typeof commentsAnswer> | null {
  const parsed = v.safeParse(commentsAnswer, value);
  return parsed.success ? parsed.output : null;
}

/** `parseAnswer` for a further page of an article. */
export function parsePageAnswer(value: unknown): v.InferOutput<typeof pageAnswer> | null {
  const parsed = v.safeParse(pageAnswer, value);
  return parsed.success ? parsed.output : null;
}

/** The answer of the injected script, with nothing in it but what is expected; null when it is anything else. */
export function parseAnswer(value: unknown): Answer | null {
  const parsed = v.safeParse(answer, value);
  return parsed.success ? parsed.output : null;
}

/** An article from a message or from disk, with nothing in it but what is expected; null when it is anything else. */
export function parseArticle(value: unknown): Untrusted<Article> | null {
  const parsed = v.safeParse(article, value);
  return parsed.success ? parsed.output : null;
}
