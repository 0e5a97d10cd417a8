import { createPortal } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RepeatForm } from '../utils/extraction/arrange.ts';
import type { Repeat } from '../utils/extraction/types/article.ts';
import type { SafeHtml } from '../utils/extraction/types/source.ts';
import styles from './ArticleBody.module.css';
import { ArticleImage } from './ArticleImage.tsx';
import { type BodySlots, keepScrollersFocusable, NO_SLOTS, takeSlots } from './body-slots.ts';
import { RepeatChip } from './RepeatChip.tsx';
import { SeenNote } from './SeenNote.tsx';
import { useSeenBlocks } from './use-seen-blocks.ts';

export interface ArticleBodyProps {
  readonly html: SafeHtml;
  readonly repeats?: readonly Repeat[];
  readonly onFold?: (repeat: Repeat, form: RepeatForm) => void;
  /** Keys of the blocks that other posts of the blog have too. */
  readonly seen?: ReadonlySet<string>;
  readonly showImages: boolean;
  /** A comment is set in the interface's size, an article in the reader's. */
  readonly kind: 'article' | 'comment';
}

const NO_REPEATS: readonly Repeat[] = [];

/** The only component that puts HTML into the page; its type lets in nothing but sanitised HTML. */
export function ArticleBody(props: ArticleBodyProps) {
  const { html, repeats = NO_REPEATS, onFold, seen, showImages, kind } = props;
  const body = useRef<HTMLDivElement>(null);
  const [slots, setSlots] = useState<BodySlots>(NO_SLOTS);
  const seenPlaces = useSeenBlocks(body, html, seen);
  useLayoutEffect(() => {
    if (!body.current) return;
    // Most comments have none: drawing each of hundreds a second time would cost for nothing.
    const taken = takeSlots(body.current);
    setSlots(taken.images.length + taken.repeats.length > 0 ? taken : NO_SLOTS);
    return keepScrollersFocusable(body.current);
  }, [html]);
  const fold = useKeptFocus(body, slots, onFold);
  return (
    <>
      <div ref={body} class={styles.body} data-kind={kind} dangerouslySetInnerHTML={{ __html: html }} />
      {slots.repeats.map(({ place, repeatId }) => {
        const repeat = repeats.find(({ id }) => id === repeatId);
        return repeat && createPortal(<RepeatChip repeat={repeat} onFold={fold} />, place);
      })}
      {slots.images.map((image) =>
        createPortal(<ArticleImage image={image} show={showImages} />, image.place),
      )}
      {seenPlaces.map((place) => createPortal(<SeenNote />, place))}
    </>
  );
}

/** Folding otherwise draws the body anew: the chip that was used is another one then, and gets the focus. */
function useKeptFocus(
  body: { readonly current: HTMLElement | null },
  slots: BodySlots,
  onFold: ArticleBodyProps['onFold'],
): ArticleBodyProps['onFold'] {
  const used = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (used.current === null) return;
    body.current?.querySelector<HTMLElement>(`[data-repeat="${used.current}"] button`)?.focus();
    used.current = null;
  }, [slots]);
  return (
    onFold &&
    ((repeat, form) => {
      used.current = repeat.id;
      onFold(repeat, form);
    })
  );
}
