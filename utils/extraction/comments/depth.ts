import type { Item } from './find-items.ts';
import { namesOf } from './names.ts';

export interface Placed {
  readonly item: Item;
  readonly depth: number;
  /** Index of the comment that it answers; null for an answer to the post. */
  readonly parent: number | null;
}

const LEVEL = /(?:^|[\s_-])(?:depth|level|twig|commentlevel)[-_]?(\d{1,2})(?=$|\s)/u;

/**
 * Tells which comment answers which, in page order. A class such as `depth-2` beats nesting, for some themes
 * write answers flat; then nesting, lists of answers after their parent, and indentation count.
 */
export function placeItems(items: readonly Item[]): Placed[] {
  const byFrame = new Map(items.map((item) => [item.frame, item]));
  const levels = items.map(levelOf);
  const hasLevels = levels.every((level) => level !== null);
  const nested = items.map((item) => nestingOf(item, byFrame));
  const answers = items.map(answersOf);
  const margins = items.map(marginOf);
  const raw = hasLevels
    ? levels.map((level) => level ?? 0)
    : ([nested, answers, margins].find((depths) => Math.max(...depths) > Math.min(...depths)) ?? nested);
  const base = Math.min(...raw, Number.POSITIVE_INFINITY);
  const last: number[] = [];
  return items.map((item, index) => {
    const depth = Math.min((raw[index] ?? 0) - base, last.length);
    const parent = depth > 0 ? (last[depth - 1] ?? null) : null;
    last.length = depth;
    last.push(index);
    return { item, depth, parent };
  });
}

/** The number in a class such as `depth-2` on the comment, its frames or what holds nothing else. */
function levelOf(item: Item): number | null {
  const outermost = holderOf(item);
  for (let node: Element | null = item.element; node; node = node === outermost ? null : node.parentElement) {
    const level = LEVEL.exec(node.getAttribute('class') ?? '');
    if (level) return Number(level[1]);
  }
  return null;
}

/** The outermost element that holds one comment and nothing besides; LiveJournal sets it in there. */
function holderOf({ frame }: Item): Element {
  let holder = frame;
  while (holder.parentElement?.childElementCount === 1 && holder.parentElement.nodeName === 'DIV')
    holder = holder.parentElement;
  return holder;
}

function nestingOf(item: Item, byFrame: ReadonlyMap<Element, Item>): number {
  let depth = 0;
  for (let node = item.frame.parentElement; node; node = node.parentElement) if (byFrame.has(node)) depth++;
  return depth;
}

/** How many lists of answers stand around a comment, such as Drupal's `.indented`. */
function answersOf(item: Item): number {
  let depth = 0;
  for (let node = item.frame.parentElement; node; node = node.parentElement)
    if (/ (?:children|replies|indented|answers) /u.test(namesOf(node))) depth++;
  return depth;
}

/** Indentation in steps of 25 pixels, as LiveJournal and old forums write it. */
function marginOf(item: Item): number {
  for (const element of [item.frame, holderOf(item)]) {
    const style = element.getAttribute('style') ?? '';
    const pixels = /(?:margin|padding)-left\s*:\s*(\d+)px/iu.exec(style)?.[1];
    if (pixels) return Math.round(Number(pixels) / 25);
  }
  return 0;
}
