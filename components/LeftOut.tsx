import { canPutBack } from '../utils/extraction/put-back.ts';
import type { Removal, RemovalReason } from '../utils/extraction/types/removals.ts';
import { messageKey } from '../utils/i18n.ts';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './LeftOut.module.css';

/** So many of a kind are listed at once. */
const SHOWN_AT_ONCE = 5;

export interface LeftOutProps {
  readonly removals: readonly Removal[];
  /** Puts one back, or leaves it out again. */
  readonly onToggle: (removal: Removal) => void;
}

/** The drawer with everything on the page that is not the article, and why. */
export function LeftOut({ removals, onToggle }: LeftOutProps) {
  const { t } = useInterface();
  return (
    <details class={styles.drawer}>
      <summary class={styles.summary}>
        <Icon name="pencil" />
        {t('leftOut')} <span class={styles.count}>({removals.length})</span>
      </summary>
      <p class={styles.intro}>{t(removals.length > 0 ? 'leftOutIntro' : 'leftOutNone')}</p>
      {[...Map.groupBy(removals, ({ reason }) => reason)].map(([reason, group]) => (
        <ReasonGroup key={reason} reason={reason} removals={group} onToggle={onToggle} />
      ))}
    </details>
  );
}

interface ReasonGroupProps extends LeftOutProps {
  readonly reason: RemovalReason;
}

function ReasonGroup({ reason, removals, onToggle }: ReasonGroupProps) {
  const { t } = useInterface();
  const rest = removals.slice(SHOWN_AT_ONCE);
  return (
    <section class={styles.group}>
      <h2 class={styles.reason}>{t(messageKey('reason', reason))}</h2>
      <RemovalList removals={removals.slice(0, SHOWN_AT_ONCE)} onToggle={onToggle} />
      {rest.length > 0 && (
        <details>
          <summary class={styles.rest}>{t('leftOutMore', { count: rest.length })}</summary>
          <RemovalList removals={rest} onToggle={onToggle} />
        </details>
      )}
    </section>
  );
}

function RemovalList({ removals, onToggle }: LeftOutProps) {
  return (
    <ul>
      {removals.map((removal) => (
        <RemovalItem key={removal.id} removal={removal} onToggle={onToggle} />
      ))}
    </ul>
  );
}

interface RemovalItemProps {
  readonly removal: Removal;
  readonly onToggle: (removal: Removal) => void;
}

function RemovalItem({ removal, onToggle }: RemovalItemProps) {
  const { t } = useInterface();
  const isBack = removal.isBack ?? false;
  const label = t(isBack ? 'leaveOut' : 'putBack');
  return (
    <li class={styles.removal}>
      <span class={styles.words} dir="auto">
        {removal.text}
      </span>
      {canPutBack(removal) && (
        <button
          type="button"
          class={styles.putBack}
          aria-label={t(isBack ? 'leaveOutOne' : 'putBackOne', { text: removal.text })}
          onClick={() => onToggle(removal)}
        >
          {label}
        </button>
      )}
    </li>
  );
}
