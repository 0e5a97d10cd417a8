import type { Comment } from '../../../../extraction/types/comments.ts';
import type { SafeHtml } from '../../../../extraction/types/source.ts';
import { escapeMarkup, inertLine, inertText } from '../../../../text/inert.ts';
import { bodyForFile, imageAddresses } from '../body.ts';
import { factsOf, MOST_INDENTS } from '../html.ts';
import { languageTag } from '../language-tag.ts';
import type { ReadableEntry, WriteContext } from '../types.ts';
import { bookImages, type PlacedImage } from './book-images.ts';
import { strictAddress, toXhtml } from './to-xhtml.ts';

/** What the book must know of a chapter once it is written. */
export interface Chapter {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly lang: string;
  readonly isVertical: boolean;
  readonly isRightToLeft: boolean;
  readonly images: readonly Omit<PlacedImage, 'bytes'>[];
}

export interface WrittenChapter extends Chapter {
  readonly xhtml: string;
  readonly imageFiles: readonly PlacedImage[];
}

/** One article as a chapter. */
export async function writeChapter(
  entry: ReadableEntry,
  number: number,
  { choices, t, images: tools }: Pick<WriteContext, 'choices' | 't' | 'images'>,
): Promise<WrittenChapter> {
  const { summary, article } = entry;
  const id = `chapter-${String(number).padStart(5, '0')}`;
  const lang = languageTag(summary.lang);
  const isVertical = choices.isVertical && /^ja\b/u.test(lang) && summary.dir === 'ltr';
  const comments = choices.withComments ? (article?.thread.comments ?? []) : [];
  const addresses = article ? imageAddresses(article.html) : [];
  const placed = await bookImages(entry, addresses, id, tools);
  const title = inertLine(summary.title) || summary.url;
  const body = (html: SafeHtml, keepsTargets: boolean) =>
    toXhtml(
      bodyForFile(html, (address) => placed.get(address)?.path ?? null, t('exportImage')),
      { keepsTargets, isVertical },
    );
  const content = [
    headerOf(entry, title),
    noteOf(summary.note),
    article ? body(article.html, true) : `<p>${escapeMarkup(inertLine(summary.excerpt))}</p>`,
    comments.length > 0 ? commentsOf(comments, t('exportComments'), (html) => body(html, false)) : '',
  ];
  const files = [...placed.values()];
  return {
    id,
    path: `${id}.xhtml`,
    title,
    lang,
    isVertical,
    isRightToLeft: summary.dir === 'rtl',
    images: files.map(({ bytes: _, ...image }) => image),
    imageFiles: files,
    xhtml: bookPage({
      title,
      lang,
      dir: summary.dir,
      isVertical,
      content: content.filter(Boolean).join('\n'),
    }),
  };
}

function headerOf(entry: ReadableEntry, title: string): string {
  const { summary } = entry;
  const facts = factsOf(entry).map(escapeMarkup).join(' · ');
  const tags = summary.tags
    .map(inertLine)
    .filter(Boolean)
    .map((tag) => `#${escapeMarkup(tag)}`);
  const lines = [
    `<h1>${escapeMarkup(title)}</h1>`,
    facts && `<p class="facts">${facts}</p>`,
    summary.url &&
      `<p class="facts address"><a href="${escapeMarkup(strictAddress(summary.url))}">${escapeMarkup(summary.url)}</a></p>`,
    tags.length > 0 ? `<p class="facts">${tags.join(' ')}</p>` : '',
  ];
  return `<header>\n${lines.filter(Boolean).join('\n')}\n</header>`;
}

function noteOf(note: string): string {
  const lines = inertText(note).trim();
  return lines && `<aside class="note"><p>${escapeMarkup(lines).replaceAll('\n', '<br/>\n')}</p></aside>`;
}

function commentsOf(comments: readonly Comment[], heading: string, body: (html: SafeHtml) => string): string {
  const items = comments.map((comment) => {
    const facts = [comment.author, comment.date?.iso ?? comment.date?.shown, comment.title]
      .map((fact) => escapeMarkup(inertLine(fact ?? '')))
      .filter(Boolean)
      .join(' · ');
    const depth = Math.min(MOST_INDENTS, comment.depth);
    return `<div class="comment depth-${depth}">${facts && `<p class="facts">${facts}</p>`}${body(comment.html)}</div>`;
  });
  return `<section class="comments">\n<h2>${escapeMarkup(heading)}</h2>\n${items.join('\n')}\n</section>`;
}

export interface BookPage {
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly isVertical?: boolean;
  /** What kind of page it is, as `epub:type` says it; none for a chapter. */
  readonly kind?: string;
  readonly content: string;
}

/** A page of a book around content that is well-formed. */
export function bookPage({ title, lang, dir, isVertical = false, kind = '', content }: BookPage): string {
  const language = lang && ` lang="${lang}" xml:lang="${lang}"`;
  const style = isVertical ? 'vertical' : 'horizontal';
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${language} dir="${dir}" class="${style}">
<head>
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body${kind && ` epub:type="${kind}"`}>
${content}
</body>
</html>
`;
}
