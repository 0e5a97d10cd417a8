/** Runs in the browser: what `npm run bench:digest` calls for every page. */
import { Readability } from '@mozilla/readability';
import { takeComments } from '../../utils/extraction/comments.ts';
import { vectorsOf } from '../../utils/extraction/digest/vectors.ts';
import { digestOf, languageOf } from '../../utils/extraction/digest.ts';
import { describe } from '../../utils/extraction/metadata.ts';
import { snapshot } from '../../utils/extraction/snapshot.ts';
import type { RawThread } from '../../utils/extraction/types/comments.ts';
import type { Metadata } from '../../utils/extraction/types/metadata.ts';
import { baselines, coverage, greedyOptimum, similaritiesOf } from './coverage.ts';
import { addComments, crowdOf } from './crowd.ts';

/** What a thread of one page gives. */
export interface DigestFigures {
  readonly comments: number;
  readonly lines: number;
  /** Mean similarity of all comments to the nearest line; the same for other ways to choose as many. */
  readonly themes: number;
  readonly optimum: number;
  readonly first: number;
  readonly longest: number;
  readonly random: number;
  /** Milliseconds, the fastest of several runs: the others measure what else the machine did. */
  readonly digestMs: number;
  readonly readabilityMs: number;
}

const MIN_COMMENTS = 8;
const CROWD = 1000;
const RUNS = 5;

function measure(html: string, url: string, seed: number): DigestFigures | null {
  const taken = snapshot({ document: parse(html, url), url, contentType: 'text/html' });
  if (!taken.ok) return null;
  const meta = describe(taken.value);
  const { thread } = takeComments(taken.value);
  if (thread.comments.length < MIN_COMMENTS) return null;
  return {
    comments: thread.comments.length,
    ...quality(thread, meta, seed),
    ...times(thread, meta, html, url, seed),
  };
}

function quality(thread: RawThread, meta: Metadata, seed: number) {
  const { comments } = thread;
  const vectors = vectorsOf(comments, languageOf(comments) ?? meta.lang);
  const similarities = similaritiesOf(vectors.of);
  const chosen = digestOf(thread, meta).themes.map((theme) =>
    comments.findIndex(({ id }) => id === theme.commentId),
  );
  const texts = comments.map(({ text }) => text);
  return {
    lines: chosen.length,
    themes: coverage(chosen, similarities),
    optimum: coverage(greedyOptimum(chosen.length, similarities), similarities),
    ...baselines(chosen.length, texts, similarities, seed),
  };
}

function times(thread: RawThread, meta: Metadata, html: string, url: string, seed: number) {
  const crowd = crowdOf(thread.comments, CROWD, seed);
  const digestMs: number[] = [];
  const readabilityMs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = parse(html, url);
    addComments(page, crowd);
    readabilityMs.push(timed(() => new Readability(page).parse()));
    digestMs.push(timed(() => digestOf(crowd, meta)));
  }
  return { digestMs: Math.min(...digestMs), readabilityMs: Math.min(...readabilityMs) };
}

function parse(html: string, url: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (!page.querySelector('base[href]')) {
    const base = page.createElement('base');
    base.href = url;
    page.head.prepend(base);
  }
  return page;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

Object.assign(globalThis, { benchDigest: measure });
