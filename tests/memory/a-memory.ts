import 'fake-indexeddb/auto';
import { createMemory } from '../../utils/memory/memory.ts';
import { openMemory } from '../../utils/memory/schema.ts';

let made = 0;

/** What is remembered of blogs, in a database of its own; time goes on by a second with each look at it. */
export function aMemory(name = `memory-${made++}`) {
  let now = Date.UTC(2024, 4, 1);
  const memory = createMemory(
    async (work) => {
      const database = await openMemory(name);
      try {
        return await work(database);
      } finally {
        database.close();
      }
    },
    () => {
      now += 1_000;
      return now;
    },
  );
  return { memory, name };
}

/** Everything that a memory holds, as text. */
export async function dumpOf(name: string): Promise<string> {
  const database = await openMemory(name);
  const all = await Promise.all([database.getAll('choices'), database.getAll('blogs')]);
  database.close();
  return JSON.stringify(all);
}

/** What a verb gave; throws where it failed. */
export async function given<T>(
  result: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }>,
): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}
