import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import styles from './ResumedBar.module.css';
import type { Resumed } from './use-reading-place.ts';

/** Says that the article did not open at its beginning, and leads there. */
export function ResumedBar({ resumed }: { readonly resumed: Resumed }) {
  const { t } = useInterface();
  const { percent, toBeginning, dismiss } = resumed;
  return (
    <div class={styles.region} role="status">
      {percent !== null && (
        <p class={styles.bar}>
          <span class={styles.said}>{t('placeResumed', { percent })}</span>
          <button type="button" class={styles.button} onClick={toBeginning}>
            {t('placeToStart')}
          </button>
          <IconButton icon="close" label={t('dismiss')} onClick={dismiss} />
        </p>
      )}
    </div>
  );
}
