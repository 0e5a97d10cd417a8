import { liftNoscriptImage, plainImage, recoverImage } from '../images.ts';
import type { Removals } from '../types/removals.ts';
import { CODE_SELECTOR, tidyCode } from './code.ts';
import { EMBED_SELECTOR, holdEmbed } from './embeds.ts';
import { MATH_SELECTOR, tidyMath, tidyMathImage } from './math.ts';

/** What no stage after this one reads. */
const DROPPED = 'script, style, link, meta, template, noscript, object, embed, canvas, iframe, frame';
/** Those of them that hold nothing in any form. */
const ALWAYS_DROPPED = new Set(['STYLE', 'LINK', 'META', 'TEMPLATE']);
/** Marks that only this pipeline sets; a page that has them forges them. */
const MARKS = ['data-repeat', 'data-copy', 'data-removed', 'data-math', 'data-embed', 'data-beside'] as const;
const FORGED = MARKS.map((mark) => `[${mark}]`).join(', ');
/** Copies that a carousel makes of its first and last slides, to go round. */
const SLIDE_COPIES = '.swiper-slide-duplicate, .slick-cloned, .splide__slide--clone, .owl-item.cloned';

/** What an element may be beside an image. */
const CONTENT = [CODE_SELECTOR, MATH_SELECTOR, EMBED_SELECTOR, SLIDE_COPIES].join(', ');
const ANY_FORM = ['img, amp-img', CONTENT, DROPPED].join(', ');

interface TidyOptions {
  readonly baseUrl: string;
  /** Addresses that the live page loaded for its images, by the images of the copy. */
  readonly shown: ReadonlyMap<Element, string>;
  /** Remembers what is left out; absent for what is no part of the page itself. */
  readonly removals?: Removals;
}

/**
 * Gives every form of content one plain markup, whichever tool made it: code as `<pre><code>`, formulas as text,
 * embedded posts as placeholders, images with their real sources. Takes out what no later stage reads, and forged
 * marks. One query over the private copy, in page order.
 */
export function tidyContent(document: Document, options: TidyOptions): void {
  for (const forged of document.querySelectorAll(FORGED)) {
    for (const mark of MARKS) forged.removeAttribute(mark);
  }
  for (const element of document.querySelectorAll(ANY_FORM)) {
    // What was replaced or dropped takes its own content along.
    if (element.isConnected) tidy(element, options);
  }
}

function tidy(element: Element, { baseUrl, shown, removals }: TidyOptions): void {
  const name = element.nodeName;
  // Most scripts are nothing else.
  if (ALWAYS_DROPPED.has(name) || (name === 'SCRIPT' && !element.matches(CONTENT))) {
    element.remove();
    return;
  }
  if (name === 'IMG') {
    if (!tidyMathImage(element)) recoverImage(element, baseUrl, shown.get(element));
  } else if (name === 'AMP-IMG') {
    recoverImage(plainImage(element), baseUrl);
  } else if (element.matches(SLIDE_COPIES)) {
    if (removals) removals.remove(element, 'slide-copy', 'slide-copy');
    else element.remove();
  } else if (element.matches(MATH_SELECTOR)) {
    tidyMath(element);
  } else if (element.matches(CODE_SELECTOR)) {
    tidyCode(element);
  } else {
    if (name === 'NOSCRIPT') recoverLifted(element, baseUrl);
    else if (element.matches(EMBED_SELECTOR)) holdEmbed(element, baseUrl);
    if (element.isConnected && element.matches(DROPPED)) element.remove();
  }
}

function recoverLifted(noscript: Element, baseUrl: string): void {
  const lifted = liftNoscriptImage(noscript);
  if (lifted) recoverImage(lifted, baseUrl);
}
