import { blocksOf } from '../text/blocks.ts';
import { readingTime } from '../text/reading-time.ts';
import { articleText } from './article-text.ts';
import { blockOf, canPutBack, placesIn, replaceMark, takeOut } from './put-back.ts';
import { showInstead } from './repeats/show-instead.ts';
import { sanitiseHtml } from './sanitise.ts';
import type { Article, Repeat } from './types/article.ts';
import type { Removal } from './types/removals.ts';

/** How a repeat is shown: once, where it was read; every copy in its place; or another copy in its place instead. */
export type RepeatForm =
  | { readonly kind: 'folded' | 'unfolded' }
  | { readonly kind: 'instead'; readonly copy: number };

/** What a reader wants otherwise than it was read. */
export interface Arrangement {
  /** By id: whether a removal stands in the article. */
  readonly removals: ReadonlyMap<string, boolean>;
  /** By id. */
  readonly repeats: ReadonlyMap<string, RepeatForm>;
}

/**
 * An article as its reader wants it: removals in their places again, each in an element with `data-removed` (those
 * that stood beside the article before and after it, in page order); repeats unfolded, each copy in an element with
 * `data-copy`, or another copy shown. Its text and length say what it shows. The given article is left as it is, and
 * comes back where nothing is wanted otherwise. Needs a DOM.
 *
 * @param arrangement unknown ids, and what has no known place, change nothing
 * @param baseUrl base for relative links
 */
export function arrange(article: Article, arrangement: Arrangement, baseUrl: string): Article {
  const turned = article.removals.filter((removal) => isTurned(removal, arrangement));
  const changed = article.repeats.filter((repeat) => isChanged(repeat, arrangement));
  if (turned.length === 0 && changed.length === 0) return article;
  const { body } = new DOMParser().parseFromString(article.html, 'text/html');
  const repeats = article.repeats.map((repeat) =>
    changed.includes(repeat) ? reform(body, repeat, arrangement.repeats.get(repeat.id)) : repeat,
  );
  turn(body, article.removals, turned);
  const html = sanitiseHtml(body.innerHTML, baseUrl);
  const text = articleText(blocksOf(body));
  const { minutes, count, unit } = readingTime(text, article.meta.lang);
  return {
    ...article,
    html,
    text,
    repeats,
    removals: article.removals.map((removal) => (turned.includes(removal) ? flipped(removal) : removal)),
    readingMinutes: minutes,
    length: { count, unit },
  };
}

function isTurned(removal: Removal, { removals }: Arrangement): boolean {
  const isWanted = removals.get(removal.id);
  return isWanted !== undefined && isWanted !== (removal.isBack ?? false) && canPutBack(removal);
}

function isChanged({ id, isUnfolded, copies }: Repeat, { repeats }: Arrangement): boolean {
  const form = repeats.get(id);
  if (!form) return false;
  if (form.kind === 'instead') return !isUnfolded && copies[form.copy]?.id !== undefined;
  return (form.kind === 'unfolded') !== (isUnfolded ?? false);
}

function flipped({ isBack, ...removal }: Removal): Removal {
  return isBack ? removal : { ...removal, isBack: true };
}

/** Puts removals back in page order, and takes out those that are back. */
function turn(body: Element, removals: readonly Removal[], turned: readonly Removal[]): void {
  const places = placesIn(body, 'data-removed');
  const beside: Record<'before' | 'after', Element[]> = { before: [], after: [] };
  for (const removal of removals) {
    const { id, place, isBack = false } = removal;
    const standing = places.get(id);
    const isTurning = turned.includes(removal);
    if (place === 'within') {
      if (!isTurning) continue;
      if (standing && isBack) takeOut(standing, 'data-removed');
      else if (standing) replaceMark(standing, removalBlock(body, removal));
      else body.append(removalBlock(body, removal));
    } else if (isTurning === isBack) {
      // Beside the article nothing marks a place.
      standing?.remove();
    } else if (place) {
      beside[place].push(standing ?? removalBlock(body, removal));
    }
  }
  body.prepend(...beside.before);
  body.append(...beside.after);
}

function removalBlock(body: Element, { id, html, whole }: Removal): Element {
  return blockOf(body.ownerDocument, 'data-removed', { id, html, text: whole });
}

function reform(body: Element, repeat: Repeat, form: RepeatForm | undefined): Repeat {
  if (form?.kind === 'instead') return showInstead(body, repeat, form.copy);
  const places = placesIn(body, 'data-copy');
  const { isUnfolded, ...folded } = repeat;
  for (const { id, html, text } of repeat.copies) {
    const standing = id === undefined ? undefined : places.get(id);
    if (!standing || id === undefined) continue;
    if (isUnfolded) takeOut(standing, 'data-copy');
    else replaceMark(standing, blockOf(body.ownerDocument, 'data-copy', { id, html, text }));
  }
  return isUnfolded ? folded : { ...folded, isUnfolded: true };
}
