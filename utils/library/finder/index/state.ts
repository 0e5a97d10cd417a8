import * as v from 'valibot';
import { messageOf } from '../../../result.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import { CHUNK_ROWS, type RowChunk } from '../catalogue/columns.ts';
import { Names } from '../catalogue/names.ts';
import { IndexDamage } from './bytes.ts';
import { FILES, type Segment } from './segments.ts';
import { blocksOf, type Manifest, type SearchDatabase } from './store.ts';

/** The index as one worker knows it: the catalogue in memory, the rest on disk. */
export interface IndexState {
  readonly catalogue: Catalogue;
  /** As it was read or written last. */
  manifest: Manifest;
  segments: readonly Segment[];
}

const NOTHING: Manifest = {
  identity: '',
  revision: 0,
  generation: 0,
  passages: 1,
  rows: 0,
  names: 1,
  segments: [],
  nextSegment: 1,
};

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 29));
const firsts = v.array(v.string());
const segment = v.looseObject({
  id: v.number(),
  from: v.number(),
  to: v.number(),
  bytes: v.number(),
  directory: v.object({ passages: firsts, positions: firsts, words: firsts }),
});

/** Reads what is needed before anything can be found; throws `IndexDamage` where it does not fit together. */
export async function loadIndex(database: SearchDatabase): Promise<IndexState> {
  const reading = database.transaction(['facts', 'segments', 'blocks', 'rows', 'names']);
  const [manifest = NOTHING, chunks, names, segments] = await Promise.all([
    reading.objectStore('facts').get('manifest'),
    reading.objectStore('rows').getAll(),
    reading.objectStore('names').getAll(),
    reading.objectStore('segments').getAll(),
  ]);
  try {
    v.assert(v.looseObject({ segments: v.array(v.number()), rows: count, passages: count }), manifest);
    const blocks = await Promise.all(
      manifest.segments.map((id) => reading.objectStore('blocks').count(blocksOf(id))),
    );
    v.assert(v.array(v.array(v.string())), names);
    v.assert(v.array(segment), segments);
    return fittedTogether(manifest, chunks, names, segments, blocks);
  } catch (thrown) {
    throw new IndexDamage(messageOf(thrown));
  }
}

/** Throws for parts that are not of one index. */
function fittedTogether(
  manifest: Manifest,
  chunks: readonly RowChunk[],
  names: readonly (readonly string[])[],
  segments: readonly Segment[],
  blocks: readonly number[],
): IndexState {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const listed = manifest.segments.map((id) => byId.get(id));
  const known = Names.of(names.flat());
  const isWhole =
    chunks.length === Math.ceil(manifest.rows / CHUNK_ROWS) &&
    known.size === manifest.names &&
    listed.every((segment, index) => segment && blocksIn(segment) === blocks[index]);
  if (!isWhole) throw new IndexDamage('parts of the index are missing');
  return {
    manifest,
    segments: listed.filter((segment) => segment !== undefined),
    catalogue: new Catalogue(known, chunks, manifest.rows, manifest.passages),
  };
}

/** Whether somebody else has written since a state was read. */
export async function isOverwritten(database: SearchDatabase, { manifest }: IndexState): Promise<boolean> {
  const stored = await database.get('facts', 'manifest');
  return (stored?.generation ?? 0) !== manifest.generation;
}

function blocksIn({ directory }: Segment): number {
  return FILES.reduce((sum, file) => sum + directory[file].length, 0);
}
