import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Reading } from '../../components/state/reading.ts';
import { BARE, ENGLISH, JAPANESE, url } from './articles.ts';
import { summary } from './library-services.ts';
import { openPopup, PAGE, press, reading, tab } from './popup-screen.tsx';
import { brokenRules } from './screen.tsx';

afterEach(cleanup);

describe('an article', () => {
  test.each([
    ['en', ENGLISH],
    ['ja', JAPANESE],
  ] as const)('in %s shows who wrote what, when, where and about what', async (language, article) => {
    const { container } = await openPopup(reading(article), { language });
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
    const { container } = await openPopup(reading({ ...JAPANESE, meta: { ...JAPANESE.meta, dir: 'rtl' } }));
    const facts = [...(container.querySelector('header[dir="rtl"] time')?.parentElement?.children ?? [])];
    expect(facts.length).toBeGreaterThan(1);
    // What stands between the facts belongs to the line, and runs its way.
    for (const fact of facts) {
      expect(fact.hasAttribute('dir')).toBe(false);
      expect(fact.querySelector('bdi')?.textContent).toBe(fact.textContent);
    }
  });

  test('carries its own language and direction, whatever the interface speaks', async () => {
    const { container } = await openPopup(reading({ ...JAPANESE, meta: { ...JAPANESE.meta, dir: 'rtl' } }));
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading.closest('[lang]')?.getAttribute('lang')).toBe('ja');
    const paragraph = container.querySelector('article p + p');
    expect(paragraph?.closest('[dir]')?.getAttribute('dir')).toBe('rtl');
    const chip = screen.getByRole('button', { name: /shown once/u });
    expect(chip.closest('[lang]')?.getAttribute('lang')).toBe('en');
  });

  test('with nothing but a paragraph still has a title and a place', async () => {
    await openPopup(reading(BARE));
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Untitled');
    expect(screen.getByRole('link', { name: 'allotment.example' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('lists everything that was left out under its reason', async () => {
    const { container } = await openPopup(reading(ENGLISH));
    fireEvent.click(await screen.findByText(/Left out/u));
    for (const { text } of ENGLISH.removals) expect(container.textContent).toContain(text);
    for (const reason of ['Navigation', 'Advertising', 'Share buttons', 'Related posts']) {
      expect(screen.getByRole('heading', { name: reason })).toBeTruthy();
    }
  });

  test('shows images only when asked', async () => {
    const { container } = await openPopup(reading(ENGLISH));
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
  await openPopup(reading({ ...ENGLISH, thread: { comments: [], elsewhere } }));
  await waitFor(() => expect(tab(/Comments/u).textContent).toBe(label));
});

describe('states', () => {
  test('loading says so', async () => {
    const never = new Promise<Reading>(() => {});
    void openPopup(() => never);
    expect(await screen.findByText('Reading the page…')).toBeTruthy();
  });

  test('no article: why, and reading it anyway', async () => {
    const origin = { url: PAGE, readAt: 1, incognito: false, tabId: 7 };
    await openPopup({
      kind: 'not-an-article',
      reason: 'list-of-posts',
      bestEffort: ENGLISH,
      posts: [],
      origin,
    });
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
    const { container, openPost } = await openPopup({
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
    await openPopup(async () => answers.shift() ?? reading(BARE));
    expect(screen.queryByRole('button', { name: 'Read it anyway' })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(ENGLISH.meta.title),
    );
  });

  test('a page that cannot be read says why and leaves the list usable', async () => {
    await openPopup({ kind: 'unreadable', message: 'cannotRead_browser_page' }, { saved: [summary('Peas')] });
    expect(await screen.findByText(/browser's own pages/u)).toBeTruthy();
    fireEvent.click(tab(/Comments/u));
    expect(await screen.findByText(/no comments to show/u)).toBeTruthy();
    fireEvent.click(tab(/Saved/u));
    expect(await screen.findByRole('link', { name: 'Peas' })).toBeTruthy();
  });

  test('a failure shows its step and the details', async () => {
    await openPopup({ kind: 'failed', step: 'fold-repeats', details: 'TypeError: x is y' });
    expect(await screen.findByText(/step: fold-repeats/u)).toBeTruthy();
    expect(screen.getByText('TypeError: x is y')).toBeTruthy();
  });

  test('a reading that throws is a failure, not silence', async () => {
    await openPopup(() => Promise.reject(new Error('the tab burst')));
    expect(await screen.findByText('the tab burst')).toBeTruthy();
  });
});
