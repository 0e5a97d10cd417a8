import type { ComponentChildren } from 'preact';
import type { Comment } from '../utils/extraction/types/comments.ts';
import type { DigestLine as Line } from '../utils/extraction/types/digest.ts';
import styles from './DigestLine.module.css';
import { formatDay } from './format.ts';
import { useInterface } from './interface.ts';

export interface DigestLineProps {
  readonly line: Line;
  /** The comment that it was taken from. */
  readonly source: Comment | undefined;
  /** Stands above the quotation. */
  readonly lead?: ComponentChildren;
  /** Stands after the author's name and the date. */
  readonly note?: ComponentChildren;
  readonly onJump: (commentId: string) => void;
}

/** A quotation that leads to the comment it was taken from. */
export function DigestLine({ line, source, lead, note, onJump }: DigestLineProps) {
  const { t, language } = useInterface();
  const date = source?.date;
  return (
    <div class={styles.line}>
      {lead && <p class={styles.lead}>{lead}</p>}
      <button type="button" class={styles.quote} onClick={() => onJump(line.commentId)}>
        <span dir="auto">{line.quote}</span>
      </button>
      <p class={styles.source}>
        <span>
          <bdi>{source?.author ?? t('commentAnonymous')}</bdi>
        </span>
        {date && <span>{date.iso ? formatDay(date.iso, language) : date.shown}</span>}
        {note && <span>{note}</span>}
      </p>
    </div>
  );
}
