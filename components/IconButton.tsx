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
  /** True where the icon stands for something that is so already. */
  readonly filled?: boolean;
  readonly disabled?: boolean;
  /** -1 where keys of its own lead to it, 0 elsewhere. */
  readonly tabIndex?: number;
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
      tabIndex={props.tabIndex}
      onClick={props.onClick}
    >
      <Icon name={props.icon} filled={props.filled ?? false} />
      {props.children}
    </button>
  );
}
