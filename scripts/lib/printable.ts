import type { Article, Outcome } from '../../utils/extraction/types/article.ts';
import type { Comment } from '../../utils/extraction/types/comments.ts';
import { messageKey, type Translate } from '../../utils/i18n.ts';
import { articleToMarkdown } from '../../utils/text/markdown.ts';

/** An outcome as text for a terminal or a file; what was no article says why, before the best that was read. */
export function printable(outcome: Outcome, format: 'markdown' | 'text', t: Translate): string {
  if (outcome.kind === 'failed') return `${outcome.step}: ${outcome.message}`;
  if (outcome.kind === 'unreadable') return t(messageKey('unreadable', outcome.reason));
  const article = articleIn(outcome);
  const why = outcome.kind === 'article' ? '' : t(messageKey('notArticle', outcome.reason));
  const body =
    article &&
    (format === 'markdown' ? articleToMarkdown(article, article.meta.url ?? '') : articleToText(article));
  return [why, body].filter(Boolean).join('\n\n');
}

/**
 * What was left out of the article that an outcome holds: a heading for each reason, in the order in which the page
 * first has one of it, and a line for each removal with the rule that took it.
 */
export function explained(outcome: Outcome, t: Translate): string {
  const article = articleIn(outcome);
  if (!article || article.removals.length === 0) return t('leftOutNone');
  const groups = [...Map.groupBy(article.removals, ({ reason }) => reason)].map(([reason, removals]) =>
    [
      `${t(messageKey('reason', reason))} (${removals.length})`,
      ...removals.map(({ id, rule, text }) => `  ${id} [${rule}] ${text}`),
    ].join('\n'),
  );
  return [`${t('leftOut')} (${article.removals.length})`, ...groups].join('\n\n');
}

function articleIn(outcome: Outcome): Article | null {
  if (outcome.kind === 'article') return outcome.article;
  return outcome.kind === 'not-an-article' ? outcome.bestEffort : null;
}

function articleToText({ meta, text, thread }: Article): string {
  const facts = [meta.author, meta.published, meta.siteName].filter(Boolean).join(' · ');
  const tags = meta.tags.map((tag) => `#${tag}`).join(' ');
  return [meta.title, facts, text, tags, ...thread.comments.map(commentToText)].filter(Boolean).join('\n\n');
}

function commentToText({ author, date, title, text, depth }: Comment): string {
  const head = [author, date?.iso ?? date?.shown, title].filter(Boolean).join(' · ');
  return `${head}\n${text}`.trim().replace(/^/gmu, `${'  '.repeat(depth)}| `);
}
