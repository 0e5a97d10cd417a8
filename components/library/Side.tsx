import { keyOf } from '../../utils/text/normalise.ts';
import { useInterface } from '../interface.ts';
import { FacetList } from './FacetList.tsx';
import styles from './Side.module.css';
import type { Listing } from './state/listing.ts';
import { Views } from './Views.tsx';

export interface SideProps {
  readonly listing: Listing;
  readonly onManageTags: () => void;
}

/** The views of the list and what it can be narrowed by. */
export function Side({ listing, onManageTags }: SideProps) {
  const { t, language } = useInterface();
  const asked = listing.asked.value;
  const state = listing.state.value;
  const facets = state.kind === 'ready' ? (state.found?.facets ?? null) : null;
  const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  const isSame = (one: string, other: string) => one === other;
  return (
    <div class={styles.side}>
      <Views
        view={asked.view}
        states={facets?.states ?? null}
        total={listing.total.value}
        onView={(view) => listing.ask({ view, tag: null, site: null, lang: null })}
      />
      {facets && (
        <>
          <div>
            <FacetList
              heading={t('tags')}
              values={facets.tags}
              chosen={asked.tag}
              isSame={(one, other) => keyOf(one) === keyOf(other)}
              onChoose={(tag) => listing.ask({ tag })}
            />
            {facets.tags.length > 0 && (
              <button type="button" class={styles.more} onClick={onManageTags}>
                {t('listTagsManage')}
              </button>
            )}
          </div>
          <FacetList
            heading={t('listSites')}
            values={facets.sites}
            chosen={asked.site}
            isSame={isSame}
            onChoose={(site) => listing.ask({ site })}
          />
          <FacetList
            heading={t('listLanguages')}
            values={facets.langs}
            chosen={asked.lang}
            nameOf={(code) => nameOfLanguage(languages, code) ?? t('listLanguageUnknown')}
            isSame={isSame}
            onChoose={(lang) => listing.ask({ lang })}
          />
        </>
      )}
    </div>
  );
}

/** Null where the language is not known. Pages say what they like of it. */
function nameOfLanguage(names: Intl.DisplayNames, code: string): string | null {
  if (code === 'und') return null;
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
