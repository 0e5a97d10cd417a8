import type { Arrangement, RepeatForm } from '../extraction/arrange.ts';
import type { Article, Repeat } from '../extraction/types/article.ts';
import { REMOVAL_REASONS, type Removal } from '../extraction/types/removals.ts';
import { keyOf } from '../text/normalise.ts';
import type { Choice } from './memory.ts';
import type { ChoiceKind } from './schema.ts';

/**
 * What a choice is about, in words that mean the same in other posts of the blog. The wide form goes by the place in
 * the blog's template alone; the narrow one by what was said there as well, and is used where several things of a
 * page share the place, so that no choice changes more than was chosen.
 */
interface Keys {
  readonly wide: string;
  readonly narrow: string;
  readonly isWide: boolean;
}

/** By key, whether it is chosen. A key that is not here was never chosen. */
export type Choices = ReadonlyMap<string, boolean>;

/** An element with a name of its own, or one that says what it is for. */
const NAMED_PLACE = /[#.]|(?:^|>)(?:nav|aside|footer|header|form|section|figure|details)(?:>|$)/u;

/** Every key that may have been chosen for what is in an article. */
export function keysIn(article: Article): string[] {
  const places = placesOf(article);
  return [
    ...article.removals.flatMap((removal) => bothOf(removalKeys(removal, places), 'back')),
    ...article.repeats.flatMap((repeat) => {
      const keys = repeatKeys(repeat);
      return [
        ...bothOf(keys, 'unfold'),
        ...repeat.copies.flatMap((_, copy) => bothOf(keys, insteadOf(repeat, copy))),
      ];
    }),
  ];
}

/** How an article is to be shown where these things were chosen. */
export function arrangementOf(article: Article, choices: Choices): Arrangement {
  const removals = new Map<string, boolean>();
  const repeats = new Map<string, RepeatForm>();
  if (choices.size === 0) return { removals, repeats };
  const places = placesOf(article);
  for (const removal of article.removals) {
    const isChosen = chosen(choices, removalKeys(removal, places), 'back');
    if (isChosen !== undefined) removals.set(removal.id, isChosen);
  }
  for (const repeat of article.repeats) {
    const form = formOf(repeat, choices);
    if (form) repeats.set(repeat.id, form);
  }
  return { removals, repeats };
}

/** The key of the choice to put a removal of an article back. */
export function keyToPutBack(removal: Removal, article: Article): string {
  const { isWide, wide, narrow } = removalKeys(removal, placesOf(article));
  return `back ${isWide ? wide : narrow}`;
}

/** The key of the choice that gives a repeat a form; null for the form that it was read in. */
export function keyOfForm(repeat: Repeat, form: RepeatForm): string | null {
  if (form.kind === 'folded') return null;
  const { isWide, wide, narrow } = repeatKeys(repeat);
  const verb = form.kind === 'instead' ? insteadOf(repeat, form.copy) : 'unfold';
  return `${verb} ${isWide ? wide : narrow}`;
}

const KINDS: Readonly<Record<string, ChoiceKind>> = {
  back: 'put-back',
  unfold: 'unfold',
  instead: 'instead',
};

/** What kind of choice a key is. */
export function choiceOf(key: string): Choice {
  const [verb = '', reason] = key.split(' ', 2);
  const kind = KINDS[verb] ?? 'put-back';
  return { key, kind, reason: REMOVAL_REASONS.find((one) => kind === 'put-back' && one === reason) ?? null };
}

function formOf(repeat: Repeat, choices: Choices): RepeatForm | null {
  const keys = repeatKeys(repeat);
  const unfolds = chosen(choices, keys, 'unfold');
  if (unfolds) return { kind: 'unfolded' };
  const copy = repeat.copies.findIndex((_, index) => chosen(choices, keys, insteadOf(repeat, index)));
  if (copy >= 0) return { kind: 'instead', copy };
  return unfolds === false ? { kind: 'folded' } : null;
}

function chosen(choices: Choices, { wide, narrow }: Keys, verb: string): boolean | undefined {
  const both = [choices.get(`${verb} ${narrow}`), choices.get(`${verb} ${wide}`)];
  if (both.includes(true)) return true;
  return both.includes(false) ? false : undefined;
}

function bothOf({ wide, narrow }: Keys, verb: string): [string, string] {
  return [`${verb} ${narrow}`, `${verb} ${wide}`];
}

/** How many removals of an article share each place. */
function placesOf({ removals }: Article): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const removal of removals) {
    const place = placeOf(removal);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

function placeOf({ reason, rule, shape = '' }: Removal): string {
  return [reason, rule, shape].join(' ');
}

function removalKeys(removal: Removal, places: ReadonlyMap<string, number>): Keys {
  const wide = placeOf(removal);
  const isWide = places.get(wide) === 1 && NAMED_PLACE.test(removal.shape ?? '');
  return { wide, narrow: `${wide} ${keyOf(removal.whole || removal.text)}`, isWide };
}

/** Copies in places of their own (a teaser, a column for small screens) are told apart by these. */
function repeatKeys({ text = '', shape = '', copies }: Repeat): Keys {
  const shapes = [shape, ...copies.map((copy) => copy.shape ?? '')];
  const apart = new Set(shapes);
  const wide = ['repeat', ...[...apart].sort()].join(' ');
  const texts = [text, ...copies.map((copy) => copy.text)].map(keyOf);
  const isWide = apart.size > 1 && !apart.has('');
  return { wide, narrow: `${wide} ${[...new Set(texts)].sort().join(' ')}`, isWide };
}

/** Says which copy by its place, or by its number where others stand in the same. */
function insteadOf({ shape, copies }: Repeat, index: number): string {
  const own = copies[index]?.shape;
  const sharing = [shape, ...copies.map((copy) => copy.shape)].filter((one) => one === own).length;
  return `instead ${own !== undefined && sharing === 1 ? own : index}`;
}
