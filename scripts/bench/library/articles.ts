import type { Article } from '../../../utils/extraction/types/article.ts';
import type { SavedSummary, StoredBody } from '../../../utils/library/types.ts';
import type { Untrusted } from '../../../utils/reading/types.ts';
import { toAbsoluteUrl } from '../../../utils/text/urls.ts';
import { pick, seeded } from '../seeded.ts';
import { english, japanese, type Tongue, textOf } from './texts.ts';

/** So many blogs there are, one for so many articles at least. */
const BLOGS = 400;
const FIRST_SAVED = Date.UTC(2016, 0, 1);
/** Ten years of reading, whatever the length of the list. */
const SAVED_WITHIN = Date.UTC(2026, 0, 1) - FIRST_SAVED;
const STATES = ['unread', 'unread', 'unread', 'reading', 'archived'] as const;

export interface MadeArticle {
  readonly summary: SavedSummary;
  readonly body: StoredBody;
}

/** Makes the articles of a list, the same for the same number; every other one is Japanese. */
export function articleMaker(): (number: number) => MadeArticle {
  const tongues = [english(), japanese()] as const;
  return (number) => {
    const random = seeded(number + 1_000);
    const tongue = tongues[number % 2 === 0 ? 0 : 1];
    const article = makeArticle(tongue, random);
    return { summary: summaryOf(number, article, random), body: { id: idOf(number), article } };
  };
}

/** A hash, as the ids of articles are. */
export function idOf(number: number): SavedSummary['id'] {
  const random = seeded(number + 77);
  const digits = Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  );
  return digits.join('') as SavedSummary['id'];
}

function makeArticle(tongue: Tongue, random: () => number): Untrusted<Article> {
  const text = textOf(tongue, random);
  const blog = Math.floor(random() * BLOGS);
  const comments = Math.floor(random() ** 3 * 6);
  return {
    meta: {
      title: tongue.sentence(random).trim().slice(0, 80),
      author: tongue.words[blog + 500] ?? null,
      siteName: `${tongue.words[blog + 100]} ${blog}`,
      published: new Date(FIRST_SAVED + Math.floor(random() * 3e11)).toISOString().slice(0, 10),
      updated: null,
      lang: tongue.lang,
      dir: 'ltr',
      leadImage: null,
      url: null,
      previous: null,
      next: null,
      pages: null,
      tags: Array.from(
        { length: Math.floor(random() * 4) },
        () => tongue.words[Math.floor(random() ** 2 * 300)] ?? '',
      ),
      categories: [],
      keywords: [],
    },
    html: `<p>${text.replaceAll('\n', '</p><p>')}</p>`,
    text,
    repeats: [],
    removals: [],
    thread: {
      comments: Array.from({ length: comments }, (_, index) => makeComment(tongue, random, index)),
      elsewhere: null,
    },
    digest: {
      comments,
      people: comments,
      from: null,
      to: null,
      authorReplies: [],
      mostAnswered: [],
      questions: [],
      links: [],
      themes: [],
    },
    strategy: 'readability',
    readingMinutes: 4,
    length: { count: text.length, unit: 'characters' },
  };
}

function makeComment(tongue: Tongue, random: () => number, index: number) {
  const text = tongue.sentence(random).trim();
  return {
    id: `c${index}`,
    parentId: null,
    depth: 0,
    author: tongue.word(random),
    date: null,
    title: null,
    text,
    html: `<p>${text}</p>`,
    url: null,
    byPostAuthor: false,
  };
}

function summaryOf(
  number: number,
  { meta, text, thread }: Untrusted<Article>,
  random: () => number,
): SavedSummary {
  const url = toAbsoluteUrl(`https://blog${Math.floor(random() * BLOGS)}.example/posts/${number}`);
  if (!url) throw new Error('an article without an address');
  const savedAt = FIRST_SAVED + Math.floor(random() * SAVED_WITHIN);
  return {
    id: idOf(number),
    kind: 'article',
    url,
    title: meta.title,
    author: meta.author,
    siteName: meta.siteName,
    published: meta.published,
    lang: meta.lang,
    dir: meta.dir,
    tags: [...new Set(meta.tags)],
    excerpt: text.slice(0, 160),
    readingMinutes: 1 + Math.floor(random() * 9),
    comments: thread.comments.length,
    savedAt,
    readAt: savedAt,
    updatedAt: savedAt,
    state: pick(STATES, random),
    isFavourite: random() < 0.1,
    place: null,
    note: random() < 0.05 ? text.slice(0, 60) : '',
    imageBytes: 0,
    revision: number + 1,
  };
}
