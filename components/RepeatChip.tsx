import { useId, useState } from 'preact/hooks';
import type { Repeat } from '../utils/extraction/types.ts';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './RepeatChip.module.css';

/**
 * The mark where repeats were folded; opens the other copies. Made of spans, since it may stand inside a
 * paragraph.
 */
export function RepeatChip({ repeat }: { readonly repeat: Repeat }) {
  const { t, language } = useInterface();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const label = repeat.times === 2 ? t('repeatChipTwice') : t('repeatChip', { times: repeat.times });
  return (
    <span class={styles.root}>
      <button
        type="button"
        class={styles.chip}
        lang={language}
        dir="ltr"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="pencil" />
        {label}
      </button>
      {isOpen && (
        <span id={id} class={styles.copies}>
          {repeat.copies.map((copy, index) => (
            <span key={index} class={styles.copy}>
              <span class={styles.kind} lang={language} dir="ltr">
                {t(copy.differs ? 'repeatDiffers' : 'repeatSame')}
              </span>
              <span class={styles.text}>{copy.text}</span>
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
