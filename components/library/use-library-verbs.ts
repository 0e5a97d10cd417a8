import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { ArticleId, SavedSummary } from '../../utils/library/types.ts';
import type { LibraryScreen } from './state/screen.ts';

/** What lies over the list. */
export type Overlay =
  | { readonly kind: 'tags' | 'export'; readonly ids: readonly ArticleId[] }
  | { readonly kind: 'note'; readonly id: ArticleId }
  | { readonly kind: 'tag-manager' | 'export-all' | 'help' };

/** What the keys and the buttons of the library tab do; all but `open…` act on what is chosen, else on the active row. */
export interface LibraryVerbs {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly overlay: Signal<Overlay | null>;
  /** Counts the times that the active row is to get the focus. */
  readonly focusRequests: Signal<number>;
  readonly isSideOpen: Signal<boolean>;
  move(by: 1 | -1): void;
  open(): void;
  archive(): void;
  favour(): void;
  remove(): void;
  openTags(): void;
  openNote(): void;
  choose(isRange: boolean): void;
  chooseAll(): void;
  undo(): void;
  search(): void;
  help(): void;
  escape(): void;
  focusList(): void;
}

export function useLibraryVerbs({ listing, selection, verbs }: LibraryScreen): LibraryVerbs {
  const root = useRef<HTMLDivElement>(null);
  const overlay = useSignal<Overlay | null>(null);
  const focusRequests = useSignal(0);
  const isSideOpen = useSignal(false);

  const known = (ids: readonly ArticleId[]) => ids.flatMap((id) => listing.rows.row(id) ?? []);
  const areAll = (ids: readonly ArticleId[], test: (item: SavedSummary) => boolean) =>
    ids.length > 0 && known(ids).filter(test).length === ids.length;

  function focusList(): void {
    if (selection.active.value === null) selection.activate(listing.ids()[0] ?? null);
    focusRequests.value += 1;
  }

  return {
    root,
    overlay,
    focusRequests,
    isSideOpen,
    focusList,
    move(by) {
      const ids = listing.ids();
      const { value: active } = selection.active;
      const next = active === null ? ids[0] : ids[ids.indexOf(active) + by];
      if (next !== undefined) selection.activate(next);
      focusList();
    },
    open() {
      const active = selection.active.value;
      root.current?.querySelector<HTMLElement>(`[data-id="${active}"] [data-list-item]`)?.click();
    },
    archive() {
      const ids = selection.targets();
      const isUndoing = areAll(ids, ({ state }) => state === 'archived');
      void (isUndoing ? verbs.unarchive(ids) : verbs.archive(ids));
    },
    favour() {
      const ids = selection.targets();
      void verbs.favour(ids, !areAll(ids, ({ isFavourite }) => isFavourite));
    },
    remove: () => void verbs.remove(selection.targets()),
    openTags() {
      const ids = selection.targets();
      if (ids.length > 0) overlay.value = { kind: 'tags', ids };
    },
    openNote() {
      const id = selection.active.value;
      if (id !== null) overlay.value = { kind: 'note', id };
    },
    choose(isRange) {
      const id = selection.active.value;
      if (id === null) return focusList();
      if (isRange) selection.extendTo(id);
      else selection.toggle(id);
    },
    chooseAll: () => selection.chooseAll(),
    undo: () => void verbs.undo(),
    search: () => root.current?.querySelector<HTMLElement>('[data-filter]')?.focus(),
    help() {
      overlay.value = { kind: 'help' };
    },
    escape() {
      if (isSideOpen.value) isSideOpen.value = false;
      else if (selection.chosen.value.size > 0) selection.clear();
      else if (listing.asked.value.text) listing.ask({ text: '' });
    },
  };
}
