import { openSearchDatabase, SEARCH_DATABASE } from './store.ts';

/** How many bytes the index takes, about; 0 where there is none yet, null where it cannot be read. */
export async function indexSize(): Promise<number | null> {
  try {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === SEARCH_DATABASE)) return 0;
    const database = await openSearchDatabase();
    try {
      const segments = await database.getAll('segments');
      return segments.reduce((sum, { bytes }) => sum + bytes, 0);
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
