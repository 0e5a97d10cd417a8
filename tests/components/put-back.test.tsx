import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ReaderApp } from '../../components/ReaderApp.tsx';
import { readingOfSaved } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { Removal } from '../../utils/extraction/types/removals.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { ok } from '../../utils/result.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { ENGLISH, safe } from './articles.ts';
import { memoryLibrary, NO_MEMORY, NOTHING_MORE, summary } from './library-services.ts';
import { noEntry } from './memory-entry.ts';
import { pageActions } from './page-actions.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const CUT: Removal = {
  id: 'x1',
  reason: 'widget',
  rule: 'widget-token',
  text: 'Rain since Tuesday',
  whole: 'Rain since Tuesday',
  place: 'within',
  html: '<p>Rain <b>since</b> Tuesday</p>',
};
const ARTICLE: Article = {
  ...ENGLISH,
  html: safe('<p>Monday was dry.</p><span data-removed="x1"></span><p>Friday was dry again.</p>'),
  repeats: [],
  removals: [
    CUT,
    { ...CUT, id: 'x2', place: 'after', text: 'Old pages', whole: 'Old pages', html: '<p>Old pages</p>' },
    { id: 'x3', reason: 'ad', rule: 'ad', text: 'Saved long ago', whole: '' },
  ],
};

async function open(language: InterfaceLanguage = 'en') {
  const reading = readingOfSaved(ok({ summary: summary('Notes'), article: ARTICLE }));
  const session = createSession(async () => reading, memoryLibrary().services, NOTHING_MORE, NO_MEMORY);
  const actions = pageActions();
  const { container } = show(
    <ReaderApp
      session={session}
      settings={DEFAULT_SETTINGS}
      actions={actions}
      isSaved
      parts={noEntry(session)}
    />,
    language,
  );
  await session.read();
  await screen.findByRole('heading', { level: 1 });
  const drawer = container.querySelector('details[class*="drawer"]');
  if (!(drawer instanceof HTMLDetailsElement)) throw new Error('there is no drawer');
  drawer.open = true;
  const body = container.querySelector('[data-kind="article"]');
  return { container, lines: () => [...(body?.querySelectorAll('p') ?? [])].map((line) => line.textContent) };
}

const notice = () => [...document.querySelectorAll('div[role="status"]')].at(-1)?.textContent ?? null;

const BEFORE = ['Monday was dry.', 'Friday was dry again.'];

test('a removal goes back to its place at once, is announced, and can be left out again', async () => {
  const { container, lines } = await open();
  expect(lines()).toEqual(BEFORE);
  const button = screen.getByRole('button', { name: 'Put back: Rain since Tuesday' });
  button.focus();
  fireEvent.click(button);
  await waitFor(() => expect(lines()).toEqual([BEFORE[0], 'Rain since Tuesday', BEFORE[1]]));
  expect(notice()).toContain('Put back in its place, here and in other posts of this blog: Rain since');
  // The same button takes it out again, so the keyboard stays where it was.
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Leave out again: Rain since Tuesday');
  expect(await brokenRules(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Leave out again: Rain since Tuesday' }));
  await waitFor(() => expect(lines()).toEqual(BEFORE));
});

test('undo takes back the last change alone', async () => {
  const { lines } = await open();
  fireEvent.click(screen.getByRole('button', { name: 'Put back: Rain since Tuesday' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Put back: Old pages' }));
  await waitFor(() => expect(lines()).toEqual([BEFORE[0], 'Rain since Tuesday', BEFORE[1], 'Old pages']));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(lines()).toEqual([BEFORE[0], 'Rain since Tuesday', BEFORE[1]]));
  expect(notice()).toBe('');
});

test('what has no known place has no button, and the drawer speaks Japanese', async () => {
  const { container } = await open('ja');
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? '');
  expect(names.filter((name) => name.startsWith('本文に戻す：'))).toEqual([
    '本文に戻す：Rain since Tuesday',
    '本文に戻す：Old pages',
  ]);
  expect(container.textContent).toContain('Saved long ago');
});
