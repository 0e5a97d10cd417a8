import { useId, useState } from 'preact/hooks';
import type { SavedSummary } from '../../utils/library/types.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { Dialog } from '../Dialog.tsx';
import { useInterface } from '../interface.ts';
import styles from './forms.module.css';
import { TagChoice } from './TagChoice.tsx';

export interface TagDialogProps {
  /** Those of the entries that are known; their tags can be taken off. */
  readonly items: readonly SavedSummary[];
  readonly count: number;
  /** Tags that are in use, to be offered while typing. */
  readonly known: readonly string[];
  readonly onTag: (add: readonly string[], remove: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Adds tags to entries and takes tags off. */
export function TagDialog({ items, count, known, onTag, onClose }: TagDialogProps) {
  const { t } = useInterface();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const present = uniqueTags(items);
  const isDropped = (tag: string) => dropped.some((one) => keyOf(one) === keyOf(tag));
  return (
    <Dialog heading={t('listTagHeading', { count })} onClose={onClose}>
      <form
        method="dialog"
        class={styles.form}
        onSubmit={() => {
          const added = tagsIn(typed);
          if (added.length > 0 || dropped.length > 0) onTag(added, dropped);
        }}
      >
        {present.length > 0 && (
          <TagChoice
            tags={present}
            isDropped={isDropped}
            onToggle={(tag) =>
              setDropped(
                isDropped(tag) ? dropped.filter((one) => keyOf(one) !== keyOf(tag)) : [...dropped, tag],
              )
            }
          />
        )}
        <label class={styles.field} htmlFor={id}>
          {t('listTagAdd')}
        </label>
        <input
          id={id}
          class={styles.input}
          value={typed}
          list={`${id}-known`}
          autocomplete="off"
          autofocus
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <datalist id={`${id}-known`}>
          {offers(typed, known).map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
        <p class={styles.note}>{t('listTagHint')}</p>
        <div class={styles.buttons}>
          <button type="submit" class={styles.primary}>
            {t('listDone')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The tags of a typed line: between commas of either kind, with or without a leading #. */
export function tagsIn(typed: string): string[] {
  const tags = typed
    .split(/[,、，]/u)
    .map((tag) =>
      tag
        .trim()
        .replace(/^[#＃]+/u, '')
        .trim(),
    )
    .filter(Boolean);
  return [...new Map(tags.map((tag) => [keyOf(tag), tag])).values()];
}

function uniqueTags(items: readonly SavedSummary[]): string[] {
  return [...new Map(items.flatMap(({ tags }) => tags).map((tag) => [keyOf(tag), tag])).values()];
}

/** What the last tag of the line may become, with the tags before it, as the browser replaces the whole line. */
function offers(typed: string, known: readonly string[]): string[] {
  const before = /^.*[,、，]\s*/u.exec(typed)?.[0] ?? '';
  const start = keyOf(typed.slice(before.length));
  if (!start) return [];
  return known
    .filter((tag) => keyOf(tag).startsWith(start))
    .slice(0, 12)
    .map((tag) => before + tag);
}
