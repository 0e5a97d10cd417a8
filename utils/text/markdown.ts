import TurndownService from 'turndown';
import type { Article } from '../extraction/types/article.ts';
import type { Comment } from '../extraction/types/comments.ts';
import type { SafeHtml } from '../extraction/types/source.ts';
import { inertLine, inertText } from './inert.ts';
import { addContentRules, markNotes } from './markdown-rules.ts';

/** Where an image is to be found from the Markdown; null for where the article says. */
export type ImageAddress = (url: string) => string | null;

/** Writes the parts of an article in CommonMark. Reads only; needs a DOM. */
export interface MarkdownWriter {
  /** Plain text on one line. */
  line(text: string): string;
  /** Plain text whose lines stay lines. */
  lines(text: string): string;
  body(html: SafeHtml): string;
  comment(comment: Comment): string;
}

export function createMarkdownWriter(imageAddress: ImageAddress = () => null): MarkdownWriter {
  const turndown = createTurndown();
  const line = (text: string) => turndown.escape(inertLine(text));
  const body = (html: SafeHtml) => turndown.turndown(prepare(html, imageAddress));
  return {
    line,
    body,
    lines: (text) => inertText(text).trim().split(/\n/u).map(line).join('  \n'),
    comment: (comment) => commentToMarkdown(comment, line, body),
  };
}

/** An article in CommonMark: title, facts, body, tags and comments. Reads only; needs a DOM. */
export function articleToMarkdown({ meta, html, thread }: Article, url: string): string {
  const { line, body, comment } = createMarkdownWriter();
  const facts = [meta.author, meta.published, meta.siteName].filter((fact) => fact !== null);
  const address = meta.url ?? url;
  const parts = [
    `# ${line(meta.title)}`,
    facts.map(line).join(' · '),
    address && `<${address}>`,
    body(html),
    meta.tags.map((tag) => `\\#${line(tag)}`).join(' '),
    thread.comments.length > 0 ? '---' : '',
    ...thread.comments.map(comment),
  ];
  return parts.filter(Boolean).join('\n\n').concat('\n');
}

/** One comment as a block quotation, as deep as it stands in its thread. */
function commentToMarkdown(
  comment: Comment,
  line: (text: string) => string,
  body: (html: SafeHtml) => string,
): string {
  const heading = [comment.author, comment.date?.iso ?? comment.date?.shown, comment.title]
    .filter((fact) => typeof fact === 'string')
    .map(line)
    .join(' · ');
  const text = `${heading && `**${heading}**\n\n`}${body(comment.html)}`;
  const mark = '> '.repeat(comment.depth + 1);
  return text.replace(/^/gmu, mark);
}

function createTurndown(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
  });
  const escapeMarks = turndown.escape.bind(turndown);
  // Markdown lets HTML through: what a page shows as "<script>" must not become one where this is pasted.
  turndown.escape = (text) => escapeMarks(text).replace(/[<&]/gu, '\\$&');
  addContentRules(turndown);
  return turndown;
}

/**
 * A private copy in which images have their address, code has its language, notes are marked, quotations name
 * their source and readings of ruby stand in brackets.
 */
function prepare(html: SafeHtml, imageAddress: ImageAddress): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img[data-src]')) {
    const src = image.getAttribute('data-src') ?? '';
    const address = imageAddress(src);
    // An image that lies in the page itself would be kilobytes of letters.
    if (address === null && src.startsWith('data:')) image.replaceWith(image.getAttribute('alt') ?? '');
    else image.setAttribute('src', address ?? src);
  }
  for (const pre of body.querySelectorAll('pre')) nameLanguage(pre);
  for (const quotation of body.querySelectorAll('blockquote[cite]')) nameSource(quotation);
  markNotes(body);
  for (const extra of body.querySelectorAll('rp, [data-repeat], span[data-copy], span[data-removed]'))
    extra.remove();
  for (const reading of body.querySelectorAll('rt')) reading.replaceWith(`（${reading.textContent}）`);
  return body;
}

/** Fences go around `<pre><code>` only, and take the language from a class. */
function nameLanguage(pre: Element): void {
  const document = pre.ownerDocument;
  let code = pre.firstElementChild;
  if (code?.nodeName !== 'CODE' || pre.childNodes.length > 1) {
    code = document.createElement('code');
    code.append(...pre.childNodes);
    pre.append(code);
  }
  const language = (pre.querySelector('[data-lang]') ?? pre).getAttribute('data-lang');
  if (language) code.setAttribute('class', `language-${language}`);
}

/** The address that a quotation was taken from, where its text has no link to it. */
function nameSource(quotation: Element): void {
  const source = quotation.getAttribute('cite') ?? '';
  const links = [...quotation.querySelectorAll('a[href]')];
  if (links.some((link) => link.getAttribute('href') === source)) return;
  const line = quotation.ownerDocument.createElement('p');
  const link = quotation.ownerDocument.createElement('a');
  link.setAttribute('href', source);
  link.textContent = source;
  line.append('— ', link);
  quotation.append(line);
}
