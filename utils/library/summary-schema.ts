import * as v from 'valibot';
import { addressOf } from './address.ts';
import { withTags } from './tags.ts';
import { MAX_NOTE, SAVED_KINDS, SAVED_STATES, type SavedSummary } from './types.ts';

/** The latest time that a date can tell, milliseconds since 1970. */
const LAST_TIME = 8_640_000_000_000_000;

const label = v.pipe(v.string(), v.maxLength(1_000));
const optionalLabel = v.nullable(label);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const time = v.pipe(v.number(), v.minValue(-LAST_TIME), v.maxValue(LAST_TIME));
const percent = v.pipe(count, v.maxValue(100));

const URL_OF_ENTRY = v.pipe(
  v.string(),
  v.transform(addressOf),
  v.check((url) => url !== null),
);

const SUMMARY = v.object({
  url: URL_OF_ENTRY,
  kind: v.picklist(SAVED_KINDS),
  title: v.pipe(v.string(), v.maxLength(8_192)),
  author: optionalLabel,
  siteName: optionalLabel,
  published: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u))),
  lang: optionalLabel,
  dir: v.picklist(['ltr', 'rtl']),
  excerpt: label,
  readingMinutes: count,
  comments: count,
  state: v.picklist(SAVED_STATES),
  isFavourite: v.boolean(),
  place: v.nullable(v.object({ percent, block: count })),
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE)),
  tags: v.pipe(
    v.array(label),
    v.transform((tags) => withTags([], tags)),
  ),
  savedAt: time,
  readAt: time,
  updatedAt: time,
});

/** An entry from a file: what its id, its images and its revision are is not the file's to say. */
export type GivenSummary = Omit<SavedSummary, 'id' | 'imageBytes' | 'revision'>;

/** An entry of an export of our own, with nothing in it but what is expected; null when it is anything else. */
export function parseSummary(value: unknown): GivenSummary | null {
  const parsed = v.safeParse(SUMMARY, value);
  if (!parsed.success || parsed.output.url === null) return null;
  return { ...parsed.output, url: parsed.output.url };
}
