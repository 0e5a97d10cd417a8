import { perName } from '../page-copy/per-name.ts';
import { tidyLine } from './normalise.ts';

/** Elements that stand on lines of their own in every browser's default style sheet. */
const BLOCK_TAGS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTGROUP P PRE SEARCH SECTION ' +
    'SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Elements whose text is not part of what a page says. */
const SILENT_TAGS = new Set(
  (
    'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE TEXTAREA SELECT OPTION DATALIST RT RP RTC IFRAME OBJECT CANVAS AUDIO ' +
    'VIDEO PROGRESS METER ANNOTATION ANNOTATION-XML SVG'
  ).split(' '),
);

/** A leaf block element, or one line of a `<br>`-separated text. */
export interface Block {
  /** The nearest block-level element that holds it. Lines of one `<br>`-separated text share theirs. */
  readonly element: Element;
  /** Its text nodes and, where it holds them, `<img>` elements but for embedded posts, in page order. */
  readonly nodes: readonly Node[];
  /** Its text without ruby readings; inside `<pre>` with its line breaks, table cells joined by a tab. */
  readonly text: string;
  /** Share of its text inside links, 0 to 1. */
  readonly linkShare: number;
}

type Part = 'block' | 'preformatted' | 'row' | 'silent' | 'break' | 'image' | 'link' | 'inline';

const partOf = perName((nodeName): Part => {
  const name = nodeName.toUpperCase();
  if (SILENT_TAGS.has(name)) return 'silent';
  if (name === 'PRE') return 'preformatted';
  if (name === 'TR') return 'row';
  if (BLOCK_TAGS.has(name)) return 'block';
  if (name === 'BR') return 'break';
  if (name === 'IMG') return 'image';
  return name === 'A' ? 'link' : 'inline';
});

function isBlock(part: Part): boolean {
  return part === 'block' || part === 'preformatted' || part === 'row';
}

export function isBlockElement(element: Element): boolean {
  return isBlock(partOf(element));
}

export function isSilentElement(element: Element): boolean {
  return partOf(element) === 'silent';
}

/**
 * The blocks of a tree in page order; blocks without text or image are left out, and so is what is shown beside the
 * text (`data-beside`). Reads only.
 * Depth of the tree is bounded by `snapshot.ts`, so recursion is safe.
 */
export function blocksOf(root: Element | DocumentFragment): Block[] {
  const collector = new BlockCollector(root.nodeType === 1 ? (root as Element) : null);
  collector.visitChildren(root);
  collector.flush();
  return collector.blocks;
}

/** The blocks of a node with what it is itself: the lines of a `<pre>`, a row of a table, a text. */
export function blocksOfNode(node: Node): Block[] {
  const holder = node.parentElement ?? (node.nodeType === 1 ? (node as Element) : null);
  const collector = new BlockCollector(holder);
  collector.visit(node);
  collector.flush();
  const text = tidyLine(node.nodeType === 3 && !holder ? (node.nodeValue ?? '') : '');
  if (text)
    return [
      { element: (node.ownerDocument as Document).createElement('p'), nodes: [node], text, linkShare: 0 },
    ];
  return collector.blocks;
}

/** The text of a tree, one block a line. */
export function textOf(root: Element | DocumentFragment): string {
  return blocksOf(root)
    .map((block) => block.text)
    .filter(Boolean)
    .join('\n');
}

const NO_DATA = 'p, div, br, ul, ol, dl, table, h1, h2, h3, h4, pre, blockquote, section, article';

/** Rows of a table that holds data: cells with one line each. Layout tables hold blocks in their cells. */
function isDataRow(row: Element): boolean {
  const cells = row.children;
  for (const cell of cells) if (cell.firstElementChild !== null && cell.querySelector(NO_DATA)) return false;
  return cells.length > 1;
}

class BlockCollector {
  readonly blocks: Block[] = [];
  private holder: Element | null;
  private nodes: Node[] = [];
  private parts: string[] = [];
  private preformatted = false;
  private insideLink: boolean;
  /** Characters since the last block, and those of them inside links. */
  private total = 0;
  private linked = 0;

  constructor(holder: Element | null) {
    this.holder = holder;
    this.insideLink = holder !== null && holder.closest('a') !== null;
  }

  visitChildren(parent: Node): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) this.visit(child);
  }

  visit(node: Node): void {
    if (node.nodeType === 3) this.addText(node);
    else if (node.nodeType === 1) this.visitElement(node as Element);
  }

  flush(): void {
    const { holder, nodes, parts } = this;
    if (nodes.length === 0) return;
    if (holder) {
      const joined = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
      this.push(holder, this.preformatted ? joined.replace(/^\n+|\s+$/gu, '') : tidyLine(joined));
    }
    this.clear();
  }

  private push(element: Element, text: string): void {
    const { nodes, total, linked } = this;
    if (!text && !nodes.some((node) => node.nodeType === 1)) return;
    this.blocks.push({ element, nodes, text, linkShare: total === 0 ? 0 : linked / total });
  }

  private clear(): void {
    this.nodes = [];
    this.parts = [];
    this.total = 0;
    this.linked = 0;
  }

  private addText(node: Node): void {
    const text = node.nodeValue ?? '';
    const { length } = text.trim();
    if (length === 0 && this.nodes.length === 0 && !this.preformatted) return;
    this.parts.push(text);
    this.nodes.push(node);
    this.total += length;
    if (this.insideLink) this.linked += length;
  }

  /** Embedded posts have a placeholder that is no picture. */
  private addImage(element: Element): void {
    if (!element.hasAttribute('data-embed')) this.nodes.push(element);
  }

  private visitElement(element: Element): void {
    const part = partOf(element);
    switch (part) {
      case 'silent':
        return;
      case 'break':
        if (this.preformatted) this.parts.push('\n');
        else this.flush();
        return;
      case 'image':
        this.addImage(element);
        return;
      case 'block':
      case 'preformatted':
      case 'row':
        this.visitBlock(element, part);
        return;
      case 'link':
        this.visitLink(element);
        return;
      default:
        this.visitChildren(element);
    }
  }

  private visitLink(element: Element): void {
    const { insideLink } = this;
    this.insideLink = true;
    this.visitChildren(element);
    this.insideLink = insideLink;
  }

  private visitBlock(element: Element, part: Part): void {
    this.flush();
    if (element.hasAttribute('data-beside')) return;
    const { holder, preformatted } = this;
    this.holder = element;
    if (part === 'preformatted') this.preformatted = true;
    if (part === 'row' && isDataRow(element)) this.visitRow(element);
    else this.visitChildren(element);
    this.flush();
    this.holder = holder;
    this.preformatted = preformatted;
  }

  private visitRow(row: Element): void {
    for (const cell of row.children) {
      const start = this.parts.length;
      this.visitInline(cell);
      const text = tidyLine(this.parts.splice(start).join(''));
      this.parts.push(start > 0 || this.parts.length > 0 ? `\u0001${text}` : text);
    }
    this.push(row, tidyLine(this.parts.join('')).replaceAll('\u0001', '\t').trim());
    this.clear();
  }

  private visitInline(parent: Node): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        this.addText(child);
      } else if (child.nodeType === 1) {
        const part = partOf(child as Element);
        if (part === 'silent') continue;
        if (part === 'image') this.addImage(child as Element);
        const { insideLink } = this;
        if (part === 'link') this.insideLink = true;
        this.visitInline(child);
        this.insideLink = insideLink;
      }
    }
  }
}
