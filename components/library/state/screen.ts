import { createNotices, type Notices } from '../../state/notices.ts';
import { createListVerbs, type ListVerbServices, type ListVerbs } from './list-verbs.ts';
import { createListing, type Listing, type ListingOptions, type ListingServices } from './listing.ts';
import { createSelection, type Selection } from './selection.ts';
import { createUndoStack } from './undo-stack.ts';

export interface LibraryScreenServices extends ListingServices, ListVerbServices {}

/** What a screen that shows the reading list holds while it is open. */
export interface LibraryScreen {
  readonly listing: Listing;
  readonly selection: Selection;
  readonly verbs: ListVerbs;
  readonly notices: Notices;
}

export function createLibraryScreen(
  services: LibraryScreenServices,
  options: Omit<ListingOptions, 'onListed'>,
  notices: Notices = createNotices(),
): LibraryScreen {
  const listing: Listing = createListing(services, {
    ...options,
    onListed(before, isNewQuestion) {
      if (isNewQuestion) selection.reset();
      else selection.follow(before);
    },
  });
  const selection = createSelection(listing.ids);
  const verbs = createListVerbs({ services, notices, steps: createUndoStack(), changed: listing.refresh });
  return { listing, selection, verbs, notices };
}
