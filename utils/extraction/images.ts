import { toAbsoluteUrl } from '../text/urls.ts';

/** Attributes in which lazy-loading scripts keep an image's real address, most common first. */
const LAZY_ATTRIBUTES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-original-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-echo',
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
/** The widest source that a reader needs on a large screen, in CSS pixels. */
const WIDEST = 1600;

/**
 * Gives every image its real source: from lazy-loading attributes, from `srcset`, from its `<picture>` or from
 * a `<noscript>` copy beside it. Changes the given tree, which must be the private copy.
 */
export function recoverImages(body: HTMLElement, baseUrl: string): void {
  for (const noscript of body.querySelectorAll('noscript')) liftNoscriptImage(noscript);
  for (const image of body.querySelectorAll('img')) {
    const source = bestSource(image, baseUrl);
    if (source) image.setAttribute('src', source);
    image.removeAttribute('srcset');
  }
}

function bestSource(image: Element, baseUrl: string): string | null {
  for (const name of LAZY_ATTRIBUTES) {
    const url = toAbsoluteUrl(image.getAttribute(name), baseUrl);
    if (url && !/\.(?:js|json|html?)(?:$|\?)/u.test(url)) return url;
  }
  const own = image.getAttribute('src') ?? '';
  const isPlaceholder = own === '' || own.startsWith('data:');
  if (!isPlaceholder) return toAbsoluteUrl(own, baseUrl);
  for (const name of LAZY_SETS) {
    const url = widestOf(image.getAttribute(name), baseUrl);
    if (url) return url;
  }
  const picture = image.parentElement?.nodeName.toUpperCase() === 'PICTURE' ? image.parentElement : null;
  for (const source of picture?.querySelectorAll('source') ?? []) {
    const url = widestOf(source.getAttribute('srcset') ?? source.getAttribute('data-srcset'), baseUrl);
    if (url) return url;
  }
  return own || null;
}

/** The widest candidate of a `srcset` up to `WIDEST`; addresses may hold commas, so it splits at descriptors. */
function widestOf(srcset: string | null, baseUrl: string): string | null {
  if (!srcset) return null;
  let best: { url: string; width: number } | null = null;
  for (const match of srcset.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/gu)) {
    const url = toAbsoluteUrl(match[1], baseUrl);
    const width = Number(match[2] ?? 1) * (match[3] === 'w' ? 1 : 500);
    if (url && (!best || (width > best.width && width <= WIDEST))) best = { url, width };
  }
  return best?.url ?? null;
}

/** A `<noscript>` that holds one image is the real copy of the lazy image beside it. */
function liftNoscriptImage(noscript: Element): void {
  const inner =
    noscript.firstElementChild?.ownerDocument === noscript.ownerDocument
      ? noscript
      : new DOMParser().parseFromString(noscript.textContent ?? '', 'text/html').body;
  const images = inner.querySelectorAll('img');
  const image = images[0];
  if (images.length !== 1 || !image?.getAttribute('src')) return;
  const beside = noscript.previousElementSibling ?? noscript.nextElementSibling;
  const lazy = beside?.nodeName.toUpperCase() === 'IMG' ? beside : beside?.querySelector('img');
  if (lazy) lazy.setAttribute('data-src', image.getAttribute('src') ?? '');
  else noscript.replaceWith(noscript.ownerDocument.importNode(image, true));
}
