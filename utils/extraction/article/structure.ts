import { platformById } from '../platforms.ts';
import { type Leaf, leavesOf, type Search } from './candidates.ts';

/** The containers in which the page's blog platform keeps the article's parts. */
export function byPlatform({ source }: Search): ReadonlySet<Leaf> | null {
  const platform = platformById(source.platform);
  for (const selector of platform?.article ?? []) {
    const parts = outermost([...source.body.querySelectorAll(selector)]).filter(
      (part) => textLength(part) > 0,
    );
    if (parts.length > 0) return leavesOf(parts);
  }
  return null;
}

/** What the page's microdata or microformats mark as the article's body. */
export function byMicroformat({ source }: Search): ReadonlySet<Leaf> | null {
  for (const selector of ['[itemprop~="articleBody"]', '.h-entry .e-content', '.hentry .entry-content']) {
    const parts = outermost([...source.body.querySelectorAll(selector)]).filter(
      (part) => textLength(part) > 0,
    );
    if (parts.length > 0) return leavesOf(parts);
  }
  return null;
}

/** The page's only `<article>`, or its only `<main>`. */
export function byLandmark({ source }: Search): ReadonlySet<Leaf> | null {
  const articles = outermost([...source.body.querySelectorAll('article, [role="article"]')]);
  if (articles.length === 1) return leavesOf(articles);
  const mains = outermost([...source.body.querySelectorAll('main, [role="main"]')]);
  return mains.length === 1 ? leavesOf(mains) : null;
}

/** The element that gathers the most prose for the labels and links that it brings along. */
export function byDensity({ source, blocks }: Search): ReadonlySet<Leaf> | null {
  const sums = new Map<Element, number>();
  for (const block of blocks) {
    const gain = block.prose > 0 ? block.prose : -Math.min(block.length, 40) * (0.5 + 2 * block.linkShare);
    for (let element: Element | null = block.element; element; element = element.parentElement) {
      sums.set(element, (sums.get(element) ?? 0) + gain);
      if (element === source.body) break;
    }
  }
  let best: Element = source.body;
  let most = 0;
  for (const [element, sum] of sums) {
    if (sum < most || (sum === most && !best.contains(element))) continue;
    best = element;
    most = sum;
  }
  return most > 0 ? leavesOf([best]) : null;
}

function outermost(elements: readonly Element[]): Element[] {
  return elements.filter(
    (element) => !elements.some((other) => other !== element && other.contains(element)),
  );
}

function textLength(element: Element): number {
  return element.textContent?.trim().length ?? 0;
}
