import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { LONG_POST, longPages } from './long-post.ts';
import { idOf, openSaved, press, saveAndOpen } from './saved-reader.ts';
import { english, KINDS, newProfile, type Session, startSession } from './session.ts';
import { violationsIn } from './violations.ts';

interface Entry {
  readonly state: string;
  readonly isFavourite: boolean;
  readonly place: { readonly percent: number; readonly block: number } | null;
  readonly note: string;
  readonly tags: readonly string[];
}

/** The entry as it lies on the disk. */
function entryOf(view: View): Promise<Entry> {
  return view.run(async (id) => {
    const opening = indexedDB.open('library');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const asked = opening.result.transaction('summaries').objectStore('summaries').get(id);
    await new Promise((resolve) => {
      asked.onsuccess = resolve;
    });
    opening.result.close();
    const { state, isFavourite, place, note, tags } = asked.result;
    return { state, isFavourite, place, note, tags };
  }, idOf(LONG_POST));
}

async function entryUntil(view: View, what: string, isSo: (entry: Entry) => boolean): Promise<Entry> {
  for (let patience = 0; patience < 200; patience += 1) {
    const entry = await entryOf(view);
    if (isSo(entry)) return entry;
    await view.run(() => new Promise((resolve) => setTimeout(resolve, 50)), null);
  }
  throw new Error(`Waited in vain for ${what}: ${JSON.stringify(await entryOf(view))}`);
}

/** The number of the paragraph at the upper edge, below the bar. */
function topParagraph(view: View): Promise<number> {
  return view.run(() => {
    const covered = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    const paragraphs = [...document.querySelectorAll('[data-kind="article"] p')];
    const top = paragraphs.find((one) => one.getBoundingClientRect().bottom > covered + 4);
    return Number.parseInt(top?.textContent ?? '0', 10);
  }, null);
}

const scrollToParagraph = (view: View, number: number) =>
  view.run((wanted) => {
    const paragraphs = [...document.querySelectorAll('[data-kind="article"] p')];
    const found = paragraphs.find((one) => one.textContent?.startsWith(`${wanted}.`));
    const covered = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
    window.scrollTo(0, window.scrollY + (found?.getBoundingClientRect().top ?? 0) - covered);
  }, number);

async function type(view: View, text: string): Promise<void> {
  for (const key of text) await view.press(key);
}

const textOf = (view: View) => view.run(() => document.querySelector('#app')?.textContent ?? '', null);

describe.each(KINDS)('a saved article in the reader tab of %s', (kind) => {
  let session: Session;
  let reader: View;
  beforeAll(async () => {
    session = await startSession(kind, { pages: longPages() });
    reader = await saveAndOpen(session, LONG_POST);
  });
  afterAll(() => session?.close());

  it('is unread at first', async () => {
    expect(await entryOf(reader)).toMatchObject({ state: 'unread', place: null, note: '' });
  });

  it('is being read once somebody scrolls, and knows the place', async () => {
    await scrollToParagraph(reader, 40);
    const { state, place } = await entryUntil(reader, 'a place', (entry) => (entry.place?.block ?? 0) > 0);
    expect(state).toBe('reading');
    expect(place?.block).toBe(39);
    expect(place?.percent).toBeGreaterThan(50);
    expect(place?.percent).toBeLessThan(80);
  });

  it('opens again where its reader stopped, in whatever size of text, and says so', async () => {
    await reader.close();
    const other = await session.browser.openOwnPage('reader.html');
    await other.run(async () => {
      const page = globalThis as unknown as Record<
        string,
        { storage: { local: { set(items: object): Promise<void> } } }
      >;
      await (page.browser ?? page.chrome)?.storage.local.set({ 'setting.textSize': 3 });
    }, null);
    await other.close();
    reader = await openSaved(session, LONG_POST);
    await waitUntil(
      reader,
      'the place to be told',
      (label) => document.body.textContent?.includes(label) ?? false,
      english('placeToStart'),
    );
    expect(await topParagraph(reader)).toBe(40);
    await press(reader, english('placeToStart'));
    expect(await topParagraph(reader)).toBe(1);
    expect(await textOf(reader)).not.toContain(english('placeToStart'));
  });

  it('keeps a note while it is written, all by keyboard', async () => {
    await reader.press('n');
    await type(reader, 'ask again');
    await waitUntil(
      reader,
      'the note to be saved',
      () => document.querySelector('[data-note-state="saved"]') !== null,
      null,
    );
    expect((await entryOf(reader)).note).toBe('ask again');
  });

  it('gets and loses tags by keyboard', async () => {
    await reader.run((label) => {
      document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
    }, english('entryTagNew'));
    await type(reader, 'coast');
    await reader.press('Enter');
    await entryUntil(reader, 'a tag', ({ tags }) => tags.includes('coast'));
    await press(reader, english('entryTagRemove').replace('{tag}', 'coast'));
    await entryUntil(reader, 'no tag', ({ tags }) => tags.length === 0);
    await press(reader, english('undo'));
    await entryUntil(reader, 'the tag again', ({ tags }) => tags.includes('coast'));
  });

  it('is marked and archived by keys', async () => {
    await reader.run(() => (document.activeElement as HTMLElement | null)?.blur(), null);
    await reader.press('f');
    await entryUntil(reader, 'a favourite', ({ isFavourite }) => isFavourite);
    await reader.press('e');
    await entryUntil(reader, 'the archive', ({ state }) => state === 'archived');
  });

  it('breaks no rule of accessibility', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await session.browser.setColourScheme(scheme);
      expect(await violationsIn(reader)).toEqual([]);
    }
    await session.expectNoTroubles();
  });
});

describe('a note and a place after Chromium was closed', () => {
  it('are still there', async () => {
    const profile = await newProfile();
    const first = await startSession('chromium', { profile, pages: longPages() });
    const reader = await saveAndOpen(first, LONG_POST);
    await reader.press('n');
    await type(reader, 'kept');
    await scrollToParagraph(reader, 25);
    await entryUntil(reader, 'both', ({ note, place }) => note === 'kept' && (place?.block ?? 0) > 0);
    await first.close();

    const second = await startSession('chromium', { profile, pages: longPages() });
    const again = await openSaved(second, LONG_POST);
    expect(await entryOf(again)).toMatchObject({ note: 'kept', state: 'reading' });
    await waitUntil(again, 'the place', () => window.scrollY > 0, null);
    expect(await topParagraph(again)).toBe(25);
    await second.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});
