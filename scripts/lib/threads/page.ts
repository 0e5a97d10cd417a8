import type { Served } from '../sample-server.ts';
import { ENGLISH, JAPANESE, type Voices } from './voices.ts';

export type ThreadLanguage = 'en' | 'ja';

const VOICES: Record<ThreadLanguage, Voices> = { en: ENGLISH, ja: JAPANESE };

/** How deep the comments of a thread stand, over and over; the second round goes down further than a screen is wide. */
const ROUNDS: readonly (readonly number[])[] = [
  [0, 1, 2, 0, 0, 1, 1, 0, 1, 2, 3, 2, 0, 0, 1, 0, 0, 1, 2, 0],
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 4, 1, 0, 0, 1, 1, 1, 0, 0],
];
const FIRST_DAY = Date.UTC(2023, 2, 4);
const DAY = 86_400_000;

/** The address of the sample post with so many comments. */
export function threadUrl(language: ThreadLanguage, comments: number): string {
  return `http://threads-${language}.sample.example/post-${comments}/`;
}

/** A part of a thread, for a page that does not show all of it. */
export interface ThreadPart {
  /** How many comments stand before the first one that is shown. */
  readonly from: number;
  /** HTML below the comments. */
  readonly below: string;
}

/** A post with a thread of any length, in a common blog's markup; the same for the same arguments. */
export function threadPage(
  language: ThreadLanguage,
  comments: number,
  { from, below }: ThreadPart = { from: 0, below: '' },
): Served {
  const voices = VOICES[language];
  const items = threadItems(language, from, from + comments);
  return {
    contentType: 'text/html',
    body: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${voices.title} | ${voices.site}</title>
<meta name="generator" content="WordPress 6.5"><meta name="author" content="${voices.owner}"></head>
<body class="single single-post"><header class="site-header"><p class="site-title">${voices.site}</p></header>
<main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">${voices.title}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="2023-03-04">2023-03-04</time> <span class="author vcard"><a class="fn" href="/author/">${voices.owner}</a></span></div></header>
<div class="entry-content">${voices.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</div></article>
<div id="comments" class="comments-area"><ol class="comment-list">
${items}
</ol>${below}</div></main></body></html>`,
  };
}

/** The comments of a thread from one to before another, as HTML. */
export function threadItems(language: ThreadLanguage, from: number, to: number): string {
  const items = Array.from({ length: to - from }, (_, index) =>
    itemOf(VOICES[language], language, from + index),
  );
  return items.join('\n');
}

function itemOf(voices: Voices, language: ThreadLanguage, index: number): string {
  const depth = depthAt(index);
  const isOwner = depth > 0 && index % 5 === 1;
  const author = isOwner ? voices.owner : pick(voices.names, index * 7 + (index >> 3));
  const date = new Date(FIRST_DAY + Math.floor(index * 0.6) * DAY);
  const day = date.toISOString().slice(0, 10);
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  return `<li id="comment-${index + 1}" class="comment depth-${depth + 1}${isOwner ? ' bypostauthor' : ''}"><article class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">${author}</b></div><div class="comment-metadata"><a href="#comment-${index + 1}"><time datetime="${day}">${shown}</time></a></div></footer>
<div class="comment-content">${bodyOf(voices, index, depth)}</div></article></li>`;
}

function depthAt(index: number): number {
  const round = pick(ROUNDS, Math.floor(index / 20));
  return round[index % 20] ?? 0;
}

function bodyOf(voices: Voices, index: number, depth: number): string {
  const say = (lines: readonly string[], turn = 0) => fill(voices, pick(lines, index + turn), index + turn);
  const paragraphs: string[] = [];
  if (depth === 0 && index % 4 === 0) paragraphs.push(say(voices.questions, index >> 2));
  else if (depth === 1) paragraphs.push(say(voices.answers, index >> 2));
  else if (index % 9 === 5) paragraphs.push(say(voices.short, index >> 3));
  else paragraphs.push(say(voices.remarks, index >> 2));
  if (index % 17 === 12) paragraphs.push(...voices.long.map((_, turn) => say(voices.long, turn)));
  const extra = EXTRAS[index % 23]?.(voices, index) ?? '';
  return extra + paragraphs.map((text) => `<p>${text}</p>`).join('');
}

/** What some comments hold besides words, by their place in a round. */
const EXTRAS: Readonly<Record<number, (voices: Voices, index: number) => string>> = {
  6: (voices, index) => `<blockquote><p>${fill(voices, pick(voices.remarks, index), index)}</p></blockquote>`,
  9: (voices, index) =>
    `<p><img src="http://pictures.sample.example/${index}.jpg" alt="${voices.pictured}" width="640" height="420"></p>`,
  15: (_, index) =>
    `<p><a href="http://walks.sample.example/a/rather/long/address/that/never/ends/${index}">http://walks.sample.example/a/rather/long/address/that/never/ends/${index}</a></p>`,
};

function fill(voices: Voices, line: string, index: number): string {
  return line
    .replace('{place}', pick(voices.places, index * 5 + (index >> 4)))
    .replace('{month}', pick(voices.months, index * 3 + (index >> 5)))
    .replace('{number}', String(2 + ((index * 13) % 47)));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}
