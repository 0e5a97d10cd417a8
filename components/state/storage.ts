import { type ReadonlySignal, signal } from '@preact/signals';
import { messageKey } from '../../utils/i18n.ts';
import type { ArticleId, ImageTotals, LibraryError, LibraryResult } from '../../utils/library/types.ts';
import type { Settings } from '../../utils/settings.ts';
import type { Notices } from './notices.ts';

/** What lies on the disk, as far as it can be measured. Sizes in bytes; null where the browser does not say. */
export interface StorageUse {
  readonly entries: number;
  readonly images: ImageTotals;
  readonly searchIndex: number | null;
  readonly usage: number | null;
  readonly quota: number | null;
  /** What is left, where that is little. */
  readonly littleLeft: number | null;
  readonly isPersistent: boolean;
  /** The archived articles that have images, and how much of the disk these take. */
  readonly archived: { readonly ids: readonly ArticleId[]; readonly bytes: number };
}

export interface StorageServices {
  measure(): LibraryResult<StorageUse>;
  persist(): Promise<boolean>;
  dropImages(ids: readonly ArticleId[]): LibraryResult<null>;
  /** Asks the reader to allow every site. Must be called straight from a click. */
  allowAllSites(): Promise<boolean>;
  changeSettings(changes: Partial<Settings>): void;
}

export type StorageState =
  | { readonly kind: 'measuring' }
  | { readonly kind: 'measured'; readonly use: StorageUse }
  | { readonly kind: 'failed'; readonly error: LibraryError };

/** The use of the disk and what the reader can do about it. */
export interface Storage {
  readonly state: ReadonlySignal<StorageState>;
  /** How often the reader did not allow what a setting needs: what was chosen is then not what is set. */
  readonly refusals: ReadonlySignal<number>;
  measure(): Promise<void>;
  persist(): Promise<void>;
  /** Lets go of the images of what is archived. */
  free(): Promise<void>;
  /** Must be called straight from a click. */
  keepImages(when: Settings['keepImages']): Promise<void>;
  changeSettings(changes: Partial<Settings>): void;
}

export function createStorage(services: StorageServices, notices: Notices): Storage {
  const state = signal<StorageState>({ kind: 'measuring' });
  const refusals = signal(0);

  async function measure(): Promise<void> {
    const measured = await services.measure();
    state.value = measured.ok
      ? { kind: 'measured', use: measured.value }
      : { kind: 'failed', error: measured.error };
  }

  return {
    state,
    refusals,
    measure,
    changeSettings: services.changeSettings,
    async persist() {
      if (!(await services.persist())) notices.show('storagePersistRefused', { isError: true });
      await measure();
    },
    async free() {
      if (state.value.kind !== 'measured') return;
      const { ids } = state.value.use.archived;
      const dropped = await services.dropImages(ids);
      if (dropped.ok) notices.show('storageFreed', { values: { count: ids.length } });
      else notices.show(messageKey('libraryError', dropped.error.kind), { isError: true });
      await measure();
    },
    async keepImages(when) {
      const isAllowed = when === 'ask' || (await services.allowAllSites());
      if (isAllowed) return services.changeSettings({ keepImages: when });
      refusals.value += 1;
      notices.show('storageKeepImagesDenied', { isError: true });
    },
  };
}
