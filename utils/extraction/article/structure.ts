import { sumsByHolder } from '../block-tree.ts';
import { platformById } from '../platforms.ts';
import { blocksInside, type Flags, type Search } from './candidates.ts';

/** The body that the page's data holds, where the page itself shows none. */
export function byStructuredData({ source, blocks }: Search): Flags | null {
  return source.dataBody && blocksInside([source.dataBody], blocks);
}

/** The containers in which the page's blog platform keeps the article's parts. */
export function byPlatform(search: Search): Flags | null {
  return bySelectors(search, platformById(search.source.platform)?.article ?? []);
}

const MARKED_BODIES = ['[itemprop~="articleBody"]', '.h-entry .e-content', '.hentry .entry-content'];

/** What the page's microdata or microformats mark as the article's body. */
export function byMicroformat(search: Search): Flags | null {
  // Most pages mark nothing, which one query tells.
  if (!search.source.body.querySelector(MARKED_BODIES.join(', '))) return null;
  return bySelectors(search, MARKED_BODIES);
}

/** The page's only `<article>`, or its only `<main>`. */
export function byLandmark({ source, blocks }: Search): Flags | null {
  for (const selector of ['article, [role="article"]', 'main, [role="main"]']) {
    const parts = outermost(source.body.querySelectorAll(selector));
    if (parts.length === 1) return blocksInside(parts, blocks);
  }
  return null;
}

function bySelectors({ source, blocks }: Search, selectors: readonly string[]): Flags | null {
  for (const selector of selectors) {
    const isTaken = blocksInside(outermost(source.body.querySelectorAll(selector)), blocks);
    if (isTaken) return isTaken;
  }
  return null;
}

/** The element that gathers the most prose for the labels and links that it brings along. */
export function byDensity({ blocks, tree }: Search): Flags | null {
  const gains = blocks.map(({ prose, length, linkShare }) =>
    prose > 0 ? prose : -Math.min(length, 40) * (0.5 + 2 * linkShare),
  );
  const sums = sumsByHolder(tree, gains);
  let best = tree.root;
  let most = sums[best.index] ?? 0;
  for (const holder of tree.holders) {
    const sum = sums[holder.index] ?? 0;
    // The innermost of those that gather the same.
    if (sum < most || (sum === most && !best.element.contains(holder.element))) continue;
    best = holder;
    most = sum;
  }
  return most > 0 ? blocksInside([best.element], blocks) : null;
}

/** Those of a list in page order that stand in no other of them. */
function outermost(elements: Iterable<Element>): Element[] {
  const outer: Element[] = [];
  for (const element of elements) if (!outer.at(-1)?.contains(element)) outer.push(element);
  return outer;
}
