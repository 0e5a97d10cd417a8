import { expect, test, vi } from 'vitest';
import { createListing } from '../../components/library/state/listing.ts';
import { createSelection } from '../../components/library/state/selection.ts';
import { createUndoStack } from '../../components/library/state/undo-stack.ts';
import type { ListQuery } from '../../utils/library/finder/types.ts';
import type { ArticleId } from '../../utils/library/types.ts';
import { memoryLibrary, summary } from './library-services.ts';

const ids = (...names: string[]) => names as ArticleId[];

test('steps are taken back newest first, one after the other; what fails stays', async () => {
  const stack = createUndoStack();
  const done: string[] = [];
  let mayFail = true;
  stack.push(async () => Boolean(done.push('first')));
  stack.push(async () => {
    done.push('second');
    const isDone = !mayFail;
    mayFail = false;
    return isDone;
  });
  await Promise.all([stack.undo(), stack.undo(), stack.undo(), stack.undo()]);
  expect(done).toEqual(['second', 'second', 'first']);
  expect(stack.isEmpty.value).toBe(true);
});

test('a selection lets go of what left, and its neighbour becomes active', () => {
  let listed = ids('a', 'b', 'c', 'd');
  const selection = createSelection(() => listed);
  selection.toggle(ids('b')[0] as ArticleId);
  selection.extendTo(ids('d')[0] as ArticleId);
  expect(selection.targets()).toEqual(['b', 'c', 'd']);
  selection.activate(ids('c')[0] as ArticleId);
  const before = listed;
  listed = ids('a', 'b', 'd');
  selection.follow(before);
  expect(selection.targets()).toEqual(['b', 'd']);
  expect(selection.active.value).toBe('d');
  const then = listed;
  listed = ids('a');
  selection.follow(then);
  expect(selection.active.value).toBe('a');
  expect(selection.targets()).toEqual(['a']);
});

test('the first screen does not wait for the finder', async () => {
  const { services } = memoryLibrary([summary('Peas')]);
  const waiting = { ...services.finder(), find: () => new Promise<never>(() => {}) };
  const listing = createListing({ ...services, finder: () => waiting }, { view: 'unread', isSparing: false });
  void listing.refresh();
  await vi.waitFor(() => expect(listing.ids()).toEqual(['Peas']));
  expect(listing.isWhole()).toBe(false);
});

test('an answer that comes late is dropped', async () => {
  const { services } = memoryLibrary([summary('Peas'), summary('Beet', { siteName: 'Ink' })]);
  const finder = services.finder();
  const answers: (() => void)[] = [];
  const slow = {
    ...finder,
    find: (query: ListQuery) =>
      new Promise<Awaited<ReturnType<typeof finder.find>>>((resolve) => {
        answers.push(() => void finder.find(query).then(resolve));
      }),
  };
  const listing = createListing({ ...services, finder: () => slow }, { view: 'all', isSparing: false });
  listing.ask({ site: 'Ink' });
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  listing.ask({ site: 'The Slow Allotment' });
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.();
  await vi.waitFor(() => expect(listing.ids()).toEqual(['Peas']));
  answers[0]?.();
  await new Promise((done) => setTimeout(done));
  expect(listing.ids()).toEqual(['Peas']);
});

test('a search that finds the same entries shows where it found them', async () => {
  const { services } = memoryLibrary([summary('Peas')]);
  const said = ({ text }: ListQuery, found: readonly ArticleId[]) =>
    found.map((id) => ({ id, place: 'text' as const, author: null, sentence: text, marks: [] }));
  const finder = {
    ...services.finder(),
    hits: async (query: ListQuery, of: readonly ArticleId[]) => ({
      ok: true as const,
      value: said(query, of),
    }),
  };
  const listing = createListing({ ...services, finder: () => finder }, { view: 'unread', isSparing: false });
  await listing.refresh();
  const [peas] = ids('Peas') as [ArticleId];
  listing.rows.need([peas]);
  for (const text of ['pea', 'peas']) {
    listing.ask({ text });
    await vi.waitFor(() => expect(listing.rows.hits(peas).map(({ sentence }) => sentence)).toEqual([text]));
  }
  listing.ask({ text: '' });
  await vi.waitFor(() => expect(listing.rows.hits(peas)).toEqual([]));
});
