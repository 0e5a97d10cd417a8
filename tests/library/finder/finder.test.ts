// @vitest-environment node
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { splitIds } from '../../../utils/library/finder/catalogue/ids.ts';
import { DATABASE_NAME } from '../../../utils/library/schema.ts';
import type { ArticleId } from '../../../utils/library/types.ts';
import type { Library } from '../../../utils/library/verbs.ts';
import { aLibrary, expectOk, freshDisk } from '../a-library.ts';
import { anArticle, aRequest } from '../an-article.ts';
import { aFinder, aQuery, listed, NO_FILTER } from './a-finder.ts';

beforeEach(freshDisk);

interface Page {
  readonly title?: string;
  readonly text?: string;
  readonly comment?: string;
  readonly tags?: readonly string[];
  readonly lang?: string;
  readonly siteName?: string;
  readonly url?: string;
}

/** Saves a page; what is not given of it is empty. */
async function save(library: Library, page: string, given: Page) {
  const article = anArticle(given.text ?? '');
  const [comment] = article.thread.comments;
  const request = aRequest(page, {
    ...(given.url ? { url: given.url } : {}),
    article: {
      ...article,
      meta: {
        ...article.meta,
        title: given.title ?? '',
        author: null,
        siteName: given.siteName ?? null,
        tags: given.tags ?? [],
        lang: given.lang ?? null,
      },
      thread: {
        ...article.thread,
        comments: comment && given.comment ? [{ ...comment, text: given.comment }] : [],
      },
    },
  });
  return expectOk(await library.save(request)).summary.id;
}

/** The numbers of the pages that a line finds, when each is the only text of one. */
async function foundAmong(texts: readonly string[], line: string): Promise<number[]> {
  freshDisk();
  const library = await aLibrary();
  const finder = aFinder(library);
  const ids: ArticleId[] = [];
  for (const [index, text] of texts.entries()) ids.push(await save(library, `p${index}`, { text }));
  const { ids: found } = await listed(finder, aQuery(line));
  finder.close();
  library.close();
  return found.map((id) => ids.indexOf(id)).sort((a, b) => a - b);
}

describe('finds what a reader would type another way', () => {
  it.each([
    ['katakana by hiragana', 'なぽりたん', 'ナポリタンを作る'],
    ['hiragana by half-width katakana', 'ﾅﾎﾟﾘ', 'なぽりたん'],
    ['full width', 'ＷＩＮＤ', 'The wind rose'],
    ['a single sign', '鷺', '川に鷺がいた'],
    ['two signs', '青鷺', 'きのう青鷺を見た'],
    ['many signs', 'きのう青鷺を見', 'きのう青鷺を見た'],
    ['signs within a word', '京都', '東京都の川'],
    ['a word and signs side by side', '第3回', '第3回の集まり'],
    ['a name with signs behind it', 'iPhoneケース', '新しいiPhoneケースを買う'],
    ['Korean with a particle', '한글', '한글은 쉽다'],
    ['Thai within its run', 'ภาษา', 'ภาษาไทย'],
    ['the beginning of a word', 'hero', 'The herons stood'],
    ['a letter missing', 'heon', 'The heron stood'],
    ['letters swapped', 'hreon', 'The heron stood'],
    ['two slips in a long word', 'recomendacion', 'a recommendation'],
    ['a phrase', '"quiet water"', 'the quiet, water'],
    ['a Japanese phrase', '「青鷺を見た」', 'きのう青鷺を見た。'],
    ['an emoji', '🦢', 'On the pond 🦢 today'],
    ['a sign outside the first plane', '𠮷野家', '𠮷野家の牛丼'],
    ['a word in parts', "don't", 'They don’t know'],
  ])('%s', async (_, line, text) => {
    expect(await foundAmong(['nothing of it', text], line)).toEqual([1]);
  });

  it.each([
    ['signs that something parts', '京大', '東京、大阪'],
    ['signs in another order', '鷺青', '青鷺'],
    ['half of a phrase', '"quiet water"', 'quiet river, deep water'],
    ['the inside of a word', 'eron', 'herons'],
    ['a short word with a slip', 'cot', 'cat'],
    ['the beginning in quotes', '"hero"', 'heron'],
  ])('but not %s', async (_, line, text) => {
    expect(await foundAmong([text], line)).toEqual([]);
  });
});

