import { perClasses } from '../../page-copy/per-classes.ts';
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
  /** Kind of markup: element, class and the two elements around it. */
  readonly kind: string;
}

interface Own {
  readonly inside: number;
  readonly mask: number;
  readonly kind: string;
}

/** The surroundings of every holder that has blocks of its own. */
export function surroundingsOf({ holders, ofBlock }: BlockTree): ReadonlyMap<Holder, Surroundings> {
  const own = new Map<Holder, Own>();
  for (const holder of holders) {
    const outer = holder.parent ? (own.get(holder.parent)?.inside ?? 0) : 0;
    own.set(holder, readElement(holder.element, outer));
  }
  const surroundings = new Map<Holder, Surroundings>();
  for (const holder of ofBlock) {
    if (!surroundings.has(holder)) surroundings.set(holder, gather(holder, own));
  }
  return surroundings;
}

/** A class attribute without what parts and numbers its names have; elements of one kind have the same. */
const kindOfClasses = perClasses((classes) => classes.replace(/[\d_-]+\w*/gu, '').slice(0, 40));

function readElement(element: Element, outer: number): Own {
  const name = element.nodeName;
  return {
    inside: outer | (BIT_BY_TAG.get(name) ?? 0),
    mask: name === 'BODY' ? 0 : hintMask(element),
    kind: `${name}.${kindOfClasses(element)}>`,
  };
}

function gather(holder: Holder, own: ReadonlyMap<Holder, Own>): Surroundings {
  let near = 0;
  let far = 0;
  let kind = '';
  let at: Holder | null = holder;
  for (let level = 0; at && level < LEVELS; level += 1) {
    const { mask, kind: piece } = own.get(at) ?? { mask: 0, kind: '' };
    if (level < NEAR_LEVELS) near |= mask;
    else far |= mask;
    if (level < 3) kind += piece;
    at = at.parent;
  }
  return { inside: own.get(holder)?.inside ?? 0, near, far: far & ~near, kind };
}
