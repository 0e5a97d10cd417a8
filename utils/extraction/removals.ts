import { blocksOfNode, isBlockElement, isSilentElement } from '../text/blocks.ts';
import { excerpt } from '../text/normalise.ts';
import { withHtml } from './removal-html.ts';
import { removeBlock } from './remove-block.ts';
import { shapeOf, stepOf } from './shape.ts';
import type { Removal, RemovalPlace, RemovalReason, Removals } from './types/removals.ts';

const EXCERPT_LENGTH = 160;
/** Of a longer removal only the beginning is kept: the whole record is saved with the article. Characters. */
const LONGEST = 20_000;

/** One removal while the stages run. */
interface Entry {
  readonly reason: RemovalReason;
  readonly rule: string;
  /** What says it: a node, or a text. Read at the end: what others take from a node is theirs. */
  readonly said: Node | string;
  /** A mark where it stood, or what is left standing; text that no node was taken for has none. */
  readonly place: Node | null;
  /** The element of a block that was taken by itself, as `stepOf` says it: nothing may be left of it. */
  readonly step: string;
}

/** An empty record of what the stages leave out. */
export function createRemovals(): Removals {
  const entries: Entry[] = [];
  const places = new Places();

  function record(
    reason: RemovalReason,
    rule: string,
    said: Node | string,
    place: Node | null,
    step = '',
  ): void {
    const entry = { reason, rule, said, place, step };
    entries.push(entry);
    if (place) places.note(place, entry);
  }

  return {
    remove(node, reason, rule) {
      const place = places.take(node);
      if (place && saysSomething(node)) record(reason, rule, node, place);
    },
    detach: (node) => places.take(node),
    removeBlock(block, root, reason, rule) {
      const [first] = block.nodes;
      const place = first ? places.mark(first) : null;
      const step = stepOf(block.element);
      removeBlock(block, root);
      if (block.text) record(reason, rule, block.text, place, step);
    },
    noteNode(node, reason, rule) {
      if (places.isNew(node) && saysSomething(node)) record(reason, rule, node, node);
    },
    note(text, reason, rule, place = null) {
      if (text.trim()) record(reason, rule, text, place);
    },
    list: () => [...places.inPageOrder(entries).keys()].map(toRemoval),
    settle(article, baseUrl) {
      const placed = places.inPageOrder(entries, article);
      const shapeAt = places.shapes();
      const removals = [...placed].map(([entry, place], index) => ({
        ...toRemoval(entry, index),
        place,
        shape: shapeAt(entry),
      }));
      const said = [...placed.keys()].map((entry) => entry.said);
      places.markIn(article, [...placed.keys()], removals);
      return withHtml(removals, said, baseUrl);
    },
  };
}

function toRemoval({ reason, rule, said }: Entry, index: number): Removal {
  const isText = typeof said === 'string';
  const whole = (isText ? said : textOfNode(said)).slice(0, LONGEST).toWellFormed();
  const text = excerpt(isText ? said : firstText(said), EXCERPT_LENGTH);
  return { id: `x${index + 1}`, reason, rule, text, whole };
}

function textOfNode(node: Node): string {
  return blocksOfNode(node)
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n');
}

/** The beginning of what a node says, its pieces apart by spaces; looks no further than it must. */
function firstText(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const pieces: string[] = [];
  let length = 0;
  const visit = (parent: Node) => {
    for (let child = parent.firstChild; child && length <= EXCERPT_LENGTH; child = child.nextSibling) {
      if (child.nodeType === 3) {
        pieces.push(child.nodeValue ?? '');
        length += (child.nodeValue ?? '').trim().length;
      } else if (child.nodeType === 1 && !isSilentElement(child as Element)) {
        if (isBlockElement(child as Element)) pieces.push(' ');
        visit(child);
      }
    }
    pieces.push(' ');
  };
  visit(node);
  return pieces.join('');
}

/** Whether a node has any words; looks no further than it must. */
function saysSomething(node: Node): boolean {
  if (node.nodeType === 3) return (node.nodeValue ?? '').trim() !== '';
  if (node.nodeType !== 1 || isSilentElement(node as Element)) return false;
  for (let child = node.firstChild; child; child = child.nextSibling) if (saysSomething(child)) return true;
  return false;
}

