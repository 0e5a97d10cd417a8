import { parseHtml } from '../../page-copy/copy-page.ts';
import { asList, asObject, type Json, type JsonObject, textIn } from './json.ts';

/** Blocks by the names that editors give them, without case, spaces, dashes and underscores. */
const TAGS: ReadonlyMap<string, string> = new Map(
  (
    'paragraph:p unstyled:p p:p normal:p text:p header:h2 heading:h2 heading1:h2 heading2:h2 heading3:h3 heading4:h4 ' +
    'headerone:h2 headertwo:h2 headerthree:h3 headerfour:h4 h1:h2 h2:h2 h3:h3 h4:h4 h5:h5 h6:h6 ' +
    'bulletlist:ul bulletedlist:ul unorderedlist:ul ul:ul list:ul orderedlist:ol numberedlist:ol ol:ol ' +
    'listitem:li li:li listitemchild:p bulletedlistitem:li numberedlistitem:li unorderedlistitem:li orderedlistitem:li ' +
    'blockquote:blockquote quote:blockquote pullquote:blockquote callout:blockquote ' +
    'codeblock:pre code:pre preformatted:pre pre:pre horizontalrule:hr hr:hr divider:hr delimiter:hr thematicbreak:hr ' +
    'hardbreak:br linebreak:br br:br table:table tablerow:tr tr:tr tablecell:td td:td tableheader:th tableheadercell:th ' +
    'image:img img:img figure:figure figcaption:figcaption link:a autolink:a hyperlink:a a:a'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const MARKS: ReadonlyMap<string, string> = new Map([
  ['bold', 'strong'],
  ['strong', 'strong'],
  ['italic', 'em'],
  ['em', 'em'],
  ['code', 'code'],
  ['strike', 's'],
  ['strikethrough', 's'],
]);
/** Lexical's `format` is a set of bits; Slate and Notion have the same names as properties. */
const LEXICAL_BITS: readonly (readonly [name: string, bit: number])[] = [
  ['bold', 1],
  ['italic', 2],
  ['code', 16],
];
const DEEPEST = 40;
const MOST_NODES = 50_000;

/** Where the nodes of a rich text are kept: of one node, or of the whole document. */
function childrenOf(node: JsonObject): readonly Json[] | null {
  return (
    asList(node.content) ??
    asList(node.children) ??
    asList(node.blocks) ??
    asList(asObject(node.root)?.children)
  );
}

function nameOf(node: JsonObject): string {
  const name = node.type ?? node.nodeType ?? node._type ?? node.style;
  const style = node._type === 'block' && typeof node.style === 'string' ? node.style : name;
  return typeof style === 'string' ? style.toLowerCase().replace(/[\s_-]/gu, '') : '';
}

/**
 * Whether a value is the rich text of an editor: ProseMirror and TipTap, Lexical, Slate, Contentful, Portable Text,
 * Draft.js, Editor.js or a list of Notion's blocks.
 */
export function isRichText(value: Json): boolean {
  const nodes = Array.isArray(value) ? value : childrenOf(asObject(value) ?? {});
  if (!nodes || nodes.length === 0) return false;
  const known = nodes.slice(0, 20).filter((node) => {
    const object = asObject(node);
    return object !== null && (nameOf(object) === 'block' || TAGS.has(nameOf(object))) && holdsText(object);
  });
  return known.length > 0 && known.length * 2 >= Math.min(20, nodes.length);
}

function holdsText(node: JsonObject): boolean {
  return (
    typeof node.text === 'string' ||
    childrenOf(node) !== null ||
    asObject(node.data) !== null ||
    asList(notionBody(node)?.rich_text) !== null ||
    TAGS.get(nameOf(node)) === 'hr' ||
    TAGS.get(nameOf(node)) === 'img'
  );
}

/** Notion keeps a block's text under the block's type. */
function notionBody(node: JsonObject): JsonObject | null {
  const body = typeof node.type === 'string' ? asObject(node[node.type]) : null;
  return body && asList(body.rich_text) ? body : null;
}

/** Makes elements of a rich text. Text becomes text, never markup; Editor.js alone keeps HTML in its texts. */
export function richTextToDom(value: Json, document: Document): DocumentFragment {
  const writer = new RichTextWriter(document);
  const fragment = document.createDocumentFragment();
  const nodes = Array.isArray(value) ? value : (childrenOf(asObject(value) ?? {}) ?? []);
  writer.writeAll(nodes, fragment, 0);
  return fragment;
}

class RichTextWriter {
  private readonly document: Document;
  private budget = MOST_NODES;

  constructor(document: Document) {
    this.document = document;
  }

  writeAll(nodes: readonly Json[], into: Node, depth: number): void {
    if (depth > DEEPEST) return;
    for (const value of nodes) {
      const node = asObject(value);
      this.budget -= 1;
      if (this.budget < 0) return;
      if (node) this.write(node, into, depth);
    }
  }

  private write(node: JsonObject, into: Node, depth: number): void {
    const name = nameOf(node);
    const isSpan =
      (name === 'text' && !asList(node.content) && !notionBody(node)) ||
      node._type === 'span' ||
      name === 'span' ||
      (name === '' && typeof node.text === 'string');
    if (isSpan) {
      into.appendChild(this.span(node));
      return;
    }
    const target = this.blockFor(node, name, into);
    const body = notionBody(node);
    const text = textIn(node.text) || textIn(asObject(node.data)?.text) || textIn(asObject(node.data)?.code);
    const children = childrenOf(node);
    if (text && !children) target.appendChild(this.document.createTextNode(plain(text)));
    if (body) this.writeAll(asList(body.rich_text) ?? [], target, depth + 1);
    if (children) this.writeAll(children, target, depth + 1);
    for (const item of asList(asObject(node.data)?.items) ?? []) this.listItem(item, target);
  }

  private blockFor(node: JsonObject, name: string, into: Node): Node {
    const tag = this.tagFor(node, name);
    if (!tag) return into;
    const element = this.document.createElement(tag);
    if (tag === 'img') setImage(element, node);
    if (tag === 'a') element.setAttribute('href', addressOf(node));
    if (node.listItem || (tag === 'li' && !/^[OU]L$/u.test(into.nodeName))) {
      const item = tag === 'li' ? element : this.document.createElement('li');
      this.listAfter(
        into,
        node.listItem === 'number' || /ordered|number/u.test(name.replace('unordered', '')),
      ).append(item);
      return item;
    }
    into.appendChild(element);
    return element;
  }

  /** Items that no list holds gather in one at the end of what is written. */
  private listAfter(into: Node, isOrdered: boolean): Element {
    const tag = isOrdered ? 'OL' : 'UL';
    const last = into.lastChild;
    if (last?.nodeName === tag) return last as Element;
    const list = this.document.createElement(tag);
    into.appendChild(list);
    return list;
  }

  private tagFor(node: JsonObject, name: string): string | null {
    const tag = TAGS.get(name) ?? (name === 'block' ? 'p' : null);
    const level = Number(
      asObject(node.attrs)?.level ?? asObject(node.data)?.level ?? node.level ?? node.depth,
    );
    if (tag === 'h2' && level >= 1 && level <= 6) return `h${Math.max(2, level)}`;
    if (tag === 'h2' && /^h[2-6]$/u.test(textIn(node.tag))) return textIn(node.tag);
    const isNumbered =
      node.listType === 'number' || asObject(node.data)?.style === 'ordered' || node.format === 'ordered';
    return tag === 'ul' && isNumbered ? 'ol' : tag;
  }

  private span(node: JsonObject): Node {
    const text = textIn(node.text) || textIn(node.value) || textIn(node.plain_text);
    let result: Node = this.document.createTextNode(text);
    for (const mark of marksOf(node)) {
      const element = this.document.createElement(mark.tag);
      if (mark.href) element.setAttribute('href', mark.href);
      element.append(result);
      result = element;
    }
    return result;
  }

  private listItem(item: Json, list: Node): void {
    const text = textIn(item) || textIn(asObject(item)?.content) || textIn(asObject(item)?.text);
    const element = this.document.createElement('li');
    element.textContent = plain(text);
    if (text) list.appendChild(element);
  }
}

interface Mark {
  readonly tag: string;
  readonly href?: string;
}

function marksOf(node: JsonObject): Mark[] {
  const marks: Mark[] = [];
  for (const mark of asList(node.marks) ?? []) {
    const name = typeof mark === 'string' ? mark : textIn(asObject(mark)?.type);
    const href = textIn(asObject(asObject(mark)?.attrs)?.href);
    const tag = MARKS.get(name.toLowerCase());
    if (href) marks.push({ tag: 'a', href });
    else if (tag) marks.push({ tag });
  }
  const format = typeof node.format === 'number' ? node.format : 0;
  for (const [name, bit] of LEXICAL_BITS) {
    const annotated = asObject(node.annotations)?.[name] === true;
    if (node[name] === true || annotated || (format & bit) !== 0)
      marks.push({ tag: MARKS.get(name) ?? 'span' });
  }
  const href = textIn(node.href);
  return href ? [...marks, { tag: 'a', href }] : marks;
}

/** Where a link leads: Slate, Lexical and Contentful each keep it elsewhere. */
function addressOf(node: JsonObject): string {
  const holders = [node, asObject(node.attrs), asObject(node.fields), asObject(node.data)];
  const [address] = holders
    .flatMap((holder) => [textIn(holder?.url), textIn(holder?.href), textIn(holder?.uri)])
    .filter(Boolean);
  return address ?? '';
}

function setImage(image: Element, node: JsonObject): void {
  const holders = [node, asObject(node.attrs), asObject(node.data), asObject(asObject(node.data)?.file)];
  for (const holder of holders) {
    const source = textIn(holder?.src) || textIn(holder?.url);
    if (source) image.setAttribute('src', source);
    const alt = textIn(holder?.alt) || textIn(holder?.altText);
    if (alt) image.setAttribute('alt', alt);
  }
}

/** Editor.js keeps inline markup in its texts. */
function plain(text: string): string {
  return /<\/?(?:a|b|i|br|code|mark|u)\b/iu.test(text) ? (parseHtml(text).body.textContent ?? '') : text;
}
