import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import type { ImportKind } from '../../utils/library/transfer/import/types.ts';
import { Icon } from '../Icon.tsx';
import { useInterface } from '../interface.ts';
import styles from './ImportChoice.module.css';
import view from './ImportView.module.css';

/** What is named of that which can be read; parts of an export go with it. */
const NAMED = [
  'pocket-csv',
  'instapaper',
  'omnivore',
  'readwise',
  'raindrop',
  'wallabag',
  'karakeep',
  'matter',
  'bookmarks',
  'onetab',
  'addresses',
  'seidoku',
] as const satisfies readonly (ImportKind | 'seidoku')[];

export interface ImportChoiceProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onChoose: (files: readonly File[]) => void;
}

/** The first step: which files. */
export function ImportChoice({ heading, onChoose }: ImportChoiceProps) {
  const { t } = useInterface();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class={view.heading}>
        {t('importHeading')}
      </h1>
      <p class={view.text}>{t('importIntro')}</p>
      <div class={styles.drop}>
        <span class={styles.icon}>
          <Icon name="book" />
        </span>
        <button type="button" class={view.primary} onClick={() => input.current?.click()}>
          {t('importChoose')}
        </button>
        <span class={styles.hint}>{t('importDrop')}</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('importChoose')}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // So that the same file can be chosen again.
            currentTarget.value = '';
            onChoose(files);
          }}
        />
      </div>
      <h2 class={view.subheading}>{t('importCanRead')}</h2>
      <ul class={styles.kinds}>
        {NAMED.map((kind) => (
          <li key={kind}>
            <span class={styles.name}>{t(messageKey('importKind', kind))}</span>
            <span class={styles.what}>{t(messageKey('importWhat', kind))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
