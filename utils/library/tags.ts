import { keyOf, tidyLine } from '../text/normalise.ts';

/** Longer is no tag; the same for tags of pages. */
const MAX_TAG = 1_000;
/** More than any entry has; the same for tags of pages. */
const MAX_TAGS = 500;

/** Two tags with the same key are the same tag: width, case, spaces and a leading # don't matter. */
export function tagKey(tag: string): string {
  return keyOf(tag).replace(/^#+/u, '');
}

/** A tag as it is kept: on one line, without a leading #; empty when nothing is left. */
export function tidyTag(tag: string): string {
  return tidyLine(
    tag
      .slice(0, MAX_TAG)
      .toWellFormed()
      .replace(/^[\s#＃]+/u, ''),
  );
}

/** Tags with others behind them, each once; as many as an entry may have. */
export function withTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  const keys = new Set(tags.map(tagKey));
  const result = [...tags];
  for (const tag of added.map(tidyTag)) {
    const key = tagKey(tag);
    if (key === '' || keys.has(key) || result.length >= MAX_TAGS) continue;
    keys.add(key);
    result.push(tag);
  }
  return result;
}

/** Tags without others, whichever way these are written. */
export function withoutTags(tags: readonly string[], removed: readonly string[]): readonly string[] {
  const keys = new Set(removed.map(tagKey));
  return tags.filter((tag) => !keys.has(tagKey(tag)));
}

/** Tags with one renamed in its place, or gone where its new name is there already. */
export function withTagRenamed(tags: readonly string[], from: string, to: string): readonly string[] {
  const [fromKey, toKey] = [tagKey(from), tagKey(to)];
  const isMerged = fromKey !== toKey && tags.some((tag) => tagKey(tag) === toKey);
  return isMerged
    ? withoutTags(tags, [from])
    : tags.map((tag) => (tagKey(tag) === fromKey ? tidyTag(to) : tag));
}
