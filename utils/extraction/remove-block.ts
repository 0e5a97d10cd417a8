import type { Block } from '../text/blocks.ts';

/** Elements that say something without any text. */
const KEEPS_EMPTY = new Set(['IMG', 'VIDEO', 'AUDIO', 'IFRAME', 'HR', 'TD', 'TH']);

/**
 * Takes a block out of a private copy, with the line break that ended it and the elements that nothing else
 * needs. The root itself stays.
 */
export function removeBlock({ nodes }: Block, root: Element): void {
  for (const node of nodes) {
    let parent: Element | null = node.parentElement;
    const after = node.nextSibling;
    (node as ChildNode).remove();
    if (after?.nodeName.toUpperCase() === 'BR') after.remove();
    while (parent && parent !== root && isEmpty(parent)) {
      const outer: Element | null = parent.parentElement;
      parent.replaceWith(...marksIn(parent));
      parent = outer;
    }
  }
}

/** The marks in an element (comments, and those of `data-` attributes) of what stood there: they stay where they are. */
function marksIn(element: Element): Node[] {
  return [...element.childNodes].flatMap((child) => {
    if (child.nodeType === 8) return [child];
    if (child.nodeType !== 1) return [];
    return (child as Element).matches('[data-removed], [data-copy]') ? [child] : marksIn(child as Element);
  });
}

/** Stops at the first thing it finds: the element may be the whole article. */
function isEmpty(element: Element): boolean {
  if (KEEPS_EMPTY.has(element.nodeName)) return false;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '') return false;
    if (child.nodeType === 1 && !isEmpty(child as Element)) return false;
  }
  return true;
}
