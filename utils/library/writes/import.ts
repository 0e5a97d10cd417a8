import { blankEntry, type Merged, mergeItem, type PreparedItem } from '../merge-item.ts';
import type { Tombstone } from '../schema.ts';
import { forEachOf, together, type Writing } from '../transaction.ts';
import type { ImportOutcome } from '../transfer-types.ts';
import type { ArticleId, SavedSummary } from '../types.ts';
import { clearAway } from './save.ts';

/** Items of one page, and what each of them has come to. */
type Group = readonly { readonly item: PreparedItem; readonly place: number }[];

/** What the items of a group make of an entry, one after the other. */
interface GroupMerged {
  readonly entry: SavedSummary;
  readonly article: Merged['article'];
  readonly steps: readonly Merged[];
}

/**
 * Takes in items, one after the other. Items that say nothing new change nothing. Most items of another list are
 * new: adding each and looking only at those that are in the list already takes half the time of looking at all.
 */
export async function importItems(
  writing: Writing,
  items: readonly (PreparedItem | null)[],
): Promise<readonly ImportOutcome[]> {
  const outcomes = items.map((): ImportOutcome => ({ kind: 'skipped', reason: 'no-address' }));
  const groups = groupById(items);
  const tombstones = await tombstonesOf(writing, [...groups.keys()]);
  await forEachOf([...groups], async ([id, group]) => {
    const imported = await importGroup(writing, group, tombstones.get(id));
    for (const [index, { place }] of group.entries()) {
      const outcome = imported[index];
      if (outcome) outcomes[place] = outcome;
    }
  });
  return outcomes;
}

function groupById(items: readonly (PreparedItem | null)[]): ReadonlyMap<ArticleId, Group> {
  const placed = items.flatMap((item, place) => (item ? [{ item, place }] : []));
  return Map.groupBy(placed, ({ item }) => item.id);
}

async function importGroup(
  writing: Writing,
  group: Group,
  tombstone: Tombstone | undefined,
): Promise<readonly ImportOutcome[]> {
  const [first] = group;
  if (!first) return [];
  const { id } = first.item;
  const fresh = mergeGroup(blankEntry(first.item, writing.now), group, writing.now);
  const isNew = await writing.addIfNew({ ...fresh.entry, ...writing.stamp(tombstone) });
  if (isNew) {
    await together(
      () => (tombstone ? clearAway(writing, id) : Promise.resolve()),
      () => putBody(writing, id, fresh.article),
    );
    return fresh.steps.map(({ kind, problems }, index) => ({
      kind: index === 0 ? 'added' : kind,
      id,
      problems,
    }));
  }
  const before = await writing.stores.objectStore('summaries').get(id);
  if (!before) throw new Error('An entry is both there and not');
  const { entry, article, steps } = mergeGroup(before, group, writing.now);
  await together(
    () => (entry === before ? Promise.resolve() : writing.replace({ ...entry, ...writing.stamp(before) })),
    () => putBody(writing, id, article),
  );
  return steps.map(({ kind, problems }) => ({ kind, id, problems }));
}

function mergeGroup(start: SavedSummary, group: Group, now: number): GroupMerged {
  const steps: Merged[] = [];
  for (const { item } of group) steps.push(mergeItem(steps.at(-1)?.entry ?? start, item, now));
  return {
    entry: steps.at(-1)?.entry ?? start,
    article: steps.find(({ article }) => article)?.article ?? null,
    steps,
  };
}

async function putBody({ stores }: Writing, id: ArticleId, article: Merged['article']): Promise<void> {
  if (article) await stores.objectStore('bodies').put({ id, article });
}

/** The tombstones of some pages; asking for all of them at once is quicker where there are few. */
async function tombstonesOf(
  { stores }: Writing,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, Tombstone>> {
  const tombstones = stores.objectStore('tombstones');
  const isFew = (await tombstones.count()) <= ids.length;
  const found = isFew ? await tombstones.getAll() : await forEachOf(ids, (id) => tombstones.get(id));
  return new Map(found.flatMap((tombstone) => (tombstone ? [[tombstone.id, tombstone]] : [])));
}
