import { Icon, type IconName } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './StateMessage.module.css';

export interface StateAction {
  readonly label: string;
  readonly onClick: () => void;
}

export interface StateMessageProps {
  readonly icon: IconName;
  readonly heading: string;
  /** What happened and what to do about it. */
  readonly text: string;
  /** The machine's own words, folded away. */
  readonly details?: string;
  readonly action?: StateAction | null;
  readonly link?: { readonly label: string; readonly href: string } | null;
  /** True where more follows below it. */
  readonly isAbove?: boolean;
}

/** What stands where an article or a list would be. */
export function StateMessage(props: StateMessageProps) {
  const { icon, heading, text, details = '', action, link, isAbove = false } = props;
  const { t } = useInterface();
  return (
    <div class={styles.message} data-above={isAbove || undefined}>
      <span class={styles.icon}>
        <Icon name={icon} />
      </span>
      <h1 class={styles.heading}>{heading}</h1>
      <p class={styles.text}>{text}</p>
      {action && (
        <button type="button" class={styles.action} onClick={action.onClick}>
          {action.label}
        </button>
      )}
      {link && (
        <a class={styles.action} href={link.href} target="_blank" rel="noopener noreferrer">
          {link.label}
        </a>
      )}
      {details && (
        <details class={styles.details}>
          <summary>{t('details')}</summary>
          <pre>{details}</pre>
        </details>
      )}
    </div>
  );
}
