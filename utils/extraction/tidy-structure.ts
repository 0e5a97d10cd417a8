import { isBlockElement } from '../text/blocks.ts';
import { tidyFigures } from './content/figures.ts';
import { keepJumpLinks } from './content/jump-links.ts';

/** Elements whose text, set apart by empty lines, is paragraphs. */
const HOLDERS = new Set(['ARTICLE', 'BODY', 'CENTER', 'DIV', 'MAIN', 'P', 'SECTION', 'TD']);
const KEEPS_EMPTY = 'img, hr, br, td, th, col, [data-repeat], [id^="jump-"]';

/**
 * Gives text that is set apart by empty lines (`<br><br>`) real paragraphs, and takes out elements without any
 * content. Captions come to their images, links within the article keep their targets, what a click would open is
 * open. Changes how the article is marked up, not what it says. Works on the private copy.
 *
 * @param pageUrl the page's address; links within the page may spell it out
 */
export function tidyStructure(root: HTMLElement, pageUrl = ''): void {
  tidyFigures(root);
  keepJumpLinks(root, pageUrl);
  for (const details of root.querySelectorAll('details')) details.setAttribute('open', '');
  for (const font of [...root.querySelectorAll('font')]) font.replaceWith(...font.childNodes);
  for (const holder of [root, ...root.querySelectorAll('*')]) {
    if (HOLDERS.has(holder.nodeName.toUpperCase()) && hasEmptyLine(holder))
      makeParagraphs(holder, holder === root);
  }
  for (const element of [
    ...root.querySelectorAll('p, div, span, section, li, ul, ol, figure, strong, b, em'),
  ].reverse()) {
    if (!element.textContent?.trim() && !element.querySelector(KEEPS_EMPTY) && !element.matches(KEEPS_EMPTY))
      element.remove();
  }
}

function isBreak(node: Node | null): boolean {
  return node?.nodeName.toUpperCase() === 'BR';
}

function isBlank(node: Node): boolean {
  return node.nodeType === 3 && !(node.nodeValue ?? '').trim();
}

function hasEmptyLine(holder: Element): boolean {
  let breaks = 0;
  for (const node of holder.childNodes) {
    if (isBreak(node)) breaks += 1;
    else if (!isBlank(node)) breaks = 0;
    if (breaks === 2) return true;
  }
  return false;
}

/** Parts a holder's inline children at its empty lines; single breaks stay within their paragraph. */
function makeParagraphs(holder: Element, isRoot: boolean): void {
  const parts: Node[] = [];
  let line: ChildNode[] = [];
  let breaks = 0;
  const flush = () => {
    while (line.at(-1) && (isBreak(line.at(-1) ?? null) || isBlank(line.at(-1) as Node))) line.pop();
    if (line.length > 0) {
      const paragraph = holder.ownerDocument.createElement('p');
      paragraph.append(...line);
      parts.push(paragraph);
    }
    line = [];
    breaks = 0;
  };
  for (const node of [...holder.childNodes]) {
    if (isBreak(node)) {
      breaks += 1;
      if (breaks === 2) flush();
      else if (line.length > 0) line.push(node);
    } else if (node.nodeType === 1 && holdsBlocks(node as Element)) {
      flush();
      parts.push(node);
    } else if (!isBlank(node) || line.length > 0) {
      line.push(node);
      if (!isBlank(node)) breaks = 0;
    }
  }
  flush();
  if (holder.nodeName.toUpperCase() === 'P' && !isRoot) holder.replaceWith(...parts);
  else holder.replaceChildren(...parts);
}

function holdsBlocks(element: Element): boolean {
  return isBlockElement(element) || [...element.querySelectorAll('*')].some(isBlockElement);
}