it('takes a word for a slip only where no article holds it', async () => {
  expect(await foundAmong(['form', 'from'], 'form')).toEqual([0]);
  expect(await foundAmong(['formal', 'from'], 'form')).toEqual([0]);
  expect(await foundAmong(['from'], 'form')).toEqual([0]);
});

it('leaves out what a minus stands before, and wants all the rest', async () => {
  const texts = ['heron bench', 'heron', 'bench'];
  expect(await foundAmong(texts, 'heron -bench')).toEqual([1]);
  expect(await foundAmong(texts, 'heron bench')).toEqual([0]);
  expect(await foundAmong(texts, '-heron')).toEqual([2]);
  expect(await foundAmong(['青鷺とベンチ', '青鷺'], '青鷺 －ベンチ')).toEqual([1]);
});

it('looks into titles, tags, notes, comments and blog names, and puts titles first', async () => {
  const library = await aLibrary();
  const finder = aFinder(library);
  const words = 'and then some more words about the river in the morning';
  const comment = await save(library, 'comment', { text: words, comment: 'A heron!' });
  const text = await save(library, 'text', { text: `A heron ${words}` });
  const tag = await save(library, 'tag', { text: words, tags: ['heron'] });
  const title = await save(library, 'title', { text: words, title: 'The heron' });
  const site = await save(library, 'site', { text: words, siteName: 'Heron notes' });
  const note = await save(library, 'note', { text: words });
  expectOk(await library.change([note], { note: 'Like that heron.' }));
  const { ids } = await listed(finder, aQuery('heron'));
  expect(ids[0]).toBe(title);
  expect(new Set(ids)).toEqual(new Set([title, tag, note, site, text, comment]));
  expect(ids.indexOf(text)).toBeLessThan(ids.indexOf(comment));
});

it('understands its operators, in Japanese spelling as well', async () => {
  const day = (date: string) => new Date(`${date}T12:00:00`).getTime();
  let now = day('2024-03-05');
  const library = await aLibrary({ now: () => now });
  const finder = aFinder(library);
  const ja = await save(library, 'ja', {
    lang: 'ja-JP',
    tags: ['ﾅﾎﾟﾘﾀﾝ', '#料理'],
    url: 'https://kitchen.blog.example/1',
    siteName: '台所の手帖',
  });
  now = day('2024-04-01');
  const en = await save(library, 'en', { lang: 'en', tags: ['Tea'], url: 'https://other.example/2' });
  expectOk(await library.change([en], { state: 'archived', isFavourite: true }));
  const find = async (line: string) => (await listed(finder, aQuery(line))).ids;

  expect(await find('tag:tea')).toEqual([en]);
  expect(await find('tag：料理')).toEqual([ja]);
  expect(await find('ｔａｇ：「ナポリタン」')).toEqual([ja]);
  expect(await find('-tag:tea')).toEqual([ja]);
  expect(await find('lang:ja')).toEqual([ja]);
  expect(await find('site:blog.example')).toEqual([ja]);
  expect(await find('site:log.example')).toEqual([]);
  expect(await find('site:台所')).toEqual([ja]);
  expect(await find('site:https://other.example/')).toEqual([en]);
  expect(await find('is:archived')).toEqual([en]);
  expect(await find('is:unread')).toEqual([ja]);
  expect(await find('is:favorite')).toEqual([en]);
  expect(await find('is:reading')).toEqual([]);
  expect(await find('before:2024-04')).toEqual([ja]);
  expect(await find('after:2024年4月1日')).toEqual([en]);
  expect(await find('after:2024/03/05 before:2024-03-06')).toEqual([ja]);
  expect(await find('before:2024')).toEqual([]);
});

