import type { SavedHit } from '../../utils/library/finder/types.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import { ChipList } from '../ChipList.tsx';
import { Icon } from '../Icon.tsx';
import { useInterface } from '../interface.ts';
import styles from './ArticleRow.module.css';
import { MarkedText } from './MarkedText.tsx';
import { RowActions, type RowVerbs } from './RowActions.tsx';
import { RowFacts } from './RowFacts.tsx';
import type { Sort } from './state/asked.ts';

export interface ArticleRowProps {
  readonly item: SavedSummary;
  /** Where a search found it, titles first; empty where nothing was searched for, or it is not yet known. */
  readonly hits: readonly SavedHit[];
  readonly href: string;
  /** By which date the list is sorted, if by one. */
  readonly sort: Sort | null;
  /** Only one row of a list is reached by Tab; the keys lead to the others. */
  readonly isActive: boolean;
  /** Null where nothing can be chosen. */
  readonly choice: { readonly isChosen: boolean; readonly onChoose: (isRange: boolean) => void } | null;
  readonly isTagChosen: (tag: string) => boolean;
  readonly onTag: (tag: string) => void;
  readonly verbs: RowVerbs;
}

/** What the list shows of a saved article or link. */
export function ArticleRow(props: ArticleRowProps) {
  const { item, hits, choice, isActive, verbs } = props;
  const { t } = useInterface();
  const said = hits.find(({ place }) => place === 'text' || place === 'comment' || place === 'note');
  const tabIndex = isActive ? 0 : -1;
  return (
    <div class={styles.row} data-chosen={choice?.isChosen || undefined} data-kind={item.kind}>
      {choice && <Choose item={item} choice={choice} tabIndex={tabIndex} />}
      <div class={styles.words}>
        <Title
          item={item}
          hit={hits.find(({ place }) => place === 'title')}
          href={props.href}
          tabIndex={tabIndex}
        />
        <RowFacts item={item} sort={props.sort} />
        <Says item={item} hit={said} />
        {item.note && said?.place !== 'note' && (
          <p class={styles.note}>
            <Icon name="note" />
            <span class="visually-hidden">{t('listNote')}</span>
            <span dir="auto">{item.note}</span>
          </p>
        )}
        <ChipList
          label={t('tags')}
          kind="tag"
          names={item.tags}
          choice={{ isChosen: props.isTagChosen, onToggle: props.onTag, tabIndex }}
        />
      </div>
      <RowActions item={item} verbs={verbs} tabIndex={tabIndex} />
    </div>
  );
}

interface Part extends Pick<ArticleRowProps, 'item'> {
  readonly hit: SavedHit | undefined;
}

function Title({ item, hit, href, tabIndex }: Part & { readonly href: string; readonly tabIndex: number }) {
  const { t } = useInterface();
  return (
    <h2 class={styles.title} lang={item.lang ?? undefined} dir={item.lang ? item.dir : 'auto'}>
      {item.kind === 'link' && <Icon name="link" />}
      <a href={href} target="_blank" rel="noopener" data-list-item tabIndex={tabIndex}>
        {hit ? <MarkedText hit={hit} /> : item.title || t('untitled')}
      </a>
    </h2>
  );
}

/** The hit's sentence where something was searched for and found in the text, else how the text begins. */
function Says({ item, hit }: Part) {
  const { t } = useInterface();
  const lang = item.lang ?? undefined;
  if (hit) {
    return (
      <p class={styles.says}>
        {hit.place === 'comment' && (
          <bdi>{t('savedHitComment', { author: hit.author ?? t('commentAnonymous') })} </bdi>
        )}
        {hit.place === 'note' && <span>{t('listHitNote')} </span>}
        <span lang={hit.place === 'text' ? lang : undefined} dir="auto">
          <MarkedText hit={hit} />
        </span>
      </p>
    );
  }
  if (item.kind === 'link') {
    return (
      <p class={styles.says}>
        {item.excerpt && (
          <span lang={lang} dir={item.dir}>
            {item.excerpt}{' '}
          </span>
        )}
        <span class={styles.hint}>{t('listLinkHint')}</span>
      </p>
    );
  }
  return (
    item.excerpt && (
      <p class={styles.says} lang={lang} dir={item.dir}>
        {item.excerpt}
      </p>
    )
  );
}

interface ChooseProps extends Pick<ArticleRowProps, 'item'> {
  readonly choice: NonNullable<ArticleRowProps['choice']>;
  readonly tabIndex: number;
}

function Choose({ item, choice, tabIndex }: ChooseProps) {
  const { t } = useInterface();
  return (
    <input
      type="checkbox"
      class={styles.choose}
      checked={choice.isChosen}
      tabIndex={tabIndex}
      aria-label={t('listChoose', { title: item.title || t('untitled') })}
      onClick={(event) => {
        // The state of the list says whether it is checked, not the browser.
        event.preventDefault();
        choice.onChoose(event.shiftKey);
      }}
    />
  );
}
