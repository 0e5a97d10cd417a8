import { type ReadonlySignal, signal } from '@preact/signals';
import { type MessageKey, messageKey } from '../../utils/i18n.ts';
import type { MemoryError } from '../../utils/memory/errors.ts';
import type {
  BlogSummary,
  ChoiceSummary,
  Forgotten,
  Memory,
  MemoryResult,
} from '../../utils/memory/memory.ts';
import type { Notices } from './notices.ts';

export type Listed<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: MemoryError };

/** What is remembered of blogs, for a screen that lists it. */
export interface BlogRecords {
  readonly choices: ReadonlySignal<Listed<ReadonlyMap<string, readonly ChoiceSummary[]>>>;
  readonly blogs: ReadonlySignal<Listed<readonly BlogSummary[]>>;
  /** Looks again; other pages may have changed it. */
  refresh(): Promise<void>;
  /** Each says in a notice how it went, and can be undone. */
  forgetChoices(host?: string, hash?: string): Promise<void>;
  forgetBlogs(host?: string): Promise<void>;
}

export function createBlogRecords(memory: Memory, notices: Notices): BlogRecords {
  const choices = signal<Listed<ReadonlyMap<string, readonly ChoiceSummary[]>>>({ kind: 'loading' });
  const blogs = signal<Listed<readonly BlogSummary[]>>({ kind: 'loading' });
  const fail = ({ kind }: MemoryError) => notices.show(messageKey('memoryError', kind), { isError: true });

  async function refresh(): Promise<void> {
    const [kept, learned] = await Promise.all([memory.choices(), memory.blogs()]);
    choices.value = listed(kept);
    blogs.value = listed(learned);
  }

  async function forget<T>(
    work: MemoryResult<T>,
    message: MessageKey,
    toRestore: (gone: T) => Forgotten,
  ): Promise<void> {
    const gone = await work;
    if (gone.ok) {
      notices.show(message, { undo: () => void restore(toRestore(gone.value)) });
    } else fail(gone.error);
    await refresh();
  }

  async function restore(forgotten: Forgotten): Promise<void> {
    const restored = await memory.restore(forgotten);
    if (restored.ok) notices.show('noticeRememberedAgain');
    else fail(restored.error);
    await refresh();
  }

  return {
    choices,
    blogs,
    refresh,
    forgetChoices: (host, hash) =>
      forget(memory.forgetChoices(host, hash), 'noticeForgotten', (gone) => ({ choices: gone })),
    forgetBlogs: (host) => forget(memory.forgetBlogs(host), 'noticeForgotten', (gone) => ({ blogs: gone })),
  };
}

function listed<T>(result: Awaited<MemoryResult<T>>): Listed<T> {
  return result.ok ? { kind: 'ready', value: result.value } : { kind: 'failed', error: result.error };
}
