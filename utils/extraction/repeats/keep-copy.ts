import { type Block, isBlockElement } from '../../text/blocks.ts';
import { shapeOf } from '../shape.ts';
import type { RepeatCopy } from '../types/article.ts';

/** Turns what an element holds into HTML that is safe to show; takes it from there. */
export type WriteHtml = (holder: Element) => string;

/** HTML kept with the copies of one article: it is sent and saved with it. Characters. */
const MOST_HTML = 100_000;
/** Blocks that are what they are by their element; others are paragraphs. */
const OWN_ELEMENT = /^(?:H[1-6]|PRE|BLOCKQUOTE|LI|DT|DD|FIGCAPTION)$/u;

/** Keeps what is needed to show folded copies in their places; `write` makes their HTML, none where it is absent. */
export function copyKeeper(write?: WriteHtml) {
  let left = MOST_HTML;

  /** Leaves a mark before a copy, which is about to be taken out, and keeps what it is. */
  return function keep(id: string, block: Block, differs: boolean): RepeatCopy {
    const { element, text } = block;
    const shape = shapeOf(element);
    const html = write && left > text.length ? write(contentOf(block)) : '';
    const isKept = html !== '' && html.length <= left;
    if (isKept) left -= html.length;
    const [first] = block.nodes;
    const mark = element.ownerDocument.createElement('span');
    mark.setAttribute('data-copy', id);
    first?.parentNode?.insertBefore(mark, first);
    return { text, differs, id, shape, ...(isKept ? { html } : {}) };
  };
}

/** A holder with a copy of a block: its own nodes with the inline elements around them, nothing of its neighbours. */
export function contentOf({ element, nodes }: Block): Element {
  const document = element.ownerDocument;
  const holder = document.createElement('div');
  const name = OWN_ELEMENT.test(element.nodeName) ? element.nodeName.toLowerCase() : 'p';
  const content = document.createElement(name);
  const taken = new Set<Node>();
  for (const node of nodes) {
    const top = topOf(node, element);
    if (taken.has(top)) continue;
    taken.add(top);
    content.append(top.cloneNode(true));
  }
  if (name === 'li') {
    const list = document.createElement(element.parentElement?.nodeName === 'OL' ? 'ol' : 'ul');
    list.append(content);
    holder.append(list);
  } else if (name === 'dt' || name === 'dd') {
    const list = document.createElement('dl');
    list.append(content);
    holder.append(list);
  } else holder.append(content);
  return holder;
}

/** The outermost inline element around a node within its block; the node itself where that holds more than the block. */
function topOf(node: Node, element: Element): Node {
  let top = node;
  for (let parent = node.parentElement; parent && parent !== element; parent = parent.parentElement) {
    if (isBlockElement(parent) || (parent.querySelector('br') !== null && element.nodeName !== 'PRE')) break;
    top = parent;
  }
  return top;
}
