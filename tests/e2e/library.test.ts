import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { fillLibrary, openLibrary } from '../../scripts/lib/library/fill.ts';
import { searchLibrary, waitForRows } from '../../scripts/lib/library/pictures.ts';
import { english, KINDS, type Session, startSession } from './session.ts';

const ENTRIES = 60;

const titles = (view: View) =>
  view.run(
    () => [...document.querySelectorAll('li[data-id] h2')].map(({ textContent }) => textContent ?? ''),
    null,
  );

/** Waits until the list says that it has so many entries. */
function waitForCount(view: View, count: number): Promise<void> {
  return waitUntil(
    view,
    `a list of ${count}`,
    (wanted) => document.querySelector('li[data-id]')?.getAttribute('aria-setsize') === wanted,
    `${count}`,
  );
}

function waitForFocus(view: View, title: string): Promise<void> {
  return waitUntil(
    view,
    `the focus on ${title}`,
    (wanted) => document.activeElement?.closest('li[data-id]')?.querySelector('h2')?.textContent === wanted,
    title,
  );
}

async function countIn(view: View): Promise<number> {
  return Number(
    await view.run(() => document.querySelector('li[data-id]')?.getAttribute('aria-setsize') ?? '', null),
  );
}

async function tabTo(view: View, words: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const label = await view.run(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return '';
      return element.getAttribute('aria-label') ?? element.textContent ?? '';
    }, null);
    if (label.startsWith(words)) return;
    await view.press('Tab');
  }
  throw new Error(`Tab never reaches ${words}`);
}

