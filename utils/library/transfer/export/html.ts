import type { Comment } from '../../../extraction/types/comments.ts';
import { escapeMarkup, inertLine } from '../../../text/inert.ts';
import { bodyForFile } from './body.ts';
import { fileNameOf, uniqueNames } from './file-name.ts';
import { HTML_STYLE } from './html-style.ts';
import { dataAddress, embeddedImage } from './image-files.ts';
import { languageTag } from './language-tag.ts';
import type { Part, ReadableEntry, WriteContext } from './types.ts';
import { createZip } from './zip.ts';

/** A page that may do nothing but be read: no script, and nothing is fetched. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function page(title: string, lang: string | null, dir: string, content: string): string {
  const language = languageTag(lang);
  return `<!DOCTYPE html>
<html${language ? ` lang="${language}"` : ''} dir="${dir === 'rtl' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(inertLine(title))}</title>
<style>
${HTML_STYLE}</style>
</head>
<body>
${content}
</body>
</html>
`;
}

/** Facts of an article on one line: who, when and where. */
export function factsOf({ summary, article }: ReadableEntry): readonly string[] {
  const { author, published, siteName } = summary;
  return [author, published, siteName ?? article?.meta.siteName ?? null]
    .map((fact) => inertLine(fact ?? ''))
    .filter(Boolean);
}

/** One article with all that belongs to it, in one file that needs no other. */
export function htmlOf(entry: ReadableEntry, { choices, t }: Pick<WriteContext, 'choices' | 't'>): string {
  const { summary, article } = entry;
  const findImage = (address: string) => {
    const image = entry.images.get(address) ?? embeddedImage(address);
    return image && dataAddress(image);
  };
  const body = (html: Comment['html']) => bodyForFile(html, findImage, t('exportImage')).innerHTML;
  const title = inertLine(summary.title) || summary.url;
  const comments = choices.withComments ? (article?.thread.comments ?? []) : [];
  const note = escapeMarkup(summary.note.trim()).replaceAll('\n', '<br>\n');
  const tags = summary.tags.map((tag) => `<li>${escapeMarkup(inertLine(tag))}</li>`).join('');
  const parts = [
    `<header>\n<h1>${escapeMarkup(title)}</h1>`,
    `<p class="facts">${factsOf(entry).map(escapeMarkup).join(' · ')}</p>`,
    summary.url && addressLine(summary.url),
    tags && `<ul class="tags">${tags}</ul>`,
    '</header>',
    note && `<aside class="note"><p>${note}</p></aside>`,
    article ? `<div class="body">${body(article.html)}</div>` : `<p>${escapeMarkup(summary.excerpt)}</p>`,
    comments.length > 0
      ? `<section class="comments">\n<h2>${escapeMarkup(t('exportComments'))}</h2>\n${comments
          .map((comment) => commentHtml(comment, body))
          .join('\n')}\n</section>`
      : '',
  ];
  const content = `<main>\n<article>\n${parts.filter(Boolean).join('\n')}\n</article>\n</main>`;
  return page(title, summary.lang, summary.dir, content);
}

function addressLine(url: string): string {
  const address = escapeMarkup(url);
  return `<p class="facts"><a href="${address}" rel="noreferrer">${address}</a></p>`;
}

/** How far comments are set in; what is nested deeper stands below the rest. */
export const MOST_INDENTS = 6;

function commentHtml(comment: Comment, body: (html: Comment['html']) => string): string {
  const facts = [comment.author, comment.date?.iso ?? comment.date?.shown, comment.title]
    .map((fact) => escapeMarkup(inertLine(fact ?? '')))
    .filter(Boolean);
  const heading = facts.length > 0 ? `<p class="facts">${facts.join(' · ')}</p>` : '';
  const depth = Math.min(MOST_INDENTS, comment.depth);
  return `<div class="comment depth-${depth}">${heading}${body(comment.html)}</div>`;
}

export async function* writeHtml(
  entries: AsyncIterable<ReadableEntry>,
  context: WriteContext,
): AsyncIterable<Part> {
  for await (const entry of entries) yield htmlOf(entry, context);
}

/** One page an article, in a zip, with a page of contents. */
export async function* writeHtmlZip(
  entries: AsyncIterable<ReadableEntry>,
  context: WriteContext,
): AsyncIterable<Part> {
  const zip = createZip();
  const unique = uniqueNames();
  // The page of contents has this name.
  unique('index');
  const items: string[] = [];
  for await (const entry of entries) {
    const { summary } = entry;
    const name = unique(fileNameOf(summary.title, `article-${summary.id.slice(0, 8)}`));
    yield* zip.add({ path: `${name}.html`, content: htmlOf(entry, context), time: summary.savedAt });
    const title = escapeMarkup(inertLine(summary.title) || summary.url);
    const facts = factsOf(entry).map(escapeMarkup).join(' · ');
    items.push(
      `<li dir="auto"><a href="${encodeURIComponent(name)}.html">${title}</a>${facts && `<br><small>${facts}</small>`}</li>`,
    );
  }
  const content = `<main>\n<h1>${escapeMarkup(context.title)}</h1>\n<ol>\n${items.join('\n')}\n</ol>\n</main>`;
  yield* zip.add({
    path: 'index.html',
    content: page(context.title, context.language, 'ltr', content),
    time: context.now,
  });
  yield* zip.end();
}
