import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleId, ReadingPlace } from '../../utils/library/types.ts';
import { placeIn, topOf } from '../../utils/reading/place.ts';
import type { SavedEntry } from '../state/saved-entry.ts';
import { blocksOf, boxesOf } from './blocks-of.ts';

/** While somebody scrolls, the place is noted once in so many milliseconds. */
const INTERVAL = 1_000;
/** Who looks at an article for so long reads it. Milliseconds. */
const DWELL = 3_000;
/** Who has gone on so many blocks has seen where the article opened. */
const FAR = 3;

/** Where an article was opened again. */
export interface Resumed {
  /** Null once that need not be said (any more). */
  readonly percent: number | null;
  toBeginning(): void;
  dismiss(): void;
}

export interface ReadingPlaceOptions {
  /** Holds the article, and the bar above it. */
  readonly root: RefObject<HTMLElement | null>;
  readonly entry: SavedEntry;
  /** False where the page itself is read, which has a place of its own. */
  readonly isSaved: boolean;
  /** Changes when another article is drawn. */
  readonly drawn: unknown;
}

/** Opens a saved article where its reader stopped, and notes where that is from then on. */
export function useReadingPlace({ root, entry, isSaved, drawn }: ReadingPlaceOptions): Resumed {
  const summary = entry.summary.value;
  const id = isSaved && drawn ? (summary?.id ?? null) : null;
  const opened = useRef<ArticleId | null>(null);
  const [start, setStart] = useState<ReadingPlace | null>(null);

  useLayoutEffect(() => {
    if (id === null || opened.current === id) return;
    opened.current = id;
    const place = entry.summary.peek()?.place ?? null;
    const isUnder = place !== null && place.block > 0 && place.percent < 100;
    setStart(isUnder && root.current && goTo(root.current, place) ? place : null);
  }, [id, entry, root]);

  useEffect(() => {
    if (id === null || !root.current) return;
    return watchPlace(root.current, (place) => {
      if (start && Math.abs(place.block - start.block) > FAR) setStart(null);
      void entry.notePlace(place);
    });
  }, [id, entry, root, start]);

  return {
    percent: start?.percent ?? null,
    toBeginning() {
      setStart(null);
      window.scrollTo({ top: 0 });
      root.current?.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    },
    dismiss: () => setStart(null),
  };
}

function bodyIn(root: HTMLElement): Element | null {
  return root.querySelector('[data-kind="article"]');
}

/** The height of the bar that lies over the article. */
function coveredIn(root: HTMLElement): number {
  return root.querySelector('header')?.getBoundingClientRect().height ?? 0;
}

function goTo(root: HTMLElement, place: ReadingPlace): boolean {
  const body = bodyIn(root);
  if (!body) return false;
  const covered = coveredIn(root);
  const top = topOf(place, boxesOf(blocksOf(body)), window.innerHeight - covered);
  if (top === null) return false;
  window.scrollTo({ top: window.scrollY + top - covered });
  return true;
}

/** Tells the place now and then while it changes, and whatever of that is still untold when the page is left. @returns stops */
function watchPlace(root: HTMLElement, tell: (place: ReadingPlace) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => look(), DWELL);
  let hasMoved = false;
  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    hasMoved = false;
    const body = bodyIn(root);
    if (!body) return;
    tell(placeIn(boxesOf(blocksOf(body)), { top: coveredIn(root), bottom: window.innerHeight }));
  };
  const onScroll = () => {
    if (hasMoved) return;
    hasMoved = true;
    clearTimeout(timer);
    timer = setTimeout(look, INTERVAL);
  };
  const onLeft = () => {
    if (hasMoved && document.visibilityState === 'hidden') look();
  };
  window.addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('visibilitychange', onLeft);
  window.addEventListener('pagehide', onLeft);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('scroll', onScroll);
    document.removeEventListener('visibilitychange', onLeft);
    window.removeEventListener('pagehide', onLeft);
  };
}
