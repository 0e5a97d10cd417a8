import { useState } from 'preact/hooks';
import type { FacetValue } from '../../utils/library/finder/types.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { formatCount } from '../format.ts';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import forms from './forms.module.css';
import styles from './TagManager.module.css';

export interface TagRowProps {
  readonly tag: FacetValue;
  readonly all: readonly FacetValue[];
  readonly onRename: (to: string) => void;
  readonly onDelete: () => void;
}

/** One tag, and the field in which it gets another name. */
export function TagRow({ tag: { value, count }, all, onRename, onDelete }: TagRowProps) {
  const { t, language } = useInterface();
  const [name, setName] = useState<string | null>(null);
  const other = name === null ? undefined : all.find((tag) => isOther(tag.value, value, name));
  if (name === null) {
    return (
      <li class={styles.tag}>
        <span class={styles.name}>
          <bdi>{value}</bdi>
        </span>
        <span class={styles.count}>{formatCount(count, language)}</span>
        <IconButton icon="pencil" label={t('listTagRename', { tag: value })} onClick={() => setName(value)} />
        <IconButton icon="remove" label={t('listTagDelete', { tag: value })} onClick={onDelete} />
      </li>
    );
  }
  return (
    <li>
      <form
        class={styles.rename}
        onSubmit={(event) => {
          event.preventDefault();
          setName(null);
          if (name.trim() && name.trim() !== value) onRename(name.trim());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          // Else the dialog would close.
          event.preventDefault();
          event.stopPropagation();
          setName(null);
        }}
      >
        <input
          class={forms.input}
          aria-label={t('listTagRename', { tag: value })}
          value={name}
          ref={(field) => {
            if (field && document.activeElement !== field) field.focus();
          }}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class={forms.primary}>
          {t(other ? 'listTagMerge' : 'listTagRenameDo')}
        </button>
        <p class={styles.status} role="status">
          {other && t('listTagMergeHint', { tag: other.value, count: other.count })}
        </p>
      </form>
    </li>
  );
}

/** Whether a tag is another one that would take the name, however it is written. */
function isOther(tag: string, from: string, name: string): boolean {
  return keyOf(tag) === keyOf(name.trim()) && keyOf(tag) !== keyOf(from);
}
