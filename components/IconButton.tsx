import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './Icon.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What the button does; also its tooltip. */
  readonly label: string;
  readonly onClick: () => void;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly disabled?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly children?: ComponentChildren;
}

/** A button that shows an icon and names itself to everybody who cannot see or guess it. */
export function IconButton(props: IconButtonProps) {
  return (
    <button
      type="button"
      class={styles.button}
      ref={props.buttonRef ?? null}
      title={props.label}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-controls={props.expanded ? props.controls : undefined}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
      {props.children}
    </button>
  );
}
