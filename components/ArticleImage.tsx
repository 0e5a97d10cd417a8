import { useState } from 'preact/hooks';
import styles from './ArticleImage.module.css';
import type { ImageSlot } from './body-slots.ts';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';

/** Images up to this size stand in a line of text: emoji, icons, formulas. CSS pixels. */
const INLINE_SIZE = 40;

export interface ArticleImageProps {
  readonly image: ImageSlot;
  /** False until the reader asks: loading an image tells its server that somebody reads. */
  readonly show: boolean;
}

export function ArticleImage({ image, show }: ArticleImageProps) {
  const { t } = useInterface();
  const [failed, setFailed] = useState(false);
  const { src, embedded, alt, width, height } = image;
  const inline = height !== null && height <= INLINE_SIZE;
  if ((show || embedded) && !failed) {
    return (
      <img
        class={styles.image}
        data-inline={inline || undefined}
        src={src}
        alt={alt}
        width={width ?? undefined}
        height={height ?? undefined}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        onError={() => setFailed(true)}
      />
    );
  }
  if (inline) return <span class={styles.inline}>{alt}</span>;
  return (
    <span class={styles.placeholder}>
      <Icon name="image" />
      <span class="visually-hidden">{t('imagePlaceholder')} </span>
      <span>{failed ? `${t('imageFailed')} ${alt}` : alt || t('imageNoText')}</span>
    </span>
  );
}
