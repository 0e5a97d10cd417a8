import type { Translate } from '../../../i18n.ts';
import { err, messageOf, ok, type Result } from '../../../result.ts';
import type { ArticleId, SavedSummary } from '../../types.ts';
import { collectBlob } from './collect-blob.ts';
import { dayOf, fileNameOf } from './file-name.ts';
import type { ExportFormat } from './format-names.ts';
import { writerOf } from './formats.ts';
import { createPace } from './pace.ts';
import { type ExportSource, makeReadable } from './source.ts';
import {
  type ExportChoices,
  type ExportError,
  type ExportedFile,
  ExportFailure,
  type ImageTools,
  type ReadableEntry,
} from './types.ts';

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly source: ExportSource;
  /** What the file is called where it holds more than one article. */
  readonly title: string;
  readonly choices: ExportChoices;
}

export interface ExportMeans {
  readonly t: Translate;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly images: ImageTools;
  readonly signal: AbortSignal;
  /** Hears how many articles are written. */
  readonly tell: (written: number) => void;
}

/** Writes articles into one file. Needs a DOM. Never rejects. */
export async function exportArticles(
  { format, source: given, title, choices }: ExportRequest,
  { t, language, now, images, signal, tell }: ExportMeans,
): Promise<Result<ExportedFile, ExportError>> {
  const damaged: ArticleId[] = [];
  const { source, seen, first } = watch(given, signal, tell);
  const context = { title, count: given.count, choices, t, language, now, images };
  const writer = writerOf(format, given.count);
  async function* readable(): AsyncIterable<ReadableEntry> {
    for await (const entry of source.entries()) yield makeReadable(entry, (id) => damaged.push(id));
  }
  try {
    const parts = writer.write({ source, readable: readable(), context });
    const blob = await collectBlob(parts, writer.type);
    const only = given.count === 1 ? first() : null;
    const otherwise = `seidoku ${dayOf(now)}`;
    const name = only ? fileNameOf(only.title, otherwise) : `${fileNameOf(title, 'seidoku')} ${dayOf(now)}`;
    if (seen.size === 0) return err({ kind: 'nothing', details: '' });
    return ok({ name: `${name}.${writer.ending}`, blob, written: seen.size, damaged });
  } catch (thrown) {
    return err(exportError(thrown, signal));
  }
}

function exportError(thrown: unknown, signal: AbortSignal): ExportError {
  if (signal.aborted) return { kind: 'cancelled', details: '' };
  if (thrown instanceof ExportFailure) return { kind: thrown.kind, details: thrown.message };
  return { kind: 'failed', details: messageOf(thrown) };
}

/** Counts what is read of a source, lets the page breathe meanwhile, and stops when nobody wants it any more. */
function watch(source: ExportSource, signal: AbortSignal, tell: (seen: number) => void) {
  const seen = new Set<ArticleId>();
  const breathe = createPace(signal);
  let first: SavedSummary | null = null;
  async function* watched<T>(items: AsyncIterable<T>, summaryOf: (item: T) => SavedSummary) {
    for await (const item of items) {
      await breathe();
      const summary = summaryOf(item);
      first ??= summary;
      seen.add(summary.id);
      tell(seen.size);
      yield item;
    }
  }
  const watching: ExportSource = {
    count: source.count,
    summaries: () => watched(source.summaries(), (summary) => summary),
    entries: () => watched(source.entries(), ({ summary }) => summary),
  };
  return { source: watching, seen, first: () => first };
}
