import type { LibraryError } from '../../types.ts';
import type { LibraryReader } from '../../verbs.ts';
import { FIELDS } from '../catalogue/columns.ts';
import { blockBuffer, commit } from './commit.ts';
import { mergeSegments, segmentsToMerge } from './merge.ts';
import { commentTexts, passageTokens, readBody, shortTexts } from './passages.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { IndexState } from './state.ts';
import { blocksFrom, type SearchDatabase, writeIndex } from './store.ts';

/** The verbs of the library that the index is made with. */
export type IndexSource = Pick<LibraryReader, 'changedSince' | 'bodies' | 'summaries'>;

/** So many entries, and so many bodies, are read at a time: a save never waits for more. */
const SUMMARIES_AT_ONCE = 400;
const BODIES_AT_ONCE = 40;
/** A segment is written once so many tokens are in memory. */
const TOKENS_PER_SEGMENT = 1_500_000;

const [TEXT, COMMENTS] = [FIELDS.indexOf('text'), FIELDS.indexOf('comments')];

export interface CatchUp {
  readonly source: IndexSource;
  readonly database: SearchDatabase;
  readonly state: IndexState;
  /** Called whenever more can be found. */
  readonly learned: () => void;
  readonly isStopped: () => boolean;
}

/** Why catching up ended: all is known, the index is of another library, or that could not be read. */
export type CatchUpEnd = 'current' | 'other-library' | 'stopped' | LibraryError;

/** Brings the index up to date with the library. Only one worker may do so at a time. */
export async function catchUp(work: CatchUp): Promise<CatchUpEnd> {
  const { database, state } = work;
  // What a worker that was stopped in the middle of a segment has left.
  const unfinished = blocksFrom(state.manifest.nextSegment);
  await writeIndex(database, (writing) => [writing.objectStore('blocks').delete(unfinished)]);
  for (;;) {
    if (work.isStopped()) return 'stopped';
    const batch = new SegmentBuilder();
    const end = await collect(work, batch);
    if (typeof end === 'string') return end;
    if ('kind' in end) return end;
    await writeBatch(work, batch, end.progress);
    await mergeDue(work);
    if (end.isDone) return 'current';
    work.learned();
  }
}

interface Collected {
  readonly progress: { readonly identity: string; readonly revision: number };
  readonly isDone: boolean;
}

/** Takes changes and then texts into memory, until there are none left or memory is full. */
async function collect(
  work: CatchUp,
  batch: SegmentBuilder,
): Promise<Collected | LibraryError | 'other-library'> {
  const { source, state } = work;
  let { identity, revision } = state.manifest;
  for (let isMore = true; isMore; ) {
    const answer = await source.changedSince(revision, SUMMARIES_AT_ONCE);
    if (!answer.ok) return answer.error;
    const changes = answer.value;
    if (changes.identity !== identity && identity !== '') return 'other-library';
    if (changes.revision < revision) return 'other-library';
    for (const id of changes.removed) state.catalogue.remove(id);
    for (const summary of changes.changed) {
      const { row, isShortNew } = state.catalogue.put(summary);
      if (!isShortNew) continue;
      for (const [field, texts] of shortTexts(summary)) index(work, batch, row, FIELDS.indexOf(field), texts);
    }
    ({ identity, revision, isMore } = changes);
    if (isMore && batch.tokens > TOKENS_PER_SEGMENT)
      return { progress: { identity, revision }, isDone: false };
  }
  const error = await collectBodies(work, batch);
  return error ?? { progress: { identity, revision }, isDone: state.catalogue.pending.size === 0 };
}

async function collectBodies(work: CatchUp, batch: SegmentBuilder): Promise<LibraryError | null> {
  const { catalogue } = work.state;
  while (catalogue.pending.size > 0 && batch.tokens < TOKENS_PER_SEGMENT && !work.isStopped()) {
    const rows = catalogue.takePending(BODIES_AT_ONCE);
    const answer = await work.source.bodies(rows.map((row) => catalogue.idOf(row)));
    if (!answer.ok) return answer.error;
    const bodies = new Map(answer.value.map(({ id, article }) => [id, article]));
    for (const row of rows) {
      const body = readBody(bodies.get(catalogue.idOf(row)));
      const text = index(work, batch, row, TEXT, body ? [body.text] : []);
      const comments = index(work, batch, row, COMMENTS, body ? commentTexts(body) : []);
      catalogue.setIndexed(row, text, comments);
    }
  }
  return null;
}

/** Indexes a field of an article anew. @returns how many tokens it has */
function index(
  { state: { catalogue } }: CatchUp,
  batch: SegmentBuilder,
  row: number,
  field: number,
  texts: readonly string[],
): number {
  const tokens = passageTokens(texts);
  if (tokens.length > 0) batch.add(catalogue.newPassage(row, field), tokens);
  else catalogue.dropPassage(row, field);
  return tokens.length;
}

async function writeBatch(
  { database, state }: CatchUp,
  batch: SegmentBuilder,
  progress: Collected['progress'],
): Promise<void> {
  if (batch.tokens === 0) {
    await commit(database, state, { added: null, removed: [] }, progress);
    return;
  }
  const id = state.manifest.nextSegment;
  const buffer = blockBuffer(database, id);
  const added = batch.write(id, buffer.sink);
  await buffer.write();
  await commit(database, state, { added, removed: [] }, progress);
}

async function mergeDue({ database, state }: CatchUp): Promise<void> {
  for (;;) {
    const removed = segmentsToMerge(state.segments);
    if (removed.length === 0) return;
    const id = state.manifest.nextSegment;
    const isLive = (passage: number) => state.catalogue.isLivePassage(passage);
    const added = await mergeSegments(database, removed, id, isLive);
    await commit(database, state, { added, removed }, state.manifest);
  }
}
