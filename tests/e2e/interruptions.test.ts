import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../scripts/lib/browsers.ts';
import { builtExtension } from '../../scripts/lib/build.ts';
import { eventually, type Plain, type View, waitUntil } from '../../scripts/lib/driver.ts';
import { articleSaying } from '../../scripts/lib/kill/article.ts';
import {
  articleOf,
  messageOf,
  noticeOf,
  save,
  selectTab,
  waitForReading,
} from '../../scripts/lib/screens.ts';
import { readLibrary, writeNewerVersion } from './library-disk.ts';
import { english, KINDS, type Session, sample, startSession } from './session.ts';

const urlOf = (name: string) => sample(name).expected.url;

/** Presses the save button and waits for nothing. */
async function pressSave(view: View): Promise<void> {
  await waitUntil(
    view,
    'saving to be possible',
    () => document.querySelector('[aria-pressed="false"][aria-disabled="false"]') !== null,
    null,
  );
  await view.run(() => document.querySelector<HTMLElement>('[aria-pressed="false"]')?.click(), null);
}

function waitUntilSaved(view: View): Promise<void> {
  return waitUntil(view, 'Saved', () => document.querySelector('[aria-pressed="true"]') !== null, null);
}

/** Waits until some pages are in the list, and sees that every entry is there once and whole. */
async function expectKept(session: Session, wanted: readonly string[]): Promise<void> {
  const own = await session.browser.openOwnPage('reader.html');
  const { urls, bodies, articles } = await eventually('all pages to be kept', async () => {
    const found = await readLibrary(own);
    return wanted.every((url) => found.urls.includes(url)) ? found : null;
  });
  expect(new Set(urls).size).toBe(urls.length);
  expect([bodies, articles]).toEqual([urls.length, urls.length]);
  await own.close();
}

describe.each(KINDS)('the reading list in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterEach(() => session.tidy());
  afterAll(() => session?.close());

  it('keeps what is saved although the background is stopped in the middle', async () => {
    const names = ['wordpress-thread', 'fc2-br', 'chinese'];
    for (const name of names) {
      const { popup } = await session.visitSample(name);
      await pressSave(popup);
      await session.browser.stopBackground();
      await waitUntilSaved(popup);
      expect([english('noticeSaved'), english('noticeUpdated')]).toContain(await noticeOf(popup));
      await popup.close();
    }
    await expectKept(session, names.map(urlOf));
  });

  it('keeps what is saved although the popup is closed right after the click', async () => {
    const names = ['arabic', 'fc2-more'];
    for (const name of names) {
      const { popup } = await session.visitSample(name);
      // The popup has asked for it when it opened.
      await session.browser.backgroundRuns();
      await pressSave(popup);
      await popup.close();
    }
    await expectKept(session, names.map(urlOf));
  });

  it('has one entry a page when two tabs save the same pages at once', async () => {
    const urls = Array.from({ length: 5 }, (_, index) => `https://twice.example/${index}`);
    const tabs = [
      await session.browser.openOwnPage('reader.html'),
      await session.browser.openOwnPage('options.html'),
    ];
    const answers = await Promise.all(tabs.map((tab, index) => saveAll(tab, urls, `by tab ${index}`)));
    expect(answers.flat()).toHaveLength(2 * urls.length);
    // Each page was new to one of them.
    expect(answers.flat().filter(({ isNew }) => isNew)).toHaveLength(urls.length);
    for (const tab of tabs) await tab.close();
    await expectKept(session, urls);
  });
});

interface Receipt {
  readonly isNew: boolean;
}

/** Asks the background to save pages, all at once, as the extension's own screens do. */
function saveAll(own: View, urls: readonly string[], words: string): Promise<readonly Receipt[]> {
  const requests = urls.map((url) => ({ article: articleSaying(words), url, readAt: 1, incognito: false }));
  return own.run(
    async (asked) => {
      const api = globalThis as unknown as { browser?: Messaging; chrome: Messaging };
      const { runtime } = api.browser ?? api.chrome;
      const answers = await Promise.all(
        asked.map((request) => runtime.sendMessage({ name: 'saveArticle', asked: request })),
      );
      return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    },
    requests as unknown as readonly Plain[],
  );
}

interface Messaging {
  readonly runtime: {
    sendMessage(
      message: object,
    ): Promise<{ readonly ok: true; readonly value: Receipt } | { readonly ok: false }>;
  };
}

/** A copy of the build that can become a newer version. */
async function copyOfBuild(kind: BrowserKind): Promise<{ folder: string; update(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'seidoku-update-'));
  await cp(builtExtension(kind), folder, { recursive: true });
  return {
    folder,
    async update() {
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(await readFile(path, 'utf8'));
      await writeFile(path, JSON.stringify({ ...manifest, version: '99.0.0' }));
    },
  };
}

describe.each(KINDS)('an update of the extension in %s', (kind) => {
  it('leaves the list whole, and one click works on a page that was open before', async () => {
    const build = await copyOfBuild(kind);
    const session = await startSession(kind, { extension: build.folder });
    const before = await session.visitSample('wordpress-thread');
    const shown = await articleOf(before.popup);
    await save(before.popup);
    await before.popup.close();

    await build.update();
    await session.browser.reloadExtension();

    const popup = await session.browser.clickToolbar();
    await waitForReading(popup);
    expect(await articleOf(popup)).toEqual(shown);
    await waitUntilSaved(popup);
    const version = await popup.run(async () => {
      const manifest: { version: string } = await (await fetch('/manifest.json')).json();
      return manifest.version;
    }, null);
    expect(version).toBe('99.0.0');
    await popup.close();
    await expectKept(session, [urlOf('wordpress-thread')]);
    await session.expectNoTroubles();
    await session.close();
    await rm(build.folder, { recursive: true, force: true });
  });
});

describe.each(KINDS)('a list that a newer version has written, in %s', (kind) => {
  it('is not touched, and pages that were open before say so', async () => {
    const session = await startSession(kind);
    const first = await session.visitSample('wordpress-thread');
    await save(first.popup);
    await session.leave(first);

    const { popup } = await session.visitSample('fc2-br');
    await writeNewerVersion(popup, 99);
    await pressSave(popup);
    await waitUntil(
      popup,
      'a notice',
      () => [...document.querySelectorAll('#app [role="status"] span')].some((one) => one.textContent),
      null,
    );
    expect(await noticeOf(popup)).toBe(english('libraryError_newer_version'));
    expect(await readLibrary(popup)).toEqual({
      version: 99,
      urls: [urlOf('wordpress-thread')],
      bodies: 1,
      articles: 1,
    });
    await popup.close();

    const later = await session.visitSample('fc2-br');
    await selectTab(later.popup, 'saved');
    await waitUntil(later.popup, 'words', () => document.querySelector('#panel-saved h1') !== null, null);
    expect((await messageOf(later.popup, 'saved'))?.text).toContain(english('libraryError_newer_version'));
    await session.expectNoTroubles();
    await session.close();
  });
});
