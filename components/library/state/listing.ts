import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { FacetValue, Finder, Listed } from '../../../utils/library/finder/types.ts';
import type {
  ArticleId,
  LibraryError,
  LibraryLoss,
  LibraryResult,
  SavedSummary,
} from '../../../utils/library/types.ts';
import type { LibraryReader } from '../../../utils/library/verbs.ts';
import { ok } from '../../../utils/result.ts';
import { type Asked, everythingIn, newestFilter, queryFor, type View } from './asked.ts';
import { createRowCache, type RowCache } from './row-cache.ts';

/** So many entries fill any screen; they are shown before the finder has started. */
const FIRST_SCREEN = 50;
/** Typing is not interrupted by a search for each letter. Milliseconds. */
const PAUSE = 120;

export interface ListingServices extends Pick<LibraryReader, 'newest' | 'summaries' | 'count' | 'loss'> {
  readonly dismissLoss: () => LibraryResult<null>;
  /** Starts the finder, or gives the one that runs. */
  readonly finder: () => Finder;
}

export type ListingState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: LibraryError }
  | {
      readonly kind: 'ready';
      /** What is asked, in order; the first of them only, until the finder has answered. */
      readonly ids: readonly ArticleId[];
      /** What the finder knows besides; null until it has answered. */
      readonly found: Listed | null;
    };

/** What a screen shows of the reading list. */
export interface Listing {
  readonly asked: ReadonlySignal<Asked>;
  readonly state: ReadonlySignal<ListingState>;
  /** What the shown list answers: behind `asked` while the finder looks. */
  readonly answered: ReadonlySignal<Asked>;
  /** Why the finder does not answer; what could be shown without it is shown. */
  readonly finderError: ReadonlySignal<LibraryError | null>;
  /** How many entries there are in all; null until known. */
  readonly total: ReadonlySignal<number | null>;
  /** Articles that went missing, until the reader has taken note. */
  readonly loss: ReadonlySignal<LibraryLoss | null>;
  readonly rows: RowCache;
  ids(): readonly ArticleId[];
  /** Whether `ids` are all that there are. */
  isWhole(): boolean;
  /** Asks for something else; the search line waits for a pause in typing. */
  ask(changes: Partial<Asked>): void;
  /** Looks again: the list was changed, here or elsewhere. */
  refresh(): Promise<void>;
  /** Entries as they are on disk now; those that are gone are left out. */
  readonly load: LibraryReader['summaries'];
  /** Every tag of the whole list with its count, most frequent first. */
  allTags(): LibraryResult<readonly FacetValue[]>;
  dismissLoss(): Promise<LibraryError | null>;
}

export interface ListingOptions {
  readonly view: View;
  /** Leaves the finder alone for as long as the store can answer: a popup must open fast. */
  readonly isSparing: boolean;
  /** Called whenever other entries are listed, with those of before, and whether something else was asked. */
  readonly onListed?: (before: readonly ArticleId[], isNewQuestion: boolean) => void;
}

export function createListing(services: ListingServices, options: ListingOptions): Listing {
  const asked = signal(everythingIn(options.view));
  const answered = signal(asked.value);
  const state = signal<ListingState>({ kind: 'loading' });
  const finderError = signal<LibraryError | null>(null);
  const total = signal<number | null>(null);
  const loss = signal<LibraryLoss | null>(null);
  const rows = createRowCache({
    async summaries(ids) {
      const loaded = await services.summaries(ids);
      return loaded.ok ? loaded.value : null;
    },
    async hits(ids) {
      if (answered.value.text.trim() === '') return [];
      const found = await services.finder().hits(queryFor(answered.value), ids);
      return found.ok ? found.value : null;
    },
  });
  /** Only the newest question is answered. */
  let question = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** The finder tells by itself when it knows more, once it has been started. */
  let isWatching = false;

  const ids = () => (state.value.kind === 'ready' ? state.value.ids : NONE);

  function show(next: ListingState, answer: Asked): void {
    const before = ids();
    const isNewQuestion = answered.value !== answer;
    const isNewSearch = answered.value.text !== answer.text;
    batch(() => {
      state.value = next;
      answered.value = answer;
      // Another search may find the same entries: nothing else would ask for its hits.
      if (isNewSearch) rows.forgetHits();
      options.onListed?.(before, isNewQuestion);
    });
  }

  /** What the store knows by itself comes first; the finder then answers in full. */
  async function look(): Promise<void> {
    const mine = ++question;
    const wanted = asked.value;
    const isCurrent = () => mine === question;
    const filter = newestFilter(wanted);
    const isAnsweredInFull = state.value.kind === 'ready' && state.value.found && answered.value === wanted;
    if (filter && !isAnsweredInFull) await showNewest(filter, wanted, isCurrent);
    if (filter && options.isSparing) return;
    if (isCurrent() && state.value.kind !== 'failed') await showFound(wanted, isCurrent);
  }

  async function showNewest(
    filter: NonNullable<ReturnType<typeof newestFilter>>,
    wanted: Asked,
    isCurrent: () => boolean,
  ): Promise<void> {
    const newest = await services.newest(filter, FIRST_SCREEN);
    if (!isCurrent()) return;
    if (!newest.ok) return show({ kind: 'failed', error: newest.error }, wanted);
    rows.put(newest.value);
    show({ kind: 'ready', ids: newest.value.map(({ id }: SavedSummary) => id), found: null }, wanted);
  }

  async function showFound(wanted: Asked, isCurrent: () => boolean): Promise<void> {
    const finder = services.finder();
    if (!isWatching) finder.watch(() => void look());
    isWatching = true;
    const found = await finder.find(queryFor(wanted));
    if (!isCurrent()) return;
    finderError.value = found.ok ? null : found.error;
    if (found.ok) show({ kind: 'ready', ids: found.value.ids, found: found.value }, wanted);
    else if (state.value.kind === 'loading') show({ kind: 'failed', error: found.error }, wanted);
  }

  async function lookAround(): Promise<void> {
    const [counted, lost] = await Promise.all([services.count(), services.loss()]);
    if (lost.ok) loss.value = lost.value;
    if (counted.ok) total.value = counted.value;
    else show({ kind: 'failed', error: counted.error }, asked.value);
  }

  async function refresh(): Promise<void> {
    rows.outdate();
    if (state.value.kind === 'failed') state.value = { kind: 'loading' };
    await Promise.all([look(), lookAround()]);
  }

  return {
    asked,
    answered,
    state,
    finderError,
    total,
    loss,
    rows,
    ids,
    isWhole: () => state.value.kind === 'ready' && state.value.found !== null,
    ask(changes) {
      asked.value = { ...asked.value, ...changes };
      clearTimeout(pause);
      const isTyping = changes.text !== undefined && changes.text !== '';
      if (isTyping) pause = setTimeout(() => void look(), PAUSE);
      else void look();
    },
    refresh,
    load: services.summaries,
    async allTags() {
      const found = await services.finder().find(queryFor(everythingIn('all')));
      return found.ok ? ok(found.value.facets.tags) : found;
    },
    async dismissLoss() {
      const dismissed = await services.dismissLoss();
      await lookAround();
      return dismissed.ok ? null : dismissed.error;
    },
  };
}

const NONE: readonly ArticleId[] = [];
