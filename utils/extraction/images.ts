import { parseHtml } from '../page-copy/copy-page.ts';
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
  'data-lazy',
  'data-orig-file',
  'data-litespeed-src',
  'data-ll-src',
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
/** Files that stand for an image that a script has not loaded yet. */
const PLACEHOLDER =
  /^(?:data:|about:)|\/(?:blank|spacer|pixel|transparent|placeholder|lazy(?:-?load)?|loading|loader|dummy|1x1|grey|gray)(?:[-_.]\w*)*\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)/iu;
/** The widest source that a reader needs on a large screen, in CSS pixels. */
const WIDEST = 1600;
/** A descriptor `2x` says so much more than none; images of this width are usual where it is used. */
const USUAL_WIDTH = 500;

/**
 * Gives an image its real source: from lazy-loading attributes, from what the live page shows, from `srcset` or
 * from its `<picture>`. Changes the given element, which must be in the private copy.
 *
 * @param shown the address that the live page loaded for it, where there is one
 */
export function recoverImage(image: Element, baseUrl: string, shown: string | undefined = undefined): void {
  const source = bestSource(image, baseUrl, shown);
  if (source) image.setAttribute('src', source);
  image.removeAttribute('srcset');
}

function bestSource(image: Element, baseUrl: string, shown: string | undefined): string | null {
  for (const name of LAZY_ATTRIBUTES) {
    const url = toAbsoluteUrl(image.getAttribute(name), baseUrl);
    if (url && !/\.(?:js|json|html?)(?:$|\?)/u.test(url)) return url;
  }
  const loaded = shown && !PLACEHOLDER.test(shown) ? toAbsoluteUrl(shown, baseUrl) : null;
  if (loaded) return loaded;
  const own = image.getAttribute('src') ?? '';
  const isPlaceholder = own === '' || PLACEHOLDER.test(own);
  const inSet = widestInSets(image, baseUrl);
  if (!isPlaceholder) return (inSet && inSet.width > USUAL_WIDTH && inSet.url) || toAbsoluteUrl(own, baseUrl);
  return inSet?.url ?? fromPicture(image, baseUrl) ?? (own || null);
}

interface Sized {
  readonly url: string;
  readonly width: number;
}

function widestInSets(image: Element, baseUrl: string): Sized | null {
  for (const name of LAZY_SETS) {
    const widest = widestOf(image.getAttribute(name), baseUrl);
    if (widest) return widest;
  }
  return null;
}

function fromPicture(image: Element, baseUrl: string): string | null {
  const picture = image.parentElement?.nodeName.toUpperCase() === 'PICTURE' ? image.parentElement : null;
  for (const source of picture?.querySelectorAll('source') ?? []) {
    const widest = widestOf(source.getAttribute('srcset') ?? source.getAttribute('data-srcset'), baseUrl);
    if (widest) return widest.url;
  }
  return null;
}

/** The widest candidate of a `srcset` up to `WIDEST`. */
function widestOf(srcset: string | null, baseUrl: string): Sized | null {
  if (!srcset) return null;
  let best: Sized | null = null;
  for (const { address, width } of candidatesOf(srcset)) {
    if (best && !isBetter(width, best.width)) continue;
    const url = toAbsoluteUrl(address, baseUrl);
    if (url) best = { url, width };
  }
  return best;
}

function isBetter(width: number, best: number): boolean {
  return best > WIDEST ? width < best : width > best && width <= WIDEST;
}

/** The candidates of a `srcset`; addresses may hold commas, so white space parts them from their widths. */
function* candidatesOf(srcset: string): Generator<{ readonly address: string; readonly width: number }> {
  const words = srcset.trim().split(/\s+/u);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const address = word.replace(/^,+|,+$/gu, '');
    const descriptor = word.endsWith(',') ? null : /^([\d.]{1,8})([wx]),?(.*)$/u.exec(words[at + 1] ?? '');
    const size = Number(descriptor?.[1] ?? 1);
    if (address) yield { address, width: descriptor?.[2] === 'w' ? size : size * USUAL_WIDTH };
    if (!descriptor) continue;
    // "a.jpg 1x,b.jpg 2x" has no space after its comma.
    if (descriptor[3]) words[at + 1] = descriptor[3];
    else at += 1;
  }
}

/**
 * A `<noscript>` that holds one image is the real copy of the lazy image beside it.
 * @returns the image that now has, or is, the real one
 */
export function liftNoscriptImage(noscript: Element): Element | null {
  const source = noscript.textContent ?? '';
  const isParsed = noscript.firstElementChild !== null;
  if (!isParsed && !source.includes('<img')) return null;
  const inner = isParsed ? noscript : parseHtml(source).body;
  const images = inner.querySelectorAll('img');
  const image = images[0];
  if (images.length !== 1 || !image?.getAttribute('src')) return null;
  const beside = noscript.previousElementSibling ?? noscript.nextElementSibling;
  const lazy = beside?.nodeName.toUpperCase() === 'IMG' ? beside : beside?.querySelector('img');
  if (lazy) return takeOver(lazy, image);
  const copy = image.cloneNode(true) as Element;
  noscript.replaceWith(copy);
  return copy;
}

function takeOver(lazy: Element, real: Element): Element {
  lazy.setAttribute('data-src', real.getAttribute('src') ?? '');
  const alt = real.getAttribute('alt');
  if (alt && !lazy.getAttribute('alt')) lazy.setAttribute('alt', alt);
  return lazy;
}

/** AMP's images, as images. */
export function plainImage(element: Element): Element {
  const image = element.ownerDocument.createElement('img');
  for (const name of ['src', 'srcset', 'alt', 'width', 'height']) {
    const value = element.getAttribute(name);
    if (value !== null) image.setAttribute(name, value);
  }
  element.replaceWith(image);
  return image;
}
