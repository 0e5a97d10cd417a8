import { useId, useState } from 'preact/hooks';
import type { RepeatForm } from '../utils/extraction/arrange.ts';
import { canShow } from '../utils/extraction/put-back.ts';
import type { Repeat, RepeatCopy } from '../utils/extraction/types/article.ts';
import { Differences } from './Differences.tsx';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './RepeatChip.module.css';

export interface RepeatChipProps {
  readonly repeat: Repeat;
  /** Folds otherwise; absent where nothing can be changed. */
  readonly onFold?: ((repeat: Repeat, form: RepeatForm) => void) | undefined;
}

/**
 * The mark where repeats were folded; opens the other copies with what differs in them, and ways to fold
 * differently. Made of spans, since it may stand inside a paragraph.
 */
export function RepeatChip({ repeat, onFold }: RepeatChipProps) {
  const { t, language } = useInterface();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { times, copies, isUnfolded = false } = repeat;
  return (
    <span class={styles.root} data-chip>
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
        {t(labelOf(times, isUnfolded), { times })}
      </button>
      {isOpen && (
        <span id={id} class={styles.copies}>
          {copies.map((copy, index) => (
            <span key={copy.id ?? index} class={styles.copy}>
              <CopyText copy={copy} shown={repeat.text} />
              {onFold && !isUnfolded && canShow(copy) && (
                <button
                  type="button"
                  class={styles.action}
                  lang={language}
                  dir="ltr"
                  onClick={() => onFold(repeat, { kind: 'instead', copy: index })}
                >
                  {t('foldInstead')}
                </button>
              )}
            </span>
          ))}
          {onFold && copies.some(canShow) && (
            <button
              type="button"
              class={styles.action}
              lang={language}
              dir="ltr"
              onClick={() => onFold(repeat, { kind: isUnfolded ? 'folded' : 'unfolded' })}
            >
              {t(isUnfolded ? 'foldAgain' : 'foldNot')}
            </button>
          )}
        </span>
      )}
    </span>
  );
}

function labelOf(times: number, isUnfolded: boolean) {
  if (isUnfolded) return times === 2 ? 'repeatUnfoldedTwice' : 'repeatUnfolded';
  return times === 2 ? 'repeatChipTwice' : 'repeatChip';
}

/** One of the other copies; `shown` is absent in articles saved by earlier versions. */
function CopyText({ copy, shown }: { readonly copy: RepeatCopy; readonly shown: string | undefined }) {
  const { t, language } = useInterface();
  return (
    <>
      <span class={styles.kind} lang={language} dir="ltr">
        {t(copy.differs ? 'repeatDiffers' : 'repeatSame')}
      </span>
      <span class={styles.text}>
        {copy.differs && shown !== undefined ? <Differences from={shown} to={copy.text} /> : copy.text}
      </span>
    </>
  );
}
