import { differencesBetween, excerptAround } from '../utils/text/differences.ts';
import styles from './Differences.module.css';
import { useInterface } from './interface.ts';

export interface DifferencesProps {
  /** The text that is known, and the one that differs from it. */
  readonly from: string;
  readonly to: string;
}

/**
 * A text with what it has besides another marked, and what it lacks struck out. Screen readers are told where each
 * begins and ends, since most pass over the elements.
 */
export function Differences({ from, to }: DifferencesProps) {
  const { t, language } = useInterface();
  const said = (text: string) => (
    <span class="visually-hidden" lang={language}>
      {` [${text}] `}
    </span>
  );
  return (
    <>
      {differencesBetween(from, to, null).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Mark = kind === 'only-one' ? 'del' : 'ins';
        return (
          <Mark key={index} class={styles[Mark]}>
            {said(t(kind === 'only-one' ? 'differenceLacks' : 'differenceHas'))}
            {kind === 'only-one' ? excerptAround(text) : text}
            {said(t('differenceEnd'))}
          </Mark>
        );
      })}
    </>
  );
}
