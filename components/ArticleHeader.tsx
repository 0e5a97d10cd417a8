import type { ComponentChildren } from 'preact';
import type { Article } from '../utils/extraction/types/article.ts';
import { hostOf } from '../utils/text/urls.ts';
import styles from './ArticleHeader.module.css';
import { ChipList } from './ChipList.tsx';
import { formatDay } from './format.ts';
import { useInterface } from './interface.ts';

export interface ArticleHeaderProps {
  readonly article: Article;
  /** The address the article was read from, for where the page does not name its own. */
  readonly url: string;
  /** In place of the page's tags. */
  readonly tags?: ComponentChildren;
}

/** Blog name, title, author, date, reading time and tags. */
export function ArticleHeader({ article, url, tags }: ArticleHeaderProps) {
  const { t } = useInterface();
  const { meta } = article;
  const address = meta.url ?? url;
  return (
    <header class={styles.header} dir={meta.dir}>
      <p class={styles.site}>
        <a href={address} target="_blank" rel="noopener noreferrer" title={t('openOriginal')}>
          <bdi>{meta.siteName || hostOf(address)}</bdi>
        </a>
      </p>
      <h1 class={styles.title} lang={meta.lang ?? undefined}>
        {meta.title || t('untitled')}
      </h1>
      <Byline article={article} />
      <div class={styles.chips}>
        <ChipList label={t('categories')} kind="category" names={meta.categories} />
        {tags ?? <ChipList label={t('tags')} kind="tag" names={meta.tags} />}
      </div>
      <hr class={styles.rule} />
    </header>
  );
}

/** Facts in the interface's words: each runs its own way, also in an article that runs from right to left. */
function Byline({ article: { meta, readingMinutes, length } }: { readonly article: Article }) {
  const { t, language } = useInterface();
  const lengthKey = length.unit === 'words' ? 'lengthWords' : 'lengthCharacters';
  return (
    <p class={styles.byline}>
      {meta.author && meta.author !== meta.siteName && (
        <span>
          <bdi>{t('byline', { author: meta.author })}</bdi>
        </span>
      )}
      {meta.published && (
        <time dateTime={meta.published} title={t('published', { date: formatDay(meta.published, language) })}>
          <bdi>{formatDay(meta.published, language)}</bdi>
        </time>
      )}
      {meta.updated && meta.updated !== meta.published && (
        <time dateTime={meta.updated}>
          <bdi>{t('updated', { date: formatDay(meta.updated, language) })}</bdi>
        </time>
      )}
      <span title={t(lengthKey, { count: length.count })}>
        <bdi>{t('readingTime', { minutes: readingMinutes })}</bdi>
      </span>
    </p>
  );
}
