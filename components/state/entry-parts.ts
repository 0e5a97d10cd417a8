import { effect } from '@preact/signals';
import { createKeptImages, type ImageServices, type KeptImages } from './kept-images.ts';
import { createNoteKeeping, type NoteKeeping } from './note-keeping.ts';
import { createSavedEntry, type EntryServices, type SavedEntry } from './saved-entry.ts';
import type { Session } from './session.ts';

/** What belongs to a saved article besides its text. */
export interface EntryParts {
  readonly entry: SavedEntry;
  readonly note: NoteKeeping;
  readonly images: KeptImages;
}

/** The parts of the entry of whatever article a session shows, for as long as it is saved. */
export function createEntryParts(
  session: Pick<Session, 'saveState' | 'notices'>,
  library: EntryServices,
  imageServices: ImageServices,
): EntryParts {
  const entry = createSavedEntry(library, session.notices);
  const images = createImagesOf(session, imageServices);
  effect(() => {
    const { value } = session.saveState;
    // Between two states nothing is known yet; what is shown stays.
    if (value.kind !== 'busy') void entry.follow(value.kind === 'saved' ? value.id : null);
  });
  return { entry, note: createNoteKeeping(entry), images };
}

/** `createEntryParts` for a screen that shows nothing of the entry but its images. */
export function createImagesOf(
  { saveState, notices }: Pick<Session, 'saveState' | 'notices'>,
  services: ImageServices,
): KeptImages {
  const images = createKeptImages(services, notices);
  effect(() => {
    const { value } = saveState;
    if (value.kind !== 'busy') void images.follow(value.kind === 'saved' ? value.id : null);
  });
  return images;
}
