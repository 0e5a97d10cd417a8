import type { ComponentChildren } from 'preact';
import { messageKey } from '../../utils/i18n.ts';
import { useInterface } from '../interface.ts';
import type { Listed } from '../state/blog-records.ts';
import styles from './records.module.css';

export interface RecordsProps<T> {
  readonly listed: Listed<T>;
  readonly isEmpty: (value: T) => boolean;
  /** What is said where there is nothing. */
  readonly none: string;
  /** The label of the button that forgets everything. */
  readonly forgetAll: string;
  readonly onForgetAll: () => void;
  readonly onRetry: () => void;
  readonly children: (value: T) => ComponentChildren;
}

/** A list of what is remembered, or why there is none. */
export function Records<T>(props: RecordsProps<T>) {
  const { t } = useInterface();
  const { listed } = props;
  if (listed.kind === 'loading') {
    return (
      <p class={styles.none} aria-busy="true">
        {t('recordsLoading')}
      </p>
    );
  }
  if (listed.kind === 'failed') {
    return (
      <div role="alert" class={styles.failed}>
        <p>{t(messageKey('memoryError', listed.error.kind))}</p>
        <button type="button" class={styles.button} onClick={props.onRetry}>
          {t('retry')}
        </button>
      </div>
    );
  }
  if (props.isEmpty(listed.value)) return <p class={styles.none}>{props.none}</p>;
  return (
    <>
      {props.children(listed.value)}
      <button type="button" class={styles.button} onClick={props.onForgetAll}>
        {props.forgetAll}
      </button>
    </>
  );
}
