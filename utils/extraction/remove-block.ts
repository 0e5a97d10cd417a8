import type { Block } from '../text/blocks.ts';

const KEEPS_EMPTY = 'img, video, audio, iframe, hr, td, th';

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
      parent.remove();
      parent = outer;
    }
  }
}

function isEmpty(element: Element): boolean {
  return !element.textContent?.trim() && !element.matches(KEEPS_EMPTY) && !element.querySelector(KEEPS_EMPTY);
}
