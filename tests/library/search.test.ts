// @vitest-environment node
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { DATABASE_NAME } from '../../utils/library/schema.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { aLibrary, expectOk, freshDisk } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';

beforeEach(freshDisk);

/** Saves a page whose only comment says something. */
async function save(library: Library, page: string, comment: string) {
  const article = anArticle(`A text about ${page}.`);
  const comments = article.thread.comments.map((one) => ({ ...one, text: comment }));
  const request = aRequest(page, { article: { ...article, thread: { ...article.thread, comments } } });
  return expectOk(await library.save(request)).summary.id;
}

it('finds the words of texts and comments, whichever way they are typed', async () => {
  const library = await aLibrary();
  const kettle = await save(library, 'kettles', 'ナポリタンも、よく煮える。');
  const boat = await save(library, 'boats', 'Mine leaks.');
  const search = async (query: string) => expectOk(await library.search(query));

  expect(await search('ＢＯＡＴＳ')).toEqual([
    { id: boat, place: 'text', author: null, quote: 'A text about boats.' },
  ]);
  expect(await search('なぽりたん')).toEqual([
    { id: kettle, place: 'comment', author: 'Jun', quote: 'ナポリタンも、よく煮える。' },
  ]);
  expect((await search('about text')).map(({ id }) => id).sort()).toEqual([boat, kettle].sort());
  // Who wrote a comment is found with what they wrote.
  expect((await search('jun leaks')).map(({ id }) => id)).toEqual([boat]);
  expect(await search('kettles leaks')).toEqual([]);
  expect(await search('  ')).toEqual([]);
});

it('looks at every article of a long list, and no longer at removed ones', async () => {
  const library = await aLibrary();
  const ids = [];
  for (let index = 0; index < 120; index++) ids.push(await save(library, `post ${index}`, 'The same here.'));
  const found = expectOk(await library.search('same here'));
  expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const [first] = ids;
  if (first) expectOk(await library.remove(first));
  expect(expectOk(await library.search('same here'))).toHaveLength(119);
});

it('passes over an entry that is damaged', async () => {
  const library = await aLibrary();
  const damaged = await save(library, 'kettles', 'It leaks.');
  const whole = await save(library, 'boats', 'It leaks.');
  const database = await openDB(DATABASE_NAME);
  await database.put('bodies', { id: damaged, article: { text: 7 } });
  database.close();
  expect(expectOk(await library.search('leaks')).map(({ id }) => id)).toEqual([whole]);
});
