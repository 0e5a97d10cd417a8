import { signal } from '@preact/signals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadingView } from '../../components/ReadingView.tsx';
import type { LoadPages } from '../../components/state/page-loading.ts';
import type { Reading } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { ArticlePages, PageState } from '../../utils/extraction/types/metadata.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import { ENGLISH, safe, url } from './articles.ts';
import { memoryLibrary, NO_MEMORY, NOTHING_MORE, summary } from './library-services.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const HERE = 'https://allotment.example/notes-on-a-kitchen-garden';

function paged(states: readonly PageState[] = ['linked', 'linked'], base = HERE): Article {
  const others = states.map((state, index) => ({
    number: index + 2,
    url: url(`${base}/${index + 2}/`),
    state,
  }));
  return { ...ENGLISH, meta: { ...ENGLISH.meta, pages: { own: 1, total: states.length + 1, others } } };
}

interface Given {
  readonly article?: Article;
  readonly load?: LoadPages;
  readonly language?: InterfaceLanguage;
  readonly tabId?: number | null;
  readonly saved?: readonly SavedSummary[];
}

const unasked = () => vi.fn<LoadPages>(() => Promise.reject(new Error('nobody asked')));

async function open({
  article = paged(),
  load = unasked(),
  language = 'en',
  tabId = 7,
  saved = [],
}: Given = {}) {
  const reading: Reading = {
    kind: 'article',
    article,
    origin: { url: HERE, readAt: 1, incognito: false, tabId },
  };
  const session = createSession(
    async () => ({ ...reading }),
    memoryLibrary(saved).services,
    {
      ...NOTHING_MORE,
      loadPages: load,
    },
    NO_MEMORY,
  );
  const { container } = show(
    <ReadingView session={session} alwaysShowImages={false} loadingLabel="…" />,
    language,
  );
  await session.read();
  await screen.findByRole('heading', { level: 1 });
  return { container, session, load };
}

/** A loader that gives these states, with a body that shows it. */
const gives = (states: readonly PageState[], closed: 'not-granted' | null = null) =>
  vi.fn<LoadPages>(async (given) => {
    const article = { ...paged(states), html: safe('<p>All of it.</p>') };
    return { parts: given.parts, pages: article.meta.pages as ArticlePages, article, closed };
  });

const button = () => screen.getByRole('button', { name: 'Load the further pages' });

describe('further pages', () => {
  test.each([
    ['en', 'Page 2 of 3', 'Load the further pages'],
    ['ja', '2ページ目（全3ページ）', 'ほかのページも読み込む'],
  ] as const)(
    'are offered in %s as links and by one button, and not asked for',
    async (language, link, label) => {
      const { container, load } = await open({ language });
      expect(screen.getByRole('link', { name: link }).getAttribute('href')).toBe(`${HERE}/2/`);
      expect(screen.getByRole('button', { name: label })).toBeTruthy();
      expect(load).not.toHaveBeenCalled();
      expect(await brokenRules(container)).toEqual([]);
    },
  );

  test('are shown as one article once they are loaded', async () => {
    const load = gives(['joined', 'joined']);
    const { container } = await open({ load });
    fireEvent.click(button());
    expect(await screen.findByText('3 pages of the article are shown as one.')).toBeTruthy();
    expect(container.textContent).toContain('All of it.');
    expect(screen.queryByRole('button', { name: 'Load the further pages' })).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Pages of this article');
    expect(await brokenRules(container)).toEqual([]);
  });

  test('say which one is being asked for, and take no second click meanwhile', async () => {
    const next = signal<(number: number) => void>(() => {});
    const load = vi.fn<LoadPages>((_paged, _origin, tell) => {
      next.value = tell;
      return new Promise(() => {});
    });
    await open({ load });
    fireEvent.click(button());
    next.value(3);
    expect(await screen.findByText('Loading page 3…')).toBeTruthy();
    expect(button().getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button());
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('that fail are named with why and a link, and can be tried again', async () => {
    const load = gives(['joined', 'timeout']);
    await open({ load });
    fireEvent.click(button());
    expect(await screen.findByText(/did not come in time/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Page 3 of 3' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Page 2 of 3' })).toBeNull();
    fireEvent.click(button());
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    expect(load.mock.calls[1]?.[0].article.html).toBe('<p>All of it.</p>');
  });

  test('say when the tab is closed to us, or loading broke', async () => {
    const { session } = await open({ load: gives(['joined', 'linked'], 'not-granted') });
    fireEvent.click(button());
    await waitFor(() => expect(session.notices.current.value?.message).toBe('cannotRead_not_granted'));
    cleanup();
    const broken = await open({ load: unasked() });
    fireEvent.click(button());
    await waitFor(() => expect(broken.session.notices.current.value?.message).toBe('noticePagesFailed'));
    expect(button().getAttribute('aria-disabled')).toBe('false');
  });

  test('of another origin are links only', async () => {
    await open({ article: paged(['linked', 'linked'], 'https://m.allotment.example/notes') });
    expect(screen.getByRole('link', { name: 'Page 2 of 3' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load the further pages' })).toBeNull();
    expect(screen.getByText(/another address/u)).toBeTruthy();
  });

  test('of a saved article are links only', async () => {
    await open({ tabId: null });
    expect(screen.getByRole('link', { name: 'Page 3 of 3' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load the further pages' })).toBeNull();
    expect(screen.queryByText(/another address/u)).toBeNull();
  });

  test('of an article that was saved without them can be saved with them', async () => {
    const before = { ...summary('Notes'), url: url(HERE), readAt: 1 };
    const { session } = await open({ load: gives(['joined', 'joined']), saved: [before] });
    expect(session.saveState.value.kind).toBe('saved');
    fireEvent.click(button());
    await waitFor(() => expect(session.saveState.value.kind).toBe('unsaved'));
  });

  test('of a page that was left meanwhile are not shown', async () => {
    const late = Promise.withResolvers<Awaited<ReturnType<LoadPages>>>();
    const { session, container } = await open({ load: () => late.promise });
    fireEvent.click(button());
    await session.read();
    const article = { ...paged(['joined', 'joined']), html: safe('<p>Too late.</p>') };
    late.resolve({ parts: new Map(), pages: article.meta.pages as ArticlePages, article, closed: null });
    await late.promise;
    expect(session.furtherPages.loading.value).toBeNull();
    expect(container.textContent).not.toContain('Too late.');
  });
});
