import type { SafeHtml } from '../../../extraction/types/source.ts';
import { inertText } from '../../../text/inert.ts';

/** Where the file holds an image; null where it does not hold it. */
export type FindImage = (address: string) => string | null;

/**
 * The body of an article or comment for a file: our own marks are taken out, images are those that the file holds
 * itself, and every other image is a link with its description, so that opening the file asks nothing of anybody.
 * Gives a private copy.
 *
 * @param words what an image without a description is called
 */
export function bodyForFile(html: SafeHtml, findImage: FindImage, words: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(`<!DOCTYPE html><body>${html}`, 'text/html');
  for (const mark of body.querySelectorAll('[data-repeat]')) mark.remove();
  for (const element of body.querySelectorAll('[data-removed]')) element.removeAttribute('data-removed');
  for (const math of body.querySelectorAll('[data-math]')) nameMath(math);
  for (const code of body.querySelectorAll('[data-lang]')) code.removeAttribute('data-lang');
  for (const image of body.querySelectorAll('img')) placeImage(image, findImage, words);
  for (const link of body.querySelectorAll('a')) link.removeAttribute('target');
  makeInert(body);
  return body;
}

/** The addresses of all images of an article, once each, in their order. */
export function imageAddresses(html: SafeHtml): readonly string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const addresses = [...body.querySelectorAll('img')].map((image) => image.getAttribute('data-src') ?? '');
  return [...new Set(addresses.filter(Boolean))];
}

function nameMath(math: Element): void {
  math.setAttribute('class', `math-${math.getAttribute('data-math')}`);
  math.removeAttribute('data-math');
}

function placeImage(image: Element, findImage: FindImage, words: string): void {
  const address = image.getAttribute('data-src') ?? '';
  const found = findImage(address);
  const alt = image.getAttribute('alt')?.trim() ?? '';
  image.removeAttribute('data-src');
  if (found !== null) {
    image.setAttribute('src', found);
    image.setAttribute('alt', alt);
    return;
  }
  const name = alt || words;
  if (!/^https?:/u.test(address) || image.closest('a')) {
    image.replaceWith(alt);
    return;
  }
  const link = image.ownerDocument.createElement('a');
  link.setAttribute('href', address);
  link.setAttribute('rel', 'noreferrer');
  link.setAttribute('class', 'image');
  link.textContent = name;
  image.replaceWith(link);
}

/** No text and no attribute holds what XML forbids or what turns round the text beside it. */
function makeInert(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* texts */);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const inert = inertText(text.nodeValue ?? '');
    if (inert !== text.nodeValue) text.nodeValue = inert;
  }
  for (const element of body.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const inert = inertText(value);
      if (inert !== value) element.setAttribute(name, inert);
    }
  }
}
