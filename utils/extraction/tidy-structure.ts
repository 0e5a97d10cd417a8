import { isBlockElement } from '../text/blocks.ts';
import { tidyFigures } from './content/figures.ts';
import { keepJumpLinks } from './content/jump-links.ts';

/** Elements whose text, set apart by empty lines, is paragraphs. */
const HOLDERS = new Set(['ARTICLE', 'BODY', 'CENTER', 'DIV', 'MAIN', 'P', 'SECTION', 'TD']);
/** Elements that are nothing without content, and those that are something; so are targets of links and marks. */
const DROPPED_EMPTY = new Set([
  'P',
  'DIV',
  'SPAN',
  'SECTION',
  'LI',
  'UL',
  'OL',
  'FIGURE',
  'STRONG',
  'B',
  'EM',
]);
const KEPT_EMPTY = new Set(['IMG', 'HR', 'BR', 'TD', 'TH', 'COL']);

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
  for (const holder of holdersOfBreaks(root))
    if (hasEmptyLine(holder)) makeParagraphs(holder, holder === root);
  dropEmpty(root);
}

/** The elements in which line breaks may set paragraphs apart, in page order. */
function holdersOfBreaks(root: Element): Set<Element> {
  const holders = new Set<Element>();
  for (const { parentElement } of root.querySelectorAll('br')) {
    if (parentElement && HOLDERS.has(parentElement.nodeName)) holders.add(parentElement);
  }
  return holders;
}

/** Takes out elements that say and show nothing. Returns whether the given one holds anything. */
function dropEmpty(element: Element): boolean {
  let holds = keepsEmpty(element);
  for (let child = element.firstChild; child; ) {
    const next: ChildNode | null = child.nextSibling;
    if (child.nodeType === 3) {
      if (!isBlank(child)) holds = true;
    } else if (child.nodeType === 1) {
      if (dropEmpty(child as Element)) holds = true;
      else if (DROPPED_EMPTY.has(child.nodeName) && !isMark(child)) child.replaceWith(...marksIn(child));
    }
    child = next;
  }
  return holds;
}

function keepsEmpty(element: Element): boolean {
  if (KEPT_EMPTY.has(element.nodeName) || element.hasAttribute('data-repeat')) return true;
  return element.getAttribute('id')?.startsWith('jump-') === true;
}

const MARKS = '[data-removed], [data-copy]';

/** Marks where something was taken out; without it there is nothing to see. */
function isMark(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).matches(MARKS);
}

function marksIn(node: Node): Node[] {
  return [...(node as Element).querySelectorAll(MARKS)];
}

function isBreak(node: Node | null): boolean {
  return node?.nodeName.toUpperCase() === 'BR';
}

/** White space, and marks of what was taken out. */
function isBlank(node: Node): boolean {
  return node.nodeType === 8 || isMark(node) || (node.nodeType === 3 && !(node.nodeValue ?? '').trim());
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
    const after: Node[] = [];
    for (let last = line.at(-1); last && (isBreak(last) || isBlank(last)); last = line.at(-1)) {
      line.pop();
      if (isMark(last)) after.unshift(last);
    }
    if (line.length > 0) {
      const paragraph = holder.ownerDocument.createElement('p');
      paragraph.append(...line);
      parts.push(paragraph);
    }
    parts.push(...after);
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
    } else if (isMark(node) && line.length === 0) {
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
