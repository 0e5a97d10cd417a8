import type { ComponentChildren } from 'preact';
import type { DigestLine as Line } from '../utils/extraction/types.ts';
import styles from './DigestLine.module.css';
import { useInterface } from './interface.ts';

export interface DigestLineProps {
  readonly line: Line;
  readonly author: string | null;
  /** Stands above the quotation. */
  readonly lead?: ComponentChildren;
  /** Stands after the author's name. */
  readonly note?: ComponentChildren;
  readonly onJump: (commentId: string) => void;
}

/** A quotation that leads to the comment it was taken from. */
export function DigestLine({ line, author, lead, note, onJump }: DigestLineProps) {
  const { t } = useInterface();
  return (
    <div class={styles.line}>
      {lead && <p class={styles.lead}>{lead}</p>}
      <button type="button" class={styles.quote} onClick={() => onJump(line.commentId)}>
        <span dir="auto">{line.quote}</span>
      </button>
      <p class={styles.source}>
        <span>
          <bdi>{author ?? t('commentAnonymous')}</bdi>
        </span>
        {note && <span>{note}</span>}
      </p>
    </div>
  );
}
