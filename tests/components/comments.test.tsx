import { signal } from '@preact/signals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { CommentsView } from '../../components/CommentsView.tsx';
import type { CommentLoading } from '../../components/state/comment-loading.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { Thread } from '../../utils/extraction/types/comments.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { comment, ENGLISH, JAPANESE, safe, url } from './articles.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const NOTHING_MORE: CommentLoading = {
  state: signal({ kind: 'unasked' }),
  here: signal(null),
  hasAdded: signal(false),
  load: () => Promise.reject(new Error('nobody asked')),
};

function showComments(article: Article, thread: Partial<Thread> = {}, language: InterfaceLanguage = 'en') {
  const { lang, dir } = article.meta;
  return show(
    <CommentsView
      thread={{ ...article.thread, ...thread }}
      digest={article.digest}
      lang={lang}
      dir={dir}
      alwaysShowImages={false}
      loading={NOTHING_MORE}
    />,
    language,
  );
}

const items = (container: Element) => [...container.querySelectorAll<HTMLElement>('li[id^="comment-"]')];

test.each([
  ['en', ENGLISH],
  ['ja', JAPANESE],
] as const)('in %s every comment is there with its author, date and title', async (language, article) => {
  const { container } = showComments(article, {}, language);
  expect(items(container)).toHaveLength(article.thread.comments.length);
  for (const [index, comment] of article.thread.comments.entries()) {
    const item = items(container)[index];
    for (const text of [comment.text, comment.author, comment.title])
      expect(item?.textContent).toContain(text ?? '');
    if (comment.date?.iso) expect(item?.querySelector('time')?.dateTime).toBe(comment.date.iso);
  }
  expect(await brokenRules(container)).toEqual([]);
});

test("the post's author is marked, nobody else is", () => {
  const { container } = showComments(ENGLISH);
  const marked = items(container).filter((item) => within(item).queryByText('author'));
  expect(marked.map(({ id }) => id)).toEqual(['comment-c2']);
});

test('a date without a full day is shown as the page writes it', () => {
  const { container } = showComments(ENGLISH);
  expect(items(container).at(-1)?.querySelector('time')?.textContent).toBe('last week');
});

test('replies are set in and name whom they answer', () => {
  const { container } = showComments(ENGLISH);
  expect(items(container).map(({ ariaLevel }) => ariaLevel)).toEqual(['1', '2', '3', '1']);
  expect(items(container)[1]?.textContent).toContain('in reply to Tomasz');
});

test('however deep a reply stands, it is set in no further than leaves room to read', () => {
  const chain = Array.from({ length: 40 }, (_, index) =>
    comment({ id: `c${index}`, text: 'And again.', parentId: index > 0 ? `c${index - 1}` : null }),
  );
  const { container } = showComments(ENGLISH, { comments: chain });
  const indents = items(container).map(({ dataset }) => Number(dataset.indent ?? 0));
  expect(Math.max(...indents)).toBe(6);
  expect(indents).toEqual(indents.toSorted((a, b) => a - b));
  expect(items(container).at(-1)?.ariaLevel).toBe('40');
});

