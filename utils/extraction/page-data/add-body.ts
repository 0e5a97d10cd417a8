import { parseHtml } from '../../page-copy/copy-page.ts';
import { tidyContent } from '../content/tidy-content.ts';
import { weighBlocks } from '../prose.ts';
import type { HeadFacts } from '../types/source.ts';
import { type DataBody, findBody } from './find-body.ts';
import { textIn } from './json.ts';
import { dataOf } from './json-scripts.ts';
import { richTextToDom } from './rich-text.ts';

/** A page that shows this many characters or more has an article to show, if it has one at all. */
const ENOUGH_SHOWN = 2_000;
/** So much prose, in units of `readingLength`, is an article, however short; less than the second is none. */
const ENOUGH_PROSE = 400;
const NO_PROSE = 60;
/** What data says must be so many times what the page shows; else it is the same text, or a part of it. */
const TIMES_SHOWN = 2;

interface Bare {
  readonly body: HTMLElement;
  readonly baseUrl: string;
  readonly head: HeadFacts;
  /** The page's inline scripts; they may have left the tree already. */
  readonly scripts: readonly Element[];
}

/**
 * Puts the article's body into a page that has none of its own, from the data that its scripts carry: what such
 * a page would show once its scripts had run. Works on the private copy; runs nothing.
 *
 * @returns the element that now holds the body; null where the page shows enough, or has no such data
 */
export function addBodyFromData({ body, baseUrl, head, scripts }: Bare): HTMLElement | null {
  const data = [...head.jsonLd];
  if (scripts.length === 0 && data.length === 0) return null;
  if (saysAtLeast(body, ENOUGH_SHOWN)) return null;
  const prose = weighBlocks(body).reduce((sum, block) => sum + block.prose, 0);
  if (prose >= ENOUGH_PROSE) return null;
  const found = findBody(everyData(data, scripts), head.title);
  if (!found || found.length < prose * TIMES_SHOWN) return null;
  // Where the page says something, another post's text in its data is no replacement.
  if (prose >= NO_PROSE && !found.isTitled) return null;
  const holder = body.ownerDocument.createElement('div');
  holder.append(...toDom(found, baseUrl).childNodes);
  body.append(holder);
  return holder;
}

/** Whether an element's text has so many characters, runs of spaces counted as one. Looks no further than it must. */
function saysAtLeast(root: Element, least: number): boolean {
  let count = 0;
  let wasSpace = false;
  const visit = (parent: Node): void => {
    for (let child = parent.firstChild; child && count < least; child = child.nextSibling) {
      if (child.nodeType === 1) visit(child);
      else if (child.nodeType === 3) read(child.nodeValue ?? '');
    }
  };
  const read = (text: string): void => {
    for (let at = 0; at < text.length && count < least; at += 1) {
      const isSpace = text.charCodeAt(at) <= 0x20;
      if (!isSpace || !wasSpace) count += 1;
      wasSpace = isSpace;
    }
  };
  visit(root);
  return count >= least;
}

function* everyData(jsonLd: readonly unknown[], scripts: readonly Element[]): Generator<unknown> {
  yield* jsonLd;
  yield* dataOf(scripts);
}

/** A body in a document of its own, in the forms that content has in the private copy. */
function toDom({ kind, value }: DataBody, baseUrl: string): HTMLElement {
  const source = kind === 'html' ? textIn(value) : '';
  const document = parseHtml(source);
  if (kind === 'rich-text') document.body.append(richTextToDom(value, document));
  if (kind === 'text') document.body.append(...paragraphsOf(textIn(value), document));
  tidyContent(document, { baseUrl, shown: new Map() });
  return document.body;
}

function paragraphsOf(text: string, document: Document): HTMLElement[] {
  const lines = text.split(/\n+/u).filter((line) => line.trim());
  return lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
}
