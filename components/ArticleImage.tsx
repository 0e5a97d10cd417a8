import { useRef, useState } from 'preact/hooks';
import styles from './ArticleImage.module.css';
import type { ImageSlot } from './body-slots.ts';
import { Icon } from './Icon.tsx';
import { useKeptImage } from './images/kept-images-context.ts';
import { useNear } from './images/use-near.ts';
import { useInterface } from './interface.ts';

/** Images up to this size stand in a line of text: emoji, icons, formulas. CSS pixels. */
const INLINE_SIZE = 40;

export interface ArticleImageProps {
  readonly image: ImageSlot;
  /** False until the reader asks: loading an image tells its server that somebody reads. */
  readonly show: boolean;
}

/** An image: from the disk where it is kept there, else from its server once its reader asks for that. */
export function ArticleImage({ image, show }: ArticleImageProps) {
  const { t } = useInterface();
  const place = useRef<HTMLSpanElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { src, embedded, alt, width, height } = image;
  const kept = useKeptImage(src, useNear(place));
  const inline = height !== null && height <= INLINE_SIZE;
  const address = addressFor(kept, src, show || embedded);
  if (address !== null && address !== failed) {
    return (
      <img
        class={styles.image}
        data-inline={inline || undefined}
        src={address}
        alt={alt}
        width={width ?? undefined}
        height={height ?? undefined}
        loading={kept.kind === 'here' ? undefined : 'lazy'}
        decoding="async"
        referrerpolicy="no-referrer"
        onError={() => setFailed(address)}
      />
    );
  }
  const said = failed === null ? alt || t('imageNoText') : `${t('imageFailed')} ${alt}`;
  return (
    <span ref={place} class={inline ? styles.inline : styles.placeholder}>
      {inline ? (
        alt
      ) : (
        <>
          <Icon name="image" />
          <span class="visually-hidden">{t('imagePlaceholder')} </span>
          <span>{said}</span>
        </>
      )}
    </span>
  );
}

function addressFor(kept: ReturnType<typeof useKeptImage>, src: string, show: boolean): string | null {
  if (kept.kind === 'here') return kept.href;
  // What is on its way from the disk must not be asked for elsewhere.
  return kept.kind === 'none' && show ? src : null;
}
