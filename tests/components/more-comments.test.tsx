import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReaderApp } from '../../components/ReaderApp.tsx';
import type { LoadComments } from '../../components/state/comment-loading.ts';
import type { Reading } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { CommentsProblem, MoreComments } from '../../utils/extraction/types/comments.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { comment, ENGLISH, url } from './articles.ts';
import { memoryLibrary, NO_MEMORY, NOTHING_MORE, summary } from './library-services.ts';
import { noEntry } from './memory-entry.ts';
import { pageActions } from './page-actions.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const HERE = 'https://allotment.example/notes-on-a-kitchen-garden';
const BUTTON: MoreComments = { kind: 'button', label: 'Show 22 comments', url: null, count: 22 };
const LINK: MoreComments = {
  kind: 'link',
  label: 'Older Comments',
  url: url(`${HERE}/comment-page-1/`),
  count: null,
};
const ELSEWHERE: MoreComments = { ...LINK, url: url('https://comments.example/1') };

function offering(more?: MoreComments): Article {
  const { comments, elsewhere } = ENGLISH.thread;
  return { ...ENGLISH, thread: { comments, elsewhere, ...(more ? { more } : {}) } };
}

/** The article with one comment more. */
function grown(more?: MoreComments): Article {
  const { comments } = ENGLISH.thread;
  const { thread, ...article } = offering(more);
  const late = comment({ id: 'c99', author: 'Late', text: 'I come by the second bus.' });
  return { ...article, thread: { ...thread, comments: [...comments, late] } };
}

const gives = (article: Article, added = 1) =>
  vi.fn<LoadComments>(async () => ({ kind: 'loaded', article, added }));
const fails = (problem: CommentsProblem) => vi.fn<LoadComments>(async () => ({ kind: 'problem', problem }));
const unasked = () => vi.fn<LoadComments>(() => Promise.reject(new Error('nobody asked')));

interface Given {
  readonly article?: Article;
  readonly load?: LoadComments;
  readonly language?: InterfaceLanguage;
  readonly tabId?: number | null;
  readonly saved?: readonly SavedSummary[];
}

async function open(given: Given = {}) {
  const { article = offering(BUTTON), load = unasked(), language = 'en', tabId = 7, saved = [] } = given;
  const origin = { url: HERE, readAt: 1, incognito: false, tabId };
  const reading: Reading = { kind: 'article', article, origin };
  const session = createSession(
    async () => ({ ...reading }),
    memoryLibrary(saved).services,
    {
      ...NOTHING_MORE,
      loadComments: load,
    },
    NO_MEMORY,
  );
  const actions = pageActions();
  const { container } = show(
    <ReaderApp
      session={session}
      settings={DEFAULT_SETTINGS}
      actions={actions}
      isSaved={tabId === null}
      parts={noEntry(session)}
    />,
    language,
  );
  await session.read();
  await screen.findByRole('heading', { level: 1 });
  return { container, session, load };
}

const button = () => screen.getByRole('button', { name: /^Load more comments/u });

