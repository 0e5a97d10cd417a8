import { joinNotes } from '../../utils/library/notes.ts';
import type { ImportItem } from '../../utils/library/transfer-types.ts';
import type { Change, ReaderFields, SavedState } from '../../utils/library/types.ts';
import type { PageName } from './arbitrary.ts';

/** An entry as a reader thinks of it. */
export interface PlainEntry extends ReaderFields {
  /** Null for a link. */
  readonly text: string | null;
  readonly savedAt: number;
  readonly readAt: number;
  /** The tags that the page had when it was read. */
  readonly tagsOfPage: readonly string[];
}

interface PlainChange {
  readonly before: ReadonlyMap<PageName, PlainEntry>;
  readonly after: ReadonlyMap<PageName, PlainEntry>;
  isUndone: boolean;
}

const NEW = { state: 'unread', isFavourite: false, place: null, note: '' } as const;
const STATES: readonly SavedState[] = ['unread', 'reading', 'archived'];
const FIELDS = ['state', 'isFavourite', 'place', 'note', 'tags'] as const;

/** What a reader expects of the list, in the simplest words: two shelves, and a note of every change. */
export class PlainList {
  readonly live = new Map<PageName, PlainEntry>();
  readonly removed = new Map<PageName, PlainEntry>();
  readonly changes: PlainChange[] = [];

  save(page: PageName, text: string, readAt: number, now: number, tagsOfPage: readonly string[]): void {
    const previous = this.live.get(page);
    if (previous && previous.text !== null && readAt <= previous.readAt) return;
    const newTags = without(tagsOfPage, previous?.tagsOfPage ?? []);
    this.put(page, {
      ...NEW,
      ...previous,
      text,
      readAt,
      savedAt: previous?.savedAt ?? now,
      tagsOfPage,
      tags: withMore(previous?.tags ?? [], newTags),
    });
  }

  saveLink(page: PageName, now: number): void {
    if (this.live.has(page)) return;
    this.put(page, { ...NEW, text: null, readAt: 0, savedAt: now, tagsOfPage: [], tags: [] });
  }

  import(page: PageName, item: ImportItem, now: number): void {
    const entry = this.live.get(page) ?? {
      ...NEW,
      text: null,
      readAt: 0,
      savedAt: now,
      tagsOfPage: [],
      tags: [],
    };
    const isFilled = entry.text === null && item.article;
    const time = item.savedAt !== null && item.savedAt > 0 ? item.savedAt : null;
    const percent = Math.round(Math.min(100, Math.max(0, item.percent || 0)));
    this.put(page, {
      ...entry,
      ...(isFilled && {
        text: item.article.text,
        readAt: Math.min(time ?? now, now),
        tagsOfPage: item.article.meta.tags,
      }),
      state: STATES[Math.max(STATES.indexOf(entry.state), STATES.indexOf(item.state))] ?? 'unread',
      isFavourite: entry.isFavourite || item.isFavourite,
      place: entry.place ?? (percent > 0 ? { percent, block: 0 } : null),
      note: joinNotes(entry.note, item.note).note,
      savedAt: Math.min(entry.savedAt, time ?? entry.savedAt),
      tags: withMore(entry.tags, [...item.tags, ...(item.article?.meta.tags ?? [])]),
    });
  }

  remove(pages: readonly PageName[]): void {
    for (const page of pages) move(this.live, this.removed, page);
  }

  restore(pages: readonly PageName[]): void {
    for (const page of pages) if (!this.live.has(page)) move(this.removed, this.live, page);
  }

  change(pages: readonly PageName[], { addTags = [], removeTags = [], ...fields }: Change): void {
    this.changeEach(pages, (entry) => ({
      ...entry,
      ...fields,
      tags: withMore(without(entry.tags, removeTags), addTags),
    }));
  }

  renameTag(from: string, to: string): void {
    this.changeEach([...this.live.keys()], (entry) => {
      if (!entry.tags.some((tag) => key(tag) === key(from))) return entry;
      const isThere = key(from) !== key(to) && entry.tags.some((tag) => key(tag) === key(to));
      const renamed = entry.tags.map((tag) => (key(tag) === key(from) ? bare(to) : tag));
      return { ...entry, tags: isThere ? without(entry.tags, [from]) : renamed };
    });
  }

  deleteTag(tag: string): void {
    this.changeEach([...this.live.keys()], (entry) => ({ ...entry, tags: without(entry.tags, [tag]) }));
  }

  undo(index: number): void {
    const change = this.changes[index];
    if (!change || change.isUndone) return;
    change.isUndone = true;
    for (const [page, after] of change.after) {
      const before = change.before.get(page);
      const entry = this.live.get(page);
      if (before && entry) this.live.set(page, takenBack(entry, before, after));
    }
  }

  private put(page: PageName, entry: PlainEntry): void {
    this.live.set(page, entry);
    this.removed.delete(page);
  }

  private changeEach(pages: readonly PageName[], change: (entry: PlainEntry) => PlainEntry): void {
    const before = new Map<PageName, PlainEntry>();
    const after = new Map<PageName, PlainEntry>();
    for (const page of pages) {
      const entry = this.live.get(page);
      if (!entry) continue;
      before.set(page, entry);
      after.set(page, change(entry));
      this.live.set(page, change(entry));
    }
    this.changes.push({ before, after, isUndone: false });
  }
}

function takenBack(entry: PlainEntry, before: PlainEntry, after: PlainEntry): PlainEntry {
  const changed = FIELDS.filter((name) => !isSame(before[name], after[name]));
  const untouched = changed.filter((name) => isSame(entry[name], after[name]));
  const fields = Object.fromEntries(untouched.map((name) => [name, before[name]]));
  if (!changed.includes('tags') || untouched.includes('tags')) return { ...entry, ...fields };
  const kept = without(entry.tags, without(after.tags, before.tags));
  return { ...entry, ...fields, tags: withMore(kept, without(before.tags, after.tags)) };
}

function move<Key, Value>(from: Map<Key, Value>, to: Map<Key, Value>, key: Key): void {
  const value = from.get(key);
  if (value === undefined) return;
  from.delete(key);
  to.set(key, value);
}

/** The tags of these tests differ in width, case and a leading #, nothing else. */
const bare = (tag: string) => tag.replace(/^#/u, '');
const key = (tag: string) => bare(tag).normalize('NFKC').toLowerCase();

function without(tags: readonly string[], removed: readonly string[]): readonly string[] {
  return tags.filter((tag) => !removed.some((other) => key(other) === key(tag)));
}

function withMore(tags: readonly string[], added: readonly string[]): readonly string[] {
  const all = [...tags];
  for (const tag of added) if (!all.some((other) => key(other) === key(tag))) all.push(bare(tag));
  return all;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
