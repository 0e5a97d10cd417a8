import type { SavedSummary } from '../types.ts';

/**
 * The file that holds everything: what *Export as JSON* and every backup write and *Restore* reads. JSON in UTF-8,
 * version 1:
 *
 * ```
 * {
 *   "format": "seidoku-reading-list",
 *   "version": 1,
 *   "exportedAt": "2026-01-31T09:00:00.000Z",
 *   "since": 0,              // 0: the whole list; otherwise only what changed after this revision
 *   "entries": [             // one a line
 *     {
 *       "summary": { … },    // `SavedSummary`; its id, revision and imageBytes are for information
 *       "article": { … },    // `Article` as it was saved; absent for a link
 *       "images": [{ "url": "https://…", "type": "image/png", "data": "base64" }]   // absent where none are kept
 *     }
 *   ],
 *   "removed": [{ "id": "32 hexadecimal digits", "updatedAt": 1769850000000 }]
 * }
 * ```
 *
 * Times are milliseconds since 1970. Members that a reader of this version does not know are skipped, so new ones
 * need no new version; a change of what is here does. Every entry stands for itself: none needs another to be read.
 */
export const WHOLE_FORMAT = 'seidoku-reading-list';
export const WHOLE_VERSION = 1;

export interface WholeHead {
  readonly format: typeof WHOLE_FORMAT;
  readonly version: typeof WHOLE_VERSION;
  readonly exportedAt: string;
  readonly since: number;
}

export interface WrittenImage {
  readonly url: string;
  readonly type: string;
  readonly data: string;
}

export interface WrittenEntry {
  readonly summary: SavedSummary;
  readonly article?: unknown;
  readonly images?: readonly WrittenImage[];
}
