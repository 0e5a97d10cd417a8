import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReaderApp } from '../../components/ReaderApp.tsx';
import { createEntryParts } from '../../components/state/entry-parts.ts';
import { readingOfSaved } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { imagesOf } from '../../utils/library/images/choose-images.ts';
import type { ImageJob } from '../../utils/library/images/types.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import { ok } from '../../utils/result.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { ENGLISH, JAPANESE } from './articles.ts';
import { memoryLibrary, NO_MEMORY, NOTHING_MORE, summary } from './library-services.ts';
import { memoryEntry, memoryImages } from './memory-entry.ts';
import { pageActions } from './page-actions.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);
URL.createObjectURL = () => 'blob:https://reader.example/1';
URL.revokeObjectURL = () => {};

interface Opened {
  readonly given?: Partial<SavedSummary>;
  readonly images?: ReturnType<typeof memoryImages>;
  readonly article?: typeof ENGLISH;
  readonly language?: InterfaceLanguage;
}

/** A saved article in the reader tab. */
async function open({ given, images = memoryImages(), article = ENGLISH, language = 'en' }: Opened = {}) {
  const kept = summary('Notes', { tags: ['soil', 'spring'], ...given });
  const session = createSession(
    async () => readingOfSaved(ok({ summary: kept, article })),
    memoryLibrary([kept]).services,
    NOTHING_MORE,
    NO_MEMORY,
  );
  const entry = memoryEntry(kept);
  const parts = createEntryParts(session, entry.services, images.services);
  const actions = pageActions();
  const { container } = show(
    <ReaderApp session={session} settings={DEFAULT_SETTINGS} actions={actions} isSaved parts={parts} />,
    language,
  );
  await session.read();
  await screen.findByRole('button', { name: language === 'en' ? /archive \(e\)/iu : /アーカイブ.*\(e\)/u });
  return { container, session, entry, images, parts };
}

const named = (name: string | RegExp) => screen.getByRole('button', { name });
const notice = () => screen.getAllByRole('status').at(-1)?.textContent ?? '';

describe('the tags of a saved article', () => {
  const tags = () =>
    within(screen.getByRole('list', { name: 'Tags' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  test('are the reader’s, can be taken off, and that can be undone', async () => {
    await open();
    expect(tags()).toEqual(['soil', 'spring']);
    fireEvent.click(named('Remove the tag soil'));
    await waitFor(() => expect(tags()).toEqual(['spring']));
    expect(document.activeElement).toBe(screen.getByLabelText('Add a tag'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(tags()).toEqual(['soil', 'spring']));
  });

  test('are added with Enter and with a comma, but not while kana are converted', async () => {
    const { entry } = await open();
    const field = screen.getByLabelText<HTMLInputElement>('Add a tag');
    field.value = '土';
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(entry.changes).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(tags()).toEqual(['soil', 'spring', '土']));
    field.value = '#wet';
    fireEvent.keyDown(field, { key: ',' });
    await waitFor(() => expect(tags()).toEqual(['soil', 'spring', '土', 'wet']));
    expect(field.value).toBe('');
  });

  test('are offered from the whole list, without those that it has', async () => {
    const { container } = await open();
    await waitFor(() => {
      const offered = [...container.querySelectorAll<HTMLOptionElement>('datalist option')];
      expect(offered.map(({ value }) => value)).toEqual(['allotment', 'bread']);
    });
  });

  test('one that it has already, in whatever letters, is no change', async () => {
    const { entry } = await open();
    const field = screen.getByLabelText<HTMLInputElement>('Add a tag');
    field.value = ' #ＳＯＩＬ ';
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.value).toBe('');
    expect(entry.changes).toEqual([]);
  });
});

describe('the note', () => {
  const area = () => screen.getByLabelText<HTMLTextAreaElement>('Your note');

  test('is begun at a click, is kept by itself, and says so', async () => {
    const { entry, parts } = await open();
    fireEvent.click(named('Add a note'));
    expect(document.activeElement).toBe(area());
    fireEvent.input(area(), { target: { value: 'Ask Ines about the fork.' } });
    expect(await screen.findByText('Saving…')).toBeTruthy();
    await parts.note.flush();
    expect(entry.changes).toEqual([{ note: 'Ask Ines about the fork.' }]);
    expect(await screen.findByText('Saved', { selector: '[data-note-state]' })).toBeTruthy();
  });

  test('that could not be kept stays on the screen, says why, and can be tried again', async () => {
    const { entry, parts } = await open({ given: { note: 'old' } });
    entry.fails.kind = 'disk-full';
    fireEvent.input(area(), { target: { value: 'new' } });
    await parts.note.flush();
    expect(await screen.findByText(/Not saved\. The disk is full/u)).toBeTruthy();
    expect(area().value).toBe('new');
    entry.fails.kind = null;
    fireEvent.click(named('Try again'));
    await screen.findByText('Saved', { selector: '[data-note-state]' });
    expect(entry.changes).toEqual([{ note: 'new' }]);
  });

  test('is written when the field is left', async () => {
    const { entry } = await open({ given: { note: 'old' } });
    fireEvent.input(area(), { target: { value: 'new' } });
    fireEvent.blur(area());
    await waitFor(() => expect(entry.changes).toEqual([{ note: 'new' }]));
  });

  test('of somebody who types is not replaced by what was written elsewhere', async () => {
    const { parts } = await open({ given: { note: 'old' } });
    fireEvent.input(area(), { target: { value: 'mine' } });
    await parts.entry.refresh();
    expect(area().value).toBe('mine');
  });
});

describe('favourite and archive', () => {
  test('by button, key and at the end of the article', async () => {
    const { entry } = await open({
      given: { place: { percent: 40, block: 3 }, state: 'reading' },
    });
    fireEvent.click(named(/^Mark as a favourite/u));
    await screen.findByRole('button', { name: /^Take out of the favourites/u });
    fireEvent.click(named('Archive it'));
    await waitFor(() => expect(notice()).toContain('Archived.'));
    expect(screen.getByText('This article is in the archive.')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'e' });
    await waitFor(() => expect(notice()).toContain('Taken out of the archive.'));
    expect(entry.changes).toEqual([{ isFavourite: true }, { state: 'archived' }, { state: 'reading' }]);
  });
});

describe('the place', () => {
  /** As a browser does when a tab is closed. */
  const leave = () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    window.dispatchEvent(new Event('pagehide'));
    vi.restoreAllMocks();
  };

  test('is noted when the page is left, and an unread article is being read from then on', async () => {
    const { entry } = await open();
    leave();
    expect(entry.changes).toEqual([]);
    await waitFor(() => {
      window.dispatchEvent(new Event('scroll'));
      leave();
      expect(entry.changes[0]).toMatchObject({ state: 'reading', place: { percent: 100 } });
    });
    window.dispatchEvent(new Event('scroll'));
    leave();
    expect(entry.changes).toHaveLength(1);
  });

  test('is where the article opens, which it says, with a way to the beginning', async () => {
    const scrollTo = vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
    await open({ given: { place: { percent: 43, block: 5 }, state: 'reading' } });
    expect(await screen.findByText('Continued where you stopped, at 43 %.')).toBeTruthy();
    scrollTo.mockClear();
    fireEvent.click(named('Go to the beginning'));
    expect(scrollTo).toHaveBeenCalledWith({ top: 0 });
    expect(screen.queryByText(/Continued where/u)).toBeNull();
  });

  test.each([
    ['of what was read to its end', { percent: 100, block: 7 }],
    ['that the article does not have any more', { percent: 50, block: 999 }],
  ])('%s is the beginning', async (_, place) => {
    await open({ given: { place, state: 'reading' } });
    expect(screen.queryByText(/Continued where/u)).toBeNull();
  });
});