describe('the digest', () => {
  test('says how many, by whom and when', () => {
    showComments(ENGLISH);
    expect(screen.getByText('4 comments · by 3 people · March 9, 2024 to March 10, 2024')).toBeTruthy();
  });

  test('one day is no span', () => {
    showComments(JAPANESE, {}, 'ja');
    expect(screen.getByText('コメント3件 · 3人 · 2011年5月5日')).toBeTruthy();
  });

  test('every line leads to its comment, and the focus goes along', () => {
    const { container } = showComments(ENGLISH);
    const { themes, questions, mostAnswered, authorReplies, links } = ENGLISH.digest;
    const lines = [...themes, ...questions, ...mostAnswered, ...authorReplies, ...links];
    for (const { quote, commentId } of lines) {
      for (const button of screen.getAllByRole('button', { name: quote })) {
        fireEvent.click(button);
        expect(document.activeElement?.id).toBe(`comment-${commentId}`);
      }
    }
    const digest = container.querySelector('h2')?.closest('section');
    expect(digest?.querySelectorAll('button')).toHaveLength(lines.length + 1);
  });

  test('says who wrote a line, and when', () => {
    showComments(ENGLISH);
    const line = screen.getByRole('button', { name: /christening spoon, see/u }).closest('div');
    expect(line?.textContent).toContain('M. Okaforlast week');
  });

  test('names its themes by the words of the commenters and shares their links', () => {
    showComments(ENGLISH);
    expect(screen.getByText('couch grass · dig')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'hallmarks.example' }).getAttribute('rel')).toContain(
      'noreferrer',
    );
  });

  test('is read in ten seconds: of many lines of a kind a few are shown, the others on request', async () => {
    const authorReplies = ENGLISH.digest.authorReplies.flatMap((line) =>
      Array.from({ length: 40 }, (_, index) => ({ ...line, quote: `Reply number ${index}` })),
    );
    showComments({ ...ENGLISH, digest: { ...ENGLISH.digest, authorReplies } });
    const replies = () => screen.getAllByRole('button', { name: /^Reply number/u });
    expect(replies()).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: '37 more', expanded: false }));
    await waitFor(() => expect(replies()).toHaveLength(40));
    fireEvent.click(screen.getByRole('button', { name: 'Fewer', expanded: true }));
    await waitFor(() => expect(replies()).toHaveLength(3));
  });

  test('a question without an answer says so', () => {
    const questions = [{ commentId: 'c1', quote: 'How deep did you dig?', answer: null }];
    showComments({ ...ENGLISH, digest: { ...ENGLISH.digest, questions } });
    expect(screen.getByText('not answered yet')).toBeTruthy();
  });
});

test('one comment stands alone, without a digest', () => {
  const { container } = showComments(ENGLISH, { comments: ENGLISH.thread.comments.slice(0, 1) });
  expect(screen.queryByText('What people said')).toBeNull();
  expect(items(container)).toHaveLength(1);
});

test('no comment is one sentence', () => {
  const { container } = showComments(ENGLISH, { comments: [] });
  expect(container.textContent).toBe('Nobody has commented on this page.');
});

