import { IDBFactory } from 'fake-indexeddb';
import type { Canary, CanaryStore } from '../../utils/library/canary.ts';
import { type LibraryDependencies, openLibrary } from '../../utils/library/open.ts';
import type { LibraryError } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import type { Result } from '../../utils/result.ts';

/** An empty disk: nothing that was saved before is there. */
export function freshDisk(): void {
  globalThis.indexedDB = new IDBFactory();
}

export function memoryCanary(): CanaryStore {
  let kept: Canary | null = null;
  return {
    read: async () => kept,
    write: async (canary) => {
      kept = structuredClone(canary);
    },
  };
}

/** Opens a library that must open. */
export async function aLibrary(given: Partial<LibraryDependencies> = {}): Promise<Library> {
  return expectOk(await openLibrary({ canary: memoryCanary(), isPrivate: false, ...given }));
}

export function expectOk<T>(result: Result<T, LibraryError>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.details}`);
  return result.value;
}

export function errorOf(result: Result<unknown, LibraryError>): string | null {
  return result.ok ? null : result.error.kind;
}
