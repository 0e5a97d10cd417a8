import { originOf, shadowTreesOf } from '../page-copy/copy-page.ts';
import { flattenShadowTrees } from './content/shadow.ts';
import type { Page } from './types/source.ts';

/** Where a static page hides things. Whether they are hidden indeed, only a live page knows. */
const HIDDEN_HINTS = '[hidden], [style*="display"], [style*="visibility"], [aria-hidden="true"]';

/** What a browser shows of a page, told for the private copy. */
export interface Rendered {
  /** Elements of the copy that the page hides. */
  readonly hidden: readonly Element[];
  /** Addresses that a live page loaded for its images, by the images of the copy. */
  readonly shown: ReadonlyMap<Element, string>;
}

/**
 * Brings a private copy to what a browser shows: shadow trees are put into their hosts, and a live page is asked
 * what it hides and which images it loaded. The page itself is only read.
 */
export function render(page: Page, copy: Document): Rendered {
  const unshown = flattenShadowTrees(shadowTreesOf(copy));
  const shown = page.isShown ? loadedImages(copy) : new Map<Element, string>();
  return { hidden: [...unshown, ...hiddenIn(page, copy)], shown };
}

/** Elements of the copy that the page hides; where the page is live, only those that it really does not show. */
function hiddenIn({ isShown }: Page, copy: Document): Element[] {
  return [...copy.querySelectorAll(HIDDEN_HINTS)].filter((element) => {
    if (!isHiddenInMarkup(element)) return false;
    const origin = isShown ? originOf(element) : null;
    return !(origin && isShown?.(origin));
  });
}

function isHiddenInMarkup(element: Element): boolean {
  if (element.nodeName.toUpperCase() === 'BODY') return false;
  if (element.hasAttribute('hidden')) return element.getAttribute('hidden') !== 'until-found';
  const style = element.getAttribute('style') ?? '';
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)) return true;
  // Headings repeat their anchors and icons for the eye only; a paragraph is never decoration.
  return element.getAttribute('aria-hidden') === 'true' && !element.querySelector('p, img');
}

/** The source that a browser chose and loaded for every image of a live page. */
function loadedImages(copy: Document): Map<Element, string> {
  const loaded = new Map<Element, string>();
  for (const image of copy.querySelectorAll('img')) {
    const origin = originOf(image) as HTMLImageElement | null;
    if (origin?.currentSrc && origin.naturalWidth > SMALLEST_IMAGE) loaded.set(image, origin.currentSrc);
  }
  return loaded;
}

/** Smaller ones stand for an image that is still to come. */
const SMALLEST_IMAGE = 2;