describe('more comments', () => {
  test.each([
    ['en', BUTTON, 'Load more comments (22)', /Presses “Show 22 comments” in the page/u],
    ['en', LINK, 'Load more comments', /Asks allotment\.example.*“Older Comments”/u],
    ['ja', BUTTON, 'コメントをさらに読み込む（22件）', /「Show 22 comments」を押します/u],
    ['ja', LINK, 'コメントをさらに読み込む', /allotment\.exampleから/u],
  ] as const)(
    'are offered in %s by one button that says what it does',
    async (language, more, name, hint) => {
      const { container, load } = await open({ article: offering(more), language });
      const offered = screen.getByRole('button', { name });
      const described = document.getElementById(offered.getAttribute('aria-describedby') ?? '');
      expect(described?.textContent).toMatch(hint);
      expect(load).not.toHaveBeenCalled();
      expect(await brokenRules(container)).toEqual([]);
    },
  );

  test('are none where the page offers none', async () => {
    await open({ article: offering() });
    expect(screen.queryByRole('button', { name: /Load more/u })).toBeNull();
  });

  test('stand with the others once they have come, and the button goes', async () => {
    const { container, load } = await open({ load: gives(grown()) });
    fireEvent.click(button());
    expect(await screen.findByText('1 comment added.')).toBeTruthy();
    expect(container.textContent).toContain('I come by the second bus.');
    expect(screen.queryByRole('button', { name: /Load more/u })).toBeNull();
    expect(document.activeElement?.textContent).toBe('1 comment added.');
    expect(load).toHaveBeenCalledTimes(1);
    expect(await brokenRules(container)).toEqual([]);
  });

  test('are asked for again with the addresses that were asked for before', async () => {
    const next = { ...LINK, url: url(`${HERE}/comment-page-2/`) };
    const load = gives(grown(next));
    await open({ article: offering(LINK), load });
    fireEvent.click(button());
    await screen.findByText('1 comment added.');
    fireEvent.click(button());
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    expect(load.mock.calls.map(([, known]) => known)).toEqual([[], [LINK.url]]);
  });

  test('leave the search and the order as the reader has chosen them', async () => {
    await open({ load: gives(grown()) });
    const search = screen.getByRole('searchbox', { name: 'Search the comments' });
    fireEvent.input(search, { target: { value: 'couch' } });
    fireEvent.click(button());
    await screen.findByText('1 comment added.');
    expect((search as HTMLInputElement).value).toBe('couch');
    expect(screen.getByText('1 of 5 comments')).toBeTruthy();
    fireEvent.input(search, { target: { value: '' } });
    await waitFor(() => expect(CSS.highlights.size).toBe(0));
  });

  test('take no second click while they come', async () => {
    const load = vi.fn<LoadComments>(() => new Promise(() => {}));
    await open({ load });
    fireEvent.click(button());
    expect(await screen.findByText('Loading comments…')).toBeTruthy();
    fireEvent.click(button());
    expect(button().getAttribute('aria-disabled')).toBe('true');
    expect(load).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['refused', 'en', /the server says/u],
    ['nothing-new', 'en', /no comments that are not here/u],
    ['no-button', 'ja', /ボタンが見当たらず/u],
  ] as const)('that fail (%s) say why in %s; nothing is lost', async (problem, language, words) => {
    const { container } = await open({ load: fails(problem), language });
    fireEvent.click(screen.getByRole('button', { name: /^(?:Load more|コメントをさらに)/u }));
    expect(await screen.findByText(words)).toBeTruthy();
    for (const { text } of ENGLISH.thread.comments) expect(container.textContent).toContain(text);
    expect(screen.getByRole('button', { name: /22/u }).getAttribute('aria-disabled')).toBe('false');
  });

  test('say when the tab is closed to us, or loading broke', async () => {
    const closed = vi.fn<LoadComments>(async () => ({ kind: 'closed-to-us', reason: 'not-granted' }));
    const { session } = await open({ load: closed });
    fireEvent.click(button());
    await waitFor(() => expect(session.notices.current.value?.message).toBe('cannotRead_not_granted'));
    cleanup();
    const broken = await open({ load: unasked() });
    fireEvent.click(button());
    await waitFor(() => expect(broken.session.notices.current.value?.message).toBe('noticeCommentsFailed'));
    expect(button().getAttribute('aria-disabled')).toBe('false');
  });

  test.each([
    ['of another site', ELSEWHERE, 7],
    ['of a saved article', LINK, null],
  ])('%s are a link only', async (_, more, tabId) => {
    await open({ article: offering(more), tabId });
    expect(screen.queryByRole('button', { name: /Load more/u })).toBeNull();
    expect(screen.getByRole('link', { name: 'Read them there' }).getAttribute('href')).toBe(more.url);
  });

  test('where none are in the page yet are not said to be none', async () => {
    const article = { ...ENGLISH, thread: { comments: [], elsewhere: null, more: BUTTON } };
    await open({ article });
    expect(screen.queryByText(/Nobody has commented/u)).toBeNull();
    expect(button()).toBeTruthy();
  });

  test('of an article that was saved without them can be saved with them', async () => {
    const before = { ...summary('Notes'), url: url(HERE), readAt: 1 };
    const { session } = await open({ load: gives(grown()), saved: [before] });
    expect(session.saveState.value.kind).toBe('saved');
    fireEvent.click(button());
    await waitFor(() => expect(session.saveState.value.kind).toBe('unsaved'));
  });

  test('of a page that was left meanwhile are not shown', async () => {
    const late = Promise.withResolvers<Awaited<ReturnType<LoadComments>>>();
    const { session, container } = await open({ load: () => late.promise });
    fireEvent.click(button());
    await session.read();
    late.resolve({ kind: 'loaded', article: grown(), added: 1 });
    await late.promise;
    expect(container.textContent).not.toContain('second bus');
    expect(session.moreComments.state.value.kind).toBe('unasked');
  });
});