describe.each(KINDS)('the library tab in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind);
    await fillLibrary(session.browser, ENTRIES);
  });
  afterAll(() => session?.close());
  afterEach(() => session.tidy());

  async function open(path?: string): Promise<{ page: View; count: number }> {
    const page = await openLibrary(session.browser, path);
    await waitForRows(page);
    await waitUntil(
      page,
      'the whole list',
      () => Number(document.querySelector('li[data-id]')?.getAttribute('aria-setsize')) > 0,
      null,
    );
    return { page, count: await countIn(page) };
  }

  it('draws what can be seen of the list, and the end when it is scrolled to', async () => {
    const { page, count } = await open();
    expect((await titles(page)).length).toBeLessThan(count);
    const last = await page.run(async () => {
      const list = document.querySelector('li[data-id]')?.parentElement;
      const scroller = list?.parentElement;
      for (let step = 0; step < 40; step++) {
        scroller?.scrollTo(0, scroller.scrollHeight);
        await new Promise((done) => requestAnimationFrame(done));
      }
      return [...document.querySelectorAll('li[data-id]')].at(-1)?.getAttribute('aria-posinset');
    }, null);
    expect(last).toBe(`${count}`);
  });

  it('walks by j and k beyond what is drawn, and keeps the focus in sight', async () => {
    const { page } = await open();
    for (let step = 0; step < 30; step++) await page.press('j');
    await waitUntil(
      page,
      'the thirtieth entry in focus and in sight',
      () => {
        const row = document.activeElement?.closest('li[data-id]');
        const list = row?.parentElement?.parentElement?.getBoundingClientRect();
        const place = row?.getBoundingClientRect();
        return (
          row?.getAttribute('aria-posinset') === '30' &&
          place !== undefined &&
          list !== undefined &&
          place.bottom <= list.bottom + 1
        );
      },
      null,
    );
    await page.press('k');
    await waitUntil(
      page,
      'the entry before',
      () => document.activeElement?.closest('li[data-id]')?.getAttribute('aria-posinset') === '29',
      null,
    );
  });

  it('archives, moves on to the neighbour, and takes it back', async () => {
    const { page, count } = await open();
    const [, second = '', third = ''] = await titles(page);
    await page.press('j');
    await page.press('j');
    await waitForFocus(page, second);
    await page.press('e');
    await waitForCount(page, count - 1);
    await waitForFocus(page, third);
    await page.press('Control+z');
    await waitForCount(page, count);
    expect((await titles(page))[1]).toBe(second);
  });

  it('deletes what is chosen; the undo is reached by Tab', async () => {
    const { page, count } = await open();
    for (const key of ['j', 'x', 'j', 'j', 'X']) await page.press(key);
    await waitUntil(
      page,
      'three chosen',
      () => document.querySelectorAll('input:checked').length === 3,
      null,
    );
    await page.press('#');
    await waitForCount(page, count - 3);
    await tabTo(page, english('undo'));
    await page.press('Enter');
    await waitForCount(page, count);
  });

  it('keeps a note and tags, also when it is opened again', async () => {
    const first = await open();
    const [title = ''] = await titles(first.page);
    await first.page.press('j');
    await first.page.press('n');
    await waitUntil(first.page, 'the field', () => document.activeElement?.tagName === 'TEXTAREA', null);
    for (const key of 'herons') await first.page.press(key);
    await first.page.press('Control+Enter');
    await waitUntil(
      first.page,
      'the note in the list',
      () => document.querySelector('li[data-id]')?.textContent?.includes('herons') ?? false,
      null,
    );
    await waitForFocus(first.page, title);
    await first.page.press('t');
    await waitUntil(first.page, 'the field', () => document.activeElement?.tagName === 'INPUT', null);
    for (const key of 'pond') await first.page.press(key);
    await first.page.press('Enter');
    await waitUntil(
      first.page,
      'the tag in the list',
      () =>
        [...(document.querySelector('li[data-id]')?.querySelectorAll('li') ?? [])].some(
          ({ textContent }) => textContent === 'pond',
        ),
      null,
    );
    await first.page.close();
    const { page } = await open();
    const row = await page.run(() => document.querySelector('li[data-id]')?.textContent ?? '', null);
    expect(row).toContain('herons');
    expect(row).toContain('pond');
  });

  it('finds in texts, marks it, and goes back', async () => {
    const { page, count } = await open();
    await page.press('/');
    for (const key of 'frost') await page.press(key);
    await waitUntil(page, 'a mark', () => document.querySelector('li[data-id] mark') !== null, null);
    expect(await countIn(page)).toBeLessThan(count);
    const marks = await page.run(
      () => [...document.querySelectorAll('li[data-id] mark')].map(({ textContent }) => textContent),
      null,
    );
    expect(new Set(marks.map((mark) => mark?.toLowerCase()))).toEqual(new Set(['frost']));
    await page.press('Escape');
    await waitForCount(page, count);
  });

  it('opens with the search of an address', async () => {
    const { page } = await open(
      `library.html#search=${encodeURIComponent('site:herons.sample.example frost')}`,
    );
    await waitUntil(page, 'a mark', () => document.querySelector('li[data-id] mark') !== null, null);
  });

  it('follows what other pages write', async () => {
    const { page, count } = await open();
    const other = await openLibrary(session.browser);
    await waitForRows(other);
    await other.press('j');
    await other.press('e');
    await waitForCount(page, count - 1);
    await other.press('u');
    await waitForCount(page, count);
  });

  it('narrows by a facet and by its views', async () => {
    const { page, count } = await open();
    await tabTo(page, english('listView_archived'));
    await page.press('Enter');
    await waitUntil(
      page,
      'the archive',
      (name) => document.querySelector('h1')?.textContent === name,
      english('listView_archived'),
    );
    await waitUntil(
      page,
      'its entries',
      (before) => Number(document.querySelector('li[data-id]')?.getAttribute('aria-setsize')) !== before,
      count,
    );
    await tabTo(page, 'winter');
    await page.press('Enter');
    await waitUntil(
      page,
      'those with the tag',
      () =>
        [...document.querySelectorAll('li[data-id]')].every((row) => row.textContent?.includes('winter')) &&
        document.querySelector('#library-side [aria-pressed="true"]') !== null,
      null,
    );
  });

  it('reaches every action by Tab', async () => {
    const { page } = await open();
    await searchLibrary(page, 'heron');
    const wanted = new Set(
      await page.run(() => {
        const ACTIONS = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';
        return [...document.querySelectorAll<HTMLElement>(ACTIONS)]
          .filter((element) => element.checkVisibility() && element.tabIndex >= 0)
          .map(
            (element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
          );
      }, null),
    );
    const limit = wanted.size * 2 + 10;
    for (let presses = 0; presses < limit && wanted.size > 0; presses++) {
      wanted.delete(
        await page.run(() => {
          const element = document.activeElement;
          return `${element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent}`;
        }, null),
      );
      await page.press('Tab');
    }
    expect([...wanted]).toEqual([]);
  });

  it('opens what the popup leads to', async () => {
    const { popup } = await session.visitSample('links');
    await popup.press('3');
    await waitUntil(
      popup,
      'the link to the rest',
      () => document.querySelector('#panel-saved a[href^="/library.html"]') !== null,
      null,
    );
    const link = await popup.run(
      () => document.querySelector('#panel-saved a[href^="/library.html"]')?.textContent ?? '',
      null,
    );
    await tabTo(popup, link);
    await popup.press('Enter');
    const page = await session.browser.tabAt(`${session.browser.ownOrigin}library.html`);
    await waitForRows(page);
    await session.expectNoTroubles();
  });
});
