import type { ComponentChildren } from 'preact';
import styles from './Section.module.css';

export interface SectionProps {
  /** Also the fragment of its address. */
  readonly id: string;
  readonly heading: string;
  /** What it is about, in a sentence or two. */
  readonly intro?: string;
  readonly children: ComponentChildren;
}

/** One matter of the settings. */
export function Section({ id, heading, intro, children }: SectionProps) {
  return (
    <section id={id} class={styles.section} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} class={styles.heading}>
        {heading}
      </h2>
      {intro && <p class={styles.intro}>{intro}</p>}
      <div class={styles.content}>{children}</div>
    </section>
  );
}
