import { toAbsoluteUrl } from '../text/urls.ts';
import type { AbsoluteUrl } from './types/source.ts';

const IMAGE = /<img\b(?:[^>"]|"[^"]*")*>/giu;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/gu;
/** What browsers write in attributes in place of what would end them. */
const ESCAPED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/**
 * The addresses of the images in HTML as our sanitiser writes it, in order and as often as they are there; those that
 * lie in the HTML itself have none. Works without a DOM, which workers of browsers do not have.
 */
export function imageSources(html: string): AbsoluteUrl[] {
  return [...html.matchAll(IMAGE)]
    .map(([image]) => toAbsoluteUrl(sourceOf(image)))
    .filter((url) => url !== null);
}

function sourceOf(image: string): string | null {
  for (const [, name, value = ''] of image.matchAll(ATTRIBUTE)) {
    if (name?.toLowerCase() === 'data-src') return unescaped(value);
  }
  return null;
}

function unescaped(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|nbsp);/gu, (whole, name: string) => ESCAPED[name] ?? whole);
}
