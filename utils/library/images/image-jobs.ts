import * as v from 'valibot';
import { toAbsoluteUrl } from '../../text/urls.ts';
import { toArticleId } from '../article-id.ts';
import type { ArticleId } from '../types.ts';
import { IMAGE_JOB_STATES, IMAGE_PROBLEMS, type ImageJob } from './types.ts';

/** Where the work on images is written down, so that it goes on after the browser has stopped the background. */
export interface JobStore {
  read(id: ArticleId): Promise<ImageJob | null>;
  /** All that are still to be done. */
  open(): Promise<readonly ImageJob[]>;
  write(job: ImageJob): Promise<void>;
  remove(id: ArticleId): Promise<void>;
  /** Of all articles about whose images something is written down. */
  ids(): Promise<readonly ArticleId[]>;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.pipe(
  v.unknown(),
  v.transform(toArticleId),
  v.custom<ArticleId>((value) => value !== null),
);
const url = v.pipe(
  v.string(),
  v.transform((href) => toAbsoluteUrl(href)),
  v.custom<NonNullable<ReturnType<typeof toAbsoluteUrl>>>((value) => value !== null),
);

const JOB = v.object({
  id,
  state: v.picklist(IMAGE_JOB_STATES),
  total: count,
  kept: count,
  bytes: count,
  failures: v.array(v.object({ url, problem: v.picklist(IMAGE_PROBLEMS) })),
});

/** A job as it was written down; null when it is of no form that this version knows. */
export function parseJob(stored: unknown): ImageJob | null {
  const parsed = v.safeParse(JOB, stored);
  return parsed.success ? parsed.output : null;
}

/** True while there is still something to be done. */
export function isOpen({ state }: Pick<ImageJob, 'state'>): boolean {
  return state === 'waiting' || state === 'queued' || state === 'running';
}
