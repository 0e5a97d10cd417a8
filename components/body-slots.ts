import { imageSources } from '../utils/extraction/image-sources.ts';
import type { SafeHtml } from '../utils/extraction/types/source.ts';

/** A place in an article's body where the screen draws something of its own. */
export interface RepeatSlot {
  readonly place: Element;
  readonly repeatId: string;
}

export interface ImageSlot {
  readonly place: Element;
  readonly src: string;
  /** True when the image lies in the page itself, so that showing it asks nobody for it. */
  readonly embedded: boolean;
  readonly alt: string;
  /** CSS pixels; null where the page did not say. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface BodySlots {
  readonly repeats: readonly RepeatSlot[];
  readonly images: readonly ImageSlot[];
}

export const NO_SLOTS: BodySlots = { repeats: [], images: [] };

/** Counts the images that would have to be fetched, without building them into a page. */
export function countRemoteImages(html: SafeHtml, isKept: (url: string) => boolean = () => false): number {
  return imageSources(html).filter((url) => !isKept(url)).length;
}

/**
 * Finds the places for repeat chips and puts a place where each image belongs: the images themselves never
 * get an address, so nothing is asked of the network before the reader wants it.
 */
export function takeSlots(body: Element): BodySlots {
  const repeats = [...body.querySelectorAll('span[data-repeat]')].map((place) => ({
    place,
    repeatId: place.getAttribute('data-repeat') ?? '',
  }));
  const images: ImageSlot[] = [];
  for (const image of body.querySelectorAll('img[data-src]')) {
    const src = image.getAttribute('data-src') ?? '';
    const place = image.ownerDocument.createElement('span');
    image.replaceWith(place);
    images.push({
      place,
      src,
      embedded: src.startsWith('data:'),
      alt: image.getAttribute('alt')?.trim() ?? '',
      width: pixels(image.getAttribute('width')),
      height: pixels(image.getAttribute('height')),
    });
  }
  return { repeats, images };
}

/**
 * Code and tables that are wider than the column scroll by themselves, so the keyboard must reach them. Looks
 * again whenever the column's width changes, as it does when its tab is first shown.
 * @returns stops looking
 */
export function keepScrollersFocusable(body: Element): () => void {
  // Most comments have none, and hundreds of observers would each be told of every change of width.
  if (!body.querySelector('pre, table')) return () => {};
  const observer = new ResizeObserver(() => {
    for (const scroller of body.querySelectorAll('pre, table')) {
      if (scroller.scrollWidth > scroller.clientWidth) scroller.setAttribute('tabindex', '0');
      else scroller.removeAttribute('tabindex');
    }
  });
  observer.observe(body);
  return () => observer.disconnect();
}

function pixels(value: string | null): number | null {
  const number = Number.parseInt(value ?? '', 10);
  return number > 0 ? number : null;
}
