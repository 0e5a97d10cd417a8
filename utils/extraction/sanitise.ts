import DOMPurify, { type Config } from 'dompurify';
import { type Allowed, writeAllowed } from '../page-copy/copy-page.ts';
import { toAbsoluteUrl } from '../text/urls.ts';
import { JUMP_ID } from './content/jump-links.ts';
import type { SafeHtml } from './types/source.ts';

const ALLOWED_TAGS = (
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
  'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary ' +
  'sup table tbody td tfoot th thead time tr u ul var wbr'
).split(' ');

/** No `src`: an image's address stays in `data-src` until its reader asks for it, so nothing loads by itself. */
const ALLOWED_ATTRIBUTES =
  'href rel target alt width height lang dir colspan rowspan scope start reversed value datetime open cite id data-src data-repeat data-copy data-removed data-math data-lang'.split(
    ' ',
  );

/** What is no text goes with all that it holds. */
const DROPPED_WHOLE = 'script style template noscript iframe object embed select textarea'.split(' ');

/** Attributes of our own, and the only form of each: a page that forges them gains nothing. */
const MARKS: ReadonlyMap<string, RegExp> = new Map([
  ['id', JUMP_ID],
  ['data-repeat', /^r\d{1,6}$/u],
  ['data-copy', /^r\d{1,6}-\d{1,6}$/u],
  ['data-removed', /^x\d{1,6}$/u],
  ['data-math', /^(?:inline|block)$/u],
  ['data-lang', /^[\w+#.-]{1,20}$/u],
]);

/** In what stands apart from the article nothing is a target: links lead to those of the article. */
const MARKS_APART: typeof MARKS = new Map([...MARKS, ['id', /^(?!)/u]]);

/** Elements nested deeper than this are unwrapped: deep trees are slow to lay out and say nothing more. */
const MAX_DEPTH = 80;
const MAX_DATA_IMAGE_LENGTH = 200_000;
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s]+$/iu;

/** One object for all calls: DOMPurify reads its settings again only when they are another object. */
const SETTINGS: Config = {
  ALLOWED_TAGS,
  ALLOWED_ATTR: ALLOWED_ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#jump-\d+$)/iu,
  // DOMPurify tests every attribute against the pattern above that is not named here.
  ADD_URI_SAFE_ATTR: ALLOWED_ATTRIBUTES.filter((name) => name !== 'href'),
  ADD_DATA_URI_TAGS: [],
  SANITIZE_DOM: true,
  KEEP_CONTENT: true,
  FORBID_CONTENTS: DROPPED_WHOLE,
};

const ALLOWED: Allowed = {
  elements: new Set(ALLOWED_TAGS),
  attributes: new Set(ALLOWED_ATTRIBUTES),
  dropped: new Set(DROPPED_WHOLE),
};

/**
 * Makes HTML safe to show. Allowed are the elements and attributes listed here, nothing else: no script, style,
 * form, frame or class, and no identifier but the targets of `jump-links.ts`. Links are absolute http(s) or mailto
 * and open apart without a referrer, or lead to such a target; images keep their address in `data-src` and load
 * nothing. Safe to run twice.
 *
 * @param html anything, hostile or not
 * @param baseUrl base for relative links
 */
export function sanitiseHtml(html: string, baseUrl: string): SafeHtml {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const holder = body.ownerDocument.createElement('div');
  holder.append(...body.childNodes);
  sanitiseTree(holder, baseUrl);
  return DOMPurify.sanitize(holder.innerHTML, SETTINGS) as unknown as SafeHtml;
}

function sanitiseTree(root: Element, baseUrl: string, marks = MARKS): void {
  flattenDeep(root);
  tame(root, baseUrl, marks);
}

/**
 * `sanitiseHtml` for the contents of parts of a private copy. The HTML is written from nothing but the elements
 * and attributes listed here, so it cannot hold any other; whoever shows it sanitises it again all the same. This
 * and `sanitiseHtml` are the only makers of `SafeHtml`.
 *
 * @param root an element or fragment of a private copy; changed
 * @param isApart whether it stands apart from the article, which alone holds targets of links
 */
export function writeSafely(root: ParentNode & Node, baseUrl: string, isApart = false): SafeHtml {
  const holder = (root.ownerDocument as Document).createElement('div');
  holder.append(...root.childNodes);
  sanitiseTree(holder, baseUrl, isApart ? MARKS_APART : MARKS);
  return writeAllowed(holder, ALLOWED) as SafeHtml;
}

const TAMED = ['a', 'img', '[href]', '[cite]', ...Array.from(MARKS.keys(), (name) => `[${name}]`)].join(', ');

function tame(root: Element, baseUrl: string, marks: typeof MARKS): void {
  for (const element of root.querySelectorAll(TAMED)) {
    for (const name of element.getAttributeNames()) {
      const form = marks.get(name);
      if (form && !form.test(element.getAttribute(name) ?? '')) element.removeAttribute(name);
    }
    if (element.hasAttribute('cite')) tameCite(element, baseUrl);
    if (element.nodeName === 'A') tameLink(element, baseUrl);
    else element.removeAttribute('href');
    if (element.nodeName === 'IMG') tameImage(element, baseUrl);
  }
}

function flattenDeep(root: Element): void {
  let node: Element | null = root.firstElementChild;
  let depth = 1;
  while (node) {
    if (depth > MAX_DEPTH) {
      const parent: Element | null = node.parentElement;
      const first: Element | null = node.firstElementChild ?? node.nextElementSibling;
      node.replaceWith(...node.childNodes);
      if (first) {
        node = first;
        continue;
      }
      node = parent;
      depth -= 1;
    } else if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextElementSibling) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node && node !== root ? node.nextElementSibling : null;
  }
}

function tameLink(link: Element, baseUrl: string): void {
  const href = link.getAttribute('href') ?? '';
  const isWithin = href.startsWith('#');
  if (isWithin && JUMP_ID.test(href.slice(1))) {
    link.removeAttribute('target');
    link.removeAttribute('rel');
    return;
  }
  const safe = isWithin ? null : safeTarget(href, baseUrl);
  if (!safe) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.setAttribute('href', safe);
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer nofollow');
}

function safeTarget(href: string, baseUrl: string): string | null {
  return toAbsoluteUrl(href, baseUrl) ?? (/^mailto:[^\s?&]+$/iu.test(href) ? href : null);
}

function tameCite(quotation: Element, baseUrl: string): void {
  const source = toAbsoluteUrl(quotation.getAttribute('cite'), baseUrl);
  if (source) quotation.setAttribute('cite', source);
  else quotation.removeAttribute('cite');
}

function tameImage(image: Element, baseUrl: string): void {
  const source = image.getAttribute('data-src') || image.getAttribute('src') || '';
  const embedded = source.length <= MAX_DATA_IMAGE_LENGTH && DATA_IMAGE.test(source);
  const safe = embedded ? source : toAbsoluteUrl(source, baseUrl);
  const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name) ?? Number.NaN));
  const isBeacon = (width ?? 99) <= 2 || (height ?? 99) <= 2;
  if (!safe || isBeacon) {
    image.replaceWith(image.getAttribute('alt')?.trim() ?? '');
    return;
  }
  image.removeAttribute('src');
  image.setAttribute('data-src', safe);
}