/** Where the removals stood: a mark (a comment without words) stays in the tree for everything that is taken. */
class Places {
  /** Entries by what stands at their place. */
  private readonly entries = new Map<Node, Entry>();
  /** Whether any of them is no mark, but left standing. */
  private hasStanding = false;
  private readonly takenByMark = new Map<Node, Node>();
  private readonly markByTaken = new Map<Node, Node>();

  note(place: Node, entry: Entry): void {
    this.entries.set(place, entry);
    if (place.nodeType !== 8) this.hasStanding = true;
  }

  /** Leaves a mark before a node. */
  mark(node: Node): Comment {
    const mark = (node.ownerDocument as Document).createComment('');
    node.parentNode?.insertBefore(mark, node);
    return mark;
  }

  /** Takes a node out of its tree and returns the mark that it left; null for what leaves none, marks themselves too. */
  take(node: ChildNode): Comment | null {
    if (node.nodeType === 8 && node.nodeValue === '') return null;
    const leavesMark = node.nodeType === 1 || saysSomething(node);
    const mark = leavesMark ? this.mark(node) : null;
    if (mark) {
      this.takenByMark.set(mark, node);
      this.markByTaken.set(node, mark);
    }
    node.remove();
    return mark;
  }

  /** False for a mark, and for what has been recorded. */
  isNew(node: Node): boolean {
    return !this.entries.has(node);
  }

  /** The entries as their places follow each other in the page; those without a place come last. */
  inPageOrder(entries: readonly Entry[], article: Element | null = null): Map<Entry, RemovalPlace> {
    const ordered = new Map<Entry, RemovalPlace>();
    let at: RemovalPlace = 'before';
    const visit = (node: Node): void => {
      if (node === article) at = 'within';
      // Most nodes of a page are neither a mark nor recorded where they stand.
      const isMark = node.nodeType === 8;
      const entry = isMark || this.hasStanding ? this.entries.get(node) : undefined;
      if (entry) ordered.set(entry, at);
      const holder = (isMark && this.takenByMark.get(node)) || node;
      for (let child = holder.firstChild; child; child = child.nextSibling) {
        // Texts and empty elements are nobody's place, and hold none.
        if (this.hasStanding || child.nodeType === 8 || child.firstChild !== null || child === article)
          visit(child);
      }
      if (node === article) at = 'after';
    };
    for (const entry of entries) {
      if (entry.place && !ordered.has(entry)) visit(this.outermost(entry.place));
    }
    for (const entry of entries) if (!ordered.has(entry)) ordered.set(entry, 'after');
    return ordered;
  }

  /**
   * Tells where a removal stood in the blog's template, through what was taken from around it later; while nothing
   * more is taken.
   */
  shapes(): (entry: Entry) => string {
    const parentOf = (node: Node): Element | null => {
      const parent = node.parentNode ?? this.markByTaken.get(node)?.parentNode;
      return parent?.nodeType === 1 ? (parent as Element) : null;
    };
    // Much of what is left out stood side by side.
    const known = new Map<Element, string>();
    const shapeIn = (around: Element): string => {
      let shape = known.get(around);
      if (shape === undefined) {
        shape = shapeOf(around, parentOf);
        known.set(around, shape);
      }
      return shape;
    };
    return ({ said, place, step }) => {
      const around = place && parentOf(place);
      const isElement = typeof said !== 'string' && said.nodeType === 1;
      const own = isElement ? stepOf(said as Element) : step;
      return [around ? shapeIn(around) : '', own].filter(Boolean).join('>');
    };
  }

  /** Puts an element with the removal's id where each one stood in the article. */
  markIn(article: Element, entries: readonly Entry[], removals: readonly Removal[]): void {
    removals.forEach(({ id, place }, index) => {
      let mark = entries[index]?.place ?? null;
      if (place !== 'within' || !mark) return;
      // What was taken from inside of something else is put back beside it.
      while (mark && !article.contains(mark)) mark = this.markByTaken.get(mark.getRootNode()) ?? null;
      if (!mark) return;
      const span = article.ownerDocument.createElement('span');
      span.setAttribute('data-removed', id);
      mark.parentNode?.insertBefore(span, mark);
    });
  }

  /** The root of the tree that a node stands in, or stood in before something around it was taken. */
  private outermost(node: Node): Node {
    let root = node.getRootNode();
    for (let mark = this.markByTaken.get(root); mark; mark = this.markByTaken.get(root)) {
      root = mark.getRootNode();
    }
    return root;
  }
}
