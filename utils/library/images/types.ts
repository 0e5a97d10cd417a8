import type { AbsoluteUrl } from '../../extraction/types/source.ts';
import type { ArticleId } from '../types.ts';

/** Why an image is not kept offline; the article stays as it is. Message key: `messageKey('imageProblem', problem)`. */
export const IMAGE_PROBLEMS = [
  /** The reader has not allowed Seidoku to ask its server. */
  'not-allowed',
  /** No answer, or one that the browser keeps from us: another site, to which its own leads on. */
  'unreachable',
  /** The server answered that there is no such image. */
  'refused',
  'timeout',
  'too-large',
  /** What came is no image that browsers show, or a damaged one. */
  'not-an-image',
  /** It shows nothing: it is there to count who reads. */
  'beacon',
  /** It is, or leads, to a machine of the reader's own network that the article is not from. */
  'private-address',
  /** The images of this article are as many, or as large, as those of one article may be. */
  'article-full',
  /** All images together are as large as the reader's setting allows. */
  'limit-reached',
  /** The browser could not write it. */
  'not-stored',
] as const;
export type ImageProblem = (typeof IMAGE_PROBLEMS)[number];

/** An image as it came, of a kind and size that may be kept. */
export interface FetchedImage {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ImageFailure {
  readonly url: AbsoluteUrl;
  readonly problem: ImageProblem;
}

/**
 * `waiting` for the reader to allow the hosts, `queued` and `running` while the background works at it, and how it
 * ended. Message key: `messageKey('imageJob', state)`.
 */
export const IMAGE_JOB_STATES = ['waiting', 'queued', 'running', 'done', 'cancelled'] as const;
export type ImageJobState = (typeof IMAGE_JOB_STATES)[number];

/** The work of keeping the images of one article; written down after each image, so that it goes on after a stop. */
export interface ImageJob {
  readonly id: ArticleId;
  readonly state: ImageJobState;
  /** How many images the article has that can be kept. */
  readonly total: number;
  readonly kept: number;
  /** Of those that are kept. */
  readonly bytes: number;
  readonly failures: readonly ImageFailure[];
}
