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
    'VIDEO PROGRESS METER ANNOTATION ANNOTATION-XML'
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
}

export function isBlockElement(element: Element): boolean {
  return BLOCK_TAGS.has(element.nodeName.toUpperCase());
}

export function isSilentElement(element: Element): boolean {
  return SILENT_TAGS.has(element.nodeName.toUpperCase());
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

/** The text of a tree, one block a line. */
export function textOf(root: Element | DocumentFragment): string {
  return blocksOf(root)
    .map((block) => block.text)
    .filter(Boolean)
    .join('\n');
}

/** Rows of a table that holds data: cells with one line each. Layout tables hold blocks in their cells. */
function isDataRow(row: Element): boolean {
  for (const cell of row.children) {
    if (
      cell.querySelector('p, div, br, ul, ol, dl, table, h1, h2, h3, h4, pre, blockquote, section, article')
    )
      return false;
  }
  return row.children.length > 1;
}

class BlockCollector {
  readonly blocks: Block[] = [];
  private holder: Element | null;
  private nodes: Node[] = [];
  private parts: string[] = [];
  private preformatted = false;

  constructor(holder: Element | null) {
    this.holder = holder;
  }

  visitChildren(parent: Node): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) this.visit(child);
  }

  flush(): void {
    const { holder, nodes, parts } = this;
    if (nodes.length > 0 && holder) {
      const joined = parts.join('');
      const text = this.preformatted ? joined.replace(/^\n+|\s+$/gu, '') : tidyLine(joined);
      if (text || nodes.some((node) => node.nodeType === 1))
        this.blocks.push({ element: holder, nodes, text });
    }
    if (nodes.length > 0) {
      this.nodes = [];
      this.parts = [];
    }
  }

  private visit(node: Node): void {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      this.parts.push(text);
      this.nodes.push(node);
      return;
    }
    if (node.nodeType === 1) this.visitElement(node as Element);
  }

  private visitElement(element: Element): void {
    const name = element.nodeName.toUpperCase();
    if (SILENT_TAGS.has(name)) return;
    if (name === 'BR') {
      if (this.preformatted) this.parts.push('\n');
      else this.flush();
    } else if (name === 'IMG') {
      if (!element.hasAttribute('data-embed')) this.nodes.push(element);
    } else if (BLOCK_TAGS.has(name)) {
      this.visitBlock(element, name);
    } else {
      this.visitChildren(element);
    }
  }

  private visitBlock(element: Element, name: string): void {
    this.flush();
    if (element.hasAttribute('data-beside')) return;
    const { holder, preformatted } = this;
    this.holder = element;
    if (name === 'PRE') this.preformatted = true;
    if (name === 'TR' && isDataRow(element)) this.visitRow(element);
    else this.visitChildren(element);
    this.flush();
    this.holder = holder;
    this.preformatted = preformatted;
  }

  private visitRow(row: Element): void {
    for (const cell of row.children) {
      const start = this.parts.length;
      for (let child = cell.firstChild; child; child = child.nextSibling) this.visitInline(child);
      const text = tidyLine(this.parts.splice(start).join(''));
      this.parts.push(start > 0 || this.parts.length > 0 ? `\u0001${text}` : text);
    }
    const text = tidyLine(this.parts.join('')).replaceAll('\u0001', '\t').trim();
    if (text || this.nodes.some((node) => node.nodeType === 1)) {
      this.blocks.push({ element: row, nodes: this.nodes, text });
    }
    this.nodes = [];
    this.parts = [];
  }

  private visitInline(node: Node): void {
    if (node.nodeType === 3) {
      this.parts.push(node.nodeValue ?? '');
      this.nodes.push(node);
    } else if (node.nodeType === 1 && !isSilentElement(node as Element)) {
      if (node.nodeName === 'IMG' && !(node as Element).hasAttribute('data-embed')) this.nodes.push(node);
      for (let child = node.firstChild; child; child = child.nextSibling) this.visitInline(child);
    }
  }
}
