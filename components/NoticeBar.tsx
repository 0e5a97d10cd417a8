import { useEffect } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import styles from './NoticeBar.module.css';
import type { Notices } from './state/notices.ts';

/** A notice with nothing to do about it goes by itself after this many milliseconds. */
const LINGER = 6_000;

/** Says what has just happened, aloud too, and offers to undo it for as long as it is not dismissed. */
export function NoticeBar({ notices }: { readonly notices: Notices }) {
  const { t } = useInterface();
  const notice = notices.current.value;
  useEffect(() => {
    if (!notice || notice.undo || notice.isError) return;
    const timer = setTimeout(notices.dismiss, LINGER);
    return () => clearTimeout(timer);
  }, [notice, notices]);
  return (
    <div class={styles.region} role="status">
      {notice && (
        <div class={styles.notice} data-error={notice.isError || undefined}>
          <span class={styles.text}>{t(notice.message, notice.values)}</span>
          {notice.undo && (
            <button type="button" class={styles.undo} onClick={notice.undo}>
              {t('undo')}
            </button>
          )}
          <IconButton icon="close" label={t('dismiss')} onClick={notices.dismiss} />
        </div>
      )}
    </div>
  );
}
