import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { learnableBlocks } from '../utils/extraction/learnable-blocks.ts';
import type { SafeHtml } from '../utils/extraction/types/source.ts';

const NONE: readonly Element[] = [];

/**
 * Marks the blocks of a body that other posts of its blog have too (`data-seen`).
 * @returns a place for a note at the first of each group of such blocks
 */
export function useSeenBlocks(
  body: { readonly current: HTMLElement | null },
  html: SafeHtml,
  seen: ReadonlySet<string> | undefined,
): readonly Element[] {
  const blocks = useRef<readonly { readonly element: Element; readonly key: string }[]>([]);
  const [places, setPlaces] = useState(NONE);
  const isLooking = seen !== undefined;
  // Looked at before anything of our own is drawn into the body.
  useLayoutEffect(() => {
    blocks.current = isLooking && body.current ? learnableBlocks(body.current) : [];
  }, [html, isLooking]);
  useLayoutEffect(() => {
    const marked = blocks.current.filter(({ key }) => seen?.has(key)).map(({ element }) => element);
    const added = marked.filter((element) => !isAfter(element, marked)).map(placeIn);
    for (const element of marked) element.setAttribute('data-seen', '');
    setPlaces(added.length > 0 ? added : NONE);
    return () => {
      for (const place of added) place.remove();
      for (const element of marked) element.removeAttribute('data-seen');
    };
  }, [html, seen]);
  return places;
}

/** Whether the block right before this one is marked too. */
function isAfter(element: Element, marked: readonly Element[]): boolean {
  const before = element.previousElementSibling;
  return before !== null && marked.includes(before);
}

function placeIn(element: Element): Element {
  const place = element.ownerDocument.createElement('span');
  place.setAttribute('data-own', '');
  element.prepend(place);
  return place;
}
