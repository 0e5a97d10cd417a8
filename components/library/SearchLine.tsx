import { Disclosure } from '../Disclosure.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import { QueryHelp } from './QueryHelp.tsx';
import styles from './SearchLine.module.css';

export interface SearchLineProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Called when the reader is done here and wants to see the list. */
  readonly onLeave: () => void;
}

/** Where the reader types what to look for, with help for how it can be put. */
export function SearchLine({ text, onText, onLeave }: SearchLineProps) {
  const { t } = useInterface();
  return (
    <search class={styles.search}>
      <div class={styles.line}>
        <label class={styles.label}>
          <Icon name="search" />
          <span class="visually-hidden">{t('savedFilter')}</span>
          <input
            type="search"
            class={styles.field}
            placeholder={t('savedFilter')}
            value={text}
            data-filter
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key !== 'Escape' && event.key !== 'Enter') return;
              event.preventDefault();
              if (event.key === 'Escape' && text) onText('');
              else onLeave();
            }}
          />
        </label>
        {text && <IconButton icon="close" label={t('listSearchClear')} onClick={() => onText('')} />}
        <Disclosure icon="help" label={t('listSearchHelp')}>
          {() => <QueryHelp />}
        </Disclosure>
      </div>
    </search>
  );
}
