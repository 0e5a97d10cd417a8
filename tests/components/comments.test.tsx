import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { CommentsView } from '../../components/CommentsView.tsx';
import type { Article, Thread } from '../../utils/extraction/types.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { ENGLISH, JAPANESE, url } from './articles.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

function showComments(article: Article, thread: Partial<Thread> = {}, language: InterfaceLanguage = 'en') {
  const { lang, dir } = article.meta;
  return show(
    <CommentsView
      thread={{ ...article.thread, ...thread }}
      digest={article.digest}
      lang={lang}
      dir={dir}
      showImages={false}
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
  showComments(ENGLISH);
  expect(screen.getByText('last week')).toBeTruthy();
});

test('replies are set in and name whom they answer, at any depth', () => {
  const deep = { ...ENGLISH.thread.comments[2], depth: 40 };
  const comments = ENGLISH.thread.comments.map((comment) =>
    comment.id === 'c3' ? { ...comment, ...deep } : comment,
  );
  const { container } = showComments(ENGLISH, { comments });
  expect(items(container).map(({ dataset }) => dataset.depth)).toEqual(['0', '1', '4', '0']);
  expect(items(container)[1]?.textContent).toContain('in reply to Tomasz');
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
    expect(container.querySelectorAll('button')).toHaveLength(lines.length + 1);
  });

  test('names its themes by the words of the commenters and shares their links', () => {
    showComments(ENGLISH);
    expect(screen.getByText('couch grass · dig')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'hallmarks.example' }).getAttribute('rel')).toContain(
      'noreferrer',
    );
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
