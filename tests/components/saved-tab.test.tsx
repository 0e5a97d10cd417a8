import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { SavedTab } from '../../components/library/SavedTab.tsx';
import { createLibraryScreen } from '../../components/library/state/screen.ts';
import { NoticeBar } from '../../components/NoticeBar.tsx';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { LIBRARY_ERROR_KINDS, type LibraryErrorKind, type SavedSummary } from '../../utils/library/types.ts';
import { ok } from '../../utils/result.ts';
import { memoryLibrary, summary } from './library-services.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const PEAS = summary('Peas', { tags: ['spring'], comments: 1, savedAt: 3 });
const PRESS = summary('川沿いの印刷所', {
  siteName: '紙とインクの日々',
  tags: ['活版印刷'],
  lang: 'ja',
  excerpt: '朝の印刷所。',
  savedAt: 2,
});
const BEET = summary('Beet', { siteName: null, note: 'Ask Jun about beets', savedAt: 1 });

async function showTab(
  items: readonly SavedSummary[],
  {
    language = 'en',
    failure = null,
  }: { language?: InterfaceLanguage; failure?: LibraryErrorKind | null } = {},
) {
  const library = memoryLibrary(items, failure);
  const list = createLibraryScreen(library.services, { view: 'all', isSparing: true });
  library.watch(() => void list.listing.refresh());
  const rendered = show(
    <>
      <SavedTab
        screen={list}
        hrefOf={({ id }) => `#saved=${id}`}
        libraryHref={(text) => `/library.html#${text}`}
      />
      <NoticeBar notices={list.notices} />
    </>,
    language,
  );
  await list.listing.refresh();
  return { ...rendered, ...library, list };
}

const titles = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const type = (value: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value } });

test.each(['en', 'ja'] as const)('in %s an entry names its blog, day, length and tags', async (language) => {
  const { container } = await showTab([PEAS, PRESS], { language });
  await waitFor(() => expect(titles()).toEqual(['Peas', '川沿いの印刷所']));
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(PEAS.savedAt);
  for (const text of [
    'The Slow Allotment',
    '紙とインクの日々',
    'spring',
    '活版印刷',
    '朝の印刷所。',
    date,
    '3',
  ]) {
    expect(container.textContent).toContain(text);
  }
  expect(screen.getByRole('link', { name: '川沿いの印刷所' }).getAttribute('href')).toBe(
    '#saved=川沿いの印刷所',
  );
  expect(await brokenRules(container)).toEqual([]);
});

test('an entry without a blog name goes by its host', async () => {
  await showTab([BEET]);
  expect(await screen.findByText('blog.example')).toBeTruthy();
});

test('the search finds in any width and case, and shows where', async () => {
  const { container } = await showTab([PEAS, PRESS, BEET]);
  for (const [query, found] of [
    ['ＰＥＡＳ', ['Peas']],
    ['活版', ['川沿いの印刷所']],
    ['jun', ['Beet']],
    ['zebra', []],
    ['', ['Peas', '川沿いの印刷所', 'Beet']],
  ] as const) {
    type(query);
    await waitFor(() => expect(titles()).toEqual(found));
    if (query === 'zebra') await screen.findByText(/Nothing in the list matches “zebra”/u);
    if (query === 'jun')
      await waitFor(() => expect(container.querySelector('mark')?.textContent).toBe('Jun'));
  }
});

test('the popup shows the beginning of a long list, looks up nothing else, and leads to the rest', async () => {
  const many = Array.from({ length: 120 }, (_, index) => summary(`Post ${index}`, { savedAt: index }));
  const { services, list } = await showTab(many);
  const asked: string[] = [];
  Object.assign(services, { finder: () => asked.push('finder') });
  await list.listing.refresh();
  await waitFor(() => expect(titles()).toHaveLength(50));
  expect(titles()[0]).toBe('Post 119');
  expect(asked).toEqual([]);
  expect(screen.getByRole('link', { name: 'All 120 in the library' }).getAttribute('href')).toBe(
    '/library.html#',
  );
});

test('a search with many hits goes on in the library', async () => {
  const many = Array.from({ length: 60 }, (_, index) => summary(`Heron ${index}`));
  await showTab(many);
  type('heron');
  const link = await screen.findByRole('link', { name: 'All 60 hits in the library' });
  expect(link.getAttribute('href')).toBe('/library.html#heron');
});

test('after a removal the focus goes to the neighbour, and undoing brings the entry back', async () => {
  await showTab([PEAS, PRESS, BEET]);
  const remove = await screen.findByRole('button', { name: 'Remove “川沿いの印刷所”' });
  remove.focus();
  fireEvent.click(remove);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Beet'));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(titles()).toHaveLength(3));
});

test('an empty list says what it is for', async () => {
  const { container } = await showTab([]);
  expect(await screen.findByText('Your reading list is empty.')).toBeTruthy();
  expect(await brokenRules(container)).toEqual([]);
});

test.each(LIBRARY_ERROR_KINDS)('a list that fails with %s says why, and can be tried again', async (kind) => {
  const library = await showTab([PEAS], { failure: kind });
  await screen.findByText('said the browser');
  const retry = screen.queryByRole('button', { name: 'Try again' });
  expect(retry === null).toBe(kind === 'private-window');
  if (!retry) return;
  library.trouble.kind = null;
  fireEvent.click(retry);
  await waitFor(() => expect(titles()).toEqual(['Peas']));
});

test('lost articles are told until the reader takes note', async () => {
  const { services, list } = await showTab([PEAS]);
  let loss: { articles: number; noticedAt: number } | null = { articles: 12, noticedAt: 1 };
  Object.assign(services, {
    loss: async () => ok(loss),
    dismissLoss: async () => {
      loss = null;
      return ok(null);
    },
  });
  await list.listing.refresh();
  expect((await screen.findByRole('alert')).textContent).toContain('12 saved articles have disappeared');
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a tag narrows the list until it is let go', async () => {
  const wide = summary('Beans', { tags: ['ＳＰＲＩＮＧ'], savedAt: 1 });
  const { container } = await showTab([PEAS, PRESS, wide]);
  fireEvent.click(await screen.findByRole('button', { name: 'spring', pressed: false }));
  await waitFor(() => expect(titles()).toEqual(['Peas', 'Beans']));
  expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(2);
  expect(await brokenRules(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Show all tags' }));
  await waitFor(() => expect(titles()).toHaveLength(3));
});
