/**
 * The first stages: the page as it is read, and its private copy. Each stage takes only what the stage before it returns,
 * so that a wrong order does not compile.
 */

import type { WeighedBlock } from '../prose.ts';
import type { Removals } from './removals.ts';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** HTML that came out of `sanitise.ts`, the only maker of it. */
export type SafeHtml = Brand<string, 'SafeHtml'>;

/** An absolute http(s) URL. Made by `toAbsoluteUrl` in `utils/text/urls.ts`. */
export type AbsoluteUrl = Brand<string, 'AbsoluteUrl'>;

/** What a reader looks at: a live page, a parsed file or a text document. */
export interface Page {
  readonly document: Document;
  /** The address of the document itself; a `<base>` element in the page cannot change it. */
  readonly url: string;
  /** MIME type without parameters, such as `text/html`. */
  readonly contentType: string;
  /** Tells whether an element is shown, where there is a live page to ask; absent for parsed files. */
  readonly isShown?: (element: Element) => boolean;
}

/** A private copy of the page with what only its head and its scripts know. Later stages change the copy. */
export interface Source {
  readonly stage: 'snapshot';
  readonly document: Document;
  readonly body: HTMLElement;
  readonly url: AbsoluteUrl | null;
  /** Base for relative links: the page's `<base>` where it has one, else its URL. */
  readonly baseUrl: string;
  readonly head: HeadFacts;
  readonly platform: PlatformId | null;
  readonly isPlainText: boolean;
  readonly removals: Removals;
  /** Holds the article's body where the page has it only as data for its scripts; null for most pages. */
  readonly dataBody: HTMLElement | null;
}

/** Facts read before scripts, styles and the head are dropped. */
export interface HeadFacts {
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  /** `<meta>` content by lower-case `name`, `property` or `itemprop`; all values in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** `<link>` addresses by lower-case `rel` token; absolute, all values in page order. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Every JSON-LD object of the page, `@graph` flattened; values are untrusted. */
  readonly jsonLd: readonly JsonLdNode[];
  /** Hosts of comment services whose scripts or frames the page carries, as written there. */
  readonly embeds: readonly Embed[];
}

export type JsonLdNode = Readonly<Record<string, unknown>>;

/** A script or frame from elsewhere that may hold comments. */
export interface Embed {
  readonly kind: 'script' | 'frame';
  readonly src: string;
}

export type PlatformId = string;

/** The source after its comments were detached from it. */
export interface WithoutComments extends Omit<Source, 'stage'> {
  readonly stage: 'without-comments';
}

/** The source after boilerplate elements were cut. */
export interface Trimmed extends Omit<Source, 'stage'> {
  readonly stage: 'trimmed';
  /** What is left of the page, in page order. Later stages take from it and never read the tree again. */
  readonly blocks: readonly WeighedBlock[];
}

/** Why a page cannot be read at all. Message key `unreadable_<reason>`. */
export const UNREADABLE_REASONS = ['pdf', 'media', 'too-deep', 'too-large', 'frames-only'] as const;

export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];
