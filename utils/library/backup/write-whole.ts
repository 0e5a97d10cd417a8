import { toBase64 } from '../transfer/export/image-files.ts';
import type { StoredEntry } from '../transfer/export/types.ts';
import type { EntryRemoval } from '../types.ts';
import { WHOLE_FORMAT, WHOLE_VERSION, type WholeHead, type WrittenEntry } from './whole-format.ts';

export interface WholeChoices {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The revision after which entries changed; absent where all are written. */
  readonly since?: number;
  readonly removed?: AsyncIterable<EntryRemoval>;
}

/** Writes entries with all that is kept of them; one in memory at a time. */
export async function* writeWhole(
  entries: AsyncIterable<StoredEntry>,
  { now, since = 0, removed }: WholeChoices,
): AsyncGenerator<string> {
  const head: WholeHead = {
    format: WHOLE_FORMAT,
    version: WHOLE_VERSION,
    exportedAt: new Date(now).toISOString(),
    since,
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"entries":[`;
  let separator = '\n';
  for await (const entry of entries) {
    yield `${separator}${lineOf(entry)}`;
    separator = ',\n';
  }
  yield '\n],\n"removed":[';
  separator = '\n';
  for await (const removal of removed ?? []) {
    yield `${separator}${JSON.stringify(removal)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

function lineOf({ summary, article, images }: StoredEntry): string {
  const whole: WrittenEntry = {
    summary,
    ...(article === undefined ? {} : { article }),
    ...(images.length === 0
      ? {}
      : {
          images: images.map(({ url, type, bytes }) => ({
            url,
            type,
            data: toBase64(new Uint8Array(bytes)),
          })),
        }),
  };
  try {
    return JSON.stringify(whole);
  } catch {
    // A damaged disk can give what no JSON holds; everything else of the entry is still worth keeping.
    return JSON.stringify({ summary });
  }
}