describe('images', () => {
  const urls = imagesOf(ENGLISH);
  const job = (given: Partial<ImageJob>): ImageJob => ({
    id: summary('Notes').id,
    state: 'running',
    total: 12,
    kept: 3,
    bytes: 40_000,
    failures: [],
    ...given,
  });

  test('are kept at a click and at nothing else', async () => {
    const { images } = await open();
    expect(images.asked).toEqual([]);
    fireEvent.click(named(/^Keep \d+ images? on this device/u));
    await waitFor(() => expect(images.asked).toEqual([`keep ${urls.length}`]));
  });

  test('say how far they are, and can be stopped', async () => {
    const { images } = await open({ images: memoryImages([], job({})) });
    expect(await screen.findByText('Keeping images: 3 of 12')).toBeTruthy();
    images.state.tell(job({ kept: 5, failures: urls.map((url) => ({ url, problem: 'timeout' as const })) }));
    const done = 5 + urls.length;
    expect(await screen.findByText(`Keeping images: ${done} of 12`)).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe(String(done));
    fireEvent.click(named('Stop'));
    expect(images.asked).toEqual(['cancel']);
  });

  test('ask again for a permission that is missing', async () => {
    await open({ images: memoryImages([], job({ state: 'waiting' })) });
    expect(await screen.findByText(/may not ask the servers/u)).toBeTruthy();
    expect(named('Allow and keep')).toBeTruthy();
  });

  test('that are kept are shown without asking anybody, and can be let go of', async () => {
    const kept = urls.map((url, index) => ({ url, hash: `h${index}`, size: 400_000 }));
    const { container, images } = await open({ images: memoryImages(kept) });
    await waitFor(() => expect(container.querySelector('img')?.getAttribute('src')).toMatch(/^blob:/u));
    expect(screen.queryByRole('button', { name: /^Show \d+ image/u })).toBeNull();
    expect(screen.getByText(/on this device · \d+ kB|on this device · [\d.]+ MB/u)).toBeTruthy();
    fireEvent.click(named('Remove the images of this article from this device'));
    await waitFor(() => expect(notice()).toContain('were removed from this device'));
    expect(images.asked).toEqual(['drop']);
  });

  test('that could not be kept are listed with the reason', async () => {
    const failures = urls.map((url) => ({ url, problem: 'too-large' as const }));
    await open({ images: memoryImages([], job({ state: 'done', failures })) });
    expect(await screen.findByText(/could not be kept$/u)).toBeTruthy();
    expect(screen.getAllByText(/It is too large\./u)).toHaveLength(urls.length);
    expect(named('Try again')).toBeTruthy();
  });
});

test.each(['en', 'ja'] as const)('breaks no rule of accessibility in %s', async (language) => {
  const kept = imagesOf(JAPANESE).map((url, index) => ({ url, hash: `h${index}`, size: 1 }));
  const { container } = await open({
    article: JAPANESE,
    language,
    given: { note: 'メモ', isFavourite: true, place: { percent: 30, block: 2 } },
    images: memoryImages(kept),
  });
  await waitFor(() => expect(container.querySelector('img')).toBeTruthy());
  expect(await brokenRules(container)).toEqual([]);
});
