import type { WeighedBlock } from './prose.ts';

/** An element that holds blocks, itself or in what it contains. */
export interface Holder {
  readonly element: Element;
  /** The holder around it; null for the root. */
  readonly parent: Holder | null;
  /** Its place in the list of all holders. */
  readonly index: number;
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
  readonly byElement: ReadonlyMap<Element, Holder>;
  /** By block: the holder of the block's own element. */
  readonly ofBlock: readonly Holder[];
}

/** The holders of the given blocks, which all stand in `root`. Reads the page once, linear in its size. */
export function blockTreeOf(blocks: readonly WeighedBlock[], root: Element): BlockTree {
  const byElement = new Map<Element, Holder>();
  const holders: Holder[] = [];
  const add = (element: Element, parent: Holder | null): Holder => {
    const holder: Holder = { element, parent, index: holders.length, length: 0, linked: 0, prose: 0 };
    byElement.set(element, holder);
    holders.push(holder);
    return holder;
  };
  const top = add(root, null);
  // Depth of the tree is bounded by `snapshot.ts`, so recursion is safe.
  const holderOf = (element: Element | null): Holder =>
    element === null ? top : (byElement.get(element) ?? add(element, holderOf(element.parentElement)));
  const ofBlock = blocks.map((block) => {
    const holder = holderOf(block.element);
    holder.length += block.length;
    holder.linked += block.length * block.linkShare;
    holder.prose += block.prose;
    return holder;
  });
  for (let at = holders.length - 1; at > 0; at -= 1) addToParent(holders[at]);
  return { root: top, holders, byElement, ofBlock };
}

function addToParent(holder: Holder | undefined): void {
  if (!holder?.parent) return;
  holder.parent.length += holder.length;
  holder.parent.linked += holder.linked;
  holder.parent.prose += holder.prose;
}

/** Sums a value of every block over the holders around it; by the holders' indexes. */
export function sumsByHolder({ holders, ofBlock }: BlockTree, values: readonly number[]): number[] {
  const sums = new Array<number>(holders.length).fill(0);
  const gain = (holder: Holder, value: number) => {
    sums[holder.index] = (sums[holder.index] ?? 0) + value;
  };
  ofBlock.forEach((holder, index) => {
    gain(holder, values[index] ?? 0);
  });
  for (let at = holders.length - 1; at > 0; at -= 1) {
    const parent = holders[at]?.parent;
    if (parent) gain(parent, sums[at] ?? 0);
  }
  return sums;
}
