import { writeWhole } from '../../backup/write-whole.ts';
import { writeCsv } from './csv.ts';
import { writeEpub } from './epub/write-epub.ts';
import type { ExportFormat } from './format-names.ts';
import { writeHtml, writeHtmlZip } from './html.ts';
import { writeMarkdown, writeMarkdownZip } from './markdown.ts';
import { writeNetscape } from './netscape.ts';
import type { ExportSource } from './source.ts';
import type { Part, ReadableEntry, WriteContext } from './types.ts';

interface Input {
  readonly source: ExportSource;
  readonly readable: AsyncIterable<ReadableEntry>;
  readonly context: WriteContext;
}

interface Writer {
  readonly ending: string;
  readonly type: string;
  write(input: Input): AsyncIterable<Part>;
}

const ZIP = { ending: 'zip', type: 'application/zip' } as const;

const WRITERS: Record<ExportFormat, { readonly one?: Writer; readonly many: Writer }> = {
  markdown: {
    one: {
      ending: 'md',
      type: 'text/markdown',
      write: ({ readable, context }) => writeMarkdown(readable, context),
    },
    many: { ...ZIP, write: ({ readable, context }) => writeMarkdownZip(readable, context) },
  },
  html: {
    one: {
      ending: 'html',
      type: 'text/html',
      write: ({ readable, context }) => writeHtml(readable, context),
    },
    many: { ...ZIP, write: ({ readable, context }) => writeHtmlZip(readable, context) },
  },
  epub: {
    many: {
      ending: 'epub',
      type: 'application/epub+zip',
      write: ({ readable, context }) => writeEpub(readable, context),
    },
  },
  json: {
    many: {
      ending: 'json',
      type: 'application/json',
      write: ({ source, context }) => writeWhole(source.entries(), { now: context.now }),
    },
  },
  bookmarks: {
    many: {
      ending: 'html',
      type: 'text/html',
      write: ({ source, context }) => writeNetscape(() => source.summaries(), context),
    },
  },
  csv: {
    many: { ending: 'csv', type: 'text/csv', write: ({ source }) => writeCsv(source.summaries()) },
  },
};

/** How a format is written, for one article or for several. */
export function writerOf(format: ExportFormat, count: number): Writer {
  const { one, many } = WRITERS[format];
  return count === 1 ? (one ?? many) : many;
}