it('lists everything by what it is asked to sort by', async () => {
  let now = 0;
  const library = await aLibrary({ now: () => now });
  const finder = aFinder(library);
  now = 3_000;
  const c = await save(library, 'c', { siteName: 'Beta' });
  now = 1_000;
  const a = await save(library, 'a', { siteName: 'alpha' });
  now = 2_000;
  const b = await save(library, 'b', { siteName: 'Gamma' });
  const sorted = async (sort: 'saved' | 'site' | 'relevance', descending: boolean) =>
    (await listed(finder, aQuery('', { sort, descending }))).ids;
  expect(await sorted('saved', true)).toEqual([c, b, a]);
  expect(await sorted('saved', false)).toEqual([a, b, c]);
  expect(await sorted('site', false)).toEqual([a, c, b]);
  expect(await sorted('relevance', true)).toEqual([c, b, a]);
});

it('counts favourites of every state beside the states, whichever of them is chosen', async () => {
  const library = await aLibrary();
  const finder = aFinder(library);
  const [one, two] = [await save(library, '1', {}), await save(library, '2', {})];
  await save(library, '3', {});
  expectOk(await library.change([one, two], { isFavourite: true }));
  expectOk(await library.change([one], { state: 'archived' }));
  const counts = [
    { value: 'favourite', count: 2 },
    { value: 'unread', count: 2 },
    { value: 'archived', count: 1 },
  ];
  for (const chosen of [{ states: ['unread' as const] }, { onlyFavourites: true }, {}]) {
    const { facets } = await listed(finder, aQuery('', { filter: { ...NO_FILTER, ...chosen } }));
    expect(facets.states).toEqual(counts);
  }
});

it('counts what could be chosen instead of what is chosen', async () => {
  const library = await aLibrary();
  const finder = aFinder(library);
  const one = await save(library, '1', { tags: ['tea', 'Cup'], lang: 'en', siteName: 'A' });
  await save(library, '2', { tags: ['TEA'], lang: 'en', siteName: 'B' });
  await save(library, '3', { tags: ['tea'], lang: 'ja', siteName: 'B' });
  expectOk(await library.change([one], { state: 'archived' }));
  const filter = { states: ['unread' as const], onlyFavourites: false, tag: 'tea', site: null, lang: null };
  const { ids, facets } = await listed(finder, aQuery('', { filter }));
  expect(ids).toHaveLength(2);
  expect(facets.tags).toEqual([{ value: 'TEA', count: 2 }]);
  expect(facets.states).toEqual([
    { value: 'unread', count: 2 },
    { value: 'archived', count: 1 },
  ]);
  expect(facets.sites).toEqual([{ value: 'B', count: 2 }]);
  expect(facets.langs).toEqual([
    { value: 'en', count: 1 },
    { value: 'ja', count: 1 },
  ]);
});

it('passes over a text that is damaged, and finds its title all the same', async () => {
  const library = await aLibrary();
  const damaged = await save(library, 'damaged', { title: 'Kettles', text: 'It leaks.' });
  const whole = await save(library, 'whole', { title: 'Boats', text: 'It leaks.' });
  const database = await openDB(DATABASE_NAME);
  await database.put('bodies', { id: damaged, article: { text: 7 } });
  database.close();
  const finder = aFinder(library);
  expect((await listed(finder, aQuery('leaks'))).ids).toEqual([whole]);
  expect((await listed(finder, aQuery('kettles'))).ids).toEqual([damaged]);
  expect(expectOk(await finder.hits(aQuery('kettles'), [damaged]))).toHaveLength(1);
});

it('says at once what it knows while it does not know all', async () => {
  const library = await aLibrary();
  const id = await save(library, 'one', { text: 'heron' });
  const finder = aFinder(library);
  await listed(finder, aQuery(''));
  finder.close();
  // Another worker is writing, for longer than anybody waits.
  const waiting = aFinder(library, () => new Promise(() => undefined));
  await save(library, 'two', { text: 'heron' });
  const { ids, isIndexCurrent } = expectOk(await waiting.find(aQuery('heron')));
  expect(splitIds(ids)).toEqual([id]);
  expect(isIndexCurrent).toBe(false);
});
