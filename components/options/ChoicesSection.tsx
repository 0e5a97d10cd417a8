import { messageKey } from '../../utils/i18n.ts';
import type { ChoiceSummary } from '../../utils/memory/memory.ts';
import { formatMoment } from '../format.ts';
import { useInterface } from '../interface.ts';
import type { BlogRecords } from '../state/blog-records.ts';
import { Records } from './Records.tsx';
import styles from './records.module.css';
import { Section } from './Section.tsx';

/** What the reader chose for blogs, by host. */
export function ChoicesSection({ records }: { readonly records: BlogRecords }) {
  const { t } = useInterface();
  return (
    <Section id="choices" heading={t('choices')} intro={t('choicesIntro')}>
      <Records
        listed={records.choices.value}
        isEmpty={(hosts) => hosts.size === 0}
        none={t('choicesNone')}
        forgetAll={t('choicesForgetAll')}
        onForgetAll={() => void records.forgetChoices()}
        onRetry={() => void records.refresh()}
      >
        {(hosts) => (
          <ul class={styles.list}>
            {[...hosts].map(([host, choices]) => (
              <HostChoices key={host} host={host} choices={choices} records={records} />
            ))}
          </ul>
        )}
      </Records>
    </Section>
  );
}

interface HostChoicesProps {
  readonly host: string;
  readonly choices: readonly ChoiceSummary[];
  readonly records: BlogRecords;
}

function HostChoices({ host, choices, records }: HostChoicesProps) {
  const { t, language } = useInterface();
  const labelOf = ({ kind, reason }: ChoiceSummary) =>
    reason ? t('choicePutBack', { what: t(messageKey('reason', reason)) }) : t(messageKey('choice', kind));
  return (
    <li class={styles.group}>
      <div class={styles.record}>
        <h3 class={styles.host}>{host}</h3>
        {choices.length > 1 && (
          <button
            type="button"
            class={styles.forget}
            aria-label={t('forgetAllOf', { host })}
            onClick={() => void records.forgetChoices(host)}
          >
            {t('forgetThese')}
          </button>
        )}
      </div>
      <ul>
        {choices.map((choice) => (
          <li key={choice.hash} class={styles.record}>
            <span class={styles.words}>
              {labelOf(choice)} <span class={styles.facts}>{formatMoment(choice.at, language)}</span>
            </span>
            <button
              type="button"
              class={styles.forget}
              aria-label={t('forgetOne', { what: labelOf(choice), host })}
              onClick={() => void records.forgetChoices(host, choice.hash)}
            >
              {t('forget')}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}
