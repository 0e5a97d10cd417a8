import { readingLength } from '../../../utils/extraction/prose.ts';
import { pick } from '../seeded.ts';
import { alter, cut, sentencesIn } from './change-text.ts';
import type { Language } from './languages.ts';
import {
  between,
  escapeHtml,
  longText,
  type Piece,
  paragraph,
  phrase,
  type Random,
  type Writing,
  writeArticle,
  writeThread,
} from './write-article.ts';

/** A page made for the benchmark. */
export interface Sample {
  readonly title: string;
  readonly html: string;
  /** What the article says, block by block, each as often as it rightly does. */
  readonly clean: readonly string[];
  /** What was injected besides. */
  readonly copies: readonly string[];
}

type Kind = (language: Language, random: Random) => Sample;

/** A repeat of a single block counts from here on: shorter ones may rightly stand twice. In `readingLength` units. */
const LONG = 105;

const textsOf = (pieces: readonly Piece[]): string[] => pieces.map(({ text }) => text);
const htmlOf = (pieces: readonly Piece[]): string => pieces.map(({ html }) => html).join('\n');
const longOnes = (pieces: readonly Piece[]): Piece[] =>
  pieces.filter(({ kind, text }) => kind === 'paragraph' && readingLength(text) >= LONG);

/** Paragraphs as blogs write them: in elements of their own or apart by line breaks. */
function styleOf(random: Random): (pieces: readonly Piece[]) => string {
  if (random() < 0.7) return htmlOf;
  return (pieces) =>
    pieces
      .map(({ kind, text, html }) => (kind === 'paragraph' ? `${escapeHtml(text)}<br><br>` : html))
      .join('\n');
}

function sample(
  writing: Writing,
  html: string,
  copies: readonly string[],
  clean?: readonly string[],
): Sample {
  return { title: writing.title, html, copies, clean: clean ?? textsOf(writing.sections.flat()) };
}

/** The article with something put in at a random place between its blocks, never inside a list. */
function insertAnywhere(pieces: readonly Piece[], html: string, random: Random, from = 0): string {
  const places = [...pieces.keys(), pieces.length].filter(
    (place) => place >= from && pieces[place]?.kind !== 'item',
  );
  const place = pick(places, random);
  return `${htmlOf(pieces.slice(0, place))}\n${html}\n${htmlOf(pieces.slice(place))}`;
}

const teaserAndText: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const [first = []] = writing.sections;
  const [lead] = longOnes(first);
  const teaser = first.slice(0, lead ? first.indexOf(lead) + 1 : 1);
  if (longOnes(teaser).length === 0) return teaserAndText(language, random);
  const html = `<div class="entry-summary">${htmlOf(teaser)}</div><div>${styleOf(random)(writing.sections.flat())}</div>`;
  return sample(writing, html, textsOf(teaser));
};

/** What stands in the extended entry: the article from some block on, once more. */
const extendedEntry: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const pieces = writing.sections.flat();
  const starts = [...pieces.keys()].filter(
    (at) => pieces[at]?.kind !== 'item' && longOnes(pieces.slice(at)).length > 1,
  );
  const style = styleOf(random);
  const copy = pieces.slice(pick(starts, random));
  const html = `<div class="entry-body">${style(pieces)}</div><div class="more">${style(copy)}</div>`;
  return sample(writing, html, textsOf(copy));
};

/** A copy for small screens of one section or of all. */
const mobileCopy: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const chosen = random() < 0.5 ? between(0, writing.sections.length - 1, random) : null;
  const copies: string[] = [];
  const mobileFirst = random() < 0.5;
  const html = writing.sections.map((section, index) => {
    const isCopied = (chosen === null || chosen === index) && longOnes(section).length > 0;
    if (!isCopied) return htmlOf(section);
    copies.push(...textsOf(section));
    const mobile = `<div class="sp-only">${htmlOf(section)}</div>`;
    const desktop = `<div class="pc-only">${htmlOf(section)}</div>`;
    return mobileFirst ? mobile + desktop : desktop + mobile;
  });
  return sample(writing, html.join('\n'), copies);
};

/** A thread of short posts with a copy for small screens that lacks the lines of who and when. */
const barerCopy: Kind = (language, random) => {
  const writing = random() < 0.5 ? writeThread(language, random) : writeArticle(language, random);
  const pieces = writing.sections.flat();
  const bare = pieces.filter(({ kind }) => kind !== 'heading');
  const mobile = `<div class="body-sp">${htmlOf(bare)}</div>`;
  const desktop = `<div class="body-pc">${htmlOf(pieces)}</div>`;
  return sample(writing, random() < 0.5 ? mobile + desktop : desktop + mobile, textsOf(bare));
};

