import type { CopyElement } from './element.ts';
import { type CopyCharacters, ELEMENT_NODE, TEXT_NODE } from './node.ts';
import type { CopyParent } from './parent.ts';

/** Elements without an end tag (HTML Standard, "Void elements"). */
const VOID = new Set('AREA BASE BR COL EMBED HR IMG INPUT LINK META PARAM SOURCE TRACK WBR'.split(' '));
/** Elements whose text is written as it is (HTML Standard, "Serialising HTML fragments"). */
const RAW = new Set('STYLE SCRIPT XMP IFRAME NOEMBED NOFRAMES PLAINTEXT NOSCRIPT'.split(' '));
/** Parsers drop a line break right after these start tags. */
const EATS_LINE_BREAK = new Set(['PRE', 'TEXTAREA', 'LISTING']);

/** What may be written; names in lower case. */
export interface Allowed {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** Of the others those that go with all that they hold; the rest leave their content. */
  readonly dropped: ReadonlySet<string>;
}

/**
 * The HTML of what a node holds, as `innerHTML` gives it. Comments are left out.
 *
 * @param allowed writes nothing but these; all, where it is not given
 */
export function writeChildren(parent: CopyParent, allowed?: Allowed): string {
  let html = '';
  const isRaw = !allowed && RAW.has(parent.nodeName);
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === TEXT_NODE) {
      const { data } = node as CopyCharacters;
      html += isRaw ? data : escapeText(data);
    } else if (node.nodeType === ELEMENT_NODE) {
      html += writeElement(node as CopyElement, allowed);
    }
  }
  return html;
}

function writeElement(element: CopyElement, allowed: Allowed | undefined): string {
  const { nodeName, localName } = element;
  if (allowed && !(allowed.elements.has(localName) && element.isHtml)) {
    return allowed.dropped.has(localName) ? '' : writeChildren(element, allowed);
  }
  const html = `<${localName}${element.writeAttributes(allowed?.attributes)}>`;
  if (VOID.has(nodeName)) return html;
  const inner = writeChildren(element, allowed);
  const extra = EATS_LINE_BREAK.has(nodeName) && inner.startsWith('\n') ? '\n' : '';
  return `${html}${extra}${inner}</${localName}>`;
}

const SPECIAL_IN_TEXT = /[&<>\u00a0]/u;

function escapeText(text: string): string {
  if (!SPECIAL_IN_TEXT.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const SPECIAL_IN_ATTRIBUTE = /[&<>"\u00a0]/u;

/** A value as it stands between quotes. */
export function escapeAttribute(value: string): string {
  return SPECIAL_IN_ATTRIBUTE.test(value) ? escapeText(value).replaceAll('"', '&quot;') : value;
}
