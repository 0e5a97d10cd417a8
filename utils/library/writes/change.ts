import * as v from 'valibot';
import { LibraryFailure } from '../errors.ts';
import { isEqual } from '../same.ts';
import type { ChangedFields } from '../schema.ts';
import { taggedWith } from '../tag-index.ts';
import { tagKey, withoutTags, withTagRenamed, withTags } from '../tags.ts';
import { forEachOf, type Writing } from '../transaction.ts';
import {
  type ArticleId,
  type Change,
  type ChangeKey,
  type ChangeReceipt,
  MAX_NOTE,
  type ReaderFields,
  SAVED_STATES,
  type SavedSummary,
} from '../types.ts';

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const tags = v.array(
  v.pipe(
    v.string(),
    v.check((tag) => tagKey(tag) !== ''),
  ),
);

const CHANGE = v.strictObject({
  state: v.exactOptional(v.picklist(SAVED_STATES)),
  isFavourite: v.exactOptional(v.boolean()),
  place: v.exactOptional(
    v.nullable(v.object({ percent: v.pipe(wholeNumber, v.maxValue(100)), block: wholeNumber })),
  ),
  note: v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(MAX_NOTE),
      v.transform((note) => note.toWellFormed()),
    ),
  ),
  addTags: v.exactOptional(tags),
  removeTags: v.exactOptional(tags),
});

/** A change with nothing in it but what an entry can have; null when it is anything else. */
export function parseChange(value: unknown): Change | null {
  const parsed = v.safeParse(CHANGE, value);
  return parsed.success ? parsed.output : null;
}

/** Changes entries; those that are gone are left out, and when none is there the write fails. */
export function changeEntries(
  writing: Writing,
  ids: readonly ArticleId[],
  { addTags = [], removeTags = [], ...fields }: Change,
  key: ChangeKey,
): Promise<ChangeReceipt> {
  return once(writing, key, async () => {
    const summaries = writing.stores.objectStore('summaries');
    const changed = await forEachOf(ids, async (id) => {
      const summary = await summaries.get(id);
      if (!summary) return null;
      const kept = withTags(withoutTags(summary.tags, removeTags), addTags);
      return { fields: await applyFields(writing, summary, { ...fields, tags: kept }) };
    });
    const there = changed.filter((one) => one !== null);
    if (there.length === 0) throw new LibraryFailure('not-found');
    return there.map((one) => one.fields);
  });
}

/** Renames a tag everywhere; an entry that has the new one already loses the old one. */
export function renameTag(
  writing: Writing,
  from: string,
  to: string,
  key: ChangeKey,
): Promise<ChangeReceipt> {
  return changeTag(writing, from, (given) => withTagRenamed(given, from, to), key);
}

export function deleteTag(writing: Writing, tag: string, key: ChangeKey): Promise<ChangeReceipt> {
  return changeTag(writing, tag, (given) => withoutTags(given, [tag]), key);
}

function changeTag(
  writing: Writing,
  tag: string,
  change: (tags: readonly string[]) => readonly string[],
  key: ChangeKey,
): Promise<ChangeReceipt> {
  return once(writing, key, async () => {
    const summaries = writing.stores.objectStore('summaries');
    return forEachOf(await taggedWith(summaries, tag), async (id) => {
      const summary = await summaries.get(id);
      return summary ? applyFields(writing, summary, { tags: change(summary.tags) }) : null;
    });
  });
}

/**
 * Takes a change back: each field that is as the change left it becomes what it was before. Of tags that were
 * changed again, those that the change added go and those that it removed come back.
 */
export async function undoChange(writing: Writing, key: ChangeKey): Promise<ChangeReceipt> {
  const changes = writing.stores.objectStore('changes');
  const recorded = await changes.get(key);
  if (!recorded) throw new LibraryFailure('too-late');
  if (recorded.isUndone) return { key, changed: recorded.entries.length };
  const summaries = writing.stores.objectStore('summaries');
  await forEachOf(recorded.entries, async ({ id, before, after }) => {
    const summary = await summaries.get(id);
    if (summary) await applyFields(writing, summary, undone(summary, before, after));
  });
  await changes.put({ ...recorded, isUndone: true });
  return { key, changed: recorded.entries.length };
}

function undone(
  summary: SavedSummary,
  before: Partial<ReaderFields>,
  after: Partial<ReaderFields>,
): Partial<ReaderFields> {
  const names = Object.keys(after) as (keyof ReaderFields)[];
  const unchanged = names.filter((name) => isEqual(summary[name], after[name]));
  const fields: Partial<ReaderFields> = Object.fromEntries(unchanged.map((name) => [name, before[name]]));
  if (!before.tags || !after.tags || fields.tags) return fields;
  const added = withoutTags(after.tags, before.tags);
  const removed = withoutTags(before.tags, after.tags);
  return { ...fields, tags: withTags(withoutTags(summary.tags, added), removed) };
}

/** Gives fields of an entry new values. @returns what became different; null for nothing */
async function applyFields(
  writing: Writing,
  summary: SavedSummary,
  fields: Partial<ReaderFields>,
): Promise<ChangedFields | null> {
  const names = Object.keys(fields) as (keyof ReaderFields)[];
  const changed = names.filter((name) => !isEqual(summary[name], fields[name]));
  if (changed.length === 0) return null;
  const pick = (from: Partial<ReaderFields>): Partial<ReaderFields> =>
    Object.fromEntries(changed.map((name) => [name, from[name]]));
  const after = pick(fields);
  await writing.replace({ ...summary, ...after, ...writing.stamp(summary) });
  return { id: summary.id, before: pick(summary), after };
}

/** Makes a change that was not made yet, and writes down what undoing it needs. */
async function once(
  writing: Writing,
  key: ChangeKey,
  work: () => Promise<readonly (ChangedFields | null)[]>,
): Promise<ChangeReceipt> {
  const changes = writing.stores.objectStore('changes');
  const made = await changes.get(key);
  if (made) return { key, changed: made.entries.length };
  const entries = (await work()).filter((one) => one !== null);
  await changes.put({ key, madeAt: writing.now, entries, isUndone: false });
  return { key, changed: entries.length };
}