const repeatedTitle: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const title = escapeHtml(writing.title);
  const forms = [
    `<div class="sticky-title">${title}</div>`,
    `<h1 class="entry-title">${title}</h1>`,
    `<h2>${title}</h2>`,
    `<div class="sticky-header"><span class="post-title">${title}</span></div>`,
  ];
  const copies = Array.from({ length: between(1, 2, random) }, () => pick(forms, random));
  const html = copies.reduce(
    (body, copy) => (random() < 0.5 ? copy + body : body + copy),
    insertAnywhere(writing.sections.flat(), pick(forms, random), random),
  );
  return sample(
    writing,
    html,
    [...copies, ''].map(() => writing.title),
  );
};

const pullQuote: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const pieces = writing.sections.flat();
  const all = pieces
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap(({ text }) => sentencesIn(text, language));
  const [open, close] = language.quotes;
  const said = pick(
    all.filter((text) => readingLength(text) >= 45),
    random,
  );
  const shown = escapeHtml(random() < 0.4 ? open + said + close : said);
  const html = pick(
    [
      `<aside class="pullquote"><p>${shown}</p></aside>`,
      `<div class="pull-quote">${shown}</div>`,
      `<figure class="wp-block-pullquote"><blockquote><p>${shown}</p></blockquote></figure>`,
      `<blockquote class="pullquote">${shown}</blockquote>`,
    ],
    random,
  );
  return sample(writing, insertAnywhere(pieces, html, random), [said, open + said + close]);
};

/** Each caption is also its picture's alternative text and title: said by the page twice, read once. */
const captionAndAlt: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const pieces = [...writing.sections.flat()];
  const captions = Array.from({ length: between(1, 3, random) }, () =>
    phrase(language, between(3, 9, random), random),
  );
  for (const caption of captions) {
    const text = escapeHtml(caption);
    const html = `<figure><img src="/p.jpg" width="640" height="480" alt="${text}" title="${text}"><figcaption>${text}</figcaption></figure>`;
    const places = [...pieces.keys()].filter((at) => pieces[at]?.kind !== 'item');
    pieces.splice(pick(places, random), 0, { kind: 'caption', html, text: caption });
  }
  return sample({ ...writing, sections: [pieces] }, htmlOf(pieces), captions);
};

/** The same notice above or below two sections or more. */
const disclaimer: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const notice = longText(language, LONG, random);
  const { html } = pick(
    [paragraph(notice), { html: `<div class="notice"><p><small>${escapeHtml(notice)}</small></p></div>` }],
    random,
  );
  const last = writing.sections.length - 1;
  let times = 0;
  const body = writing.sections.map((section, index) => {
    const isShown = index === 0 || index === last || random() < 0.6;
    if (isShown) times += 1;
    return htmlOf(section) + (isShown ? html : '');
  });
  const copies = Array.from({ length: times - 1 }, () => notice);
  return sample(writing, body.join('\n'), copies, [...textsOf(writing.sections.flat()), notice]);
};

const wholeTwice: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const pieces = writing.sections.flat();
  const style = styleOf(random);
  const body = style(pieces);
  const between2 = random() < 0.5 ? `<hr>` : '';
  return sample(writing, `<div>${body}</div>${between2}<div>${body}</div>`, textsOf(pieces));
};

/** A teaser cut off in the middle; some themes run the first paragraphs together before they cut. */
const truncatedTeaser: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const pieces = writing.sections.flat();
  const opening = pieces.slice(
    0,
    pieces.findIndex(({ kind }) => kind !== 'paragraph'),
  );
  const together = opening.map(({ text }) => text).join(language.space);
  if (readingLength(together) < 130) return truncatedTeaser(language, random);
  const teaser = cut(random() < 0.5 ? together : pick(longOnes(pieces), random).text, language, random);
  const end = pick(language.cutOff, random);
  const linked =
    / /u.test(end.trim()) && random() < 0.5 ? `<a href="#more">${escapeHtml(end)}</a>` : escapeHtml(end);
  const html = `<p class="excerpt">${escapeHtml(teaser)}${linked}</p>`;
  return sample(writing, `${html}<div>${styleOf(random)(pieces)}</div>`, [teaser + end]);
};

/** A paragraph said again later on, a few characters changed. */
const nearVerbatim: Kind = (language, random) => {
  const writing = writeArticle(language, random);
  const pieces = writing.sections.flat();
  const original = pick(longOnes(pieces), random);
  const copy = alter(original.text, language, random);
  const html = insertAnywhere(pieces, paragraph(copy).html, random, pieces.indexOf(original) + 1);
  return sample(writing, html, [copy]);
};

/** Each kind of repeat by name. */
export const REPEATS: Readonly<Record<string, Kind>> = {
  'teaser and text': teaserAndText,
  'extended entry': extendedEntry,
  'mobile copy': mobileCopy,
  'barer copy': barerCopy,
  'repeated title': repeatedTitle,
  'pull quote': pullQuote,
  'caption and alt': captionAndAlt,
  disclaimer,
  'whole twice': wholeTwice,
  'truncated teaser': truncatedTeaser,
  'near-verbatim': nearVerbatim,
};
