import type { Removal, RemovalReason } from '../utils/extraction/types.ts';
import { messageKey } from '../utils/i18n.ts';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './LeftOut.module.css';

/** So many of a kind are listed at once. */
const SHOWN_AT_ONCE = 5;

/** The drawer with everything on the page that is not the article, and why. */
export function LeftOut({ removals }: { readonly removals: readonly Removal[] }) {
  const { t } = useInterface();
  return (
    <details class={styles.drawer}>
      <summary class={styles.summary}>
        <Icon name="pencil" />
        {t('leftOut')} <span class={styles.count}>({removals.length})</span>
      </summary>
      <p class={styles.intro}>{t(removals.length > 0 ? 'leftOutIntro' : 'leftOutNone')}</p>
      {[...Map.groupBy(removals, ({ reason }) => reason)].map(([reason, group]) => (
        <ReasonGroup key={reason} reason={reason} removals={group} />
      ))}
    </details>
  );
}

interface ReasonGroupProps {
  readonly reason: RemovalReason;
  readonly removals: readonly Removal[];
}

function ReasonGroup({ reason, removals }: ReasonGroupProps) {
  const { t } = useInterface();
  const rest = removals.slice(SHOWN_AT_ONCE);
  return (
    <section class={styles.group}>
      <h2 class={styles.reason}>{t(messageKey('reason', reason))}</h2>
      <RemovalList removals={removals.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary class={styles.rest}>{t('leftOutMore', { count: rest.length })}</summary>
          <RemovalList removals={rest} />
        </details>
      )}
    </section>
  );
}

function RemovalList({ removals }: { readonly removals: readonly Removal[] }) {
  return (
    <ul>
      {removals.map(({ id, text }) => (
        <li key={id} class={styles.removal} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}
