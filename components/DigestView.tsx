import type { ComponentChildren } from 'preact';
import type { Digest, DigestTheme, DigestLine as Line } from '../utils/extraction/types.ts';
import { hostOf } from '../utils/text/urls.ts';
import { DigestLine } from './DigestLine.tsx';
import styles from './DigestView.module.css';
import { formatDay } from './format.ts';
import { type Interface, useInterface } from './interface.ts';

export interface DigestViewProps {
  readonly digest: Digest;
  /** Who wrote each comment, by comment id. */
  readonly authors: ReadonlyMap<string, string | null>;
  readonly onJump: (commentId: string) => void;
}

/** What the commenters said in their own words; every line leads to its comment. */
export function DigestView({ digest, authors, onJump }: DigestViewProps) {
  const ui = useInterface();
  const { t } = ui;
  const line = (of: Line, note?: ComponentChildren, lead?: ComponentChildren) => (
    <DigestLine
      line={of}
      author={authors.get(of.commentId) ?? null}
      lead={lead}
      note={note}
      onJump={onJump}
    />
  );
  return (
    <section class={styles.digest}>
      <h2 class={styles.heading}>{t('digest')}</h2>
      <p class={styles.summary}>{summaryOf(digest, ui)}</p>
      <Part label={t('digestThemes')} lines={digest.themes}>
        {(theme) => line(theme, null, <ThemeName theme={theme} />)}
      </Part>
      <Part label={t('digestQuestions')} lines={digest.questions}>
        {(question) => (
          <>
            {line(question, question.answer ? null : t('digestUnanswered'))}
            {question.answer && <div class={styles.answer}>{line(question.answer, t('digestAnswer'))}</div>}
          </>
        )}
      </Part>
      <Part label={t('digestMostAnswered')} lines={digest.mostAnswered}>
        {(answered) => line(answered, t('digestReplies', { count: answered.replies }))}
      </Part>
      <Part label={t('digestAuthorReplies')} lines={digest.authorReplies}>
        {(reply) => line(reply)}
      </Part>
      <Part label={t('digestLinks')} lines={digest.links}>
        {(link) =>
          line(
            link,
            <a href={link.url} target="_blank" rel="noopener noreferrer nofollow" title={link.url}>
              {hostOf(link.url)}
            </a>,
          )
        }
      </Part>
    </section>
  );
}

function ThemeName({ theme }: { readonly theme: DigestTheme }) {
  const { t } = useInterface();
  return (
    <>
      {theme.words.length > 0 && <b>{theme.words.join(' · ')}</b>}{' '}
      {t('digestThemeSize', { count: theme.size })}
    </>
  );
}

interface PartProps<Kind extends Line> {
  readonly label: string;
  readonly lines: readonly Kind[];
  readonly children: (line: Kind) => ComponentChildren;
}

function Part<Kind extends Line>({ label, lines, children }: PartProps<Kind>) {
  if (lines.length === 0) return null;
  return (
    <div class={styles.part}>
      <h3 class={styles.label}>{label}</h3>
      <ul class={styles.lines}>
        {lines.map((line, index) => (
          <li key={index}>{children(line)}</li>
        ))}
      </ul>
    </div>
  );
}

function summaryOf(digest: Digest, { t, language }: Interface): string {
  const parts = [t('digestCount', { count: digest.comments })];
  if (digest.people > 0) parts.push(t('digestPeople', { count: digest.people }));
  if (digest.from && digest.to) {
    const [from, to] = [formatDay(digest.from, language), formatDay(digest.to, language)];
    parts.push(from === to ? from : t('digestSpan', { from, to }));
  }
  return parts.join(' · ');
}
