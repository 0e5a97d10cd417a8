import { useRef } from 'preact/hooks';
import type { ArticlePage, ArticlePages, PageProblem } from '../utils/extraction/types/metadata.ts';
import { messageKey, type Translate } from '../utils/i18n.ts';
import { hostOf } from '../utils/text/urls.ts';
import styles from './FurtherPages.module.css';
import { useInterface } from './interface.ts';
import type { PageLoading } from './state/page-loading.ts';

export interface FurtherPagesProps {
  readonly pages: ArticlePages;
  /** The address the article was read from. */
  readonly url: string;
  readonly loading: PageLoading;
}

/** The pages of an article that is split, at its end: which of them are shown, links to the others, and one button. */
export function FurtherPages({ pages, url, loading }: FurtherPagesProps) {
  const { t } = useInterface();
  const root = useRef<HTMLElement>(null);
  const apart = pages.others.filter(({ state }) => state !== 'joined');
  const busyWith = loading.loading.value;
  const load = () => {
    // The button may go once all is loaded; whoever pressed it must not be sent back to the top.
    root.current?.focus({ preventScroll: true });
    void loading.load();
  };
  return (
    <nav ref={root} class={styles.pages} aria-label={t('pages')} tabIndex={-1}>
      <p class={styles.note} role="status">
        {busyWith === null ? summaryOf(pages, t) : t('pagesLoading', { number: busyWith })}
      </p>
      <Hint apart={apart} url={url} />
      {apart.length > 0 && (
        <ul class={styles.list}>
          {apart.map((page) => (
            <PageItem key={page.number} page={page} total={pages.total} />
          ))}
        </ul>
      )}
      {loading.loadable.value > 0 && (
        <button
          type="button"
          class={styles.load}
          title={t('pagesLoadHint', { host: hostOf(url) })}
          aria-disabled={busyWith !== null}
          onClick={busyWith === null ? load : undefined}
        >
          {t('pagesLoad')}
        </button>
      )}
    </nav>
  );
}

function summaryOf({ own, total, others }: ArticlePages, t: Translate): string {
  const joined = others.filter(({ state }) => state === 'joined').length;
  if (joined > 0) return t('pagesJoined', { count: joined + 1 });
  return total === null ? t('pagesOwnOnly', { own }) : t('pagesOwn', { own, total });
}

interface HintProps {
  readonly apart: readonly ArticlePage[];
  readonly url: string;
}

/** Why pages are not shown with the others, where that needs words. */
function Hint({ apart, url }: HintProps) {
  const { t } = useInterface();
  const origin = URL.parse(url)?.origin;
  if (apart.some(({ state }) => isProblem(state))) return <p class={styles.note}>{t('pagesSomeMissing')}</p>;
  const isElsewhere = apart.length > 0 && apart.every((page) => URL.parse(page.url)?.origin !== origin);
  return isElsewhere ? <p class={styles.note}>{t('pagesElsewhere')}</p> : null;
}

function PageItem({ page, total }: { readonly page: ArticlePage; readonly total: number | null }) {
  const { t } = useInterface();
  const { number, url, state } = page;
  return (
    <li>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {total === null ? t('pageNumber', { number }) : t('pageOf', { number, total })}
      </a>
      {isProblem(state) && <span class={styles.problem}> {t(messageKey('pageProblem', state))}</span>}
    </li>
  );
}

function isProblem(state: ArticlePage['state']): state is PageProblem {
  return state !== 'linked' && state !== 'joined';
}
