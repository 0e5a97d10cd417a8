/** Runs in the browser: what `npm run bench` calls for every page. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { extract } from '../../utils/extraction/extract.ts';
import type { Article, Outcome } from '../../utils/extraction/types/article.ts';
import { textOf } from '../../utils/text/blocks.ts';

interface PredictionOf {
  readonly title: string;
  readonly author: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly ms: number;
  readonly [more: string]: unknown;
}

export interface Prediction extends PredictionOf {
  readonly kind: string;
}

function parse(html: string, url: string): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  if (!document.querySelector('base[href]')) {
    const base = document.createElement('base');
    base.href = url;
    document.head.prepend(base);
  }
  return document;
}

function textOfHtml(html: string | null | undefined): string {
  return textOf(new DOMParser().parseFromString(html ?? '', 'text/html').body);
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function seidoku(html: string, url: string): Prediction {
  const document = parse(html, url);
  const { value, ms } = timed(() => extract({ document, url, contentType: 'text/html' }));
  return { ...fromOutcome(value), ms };
}

function fromOutcome(outcome: Outcome): Prediction {
  if (outcome.kind === 'article') return { kind: 'article', ...fromArticle(outcome.article) };
  if (outcome.kind === 'not-an-article' && outcome.bestEffort) {
    return { kind: outcome.kind, reason: outcome.reason, ...fromArticle(outcome.bestEffort) };
  }
  const error = outcome.kind === 'failed' ? `${outcome.step}: ${outcome.message}` : outcome.reason;
  return { kind: outcome.kind, error, title: '', author: null, date: null, text: '', ms: 0 };
}

function fromArticle(article: Article): PredictionOf {
  const { meta, thread } = article;
  return {
    title: meta.title,
    author: meta.author,
    date: meta.published,
    text: article.text,
    ms: 0,
    tags: meta.tags,
    categories: meta.categories,
    keywords: meta.keywords,
    comments: thread.comments.map((comment) => ({
      author: comment.author,
      date: comment.date?.iso ?? comment.date?.shown ?? null,
      ...(comment.title ? { title: comment.title } : {}),
      text: comment.text,
      depth: comment.depth,
      byPostAuthor: comment.byPostAuthor,
    })),
    ...(thread.elsewhere ? { commentsElsewhere: thread.elsewhere.where } : {}),
    ...(meta.previous ? { previous: meta.previous } : {}),
    ...(meta.next ? { next: meta.next } : {}),
    ...(meta.pages ? { pages: meta.pages } : {}),
    strategy: article.strategy,
    folded: article.repeats.length,
    removals: article.removals,
  };
}

function readability(html: string, url: string): Prediction {
  const document = parse(html, url);
  const { value, ms } = timed(() => new Readability(document).parse());
  return {
    kind: value ? 'article' : 'not-an-article',
    title: value?.title ?? '',
    author: value?.byline ?? null,
    date: value?.publishedTime ?? null,
    text: textOfHtml(value?.content),
    ms,
  };
}

function defuddle(html: string, url: string): Prediction {
  const document = parse(html, url);
  const { value, ms } = timed(() => new Defuddle(document, { url, useAsync: false }).parse());
  return {
    kind: 'article',
    title: value.title,
    author: value.author,
    date: value.published,
    text: textOfHtml(value.content),
    ms,
  };
}

export const EXTRACTORS = { seidoku, readability, defuddle } as const;
export type ExtractorName = keyof typeof EXTRACTORS;

function run(name: ExtractorName, html: string, url: string): Prediction {
  try {
    return EXTRACTORS[name](html, url);
  } catch (thrown) {
    return { kind: 'failed', error: String(thrown), title: '', author: null, date: null, text: '', ms: 0 };
  }
}

Object.assign(globalThis, { benchExtractor: run });
