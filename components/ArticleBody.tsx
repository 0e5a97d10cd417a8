import { createPortal } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Repeat, SafeHtml } from '../utils/extraction/types.ts';
import styles from './ArticleBody.module.css';
import { ArticleImage } from './ArticleImage.tsx';
import { type BodySlots, keepScrollersFocusable, NO_SLOTS, takeSlots } from './body-slots.ts';
import { RepeatChip } from './RepeatChip.tsx';

export interface ArticleBodyProps {
  readonly html: SafeHtml;
  readonly repeats?: readonly Repeat[];
  readonly showImages: boolean;
  /** A comment is set in the interface's size, an article in the reader's. */
  readonly kind: 'article' | 'comment';
}

const NO_REPEATS: readonly Repeat[] = [];

/** The only component that puts HTML into the page; its type lets in nothing but sanitised HTML. */
export function ArticleBody({ html, repeats = NO_REPEATS, showImages, kind }: ArticleBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const [slots, setSlots] = useState<BodySlots>(NO_SLOTS);
  useLayoutEffect(() => {
    if (!body.current) return;
    // Most comments have none: drawing each of hundreds a second time would cost for nothing.
    const taken = takeSlots(body.current);
    setSlots(taken.images.length + taken.repeats.length > 0 ? taken : NO_SLOTS);
    return keepScrollersFocusable(body.current);
  }, [html]);
  return (
    <>
      <div ref={body} class={styles.body} data-kind={kind} dangerouslySetInnerHTML={{ __html: html }} />
      {slots.repeats.map(({ place, repeatId }) => {
        const repeat = repeats.find(({ id }) => id === repeatId);
        return repeat && createPortal(<RepeatChip repeat={repeat} />, place);
      })}
      {slots.images.map((image) =>
        createPortal(<ArticleImage image={image} show={showImages} />, image.place),
      )}
    </>
  );
}
