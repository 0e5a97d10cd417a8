import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Comment } from '../utils/extraction/types/comments.ts';
import type { Digest, DigestTheme, DigestLine as Line } from '../utils/extraction/types/digest.ts';
import { hostOf } from '../utils/text/urls.ts';
import { DigestLine } from './DigestLine.tsx';
import styles from './DigestView.module.css';
import { formatDay } from './format.ts';
import { type Interface, useInterface } from './interface.ts';

/** More lines of a kind than this wait behind a button: a digest is read in ten seconds. */
const MOST_LINES = 3;
const MOST_THEMES = 5;

export interface DigestViewProps {
  readonly digest: Digest;
  /** The comments that its lines were taken from, by id. */
  readonly sources: ReadonlyMap<string, Comment>;
  readonly onJump: (commentId: string) => void;
}

/** What the commenters said in their own words; every line leads to its comment. */
export function DigestView({ digest, sources, onJump }: DigestViewProps) {
  const ui = useInterface();
  const { t } = ui;
  const line = (of: Line, note?: ComponentChildren, lead?: ComponentChildren) => (
    <DigestLine line={of} source={sources.get(of.commentId)} lead={lead} note={note} onJump={onJump} />
  );
  // Of a few comments each stands for itself alone.
  const isBrief = digest.themes.every(({ words, size }) => words.length === 0 && size === 1);
  return (
    <section class={styles.digest}>
      <h2 class={styles.heading}>{t('digest')}</h2>
      <p class={styles.summary}>{summaryOf(digest, ui)}</p>
      <Part label={t(isBrief ? 'digestBrief' : 'digestThemes')} lines={digest.themes} most={MOST_THEMES}>
        {(theme) => line(theme, null, isBrief ? null : <ThemeName theme={theme} />)}
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
  readonly most?: number;
  readonly children: (line: Kind) => ComponentChildren;
}

function Part<Kind extends Line>({ label, lines, most = MOST_LINES, children }: PartProps<Kind>) {
  const { t } = useInterface();
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  if (lines.length === 0) return null;
  const rest = lines.length > most + 1 ? lines.length - most : 0;
  const shown = isWhole || rest === 0 ? lines : lines.slice(0, most);
  return (
    <div class={styles.part}>
      <h3 class={styles.label}>{label}</h3>
      <ul id={id} class={styles.lines}>
        {shown.map((line, index) => (
          <li key={index}>{children(line)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          class={styles.more}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('digestFewer') : t('leftOutMore', { count: rest })}
        </button>
      )}
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
