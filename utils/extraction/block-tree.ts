import type { WeighedBlock } from './prose.ts';

/** An element that holds blocks, itself or in what it contains. */
export interface Holder {
  readonly element: Element;
  /** The holder around it; null for the root. */
  readonly parent: Holder | null;
  /** Steps from the root, which is 0. */
  readonly depth: number;
  /** Sums over all blocks inside, in units of `readingLength`. */
  length: number;
  linked: number;
  prose: number;
}

/** The elements that hold a page's blocks. */
export interface BlockTree {
  readonly root: Holder;
  /** Every holder; one that stands around another comes before it. */
  readonly holders: readonly Holder[];
  /** By block: the holder of the block's own element. */
  readonly ofBlock: readonly Holder[];
}

/** The holders of the given blocks, which all stand in `root`. Reads the page once, linear in its size. */
export function blockTreeOf(blocks: readonly WeighedBlock[], root: Element): BlockTree {
  const byElement = new Map<Element, Holder>();
  const holders: Holder[] = [];
  const add = (element: Element, parent: Holder | null): Holder => {
    const depth = parent ? parent.depth + 1 : 0;
    const holder: Holder = { element, parent, depth, length: 0, linked: 0, prose: 0 };
    byElement.set(element, holder);
    holders.push(holder);
    return holder;
  };
  const top = add(root, null);
  const holderOf = (element: Element): Holder => {
    const path: Element[] = [];
    let at: Element | null = element;
    while (at && !byElement.has(at)) {
      path.push(at);
      at = at.parentElement;
    }
    let holder = (at && byElement.get(at)) ?? top;
    for (const inner of path.reverse()) holder = add(inner, holder);
    return holder;
  };
  const ofBlock = blocks.map((block) => {
    const holder = holderOf(block.element);
    holder.length += block.length;
    holder.linked += block.length * block.linkShare;
    holder.prose += block.prose;
    return holder;
  });
  for (let at = holders.length - 1; at > 0; at -= 1) addToParent(holders[at]);
  return { root: top, holders, ofBlock };
}

function addToParent(holder: Holder | undefined): void {
  if (!holder?.parent) return;
  holder.parent.length += holder.length;
  holder.parent.linked += holder.linked;
  holder.parent.prose += holder.prose;
}

/** Sums a value of every block over the holders around it; in the order of `holders`. */
export function sumsByHolder(tree: BlockTree, values: readonly number[]): ReadonlyMap<Holder, number> {
  const sums = new Map<Holder, number>();
  const gain = (holder: Holder, value: number) => sums.set(holder, (sums.get(holder) ?? 0) + value);
  tree.ofBlock.forEach((holder, index) => {
    gain(holder, values[index] ?? 0);
  });
  for (let at = tree.holders.length - 1; at > 0; at -= 1) {
    const holder = tree.holders[at];
    if (holder?.parent) gain(holder.parent, sums.get(holder) ?? 0);
  }
  return sums;
}