describe('comments elsewhere', () => {
  test('are never "none", and link to their place', () => {
    const elsewhere = { where: 'disqus', url: url('https://disqus.com/home/x'), count: null };
    const { container } = showComments(ENGLISH, { comments: [], elsewhere });
    expect(container.textContent).toContain('Comments are kept at disqus.com.');
    expect(container.textContent).not.toMatch(/Nobody|0/u);
    expect(screen.getByRole('link').getAttribute('href')).toBe(elsewhere.url);
  });

  test('are counted where the page knows how many', () => {
    const elsewhere = { where: 'giscus', url: null, count: 12 };
    showComments(ENGLISH, { comments: [], elsewhere }, 'ja');
    expect(screen.getByText('コメント12件はgiscusにあります。')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('finding a way in a thread', () => {
  const shown = (container: Element) => items(container).filter((item) => !item.hidden);
  const toggle = (name: RegExp) => screen.getByRole('button', { name });
  const type = (query: string) =>
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: query } });

  test('a comment closes with its replies to one line, and says what it put away', async () => {
    const { container } = showComments(ENGLISH);
    const button = toggle(/^Tomasz, with 2 replies/u);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(button);
    await waitFor(() => expect(shown(container).map(({ id }) => id)).toEqual(['comment-c1', 'comment-c4']));
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(shown(container)[0]?.textContent).toContain('2 replies');
    expect(shown(container)[0]?.textContent).toContain('How deep did you dig?');
    fireEvent.click(button);
    await waitFor(() => expect(shown(container)).toHaveLength(4));
  });

  test('what the browser itself finds in a closed comment opens it', async () => {
    const { container } = showComments(ENGLISH);
    fireEvent.click(toggle(/^Tomasz, with 2 replies/u));
    await waitFor(() => expect(items(container)[2]?.hidden).toBeTruthy());
    items(container)[2]?.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await waitFor(() => expect(shown(container)).toHaveLength(4));
  });

  test('all close and open at once', async () => {
    const { container } = showComments(ENGLISH);
    fireEvent.click(toggle(/^Collapse all$/u));
    await waitFor(() => expect(shown(container)).toHaveLength(2));
    fireEvent.click(toggle(/^Expand all$/u));
    await waitFor(() => expect(shown(container)).toHaveLength(4));
  });

  test('a line of the digest opens what hides its comment', async () => {
    const { container } = showComments(ENGLISH);
    fireEvent.click(toggle(/^Tomasz, with 2 replies/u));
    await waitFor(() => expect(shown(container)).toHaveLength(2));
    fireEvent.click(
      screen.getAllByRole('button', { name: 'Two spits, and then I lost heart.' })[0] as HTMLElement,
    );
    await waitFor(() => expect(document.activeElement?.id).toBe('comment-c2'));
    expect(items(container)[1]?.hidden).toBe(false);
  });

  test('the search shows hits with what they answer, says how many, and ends for a jump', async () => {
    const { container } = showComments(ENGLISH);
    type('ＨＥＡＲＴ');
    await waitFor(() => expect(shown(container).map(({ id }) => id)).toEqual(['comment-c1', 'comment-c2']));
    expect(screen.getByRole('status').textContent).toBe('1 of 4 comments');
    type('zebra');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('No comment matches “zebra”.'));
    expect(shown(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /christening spoon, see/u }));
    await waitFor(() => expect(document.activeElement?.id).toBe('comment-c4'));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('Enter goes to the first hit, Escape ends the search', async () => {
    const { container } = showComments(ENGLISH);
    type('heart');
    await waitFor(() => expect(shown(container)).toHaveLength(2));
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    expect(document.activeElement?.id).toBe('comment-c2');
    expect(fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(shown(container)).toHaveLength(4));
    // With nothing to end, the key is the browser's.
    expect(fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' })).toBe(true);
  });

  test('the order changes, replies stay below what they answer', async () => {
    const comments = ENGLISH.thread.comments.map((one) =>
      one.id === 'c4' ? { ...one, date: { shown: 'today', iso: '2024-03-20' } } : one,
    );
    const { container } = showComments(ENGLISH, { comments });
    const order = () => items(container).map(({ id }) => id.slice('comment-'.length));
    const sortBy = (value: string) =>
      fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value } });
    sortBy('newest');
    await waitFor(() => expect(order()).toEqual(['c4', 'c1', 'c2', 'c3']));
    sortBy('answered');
    await waitFor(() => expect(order()).toEqual(['c1', 'c2', 'c3', 'c4']));
  });

  test('an order that changes nothing is not offered', () => {
    const flat = ENGLISH.thread.comments.map((one) => ({ ...one, parentId: null, depth: 0 }));
    showComments(ENGLISH, { comments: flat });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'As on the page',
      'Newest first',
    ]);
  });

  test.each(['en', 'ja'] as const)('in %s nothing is wrong with it while searching', async (language) => {
    const { container } = showComments(ENGLISH, {}, language);
    type('heart');
    await waitFor(() => expect(shown(container)).toHaveLength(2));
    expect(await brokenRules(container)).toEqual([]);
  });
});

test('images of comments are shown only when asked', async () => {
  const html = safe('<p>See:</p><img data-src="https://allotment.example/crest.jpg" alt="The crest">');
  const comments = ENGLISH.thread.comments.map((one) => ({ ...one, html }));
  const { container } = showComments(ENGLISH, { comments });
  expect(container.querySelector('img')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show 4 images' }));
  await waitFor(() => expect(container.querySelectorAll('img')).toHaveLength(4));
  expect(screen.queryByRole('button', { name: 'Show 4 images' })).toBeNull();
});

test('what the search found is marked, until the search ends', async () => {
  showComments(ENGLISH);
  const marks = () => [...(CSS.highlights.get('found') ?? [])].map(String);
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'SPOON' } });
  await waitFor(() => expect(marks()).toEqual(['spoon', 'spoon']));
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
  await waitFor(() => expect(marks()).toEqual([]));
});
