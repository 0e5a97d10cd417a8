import * as v from 'valibot';
import { toArticleId } from '../article-id.ts';
import { fromBase64 } from '../transfer/export/image-files.ts';
import { jsonItems } from '../transfer/import/json.ts';
import type { WholeEntry, WholeImage } from '../transfer-types.ts';
import type { EntryRemoval } from '../types.ts';
import { BackupFailure } from './errors.ts';
import { WHOLE_FORMAT, WHOLE_VERSION } from './whole-format.ts';

/** What a file of everything says, piece by piece. Nothing of its entries is checked here. */
export type WholePart =
  | { readonly kind: 'head'; readonly exportedAt: string; readonly since: number }
  | { readonly kind: 'entry'; readonly entry: WholeEntry }
  | { readonly kind: 'removal'; readonly removal: EntryRemoval }
  /** A piece that cannot be one. */
  | { readonly kind: 'odd' };

/** Of one entry, its images included. Characters. */
const LONGEST = 150_000_000;

const ENTRY = v.object({
  summary: v.unknown(),
  article: v.exactOptional(v.unknown()),
  images: v.optional(v.array(v.object({ url: v.string(), type: v.string(), data: v.string() })), []),
});

const REMOVAL = v.object({ id: v.unknown(), updatedAt: v.pipe(v.number(), v.finite()) });

/**
 * Reads a file of everything from its text. Throws a `BackupFailure` where it is something else or not whole.
 */
export async function* readWhole(text: AsyncIterable<string>): AsyncGenerator<WholePart> {
  const head: Record<string, unknown> = {};
  let isTold = false;
  let cause: unknown = null;
  // What reads JSON calls every text that breaks off damaged; why it did is known here.
  async function* watched() {
    try {
      yield* text;
    } catch (thrown) {
      cause = thrown;
      throw thrown;
    }
  }
  const paths = ['$.format', '$.version', '$.exportedAt', '$.since', '$.entries.*', '$.removed.*'];
  for await (const item of jsonItems(watched(), paths, LONGEST)) {
    if ('flaw' in item) {
      if (cause) throw cause;
      if (head.format !== WHOLE_FORMAT) throw new BackupFailure('foreign');
      throw new BackupFailure(item.flaw === 'too-large' || item.flaw === 'truncated' ? item.flaw : 'damaged');
    }
    const { place, value } = item;
    if (place !== 'entries' && place !== 'removed') {
      head[place] = value;
      continue;
    }
    if (!isTold) yield headOf(head);
    isTold = true;
    yield place === 'entries' ? entryOf(value) : removalOf(value);
  }
  if (!isTold) yield headOf(head);
}

/** The head stands before everything else: what is not ours is told from its first line. */
function headOf({ format, version, exportedAt, since }: Record<string, unknown>): WholePart {
  if (format !== WHOLE_FORMAT || typeof version !== 'number') throw new BackupFailure('foreign');
  if (version > WHOLE_VERSION) throw new BackupFailure('newer');
  return {
    kind: 'head',
    exportedAt: typeof exportedAt === 'string' ? exportedAt : '',
    since: typeof since === 'number' ? since : 0,
  };
}

function entryOf(value: unknown): WholePart {
  const parsed = v.safeParse(ENTRY, value);
  if (!parsed.success) return { kind: 'odd' };
  const images: WholeImage[] = [];
  for (const { url, type, data } of parsed.output.images) {
    const bytes = fromBase64(data);
    if (!bytes) return { kind: 'odd' };
    images.push({ url, type, bytes });
  }
  const { summary } = parsed.output;
  return {
    kind: 'entry',
    entry: {
      summary,
      images,
      ...('article' in parsed.output ? { article: parsed.output.article } : {}),
    },
  };
}

function removalOf(value: unknown): WholePart {
  const parsed = v.safeParse(REMOVAL, value);
  const id = parsed.success ? toArticleId(parsed.output.id) : null;
  if (!parsed.success || !id) return { kind: 'odd' };
  return { kind: 'removal', removal: { id, updatedAt: parsed.output.updatedAt } };
}
