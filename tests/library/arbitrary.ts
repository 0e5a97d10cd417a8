import fc from 'fast-check';
import type { ImportItem } from '../../utils/library/transfer-types.ts';
import { type Change, SAVED_STATES } from '../../utils/library/types.ts';
import { anArticle } from './an-article.ts';

/** Few pages and few tags, so that they meet. */
export const PAGES = ['one', 'two', 'three'] as const;
export type PageName = (typeof PAGES)[number];

export const aPage = fc.constantFrom(...PAGES);
export const pageNames = fc.uniqueArray(aPage, { minLength: 1 });
export const aTag = fc.constantFrom('a', 'A', '#b', 'ｂ', 'c', '茶');
const tags = fc.array(aTag, { maxLength: 3 });
const aNote = fc.constantFrom('', 'Mine.', 'Theirs.', 'Of\n\nboth.');
const aState = fc.constantFrom(...SAVED_STATES);

export function urlOf(page: PageName): string {
  return `https://blog.example/${page}`;
}

/** Words as files hold them: whatever stands in them. */
const words = fc.string({
  unit: fc.oneof(fc.constant('\ud800'), fc.constant('\n'), fc.string()),
  maxLength: 12,
});

export const aChange: fc.Arbitrary<Change> = fc.record(
  {
    state: aState,
    isFavourite: fc.boolean(),
    place: fc.option(fc.record({ percent: fc.nat(100), block: fc.nat(50) })),
    note: fc.oneof(aNote, words),
    addTags: tags,
    removeTags: tags,
  },
  { requiredKeys: [] },
);

/** Often none: lists then give the address, or nothing. */
const aTitle = fc.oneof(fc.constantFrom('', 'its address', 'Boats'), words);

export const anItem: fc.Arbitrary<ImportItem> = fc
  .record({
    page: aPage,
    title: aTitle,
    author: fc.option(words),
    tags,
    note: fc.oneof(aNote, words),
    savedAt: fc.option(fc.integer({ min: -10, max: 200_000 })),
    state: aState,
    isFavourite: fc.boolean(),
    percent: fc.oneof(fc.nat(100), fc.double()),
    excerpt: words,
    body: fc.option(words),
    titleOfBody: aTitle,
  })
  .map(({ page, title, body, titleOfBody, ...item }) => {
    const url = urlOf(page);
    const named = (given: string) => (given === 'its address' ? url : given);
    const article = body === null ? {} : { article: titled(anArticle(body), named(titleOfBody)) };
    return { ...item, url, title: named(title), ...article };
  });

function titled(article: ReturnType<typeof anArticle>, title: string) {
  return { ...article, meta: { ...article.meta, title } };
}
