// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { createBlockCache } from '../../../utils/library/finder/index/block-cache.ts';
import { IndexDamage } from '../../../utils/library/finder/index/bytes.ts';
import type { Segment } from '../../../utils/library/finder/index/segments.ts';
import {
  blockKey,
  openSearchDatabase,
  type SearchDatabase,
  writeIndex,
} from '../../../utils/library/finder/index/store.ts';
import { freshDisk } from '../a-library.ts';

let database: SearchDatabase;
beforeEach(async () => {
  freshDisk();
  database = await openSearchDatabase();
});

function aSegment(id = 1): Segment {
  return { id, from: 0, to: 1, bytes: 0, directory: { passages: [], positions: [], words: [] } };
}

/** Writes blocks of ten bytes with these values. */
async function write(segment: Segment, values: readonly number[]): Promise<void> {
  await writeIndex(database, (writing) =>
    values.map((value, block) =>
      writing
        .objectStore('blocks')
        .put(new Uint8Array(10).fill(value), blockKey(segment.id, 'passages', block)),
    ),
  );
}

async function valuesIn(
  cache: ReturnType<typeof createBlockCache>,
  segment: Segment,
  from: number,
  to: number,
) {
  const [blocks = []] = await cache.read(database, [{ segment, file: 'passages', range: [from, to] }]);
  return blocks.map(([value]) => value);
}

it('gives what is on disk, and the same again without the disk', async () => {
  const [cache, segment] = [createBlockCache(), aSegment()];
  await write(segment, [1, 2, 3, 4]);
  expect(await valuesIn(cache, segment, 1, 3)).toEqual([2, 3]);
  await database.clear('blocks');
  expect(await valuesIn(cache, segment, 1, 3)).toEqual([2, 3]);
  expect(await valuesIn(cache, segment, 2, 3)).toEqual([3]);
  expect(await valuesIn(cache, segment, 2, 2)).toEqual([]);
  await expect(valuesIn(cache, segment, 0, 3)).rejects.toThrow(IndexDamage);
});

it('reads several at once, from memory and from disk', async () => {
  const [cache, one, other] = [createBlockCache(), aSegment(1), aSegment(2)];
  await write(one, [1, 2]);
  await write(other, [3, 4]);
  await valuesIn(cache, one, 0, 2);
  const read = await cache.read(database, [
    { segment: one, file: 'passages', range: [0, 1] },
    { segment: other, file: 'passages', range: [1, 2] },
  ]);
  expect(read.map((blocks) => blocks.map(([value]) => value))).toEqual([[1], [4]]);
});

it('does not take a segment for another one that had its id', async () => {
  const cache = createBlockCache();
  const segment = aSegment();
  await write(segment, [1]);
  await valuesIn(cache, segment, 0, 1);
  await write(segment, [7]);
  expect(await valuesIn(cache, aSegment(segment.id), 0, 1)).toEqual([7]);
});

it('forgets what was asked for longest ago', async () => {
  const cache = createBlockCache(30);
  const segment = aSegment();
  await write(segment, [1, 2, 3, 4]);
  for (const block of [0, 1, 2, 0, 3]) await valuesIn(cache, segment, block, block + 1);
  await database.clear('blocks');
  for (const block of [2, 0, 3])
    expect(await valuesIn(cache, segment, block, block + 1)).toEqual([block + 1]);
  await expect(valuesIn(cache, segment, 1, 2)).rejects.toThrow(IndexDamage);
});
