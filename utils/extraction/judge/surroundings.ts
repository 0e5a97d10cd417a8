import { perClasses } from '../../page-copy/per-classes.ts';
import { perName } from '../../page-copy/per-name.ts';
import type { BlockTree, Holder } from '../block-tree.ts';
import { hintMask } from './name-hints.ts';

/** Kinds of elements that a block may stand in, as the judge tells them apart. */
export const INSIDE: Readonly<Record<string, readonly string[]>> = {
  figure: ['FIGURE', 'FIGCAPTION'],
  quotation: ['BLOCKQUOTE'],
  aside: ['ASIDE'],
  header: ['HEADER'],
  table: ['TABLE'],
  list: ['UL', 'OL'],
  article: ['ARTICLE'],
  details: ['DETAILS'],
};
export const INSIDE_NAMES = Object.keys(INSIDE);

const BIT_BY_TAG = new Map(
  Object.values(INSIDE).flatMap((tags, bit) => tags.map((tag): [string, number] => [tag, 1 << bit])),
);
const bitOfTag = perName((name) => BIT_BY_TAG.get(name) ?? 0);

/** How far up names still say something about a block; beyond the first two they say half as much. */
const LEVELS = 6;
const NEAR_LEVELS = 2;

/** What an element and those around it tell of the blocks in it. */
export interface Surroundings {
  /** Bits in the order of `INSIDE_NAMES`. */
  readonly inside: number;
  /** Bits in the order of `HINT_NAMES`: names of the element and its parent, and of those further out. */
  readonly near: number;
  readonly far: number;
  /** Kind of markup, as a number: element, class and the two elements around it. */
  readonly kind: number;
}

/** What one element tells. */
interface Own {
  readonly inside: number;
  readonly mask: number;
  /** Number of its markup: elements of the same name and kind of class have the same. */
  readonly markup: number;
}

/** More markups than a page has: the numbers of an element's and of those around it make that of its kind. */
const MARKUPS = 2 ** 17;
const KIND_LEVELS = 3;

/** The surroundings of the blocks that a holder has of its own. */
export type SurroundingsOf = (holder: Holder) => Surroundings;

/** Reads what is asked for, and only once: much of a page is its frame, which nobody asks for. */
export function surroundingsIn({ holders }: BlockTree): SurroundingsOf {
  const markups = new Markups();
  const own = new Array<Own | undefined>(holders.length);
  const known = new Array<Surroundings | undefined>(holders.length);
  const ownOf = (holder: Holder): Own => {
    let read = own[holder.index];
    if (read === undefined) {
      read = readElement(holder.element, holder.parent ? ownOf(holder.parent).inside : 0, markups);
      own[holder.index] = read;
    }
    return read;
  };
  return (holder) => {
    let around = known[holder.index];
    if (around === undefined) {
      around = gather(holder, ownOf);
      known[holder.index] = around;
    }
    return around;
  };
}

/** A class attribute without what parts and numbers its names have; elements of one kind have the same. */
const kindOfClasses = perClasses((classes) =>
  (MARKS.test(classes) ? classes.replace(/[\d_-]+\w*/gu, '') : classes).slice(0, 40),
);
const MARKS = /[\d_-]/u;

function readElement(element: Element, outer: number, markups: Markups): Own {
  const name = element.nodeName;
  return {
    inside: outer | bitOfTag(element),
    mask: name === 'BODY' ? 0 : hintMask(element),
    markup: markups.numberOf(name, kindOfClasses(element)),
  };
}

/** Numbers the markups of a page from 1 on; 0 stands for none. */
class Markups {
  private readonly known = new Map<string, Map<string, number>>();
  private count = 0;

  numberOf(name: string, classes: string): number {
    let ofName = this.known.get(name);
    if (ofName === undefined) {
      ofName = new Map();
      this.known.set(name, ofName);
    }
    let number = ofName.get(classes);
    if (number === undefined) {
      this.count += 1;
      number = this.count;
      ofName.set(classes, number);
    }
    return number;
  }
}

function gather(holder: Holder, ownOf: (holder: Holder) => Own): Surroundings {
  let near = 0;
  let far = 0;
  let kind = 0;
  let at: Holder | null = holder;
  for (let level = 0; level < LEVELS; level += 1) {
    const { mask, markup }: Own = at ? ownOf(at) : NOTHING;
    if (level < NEAR_LEVELS) near |= mask;
    else far |= mask;
    if (level < KIND_LEVELS) kind = kind * MARKUPS + markup;
    at = at?.parent ?? null;
  }
  return { inside: ownOf(holder).inside, near, far: far & ~near, kind };
}

const NOTHING: Own = { inside: 0, mask: 0, markup: 0 };
