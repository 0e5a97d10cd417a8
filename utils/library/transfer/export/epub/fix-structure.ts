import { LINE_HOLDERS, PARENTS, PHRASING, RENAMED, TRANSPARENT, UNWRAPPED } from './content-model.ts';
import { isBlank, nameOf, rename, unwrap } from './dom.ts';
import { rebuildTable } from './fix-table.ts';

/**
 * Gives a body the structure that books must have. Nothing is lost by it: what stands where it may not becomes a
 * `div` or a `p` with the same content. Changes the given copy, from the inside out; the sanitiser has bounded how
 * deep it is.
 */
export function fixStructure(body: Element): void {
  for (const child of [...body.children]) fix(child);
}

function fix(element: Element): void {
  fixStructure(element);
  const name = nameOf(element);
  if (UNWRAPPED.has(name) || isMisplacedPart(element)) unwrap(element);
  else if (RENAMED[name]) fixLine(rename(element, RENAMED[name]));
  else if (isMisplaced(element)) fixLine(rename(element, 'div'));
  else {
    FIXES[name]?.(element);
    fixLine(element);
  }
}

/** What belongs into another element that is not around it. */
function isMisplaced(element: Element): boolean {
  const parents = PARENTS[nameOf(element)];
  return parents !== undefined && !(element.parentElement && parents.has(nameOf(element.parentElement)));
}

/** Parts of lines that stand where they may not. */
function isMisplacedPart(element: Element): boolean {
  const name = nameOf(element);
  if (name === 'rt' || name === 'rp') return isMisplaced(element);
  if (name === 'bdo') return !element.hasAttribute('dir');
  if (name === 'a') return !element.hasAttribute('href') || isWithin(element, 'a');
  return (name === 'dfn' || name === 'ruby') && isWithin(element, name);
}

function isWithin(element: Element, name: string): boolean {
  return element.parentElement?.closest(name) != null;
}

/** An element for a line that holds a block becomes a block. */
function fixLine(element: Element): void {
  const name = nameOf(element);
  if (!element.parentNode || !LINE_HOLDERS.has(name) || ![...element.children].some(isBlock)) return;
  rename(element, name === 'th' ? 'td' : 'div');
}

function isBlock(element: Element): boolean {
  const name = nameOf(element);
  if (!PHRASING.has(name)) return true;
  return TRANSPARENT.has(name) && [...element.children].some(isBlock);
}

const FIXES: Readonly<Record<string, (element: Element) => void>> = {
  ul: fixList,
  ol: fixList,
  dl: fixDefinitions,
  figure: fixFigure,
  table: rebuildTable,
  ruby: fixRuby,
};

/** A list holds items alone. */
function fixList(list: Element): void {
  let stray: Element | null = null;
  for (const node of [...list.childNodes]) {
    if (nameOf(node) === 'li') stray = null;
    else if (isBlank(node)) node.remove();
    else {
      if (!stray) {
        stray = list.ownerDocument.createElement('li');
        node.before(stray);
      }
      stray.append(node);
    }
  }
  if (list.children.length === 0) list.remove();
}

/** One or more terms, then one or more definitions, and so on; anything else is no list of definitions. */
function fixDefinitions(list: Element): void {
  const nodes = [...list.childNodes].filter((node) => !isBlank(node));
  if (/^(?:(?:dt )+(?:dd )+)+$/u.test(nodes.map((node) => `${nameOf(node)} `).join(''))) return;
  for (const item of [...list.children]) {
    if (nameOf(item) === 'dt' || nameOf(item) === 'dd')
      fixLine(rename(item, nameOf(item) === 'dt' ? 'p' : 'div'));
  }
  rename(list, 'div');
}

/** At most one caption, at the beginning or the end. */
function fixFigure(figure: Element): void {
  const captions = [...figure.children].filter((child) => nameOf(child) === 'figcaption');
  const nodes = [...figure.childNodes].filter((node) => !isBlank(node));
  const kept = captions.find((caption) => caption === nodes[0] || caption === nodes.at(-1));
  for (const caption of captions) if (caption !== kept) rename(caption, 'div');
}

/** One base and its reading each, with brackets for programs that set no readings beside the line. */
function fixRuby(ruby: Element): void {
  const pieces: Node[] = [];
  let base: Node[] = [];
  for (const node of [...ruby.childNodes]) {
    const name = nameOf(node);
    if (name === 'rp') continue;
    if (name !== 'rt') {
      base.push(node);
      continue;
    }
    const reading = node.textContent ?? '';
    if (base.some((part) => !isBlank(part))) pieces.push(readingPair(base, reading, ruby.ownerDocument));
    else pieces.push(...base, ruby.ownerDocument.createTextNode(reading.trim() && `（${reading}）`));
    base = [];
  }
  ruby.replaceWith(...pieces, ...base);
}

function readingPair(base: readonly Node[], reading: string, document: Document): Element {
  const pair = document.createElement('ruby');
  const part = (name: string, text: string) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  pair.append(...base, part('rp', '（'), part('rt', reading), part('rp', '）'));
  return pair;
}
