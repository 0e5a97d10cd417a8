import { useInterface } from '../interface.ts';
import styles from './TagChoice.module.css';

export interface TagChoiceProps {
  readonly tags: readonly string[];
  readonly isDropped: (tag: string) => boolean;
  readonly onToggle: (tag: string) => void;
}

/** The tags that there are; one that is pressed stays, one that is not is taken off. */
export function TagChoice({ tags, isDropped, onToggle }: TagChoiceProps) {
  const { t } = useInterface();
  return (
    <fieldset>
      <legend class="visually-hidden">{t('listTagKeep')}</legend>
      <ul class={styles.tags}>
        {tags.map((tag) => (
          <li key={tag}>
            <label class={styles.tag}>
              <input type="checkbox" checked={!isDropped(tag)} onChange={() => onToggle(tag)} />
              <bdi>{tag}</bdi>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
