import { isBlockElement, isSilentElement } from '../../text/blocks.ts';
import { tidyLine } from '../../text/normalise.ts';

/** One line of a comment as its reader sees it, with the text nodes that it was made of. */
export interface Line {
  readonly text: string;
  readonly nodes: readonly Text[];
}

/** The lines of an element without the subtrees in `skip`. Reads only. */
export function linesOf(root: Element, skip: ReadonlySet<Node>): Line[] {
  const lines: Line[] = [];
  let nodes: Text[] = [];
  const flush = () => {
    const text = tidyLine(nodes.map((node) => node.data).join(''));
    if (text) lines.push({ text, nodes });
    nodes = [];
  };
  const visit = (parent: Node) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (skip.has(child)) continue;
      if (child.nodeType === 3) nodes.push(child as Text);
      else if (child.nodeType === 1) visitElement(child as Element);
    }
  };
  const visitElement = (element: Element) => {
    if (element.nodeName === 'BR') return flush();
    if (isSilentElement(element)) return;
    const block = isBlockElement(element);
    if (block) flush();
    visit(element);
    if (block) flush();
  };
  visit(root);
  flush();
  return lines;
}
