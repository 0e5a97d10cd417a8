import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { ReaderApp } from '../../components/ReaderApp.tsx';
import { type Reading, readingOfSaved, readingOfTab } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { readerPath, readerTarget } from '../../utils/reading/reader-address.ts';
import type { TabFacts } from '../../utils/reading/types.ts';
import { err, ok } from '../../utils/result.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { ENGLISH, JAPANESE } from './articles.ts';
import { memoryLibrary, NO_MEMORY, NOTHING_MORE, summary } from './library-services.ts';
import { noEntry } from './memory-entry.ts';
import { pageActions } from './page-actions.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const TAB: TabFacts = { tabId: 7, url: 'https://blog.example/post', title: 'Post', incognito: false };

async function open(reading: Reading, language: InterfaceLanguage = 'en') {
  const session = createSession(async () => reading, memoryLibrary().services, NOTHING_MORE, NO_MEMORY);
  const actions = pageActions();
  const { container } = show(
    <ReaderApp
      session={session}
      settings={DEFAULT_SETTINGS}
      actions={actions}
      isSaved={false}
      parts={noEntry(session)}
    />,
    language,
  );
  await session.read();
  return container;
}

test('shows the article with its comments below, and names the tab after it', async () => {
  const result = {
    kind: 'outcome',
    outcome: { kind: 'article', article: JAPANESE },
    tab: TAB,
    readAt: 1,
  } as const;
  const container = await open(readingOfTab(result), 'ja');
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(JAPANESE.meta.title);
  await waitFor(() => expect(document.title).toBe(JAPANESE.meta.title));
  expect(container.textContent?.indexOf('帰り道')).toBeLessThan(
    container.textContent?.indexOf('祖父の家') ?? 0,
  );
  expect(await brokenRules(container)).toEqual([]);
});

test('a saved article opens as it was kept', async () => {
  await open(readingOfSaved(ok({ summary: summary('Notes'), article: ENGLISH })));
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(ENGLISH.meta.title);
});

describe('without an article', () => {
  test('a damaged one says so and offers the original page', async () => {
    const kept = summary('Notes');
    await open(readingOfSaved(err({ kind: 'damaged', details: 'no body', summary: kept })));
    expect(await screen.findByText(/is damaged/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the original page' }).getAttribute('href')).toBe(kept.url);
  });

  test('one that is gone says so', async () => {
    await open(readingOfSaved(err({ kind: 'not-found', details: '', summary: null })));
    expect(await screen.findByText(/not in the reading list any more/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('an address that names nothing says so', async () => {
    await open({ kind: 'bad-address' });
    expect(await screen.findByText(/opened without an article/u)).toBeTruthy();
  });

  test('a tab that is closed to us says why', async () => {
    await open(readingOfTab({ kind: 'unreadable', reason: 'not-granted', tab: null }));
    expect(await screen.findByText(/changed since the last click/u)).toBeTruthy();
  });

  test('a PDF says what it is', async () => {
    const outcome = { kind: 'unreadable', reason: 'pdf' } as const;
    await open(readingOfTab({ kind: 'outcome', outcome, tab: TAB, readAt: 1 }));
    expect(await screen.findByText(/This is a PDF/u)).toBeTruthy();
  });
});

describe('addresses of the reader tab', () => {
  const id = summary('0123456789abcdef0123456789abcdef').id;

  test('lead back to what they were made for', () => {
    for (const target of [{ kind: 'tab', tabId: 12 } as const, { kind: 'saved', id } as const]) {
      expect(readerTarget(readerPath(target).replace('/reader.html', ''))).toEqual(target);
    }
  });

  test.each([
    '',
    '#',
    '#tab=',
    '#tab=-1',
    '#tab=1e9',
    '#tab=1&x',
    '#saved=',
    '#saved=../x',
    '#saved=<script>',
    '#else',
  ])('%o names nothing', (hash) => expect(readerTarget(hash)).toBeNull());
});
