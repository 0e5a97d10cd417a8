import { languageTag } from '../language-tag.ts';
import { ATTRIBUTES } from './content-model.ts';
import { nameOf, unwrap } from './dom.ts';
import { fixStructure } from './fix-structure.ts';

export interface XhtmlChoices {
  /** Targets of links within the text are kept; in comments they would be those of the article again. */
  readonly keepsTargets: boolean;
  /** Numbers of two digits stand upright in their column. */
  readonly isVertical: boolean;
}

/**
 * What a body holds as well-formed XHTML of the narrow kind that books are made of. Changes the given copy.
 *
 * @param body as `bodyForFile` gives it: inert and sanitised
 */
export function toXhtml(body: HTMLElement, { keepsTargets, isVertical }: XhtmlChoices): string {
  const holder = body.ownerDocument.createElement('div');
  holder.append(...body.childNodes);
  fixStructure(holder);
  for (const element of holder.querySelectorAll('*')) fixAttributes(element);
  fixTargets(holder, keepsTargets);
  if (isVertical) setNumbersUpright(holder);
  return new XMLSerializer().serializeToString(holder);
}

function fixAttributes(element: Element): void {
  const name = nameOf(element);
  for (const { name: attribute, value } of [...element.attributes]) {
    const form = ATTRIBUTES[name]?.[attribute] ?? ATTRIBUTES['*']?.[attribute];
    if (attribute === 'lang') setLanguage(element, value);
    else if (!form?.test(value)) element.removeAttribute(attribute);
  }
  const href = element.getAttribute('href');
  if (href !== null) element.setAttribute('href', strictAddress(href));
  if (element.hasAttribute('reversed')) element.setAttribute('reversed', 'reversed');
}

function setLanguage(element: Element, value: string): void {
  const tag = languageTag(value);
  if (tag) element.setAttribute('lang', tag);
  else element.removeAttribute('lang');
}

/** Every name once, and no link to a name that is not there. */
function fixTargets(holder: Element, keepsTargets: boolean): void {
  const names = new Set<string>();
  for (const target of holder.querySelectorAll('[id]')) {
    if (!keepsTargets || names.has(target.id)) target.removeAttribute('id');
    else names.add(target.id);
  }
  for (const link of holder.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (!href || (href.startsWith('#') && !names.has(href.slice(1)))) unwrap(link);
  }
}

/** Browsers let signs stand in addresses that addresses have no room for by the letter of their standard. */
export function strictAddress(href: string): string {
  const [, origin = '', rest = href] = /^(https?:\/\/[^/?#]*)(.*)$/u.exec(href) ?? [];
  const escaped = rest
    .replace(/%(?![0-9a-f]{2})/giu, '%25')
    .replace(/[^!$-;=?-Z_a-z~#]|(?<=#.*)#/gu, (sign) => (sign === '%' ? sign : encodeSign(sign)));
  return origin + escaped;
}

function encodeSign(sign: string): string {
  return [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

const LONE_NUMBER = /(?<![\w.,:/-])(\d{2}|[!?]{2})(?![\w.,:/-])/u;

/** Two digits, or two marks, side by side in a column of Japanese. */
function setNumbersUpright(holder: Element): void {
  const walker = holder.ownerDocument.createTreeWalker(holder, 4 /* texts */);
  const texts: Text[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!text.parentElement?.closest('pre, code, rt, [class*="math"]')) texts.push(text as Text);
  }
  for (const text of texts) {
    const pieces = (text.nodeValue ?? '').split(LONE_NUMBER);
    if (pieces.length === 1) continue;
    text.replaceWith(
      ...pieces.map((piece, index) => {
        if (index % 2 === 0) return piece;
        const upright = holder.ownerDocument.createElement('span');
        upright.setAttribute('class', 'upright');
        upright.textContent = piece;
        return upright;
      }),
    );
  }
}
