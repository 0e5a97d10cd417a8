import { readHtml } from '../html.ts';
import type { Entry, Read, TextStream } from '../types.ts';
import { anEntry } from '../types.ts';
import { joinNotes, momentOf, splitTags } from '../values.ts';

/** Longer titles are none, and longer notes are cut later. */
const MAX_TITLE = 10_000;
const MAX_NOTE = 100_000;
/** Folders nested more deeply are not named any more; links in them are read all the same. */
const MAX_FOLDERS = 100;

/** Marks of folders that the browser made, not the reader. */
const BROWSERS_OWN = ['personal_toolbar_folder', 'unfiled_bookmarks_folder', 'mobile_bookmarks_folder'];
const SAFARI_READING_LIST = 'com.apple.readinglist';
/** Linkding has no field for these. */
const LINKDING_NOTES = /\[linkding-notes\]([\s\S]*?)\[\/linkding-notes\]/u;
const LINKDING_ARCHIVED = 'linkding:bookmarks.archived';

type Attributes = Readonly<Record<string, string>>;
/** A text that is being read. */
interface Open {
  readonly attributes: Attributes;
  text: string;
}

/**
 * Netscape bookmarks as Firefox, Chrome, Edge, Safari, Hatena, Pinboard, Raindrop, linkding and others write them.
 * The names of folders become tags. No tag needs to be closed, and no doctype is asked for.
 */
export function readBookmarks(text: TextStream): AsyncGenerator<Read> {
  return readHtml<Entry>(text, (give) => new BookmarkReader(give));
}

class BookmarkReader {
  private readonly give: (entry: Entry) => void;
  private row = 0;
  /** Names of the folders around, null for those that say nothing. */
  private readonly folders: (string | null)[] = [];
  /** The name of the folder that the next list is. */
  private folder: string | null = null;
  private heading: Open | null = null;
  private link: Open | null = null;
  private note = '';
  /** Where text goes at present. */
  private into: 'heading' | 'link' | 'note' | null = null;
  /** Some programs write notes before their links. */
  private areNotesFirst = false;
  private isAfterHeading = false;

  constructor(give: (entry: Entry) => void) {
    this.give = give;
  }

  onopentag(name: string, attributes: Attributes): void {
    if (name === 'dl') this.openList();
    else if (name === 'h3') this.openHeading(attributes);
    else if (name === 'a') this.openLink(attributes);
    else if (name === 'dd') this.openNote();
    else if (name === 'dt') this.into = null;
    else if (name === 'br' && this.into === 'note') this.note += '\n';
  }

  ontext(data: string): void {
    if (this.into === 'note' && this.note.length < MAX_NOTE) this.note += data;
    const open = this.into === 'heading' ? this.heading : this.into === 'link' ? this.link : null;
    if (open && open.text.length < MAX_TITLE) open.text += data;
  }

  onclosetag(name: string): void {
    if (name === 'dl') this.closeList();
    else if (name === 'h3') this.closeHeading();
    else if (name === 'a' && this.into === 'link') this.into = null;
  }

  onend(): void {
    this.finish();
  }

  private openList(): void {
    this.finish();
    this.folders.push(this.folder);
    this.folder = null;
    this.isAfterHeading = false;
  }

  private closeList(): void {
    this.finish();
    this.folders.pop();
  }

  private openHeading(attributes: Attributes): void {
    this.finish();
    this.heading = { attributes, text: '' };
    this.into = 'heading';
  }

  private closeHeading(): void {
    if (!this.heading) return;
    const { attributes, text } = this.heading;
    const isReadingList = attributes.id?.toLowerCase() === SAFARI_READING_LIST;
    const isOwn = isReadingList || BROWSERS_OWN.some((mark) => mark in attributes);
    this.folder = isOwn ? null : text.trim() || null;
    this.heading = null;
    this.into = null;
    this.isAfterHeading = true;
  }

  private openLink(attributes: Attributes): void {
    const note = this.areNotesFirst && !this.link ? this.note : '';
    this.finish();
    this.link = { attributes, text: '' };
    this.note = note;
    this.into = 'link';
    this.isAfterHeading = false;
  }

  private openNote(): void {
    // What is said of a folder is said of no link.
    if (this.isAfterHeading) return;
    if (!this.link) this.areNotesFirst = true;
    if (this.areNotesFirst) this.finish();
    this.note = '';
    this.into = 'note';
  }

  /** Gives out the link that was read last, with its note. */
  private finish(): void {
    const { link, note } = this;
    this.link = null;
    this.note = '';
    this.into = null;
    if (link) this.give(entryOf(++this.row, link, note, this.folders));
  }
}

function entryOf(
  row: number,
  { attributes, text }: Open,
  description: string,
  folders: readonly (string | null)[],
): Entry {
  const tags = splitTags(attributes.tags ?? '', ',').map((tag) => tag.trim());
  const named = folders.slice(0, MAX_FOLDERS).filter((folder) => folder !== null);
  const notes = LINKDING_NOTES.exec(description)?.[1] ?? '';
  return anEntry(row, {
    url: attributes.href ?? '',
    title: text,
    note: joinNotes(description.replace(LINKDING_NOTES, ''), notes),
    savedAt: momentOf(attributes.add_date ?? ''),
    updatedAt: momentOf(attributes.last_modified ?? ''),
    tags: [...named, ...tags.filter((tag) => tag !== LINKDING_ARCHIVED)],
    // Where a file says what is still to be read, the rest was read.
    state: attributes.toread === '0' || tags.includes(LINKDING_ARCHIVED) ? 'archived' : 'unread',
    isFavourite: attributes['data-important'] === 'true',
  });
}
