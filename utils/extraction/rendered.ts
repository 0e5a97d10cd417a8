import { memberOf } from './clobbering.ts';
import { copyShadowTrees, declaredShadowTrees, flattenShadowTrees } from './content/shadow.ts';
import type { Page } from './types.ts';

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
 * Brings a private copy to what a browser shows: open shadow trees are put into their hosts, and a live page is
 * asked what it hides and which images it loaded. The page itself is only read. The copy must still have the
 * elements of the page, one for one.
 */
export function render(page: Page, copy: Document): Rendered {
  if (!page.isShown) {
    const unshown = flattenShadowTrees(declaredShadowTrees(copy));
    return { hidden: [...unshown, ...hiddenIn(page, null, copy)], shown: new Map() };
  }
  const hidden: Element[] = [];
  const shown = new Map<Element, string>();
  const look = (live: Document | ShadowRoot, copied: Document | DocumentFragment) => {
    hidden.push(...hiddenIn(page, live, copied));
    noteImages(live, copied, shown);
  };
  look(page.document, copy);
  const trees = copyShadowTrees(page.document, copy, look);
  return { hidden: [...hidden, ...flattenShadowTrees(trees)], shown };
}

/** Elements of the copy that the page hides; where the page is live, only those that it really does not show. */
function hiddenIn(page: Page, live: ParentNode | null, copy: ParentNode): Element[] {
  const originals = live ? memberOf(live, 'querySelectorAll')(HIDDEN_HINTS) : null;
  const found: Element[] = [];
  copy.querySelectorAll(HIDDEN_HINTS).forEach((element, index) => {
    if (!isHiddenInMarkup(element)) return;
    const original = originals?.[index];
    if (original && page.isShown?.(original)) return;
    found.push(element);
  });
  return found;
}

function isHiddenInMarkup(element: Element): boolean {
  if (element.nodeName.toUpperCase() === 'BODY') return false;
  if (element.hasAttribute('hidden')) return element.getAttribute('hidden') !== 'until-found';
  const style = element.getAttribute('style') ?? '';
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)) return true;
  // Headings repeat their anchors and icons for the eye only; a paragraph is never decoration.
  return element.getAttribute('aria-hidden') === 'true' && !element.querySelector('p, img');
}

/** Notes the source that a browser chose and loaded for every image of a live tree. */
function noteImages(live: ParentNode, copy: ParentNode, shown: Map<Element, string>): void {
  const copies = copy.querySelectorAll('img');
  memberOf(
    live,
    'querySelectorAll',
  )('img').forEach((image, index) => {
    const twin = copies[index];
    const { currentSrc, naturalWidth } = image as HTMLImageElement;
    if (twin && currentSrc && naturalWidth > SMALLEST_IMAGE) shown.set(twin, currentSrc);
  });
}

/** Smaller ones stand for an image that is still to come. */
const SMALLEST_IMAGE = 2;
