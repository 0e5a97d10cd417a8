import type { EntryParts } from '../../components/state/entry-parts.ts';
import { createEntryParts } from '../../components/state/entry-parts.ts';
import type { ImageServices } from '../../components/state/kept-images.ts';
import type { EntryServices } from '../../components/state/saved-entry.ts';
import type { Session } from '../../components/state/session.ts';
import type { ImageJob } from '../../utils/library/images/types.ts';
import { withoutTags, withTags } from '../../utils/library/tags.ts';
import type { Change, KeptImage, LibraryErrorKind, SavedSummary } from '../../utils/library/types.ts';
import { err, ok } from '../../utils/result.ts';

/** One entry in memory that changes as a real one does. */
export function memoryEntry(start: SavedSummary | null) {
  let summary = start;
  let before = start;
  const changes: Change[] = [];
  const fails: { kind: LibraryErrorKind | null } = { kind: null };
  const services: EntryServices = {
    summaries: async () => ok(summary ? [summary] : []),
    tags: async () => ok(['allotment', 'bread', ...(summary?.tags ?? [])]),
    async change(_, change) {
      if (fails.kind) return err({ kind: fails.kind, details: '' });
      changes.push(change);
      before = summary;
      const { addTags = [], removeTags = [], ...fields } = change;
      if (summary)
        summary = { ...summary, ...fields, tags: withTags(withoutTags(summary.tags, removeTags), addTags) };
      return ok({ key: 'k', changed: 1 });
    },
    async undo() {
      summary = before;
      return ok({ key: 'k', changed: 1 });
    },
  };
  return { services, changes, fails };
}

/** Images that are kept without any server: `job` tells the screen how far that is. */
export function memoryImages(kept: readonly KeptImage[] = [], job: ImageJob | null = null) {
  const asked: string[] = [];
  const state = { kept, job, tell: (_: ImageJob | null) => {} };
  const note = (what: string) => {
    asked.push(what);
    return Promise.resolve(ok(null));
  };
  const services: ImageServices = {
    images: async () => ok(state.kept),
    image: async (hash) =>
      ok({ hash, type: 'image/png', bytes: new TextEncoder().encode(hash).buffer, size: 5 }),
    job: async () => state.job,
    watchJob(_, changed) {
      state.tell = changed;
      return () => {};
    },
    async keep(_, urls) {
      asked.push(`keep ${urls.length}`);
      return ok('begun');
    },
    wake: () => {},
    cancel: () => note('cancel'),
    async drop() {
      asked.push('drop');
      state.kept = [];
      return ok(null);
    },
  };
  return { services, asked, state };
}

/** For screens of articles that are not saved. */
export function noEntry(session: Session): EntryParts {
  return createEntryParts(session, memoryEntry(null).services, memoryImages().services);
}
