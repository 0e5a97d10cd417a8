import { useContext, useState } from 'preact/hooks';
import type { Article } from '../utils/extraction/types/article.ts';
import { ArticleBody } from './ArticleBody.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import styles from './ArticleView.module.css';
import { countRemoteImages } from './body-slots.ts';
import { FurtherPages } from './FurtherPages.tsx';
import { Icon } from './Icon.tsx';
import { KeptImagesContext } from './images/kept-images-context.ts';
import { useInterface } from './interface.ts';
import { LeftOut } from './LeftOut.tsx';
import { NeighbourPosts } from './NeighbourPosts.tsx';
import type { EntrySlots } from './reader/entry-slots.ts';
import type { Arranging } from './state/arranging.ts';
import type { PageLoading } from './state/page-loading.ts';

export interface ArticleViewProps {
  readonly article: Article;
  readonly url: string;
  /** True when the page may be no article and the reader wanted it all the same. */
  readonly isBestEffort?: boolean;
  /** True when the reader has said that images may always be fetched. */
  readonly alwaysShowImages: boolean;
  readonly furtherPages: PageLoading;
  readonly arranging: Arranging;
  /** Keys of the blocks that other posts of the blog have too. */
  readonly seen: ReadonlySet<string>;
  readonly slots?: EntrySlots | undefined;
}

export function ArticleView(props: ArticleViewProps) {
  const { article, url, isBestEffort = false, alwaysShowImages, furtherPages, arranging, slots } = props;
  const { t } = useInterface();
  const [asked, setAsked] = useState(false);
  const { meta, html, repeats } = article;
  const kept = useContext(KeptImagesContext)?.hashes.value;
  const images = countRemoteImages(html, (url) => kept?.has(url) ?? false);
  const showImages = alwaysShowImages || asked;
  return (
    <article class={styles.article}>
      {isBestEffort && <p class={styles.note}>{t('bestEffortNote')}</p>}
      <ArticleHeader article={article} url={url} tags={slots?.tags} />
      <div class={styles.tools}>
        {images > 0 && !showImages && (
          <button type="button" class={styles.images} title={t('imagesNote')} onClick={() => setAsked(true)}>
            <Icon name="image" />
            {t('showImages', { count: images })}
          </button>
        )}
        {slots?.below}
      </div>
      <div lang={meta.lang ?? undefined} dir={meta.dir}>
        <ArticleBody
          html={html}
          repeats={repeats}
          onFold={arranging.fold}
          seen={props.seen}
          showImages={showImages}
          kind="article"
        />
      </div>
      <footer class={styles.footer}>
        {slots?.end}
        {meta.pages && <FurtherPages pages={meta.pages} url={url} loading={furtherPages} />}
        <NeighbourPosts previous={meta.previous} next={meta.next} />
        <LeftOut removals={article.removals} onToggle={arranging.toggle} />
      </footer>
    </article>
  );
}
