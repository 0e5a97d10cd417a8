import type { Block } from './blocks.ts';
import type { BlockSink, FileName, Segment } from './segments.ts';
import type { IndexState } from './state.ts';
import { blockKey, blocksOf, type Manifest, type SearchDatabase, writeIndex } from './store.ts';

/** So many bytes are written at a time: a long write would make a save wait. */
const WRITE_SIZE = 1_000_000;

/** Takes the blocks of a segment in the making and writes them bit by bit; nobody reads them before `commit`. */
export function blockBuffer(database: SearchDatabase, segment: number) {
  const counts: Record<FileName, number> = { passages: 0, positions: 0, words: 0 };
  let waiting: (readonly [key: number, bytes: Uint8Array<ArrayBuffer>])[] = [];
  let size = 0;
  const sink: BlockSink = (file: FileName, { bytes }: Block) => {
    waiting.push([blockKey(segment, file, counts[file]++), bytes]);
    size += bytes.length;
  };
  return {
    sink,
    get isFull() {
      return size >= WRITE_SIZE;
    },
    async write(): Promise<void> {
      const blocks = waiting;
      waiting = [];
      size = 0;
      while (blocks.length > 0) {
        const some = blocks.splice(0, Math.ceil(WRITE_SIZE / 32_000));
        await writeIndex(database, (writing) =>
          some.map(([key, bytes]) => writing.objectStore('blocks').put(bytes, key)),
        );
      }
    },
  };
}

/** What a commit makes of the segments. */
export interface SegmentChange {
  readonly added: Segment | null;
  /** These are replaced by the added one. */
  readonly removed: readonly Segment[];
}

/** Makes everything that changed in memory, and the segments that were written, the index that is on disk. */
export async function commit(
  database: SearchDatabase,
  state: IndexState,
  { added, removed }: SegmentChange,
  progress: Pick<Manifest, 'identity' | 'revision'>,
): Promise<void> {
  const { catalogue } = state;
  const at = removed[0] ? state.segments.indexOf(removed[0]) : state.segments.length;
  const segments = state.segments.toSpliced(at, removed.length, ...(added ? [added] : []));
  const manifest: Manifest = {
    ...progress,
    generation: state.manifest.generation + 1,
    passages: catalogue.passages,
    rows: catalogue.rows,
    names: catalogue.names.size,
    segments: segments.map(({ id }) => id),
    nextSegment: Math.max(state.manifest.nextSegment, (added?.id ?? 0) + 1),
  };
  const rows = catalogue.takeDirty();
  const names = catalogue.names.unwritten();
  await writeIndex(database, (writing) => [
    ...rows.map(({ key, chunk }) => writing.objectStore('rows').put(chunk, key)),
    ...names.map(({ key, texts }) => writing.objectStore('names').put(texts, key)),
    ...(added ? [writing.objectStore('segments').put(added, added.id)] : []),
    ...removed.flatMap(({ id }) => [
      writing.objectStore('segments').delete(id),
      writing.objectStore('blocks').delete(blocksOf(id)),
    ]),
    writing.objectStore('facts').put(manifest, 'manifest'),
  ]);
  catalogue.names.markWritten();
  state.manifest = manifest;
  state.segments = segments;
}
