import { err, ok, type Result } from '../../../result.ts';
import { articleIdOf } from '../../article-id.ts';
import type { ArticleId, LibraryError, SavedState } from '../../types.ts';
import type { LibraryReader } from '../../verbs.ts';
import { type Linked, linkOf } from './item.ts';
import { type Found, readFile } from './read-file.ts';
import type { Flaw, ImportKind, RowReason } from './types.ts';

/** So many rows of a file are shown. */
const SHOWN_ROWS = 6;
/** So many problems of a file are listed. */
const MOST_FLAWS = 50;
/** So many entries are looked up at once. */
const BATCH = 500;

/** One of the first rows of a file. */
export interface PreviewRow {
  readonly row: number;
  readonly title: string;
  readonly url: string;
  readonly state: SavedState;
  readonly tags: readonly string[];
  /** Whether the file has the text of it. */
  readonly hasBody: boolean;
  /** What would become of it. */
  readonly fate: 'add' | 'merge' | RowReason;
}

/** What a file holds and what would become of it. */
export interface FilePreview {
  readonly name: string;
  /** In the order in which they were met; an archive may hold several. */
  readonly kinds: readonly ImportKind[];
  readonly items: number;
  readonly toAdd: number;
  /** In the list already, or in the file before. */
  readonly toMerge: number;
  readonly withBody: number;
  readonly skipped: readonly { readonly reason: RowReason; readonly count: number }[];
  readonly rows: readonly PreviewRow[];
  readonly flaws: readonly Flaw[];
}

export interface Preview {
  readonly files: readonly FilePreview[];
}

/** How far something has come. */
export interface Progress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly items: number;
}

export interface Watching {
  readonly tell: (progress: Progress) => void;
  readonly isCancelled: () => boolean;
}

/**
 * Reads files through to the end without writing anything. Null when it was cancelled.
 */
export async function previewFiles(
  files: readonly File[],
  library: Pick<LibraryReader, 'summaries'>,
  { tell, isCancelled }: Watching,
): Promise<Result<Preview | null, LibraryError>> {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  const known = new KnownIds(library);
  const previews: FilePreview[] = [];
  let bytes = 0;
  let items = 0;
  for (const file of files) {
    const gathering = new Gathering(file.name, known);
    for await (const found of readFile(file, (read) => {
      bytes += read;
    })) {
      if (isCancelled()) return ok(null);
      items += 1;
      const failed = await gathering.add(found);
      if (failed) return err(failed);
      tell({ bytes, totalBytes, items });
    }
    const failed = await gathering.lookUp();
    if (failed) return err(failed);
    previews.push(gathering.preview());
  }
  return ok({ files: previews });
}

/** Which entries are in the list already, or were met before. */
class KnownIds {
  private readonly library: Pick<LibraryReader, 'summaries'>;
  /** The first 52 bits of each id met so far: enough to count, and a number is small. */
  private readonly met = new Set<number>();

  constructor(library: Pick<LibraryReader, 'summaries'>) {
    this.library = library;
  }

  /** Tells for each link in turn whether it is known, and knows it from now on. */
  async know(links: readonly Linked[]): Promise<Result<readonly boolean[], LibraryError>> {
    const ids = await Promise.all(links.map(({ normalised }) => articleIdOf(normalised)));
    const listed = await this.library.summaries(ids);
    if (!listed.ok) return listed;
    const inList = new Set<ArticleId>(listed.value.map(({ id }) => id));
    return ok(ids.map((id) => inList.has(id) || this.meets(id)));
  }

  private meets(id: ArticleId): boolean {
    const short = Number.parseInt(id.slice(0, 13), 16);
    const isMet = this.met.has(short);
    this.met.add(short);
    return isMet;
  }
}

/** Gathers what is said of one file. */
class Gathering {
  private readonly name: string;
  private readonly known: KnownIds;
  private readonly kinds = new Set<ImportKind>();
  private readonly skipped = new Map<RowReason, number>();
  private readonly flaws: Flaw[] = [];
  /** The first rows; of those that are still to be looked up, the fate is not known yet. */
  private readonly rows: PreviewRow[] = [];
  private waiting: { readonly link: Linked; readonly shownAt: number | null }[] = [];
  private items = 0;
  private toMerge = 0;
  private links = 0;
  private withBody = 0;

  constructor(name: string, known: KnownIds) {
    this.name = name;
    this.known = known;
  }

  async add(found: Found): Promise<LibraryError | null> {
    if ('flaw' in found) {
      if (this.flaws.length < MOST_FLAWS) this.flaws.push(found.flaw);
      return null;
    }
    const { entry, kind } = found;
    this.kinds.add(kind);
    this.items += 1;
    const link = linkOf(entry);
    const isShown = this.rows.length < SHOWN_ROWS;
    if (isShown) {
      const { row, url, title, state, tags, html } = entry;
      const fate = typeof link === 'string' ? link : 'add';
      this.rows.push({
        row,
        url: url.slice(0, 500),
        title: (typeof link === 'string' ? title : link.title).slice(0, 500),
        state,
        tags: tags.slice(0, 20),
        hasBody: html !== null,
        fate,
      });
    }
    if (typeof link === 'string') {
      this.skipped.set(link, (this.skipped.get(link) ?? 0) + 1);
      return null;
    }
    this.links += 1;
    if (entry.html !== null) this.withBody += 1;
    // The text is not needed any more, and may be long.
    const light = { ...link, entry: { ...entry, html: null } };
    this.waiting.push({ link: light, shownAt: isShown ? this.rows.length - 1 : null });
    return this.waiting.length < BATCH ? null : this.lookUp();
  }

  /** Finds out what of the rows so far is known. */
  async lookUp(): Promise<LibraryError | null> {
    const waiting = this.waiting;
    this.waiting = [];
    const known = await this.known.know(waiting.map(({ link }) => link));
    if (!known.ok) return known.error;
    waiting.forEach(({ shownAt }, index) => {
      if (!known.value[index]) return;
      this.toMerge += 1;
      const row = shownAt === null ? undefined : this.rows[shownAt];
      if (row && shownAt !== null) this.rows[shownAt] = { ...row, fate: 'merge' };
    });
    return null;
  }

  preview(): FilePreview {
    const { name, items, links, toMerge, withBody, rows, flaws } = this;
    const skipped = [...this.skipped].map(([reason, count]) => ({ reason, count }));
    return {
      name,
      kinds: [...this.kinds],
      items,
      toAdd: links - toMerge,
      toMerge,
      withBody,
      skipped,
      rows,
      flaws,
    };
  }
}
