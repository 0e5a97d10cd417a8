import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, LibraryError } from '../../utils/library/types.ts';
import type { SavedEntry } from './saved-entry.ts';

/** A note is written once nothing was typed for so long. Milliseconds. */
const PAUSE = 600;

export type NoteState =
  | { readonly kind: 'untouched' | 'typing' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly error: LibraryError };

/** The note on the article of a screen, which is kept by itself while it is written. */
export interface NoteKeeping {
  readonly text: ReadonlySignal<string>;
  readonly state: ReadonlySignal<NoteState>;
  edit(text: string): void;
  /** Writes what has not been written yet, at once. Never rejects. */
  flush(): Promise<void>;
}

export function createNoteKeeping({
  summary,
  writeNote,
}: Pick<SavedEntry, 'summary' | 'writeNote'>): NoteKeeping {
  const text = signal('');
  const state = signal<NoteState>({ kind: 'untouched' });
  /** What is on the screen and not on disk, and of which article. */
  let unwritten: { readonly id: ArticleId; readonly text: string } | null = null;
  let shown: ArticleId | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    while (unwritten) {
      const current = unwritten;
      if (current.id === shown) state.value = { kind: 'saving' };
      const written = await writeNote(current.id, current.text);
      if (!written.ok) {
        if (current.id === shown) state.value = { kind: 'failed', error: written.error };
        return;
      }
      if (unwritten === current) unwritten = null;
    }
    if (state.value.kind === 'saving') state.value = { kind: 'saved' };
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  effect(() => {
    const entry = summary.value;
    if (entry?.id !== shown) {
      void flush();
      shown = entry?.id ?? null;
      state.value = { kind: 'untouched' };
    }
    // What somebody types now wins over what was written elsewhere.
    if (unwritten?.id !== shown) text.value = entry?.note ?? '';
  });

  return {
    text,
    state,
    edit(typed) {
      if (!shown) return;
      text.value = typed;
      unwritten = { id: shown, text: typed };
      state.value = { kind: 'typing' };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE);
    },
    flush,
  };
}
