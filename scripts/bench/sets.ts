import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One stored page of a set with what is known of it. */
export interface BenchPage {
  readonly id: string;
  /** Base address; a stand-in where the set gives none. */
  readonly url: string;
  /** The article's text by the set's truth; null where the set has none. */
  readonly text: string | null;
  readHtml(): string;
}

interface Truth {
  readonly url?: string;
  readonly text?: string;
}

/** Reads a set: `truth.json`, an object by id or a list with `id`, and `pages/ID.html.gz` (UTF-8). */
export function readBenchSet(directory: string): BenchPage[] {
  const truth: unknown = JSON.parse(readFileSync(path.join(directory, 'truth.json'), 'utf8'));
  const entries: [string, Truth][] = Array.isArray(truth)
    ? truth.map((entry: Truth & { id: string }) => [entry.id, entry])
    : Object.entries(truth as Record<string, Truth>);
  return entries.map(([id, { url, text }]) => ({
    id,
    url: url || 'https://example.org/',
    text: text ?? null,
    readHtml: () => gunzipSync(readFileSync(path.join(directory, 'pages', `${id}.html.gz`))).toString('utf8'),
  }));
}
