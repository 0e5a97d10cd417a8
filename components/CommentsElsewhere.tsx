import type { CommentsElsewhere as Elsewhere } from '../utils/extraction/types/comments.ts';
import { hostOf } from '../utils/text/urls.ts';
import styles from './CommentsElsewhere.module.css';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';

/** Says where comments are kept that are not in the page. */
export function CommentsElsewhere({ elsewhere }: { readonly elsewhere: Elsewhere }) {
  const { t } = useInterface();
  const { where, url, count } = elsewhere;
  const unnamed = where === 'page' ? t('commentsElsewherePage') : t('commentsElsewherePlace');
  const place = hostOf(url) || (where === 'frame' || where === 'page' ? unnamed : where);
  return (
    <p class={styles.elsewhere}>
      {count === null ? t('commentsElsewhere', { place }) : t('commentsElsewhereCount', { place, count })}{' '}
      {url && (
        <a class={styles.link} href={url} target="_blank" rel="noopener noreferrer">
          {t('commentsElsewhereOpen')}
          <Icon name="tab" />
        </a>
      )}
    </p>
  );
}
