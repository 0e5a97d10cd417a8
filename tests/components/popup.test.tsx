import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLibraryScreen } from '../../components/library/state/screen.ts';
import { PopupApp } from '../../components/PopupApp.tsx';
import { createImagesOf } from '../../components/state/entry-parts.ts';
import { followSaved } from '../../components/state/page-badge.ts';
import type { Reading } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import type { Article } from '../../utils/extraction/types.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import type { LibraryErrorKind, SavedSummary } from '../../utils/library/types.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { BARE, ENGLISH, JAPANESE, url } from './articles.ts';
import { memoryLibrary, NO_MEMORY, NOTHING_MORE, summary } from './library-services.ts';
import { memoryImages } from './memory-entry.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const PAGE = 'https://allotment.example/notes-on-a-kitchen-garden?utm_source=feed';

function reading(article: Article, incognito = false): Reading {
  return { kind: 'article', article, origin: { url: PAGE, readAt: 1, incognito, tabId: 7 } };
}

interface Given {
  readonly language?: InterfaceLanguage;
  readonly saved?: readonly SavedSummary[];
  readonly failure?: LibraryErrorKind | null;
}

async function open(given: Reading | (() => Promise<Reading>), { language, saved, failure }: Given = {}) {
  const library = memoryLibrary(saved, failure);
  const session = createSession(
    typeof given === 'function' ? given : async () => given,
    library.services,
    NOTHING_MORE,
    NO_MEMORY,
  );
  const list = createLibraryScreen(library.services, { view: 'all', isSparing: true }, session.notices);
  library.watch(() => void list.listing.refresh());
  const actions = {
    changeSettings: vi.fn(),
    copyMarkdown: vi.fn(),
    copyLink: vi.fn(),
    exportShown: vi.fn(),
    openOptions: vi.fn(),
  };
  const openInTab = vi.fn();
  const openPost = vi.fn();
  const { container } = show(
    <PopupApp
      session={session}
      settings={DEFAULT_SETTINGS}
      actions={actions}
      openInTab={openInTab}
      openPost={openPost}
      images={createImagesOf(session, memoryImages().services)}
      library={list}
      savedHref={({ id }) => `/reader.html#saved=${id}`}
      libraryHref={(text) => `/library.html#${text}`}
    />,
    language,
  );
  await Promise.all([session.read(), list.listing.refresh()]);
  return { container, session, actions, openInTab, openPost, library };
}

