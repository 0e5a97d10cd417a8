import { useId, useRef } from 'preact/hooks';
import { tagKey } from '../../utils/library/tags.ts';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import type { SavedEntry } from '../state/saved-entry.ts';
import styles from './TagEditor.module.css';

/** The tags of a saved article: each can be taken off, and others put on. */
export function TagEditor({ entry }: { readonly entry: SavedEntry }) {
  const { t } = useInterface();
  const field = useRef<HTMLInputElement>(null);
  const tags = entry.summary.value?.tags ?? [];
  const remove = async (tag: string) => {
    // The button that was pressed goes away with its tag.
    field.current?.focus();
    await entry.removeTag(tag);
  };
  return (
    <div class={styles.editor}>
      {tags.length > 0 && (
        <ul class={styles.tags} aria-label={t('tags')} data-kind="tag">
          {tags.map((tag) => (
            <li key={tag} class={styles.tag}>
              <bdi>{tag}</bdi>
              <IconButton
                icon="close"
                label={t('entryTagRemove', { tag })}
                onClick={() => void remove(tag)}
              />
            </li>
          ))}
        </ul>
      )}
      <TagField entry={entry} tags={tags} field={field} />
    </div>
  );
}

interface TagFieldProps {
  readonly entry: SavedEntry;
  readonly tags: readonly string[];
  readonly field: { current: HTMLInputElement | null };
}

/** Enter or a comma adds what was typed; the browser completes it from the tags of the whole list. */
function TagField({ entry, tags, field }: TagFieldProps) {
  const { t } = useInterface();
  const id = useId();
  const taken = new Set(tags.map(tagKey));
  const choices = entry.knownTags.value.filter((tag) => !taken.has(tagKey(tag)));
  const add = async (input: HTMLInputElement) => {
    const key = tagKey(input.value);
    const typed = input.value;
    input.value = '';
    if (key !== '' && !taken.has(key)) await entry.addTag(typed);
  };
  return (
    <>
      <input
        ref={field}
        class={styles.field}
        list={id}
        maxLength={200}
        dir="auto"
        aria-label={t('entryTagNew')}
        placeholder={t('entryTagNew')}
        onKeyDown={(event) => {
          // Enter also ends the conversion of kana.
          if (event.isComposing || !['Enter', ',', '、'].includes(event.key)) return;
          event.preventDefault();
          void add(event.currentTarget);
        }}
        onChange={(event) => void add(event.currentTarget)}
      />
      <datalist id={id}>
        {choices.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}
