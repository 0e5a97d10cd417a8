import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../../../utils/library/types.ts';

/** Which entries are chosen for what comes next, and which one the keys stand on. */
export interface Selection {
  readonly chosen: ReadonlySignal<ReadonlySet<ArticleId>>;
  /** The entry that the keys act on; null before the first one was reached. */
  readonly active: ReadonlySignal<ArticleId | null>;
  activate(id: ArticleId | null): void;
  toggle(id: ArticleId): void;
  /** Chooses everything from the entry that was toggled last to this one. */
  extendTo(id: ArticleId): void;
  chooseAll(): void;
  clear(): void;
  /** Another list: nothing is chosen in it, and the keys begin at its top. */
  reset(): void;
  /** What the keys act on: what is chosen, in the order of the list, else the active entry. */
  targets(): readonly ArticleId[];
  /** Lets go of what is not in the list any more; the neighbour of an active entry that left becomes active. */
  follow(before: readonly ArticleId[]): void;
}

/** @param listed the entries as they are listed now */
export function createSelection(listed: () => readonly ArticleId[]): Selection {
  const chosen = signal<ReadonlySet<ArticleId>>(new Set());
  const active = signal<ArticleId | null>(null);
  let anchor: ArticleId | null = null;

  return {
    chosen,
    active,
    activate(id) {
      active.value = id;
    },
    toggle(id) {
      const next = new Set(chosen.value);
      if (!next.delete(id)) next.add(id);
      anchor = id;
      chosen.value = next;
    },
    extendTo(id) {
      const ids = listed();
      const [from, to] = [anchor === null ? -1 : ids.indexOf(anchor), ids.indexOf(id)];
      if (from < 0) return this.toggle(id);
      chosen.value = new Set([...chosen.value, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
    },
    chooseAll() {
      chosen.value = new Set(listed());
    },
    clear() {
      if (chosen.value.size > 0) chosen.value = new Set();
      anchor = null;
    },
    reset() {
      this.clear();
      active.value = null;
    },
    targets() {
      if (chosen.value.size > 0) return listed().filter((id) => chosen.value.has(id));
      return active.value === null ? [] : [active.value];
    },
    follow(before) {
      const ids = listed();
      if (ids === before) return;
      const present = new Set(ids);
      if ([...chosen.value].some((id) => !present.has(id))) {
        chosen.value = new Set([...chosen.value].filter((id) => present.has(id)));
      }
      if (active.value !== null && !present.has(active.value)) {
        active.value = neighbourOf(active.value, before, ids, present);
      }
    },
  };
}

/** What comes after an entry that left the list and is still there; else what came before it; else nothing. */
function neighbourOf(
  gone: ArticleId,
  before: readonly ArticleId[],
  ids: readonly ArticleId[],
  present: ReadonlySet<ArticleId>,
): ArticleId | null {
  const at = before.indexOf(gone);
  if (at < 0) return null;
  const isThere = (id: ArticleId) => present.has(id);
  return before.slice(at).find(isThere) ?? before.slice(0, at).findLast(isThere) ?? ids[0] ?? null;
}
