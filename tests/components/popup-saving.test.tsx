import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { followSaved } from '../../components/state/page-badge.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import { ENGLISH, url } from './articles.ts';
import { summary } from './library-services.ts';
import { openPopup, PAGE, press, reading, tab } from './popup-screen.tsx';

afterEach(cleanup);

describe('saving', () => {
  test('saves, counts, removes and undoes', async () => {
    const { library } = await openPopup(reading(ENGLISH));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved to the reading list.')).toBeTruthy();
    const saved = await screen.findByRole('button', { name: 'Saved' });
    expect(saved.getAttribute('aria-pressed')).toBe('true');
    expect(tab(/Saved/u).textContent).toContain('1');
    fireEvent.click(saved);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Back in the reading list.')).toBeTruthy();
    expect(library.items).toHaveLength(1);
    await screen.findByRole('button', { name: 'Saved' });
  });

  test('a page saved under another tracking link is saved already', async () => {
    const kept = summary('Notes', { url: PAGE.replace(/\?.*/u, '') as SavedSummary['url'] });
    await openPopup(reading(ENGLISH), { saved: [kept] });
    expect(await screen.findByRole('button', { name: 'Saved' })).toBeTruthy();
  });

  test('private windows keep nothing, and say why', async () => {
    const { library } = await openPopup(reading(ENGLISH, true));
    const button = await screen.findByRole('button', { name: 'Save' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.title).toMatch(/Private windows/u);
    fireEvent.click(button);
    press('s');
    expect(library.items).toHaveLength(0);
  });

  test('a full disk is told, and nothing claims to be saved', async () => {
    await openPopup(reading(ENGLISH), { failure: 'disk-full' });
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await within(screen.getByRole('status')).findByText(/disk is full/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-pressed')).toBe('false');
  });
});

describe('a page that was kept as a link', () => {
  const link = summary('A link', {
    kind: 'link',
    url: url(PAGE.replace('?utm_source=feed', '')),
    tags: ['later'],
    state: 'reading',
  });

  test('gets its text as soon as it is read, and that is told', async () => {
    const { library } = await openPopup(reading(ENGLISH), { saved: [link] });
    await screen.findByText(/was kept as a link; its text is saved now/u);
    expect(library.items).toHaveLength(1);
    expect(library.items[0]).toMatchObject({ kind: 'article', tags: ['later'], state: 'reading' });
    expect(await screen.findByRole('button', { name: 'Saved' })).toBeTruthy();
  });

  test('stays one where nothing can be read', async () => {
    const { library } = await openPopup(
      { kind: 'unreadable', message: 'cannotRead_timeout' },
      { saved: [link] },
    );
    await screen.findByText(/gave no answer|time/u);
    expect(library.items[0]?.kind).toBe('link');
  });
});

describe('the mark on the toolbar button', () => {
  test('follows what the list says of the page', async () => {
    const { session } = await openPopup(reading(ENGLISH));
    const told: [number, boolean][] = [];
    const stop = followSaved(session, (tabId, isSaved) => told.push([tabId, isSaved]));
    await session.toggleSaved();
    await session.toggleSaved();
    stop();
    expect(told.map(([, isSaved]) => isSaved)).toEqual([false, true, false]);
    expect(new Set(told.map(([tabId]) => tabId)).size).toBe(1);
  });
});

test('little room is told when something is saved, before anything fails', async () => {
  const { session, library } = await openPopup(reading(ENGLISH));
  Object.assign(library.services, { littleRoom: async () => 40_500_000 });
  await session.toggleSaved();
  expect(await screen.findByText(/^Saved\. Little room is left on this device: 40 MB/u)).toBeTruthy();
});
