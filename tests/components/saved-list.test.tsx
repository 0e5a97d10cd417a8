import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { SavedList } from '../../components/SavedList.tsx';
import type { ListState } from '../../components/state/reading-list.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { LIBRARY_ERROR_KINDS, type SavedHit, type SavedSummary } from '../../utils/library/types.ts';
import { summary } from './library-services.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const PEAS = summary('Peas', { tags: ['spring'], comments: 1 });
const PRESS = summary('川沿いの印刷所', { siteName: '紙とインクの日々', tags: ['活版印刷'], lang: 'ja' });
const BEET = summary('Beet', { siteName: null });

const HITS: readonly SavedHit[] = [
  { id: BEET.id, place: 'comment', author: 'Jun', quote: '…mine whistles in B flat…' },
  { id: PEAS.id, place: 'text', author: null, quote: 'They climbed the string.' },
];

function showList(state: ListState, language: InterfaceLanguage = 'en') {
  const callbacks = { onRemove: vi.fn(), onRetry: vi.fn(), onDismissLoss: vi.fn() };
  const onSearch = async (query: string) => HITS.filter(({ quote }) => quote.includes(query));
  const rendered = show(
    <SavedList state={state} hrefOf={(id) => `#saved=${id}`} onSearch={onSearch} {...callbacks} />,
    language,
  );
  return { ...rendered, ...callbacks };
}

const ready = (...items: SavedSummary[]): ListState => ({ kind: 'ready', items, loss: null });
const titles = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test.each(['en', 'ja'] as const)('in %s an entry names its blog, day, length and tags', async (language) => {
  const { container } = showList(ready(PEAS, PRESS), language);
  expect(titles()).toEqual(['Peas', '川沿いの印刷所']);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(PEAS.savedAt);
  for (const text of ['The Slow Allotment', '紙とインクの日々', 'spring', '活版印刷', date, '3']) {
    expect(container.textContent).toContain(text);
  }
  expect(screen.getByRole('link', { name: '川沿いの印刷所' }).getAttribute('href')).toBe(
    '#saved=川沿いの印刷所',
  );
  expect(await brokenRules(container)).toEqual([]);
});

test('an entry without a blog name goes by its host', () => {
  showList(ready(BEET));
  expect(screen.getByText('blog.example')).toBeTruthy();
});

test('the filter finds by title, blog and tag, in any width and case', async () => {
  showList(ready(PEAS, PRESS, BEET));
  for (const [query, found] of [
    ['ＰＥＡＳ', ['Peas']],
    ['活版', ['川沿いの印刷所']],
    ['インク', ['川沿いの印刷所']],
    ['e', ['Peas', 'Beet']],
    ['zebra', []],
    ['', ['Peas', '川沿いの印刷所', 'Beet']],
  ] as const) {
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: query } });
    await waitFor(() => expect(titles()).toEqual(found));
    if (query === 'zebra') await screen.findByText(/Nothing in the list matches “zebra”/u);
  }
});

test('after a removal the focus goes to the neighbour', async () => {
  function List() {
    const [items, setItems] = useState([PEAS, PRESS, BEET]);
    const remove = (id: string) => setItems(items.filter((item) => item.id !== id));
    return (
      <SavedList
        state={ready(...items)}
        hrefOf={String}
        onRemove={remove}
        onSearch={async () => []}
        onRetry={vi.fn()}
        onDismissLoss={vi.fn()}
      />
    );
  }
  show(<List />);
  fireEvent.click(screen.getByRole('button', { name: 'Remove “川沿いの印刷所”' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Beet'));
  fireEvent.click(screen.getByRole('button', { name: 'Remove “Beet”' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Peas'));
});

test('an empty list says what it is for', async () => {
  const { container } = showList(ready());
  expect(screen.getByText('Your reading list is empty.')).toBeTruthy();
  expect(await brokenRules(container)).toEqual([]);
});

test('a list that is being opened says so', () => {
  showList({ kind: 'loading' });
  expect(screen.getByRole('status').textContent).toContain('Opening the reading list');
});

test.each(LIBRARY_ERROR_KINDS)('a list that fails with %s says why, with details', (kind) => {
  const { onRetry, container } = showList({ kind: 'failed', error: { kind, details: 'QuotaExceededError' } });
  expect(container.textContent).toContain('QuotaExceededError');
  const retry = screen.queryByRole('button', { name: 'Try again' });
  expect(retry === null).toBe(kind === 'private-window');
  if (retry) fireEvent.click(retry);
  expect(onRetry).toHaveBeenCalledTimes(retry ? 1 : 0);
});

test('lost articles are told until the reader takes note', () => {
  const { onDismissLoss } = showList({ kind: 'ready', items: [PEAS], loss: { articles: 12, noticedAt: 1 } });
  expect(screen.getByRole('alert').textContent).toContain('12 saved articles have disappeared');
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(onDismissLoss).toHaveBeenCalledOnce();
});

test('the filter finds what stands in texts and comments, and shows where', async () => {
  const { container } = showList(ready(PEAS, PRESS, BEET));
  const type = (value: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value } });
  type('whistles');
  await waitFor(() => expect(titles()).toEqual(['Beet']));
  expect(container.textContent).toContain('Jun in the comments: …mine whistles in B flat…');
  expect(container.querySelector('mark')?.textContent).toBe('whistles');
  expect(await brokenRules(container)).toEqual([]);
  type('string');
  await waitFor(() => expect(titles()).toEqual(['Peas']));
  type('');
  await waitFor(() => expect(titles()).toHaveLength(3));
});

test('a tag filters the list until it is let go', async () => {
  const wide = summary('Beans', { tags: ['ＳＰＲＩＮＧ'] });
  const { container } = showList(ready(PEAS, PRESS, wide));
  const tag = screen.getByRole('button', { name: 'spring', pressed: false });
  fireEvent.click(tag);
  await waitFor(() => expect(titles()).toEqual(['Peas', 'Beans']));
  expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(2);
  expect(await brokenRules(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Show all tags' }));
  await waitFor(() => expect(titles()).toHaveLength(3));
});