const tab = (name: RegExp) => screen.getByRole('tab', { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('an article', () => {
  test.each([
    ['en', ENGLISH],
    ['ja', JAPANESE],
  ] as const)('in %s shows who wrote what, when, where and about what', async (language, article) => {
    const { container } = await open(reading(article), { language });
    const { meta } = article;
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(meta.title);
    for (const text of [
      meta.siteName,
      meta.author,
      ...meta.tags,
      ...meta.categories,
      meta.previous?.title,
      meta.next?.title,
    ]) {
      expect(container.textContent).toContain(text);
    }
    expect(container.querySelector('time')?.dateTime).toBe(meta.published);
    expect(tab(language === 'ja' ? /コメント/u : /Comments/u).textContent).toContain(
      String(article.thread.comments.length),
    );
    expect(await brokenRules(container)).toEqual([]);
  });

  test('keeps each fact of the byline in its own direction, whichever way the article runs', async () => {
    const { container } = await open(reading({ ...JAPANESE, meta: { ...JAPANESE.meta, dir: 'rtl' } }));
    const facts = [...(container.querySelector('header[dir="rtl"] time')?.parentElement?.children ?? [])];
    expect(facts.length).toBeGreaterThan(1);
    // What stands between the facts belongs to the line, and runs its way.
    for (const fact of facts) {
      expect(fact.hasAttribute('dir')).toBe(false);
      expect(fact.querySelector('bdi')?.textContent).toBe(fact.textContent);
    }
  });

  test('carries its own language and direction, whatever the interface speaks', async () => {
    const { container } = await open(reading({ ...JAPANESE, meta: { ...JAPANESE.meta, dir: 'rtl' } }));
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading.closest('[lang]')?.getAttribute('lang')).toBe('ja');
    const paragraph = container.querySelector('article p + p');
    expect(paragraph?.closest('[dir]')?.getAttribute('dir')).toBe('rtl');
    const chip = screen.getByRole('button', { name: /shown once/u });
    expect(chip.closest('[lang]')?.getAttribute('lang')).toBe('en');
  });

  test('with nothing but a paragraph still has a title and a place', async () => {
    await open(reading(BARE));
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Untitled');
    expect(screen.getByRole('link', { name: 'allotment.example' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('lists everything that was left out under its reason', async () => {
    const { container } = await open(reading(ENGLISH));
    fireEvent.click(await screen.findByText(/Left out/u));
    for (const { text } of ENGLISH.removals) expect(container.textContent).toContain(text);
    for (const reason of ['Navigation', 'Advertising', 'Share buttons', 'Related posts']) {
      expect(screen.getByRole('heading', { name: reason })).toBeTruthy();
    }
  });

  test('shows images only when asked', async () => {
    const { container } = await open(reading(ENGLISH));
    const button = await screen.findByRole('button', { name: 'Show 1 image' });
    expect(container.querySelector('img')).toBeNull();
    fireEvent.click(button);
    await waitFor(() => expect(container.querySelector('img')).toBeTruthy());
    expect(screen.queryByRole('button', { name: 'Show 1 image' })).toBeNull();
  });
});

test.each([
  [null, 'Comments'],
  [12, 'Comments 12'],
])('comments kept elsewhere, %o of them, are never counted as none', async (count, label) => {
  const elsewhere = { where: 'disqus', url: null, count };
  await open(reading({ ...ENGLISH, thread: { comments: [], elsewhere } }));
  await waitFor(() => expect(tab(/Comments/u).textContent).toBe(label));
});

describe('states', () => {
  test('loading says so', async () => {
    const never = new Promise<Reading>(() => {});
    void open(() => never);
    expect(await screen.findByText('Reading the page…')).toBeTruthy();
  });

  test('no article: why, and reading it anyway', async () => {
    const origin = { url: PAGE, readAt: 1, incognito: false, tabId: 7 };
    await open({ kind: 'not-an-article', reason: 'list-of-posts', bestEffort: ENGLISH, posts: [], origin });
    expect(await screen.findByText(/lists several posts/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Read it anyway' }));
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(ENGLISH.meta.title);
    expect(screen.getByText(/may not be an article/u)).toBeTruthy();
  });

  test('a list of posts: each as a link that opens where the reader is', async () => {
    const origin = { url: PAGE, readAt: 1, incognito: false, tabId: 7 };
    const posts = [
      { title: 'Peas', url: url('https://allotment.example/peas'), date: '2024-04-01' },
      { title: 'Frost', url: url('https://allotment.example/frost'), date: 'last winter' },
      { title: 'Beans', url: url('https://allotment.example/beans'), date: null },
    ];
    const { container, openPost } = await open({
      kind: 'not-an-article',
      reason: 'list-of-posts',
      bestEffort: ENGLISH,
      posts,
      origin,
    });
    expect(await screen.findByRole('heading', { name: '3 posts on this page' })).toBeTruthy();
    expect(container.textContent).toContain('April 1, 2024');
    expect(container.textContent).toContain('last winter');
    const link = screen.getByRole('link', { name: 'Frost' });
    fireEvent.click(link, { ctrlKey: true });
    expect(openPost).not.toHaveBeenCalled();
    fireEvent.click(link);
    expect(openPost).toHaveBeenCalledExactlyOnceWith('https://allotment.example/frost');
    press('j');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Peas' }));
    expect(await brokenRules(container)).toEqual([]);
  });

  test('no article and nothing to read: trying again reads again', async () => {
    const answers: Reading[] = [
      {
        kind: 'not-an-article',
        reason: 'empty',
        bestEffort: null,
        posts: [],
        origin: { url: PAGE, readAt: 1, incognito: false, tabId: 7 },
      },
      reading(ENGLISH),
    ];
    await open(async () => answers.shift() ?? reading(BARE));
    expect(screen.queryByRole('button', { name: 'Read it anyway' })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(ENGLISH.meta.title),
    );
  });

  test('a page that cannot be read says why and leaves the list usable', async () => {
    await open({ kind: 'unreadable', message: 'cannotRead_browser_page' }, { saved: [summary('Peas')] });
    expect(await screen.findByText(/browser's own pages/u)).toBeTruthy();
    fireEvent.click(tab(/Comments/u));
    expect(await screen.findByText(/no comments to show/u)).toBeTruthy();
    fireEvent.click(tab(/Saved/u));
    expect(await screen.findByRole('link', { name: 'Peas' })).toBeTruthy();
  });

  test('a failure shows its step and the details', async () => {
    await open({ kind: 'failed', step: 'fold-repeats', details: 'TypeError: x is y' });
    expect(await screen.findByText(/step: fold-repeats/u)).toBeTruthy();
    expect(screen.getByText('TypeError: x is y')).toBeTruthy();
  });

  test('a reading that throws is a failure, not silence', async () => {
    await open(() => Promise.reject(new Error('the tab burst')));
    expect(await screen.findByText('the tab burst')).toBeTruthy();
  });
});

describe('saving', () => {
  test('saves, counts, removes and undoes', async () => {
    const { library } = await open(reading(ENGLISH));
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
    await open(reading(ENGLISH), { saved: [kept] });
    expect(await screen.findByRole('button', { name: 'Saved' })).toBeTruthy();
  });

  test('private windows keep nothing, and say why', async () => {
    const { library } = await open(reading(ENGLISH, true));
    const button = await screen.findByRole('button', { name: 'Save' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.title).toMatch(/Private windows/u);
    fireEvent.click(button);
    press('s');
    expect(library.items).toHaveLength(0);
  });

  test('a full disk is told, and nothing claims to be saved', async () => {
    await open(reading(ENGLISH), { failure: 'disk-full' });
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await within(screen.getByRole('status')).findByText(/disk is full/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-pressed')).toBe('false');
  });
});

describe('the keyboard', () => {
  test('arrows, Home and End move between tabs', async () => {
    await open(reading(ENGLISH));
    tab(/Article/u).focus();
    const selected = () => screen.getByRole('tab', { selected: true }).textContent;
    for (const [key, name] of [
      ['ArrowRight', /Comments/u],
      ['End', /Saved/u],
      ['ArrowRight', /Article/u],
      ['ArrowLeft', /Saved/u],
      ['Home', /Article/u],
    ] as const) {
      press(key);
      await waitFor(() => expect(selected()).toMatch(name));
      expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }));
    }
  });

  test('s saves, o opens a tab, ? helps and j walks through the comments', async () => {
    const { openInTab, library } = await open(reading(ENGLISH));
    await screen.findByRole('heading', { level: 1 });
    press('o');
    expect(openInTab).toHaveBeenCalledOnce();
    press('s');
    await waitFor(() => expect(library.items).toHaveLength(1));
    fireEvent.click(tab(/Comments/u));
    press('j');
    press('j');
    expect(document.activeElement?.textContent).toContain('Two spits');
    press('k');
    expect(document.activeElement?.textContent).toContain('How deep did you dig');
  });

  test('u undoes a removal from anywhere', async () => {
    const { library } = await open(reading(ENGLISH), { saved: [summary('Peas')] });
    fireEvent.click(tab(/Saved/u));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove “Peas”' }));
    await screen.findByRole('button', { name: 'Undo' });
    expect(library.items).toHaveLength(0);
    press('u');
    await waitFor(() => expect(library.items).toHaveLength(1));
  });

  test('typing in the filter is not a shortcut', async () => {
    const { openInTab } = await open(reading(ENGLISH), { saved: [summary('Peas')] });
    fireEvent.click(tab(/Saved/u));
    (await screen.findByRole('searchbox')).focus();
    press('o');
    expect(openInTab).not.toHaveBeenCalled();
  });

  test('shortcuts with a modifier belong to the browser', async () => {
    const { library } = await open(reading(ENGLISH));
    fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
    await Promise.resolve();
    expect(library.items).toHaveLength(0);
  });

  test('Escape closes a menu and gives the focus back', async () => {
    await open(reading(ENGLISH));
    const button = screen.getByRole('button', { name: 'Text settings' });
    fireEvent.click(button);
    const smaller = await screen.findByRole('button', { name: 'Smaller text' });
    smaller.focus();
    fireEvent.keyDown(smaller, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Smaller text' })).toBeNull());
    expect(document.activeElement).toBe(button);
  });
});

test('text settings change what they name', async () => {
  const { actions } = await open(reading(ENGLISH));
  fireEvent.click(screen.getByRole('button', { name: 'Text settings' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Larger text' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Serif' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Always' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Wide' }));
  expect(actions.changeSettings.mock.calls.map(([changes]) => changes)).toEqual([
    { textSize: 1 },
    { font: 'serif' },
    { appearance: 'dark' },
    { showImages: 'always' },
    { lineWidth: 'wide' },
  ]);
});

test('the menu copies the shown article', async () => {
  const { actions } = await open(reading(ENGLISH));
  for (const name of ['Copy as Markdown', 'Copy link with title']) {
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    fireEvent.click(await screen.findByRole('button', { name }));
  }
  expect(actions.copyMarkdown.mock.calls[0]?.[0].article).toBe(ENGLISH);
  expect(actions.copyLink.mock.calls[0]?.[0].article).toBe(ENGLISH);
});

describe('a page that was kept as a link', () => {
  const link = summary('A link', {
    kind: 'link',
    url: url(PAGE.replace('?utm_source=feed', '')),
    tags: ['later'],
    state: 'reading',
  });

  test('gets its text as soon as it is read, and that is told', async () => {
    const { library } = await open(reading(ENGLISH), { saved: [link] });
    await screen.findByText(/was kept as a link; its text is saved now/u);
    expect(library.items).toHaveLength(1);
    expect(library.items[0]).toMatchObject({ kind: 'article', tags: ['later'], state: 'reading' });
    expect(await screen.findByRole('button', { name: 'Saved' })).toBeTruthy();
  });

  test('stays one where nothing can be read', async () => {
    const { library } = await open({ kind: 'unreadable', message: 'cannotRead_timeout' }, { saved: [link] });
    await screen.findByText(/gave no answer|time/u);
    expect(library.items[0]?.kind).toBe('link');
  });
});

describe('the mark on the toolbar button', () => {
  test('follows what the list says of the page', async () => {
    const { session } = await open(reading(ENGLISH));
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
  const { session, library } = await open(reading(ENGLISH));
  Object.assign(library.services, { littleRoom: async () => 40_500_000 });
  await session.toggleSaved();
  expect(await screen.findByText(/^Saved\. Little room is left on this device: 40 MB/u)).toBeTruthy();
});
