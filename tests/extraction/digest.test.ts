import { describe, expect, it } from 'vitest';
import { digestOf } from '../../utils/extraction/digest.ts';
import type { AbsoluteUrl, Metadata, RawComment, RawThread } from '../../utils/extraction/types.ts';

const META: Metadata = {
  title: 'Mending a tide clock',
  author: 'Maren',
  siteName: null,
  published: null,
  updated: null,
  lang: 'en',
  dir: 'ltr',
  leadImage: null,
  url: 'https://quay.example/clock' as AbsoluteUrl,
  previous: null,
  next: null,
  tags: [],
  categories: [],
  pages: null,
  keywords: [],
};

type Said = Partial<Omit<RawComment, 'id' | 'body' | 'text'>> & { readonly html: string };

function threadOf(...said: readonly Said[]): RawThread {
  const comments = said.map(({ html, ...rest }, index): RawComment => {
    const template = document.createElement('template');
    template.innerHTML = html;
    const text = template.content.textContent ?? '';
    const known = {
      parentId: null,
      depth: 0,
      author: null,
      date: null,
      title: null,
      url: null,
      byPostAuthor: false,
    };
    return { ...known, ...rest, id: `c${index + 1}`, text, body: template.content };
  });
  return { comments, elsewhere: null };
}

const on = (iso: string) => ({ shown: iso, iso });

describe('digestOf', () => {
  it('names a theme by the plain form of its word where no form is written more', () => {
    const { themes } = digestOf(
      threadOf(
        { author: 'A', html: 'My brother’s boat leaked for a whole summer.' },
        { author: 'B', html: 'I would rather ask a brother to hold that.' },
      ),
      META,
    );
    expect(themes[0]?.words[0]).toBe('brother');
  });

  it('is empty for a thread without comments', () => {
    expect(digestOf({ comments: [], elsewhere: null }, META)).toEqual({
      comments: 0,
      people: 0,
      from: null,
      to: null,
      authorReplies: [],
      mostAnswered: [],
      questions: [],
      links: [],
      themes: [],
    });
  });

  it('gives one comment one line, its own', () => {
    const digest = digestOf(threadOf({ html: 'My clock runs backwards.' }), META);
    expect(digest.themes).toEqual([
      { commentId: 'c1', quote: 'My clock runs backwards.', words: [], size: 1 },
    ]);
    expect(digest.people).toBe(1);
  });

  it('counts people once and spans the days that are known', () => {
    const digest = digestOf(
      threadOf(
        { html: 'One.', author: 'Tom', date: on('2021-09-03') },
        { html: 'Two.', author: 'Ines', date: on('2021-08-30') },
        { html: 'Three.', author: ' tom', date: { shown: 'yesterday', iso: null } },
      ),
      META,
    );
    expect(digest).toMatchObject({ comments: 3, people: 2, from: '2021-08-30', to: '2021-09-03' });
  });

  it('shows a question with the author’s answer before anybody else’s', () => {
    const digest = digestOf(
      threadOf(
        { html: 'Lovely photos. Which oil did you use on the pivots?', author: 'Tom' },
        { html: 'Engine oil, surely.', author: 'Ned', parentId: 'c1', depth: 1 },
        { html: 'A drop of porpoise oil.', author: 'Maren', parentId: 'c1', depth: 1, byPostAuthor: true },
      ),
      META,
    );
    expect(digest.questions).toEqual([
      {
        commentId: 'c1',
        quote: 'Which oil did you use on the pivots?',
        answer: { commentId: 'c3', quote: 'A drop of porpoise oil.' },
      },
    ]);
    expect(digest.authorReplies).toEqual([{ commentId: 'c3', quote: 'A drop of porpoise oil.' }]);
    expect(digest.mostAnswered).toEqual([expect.objectContaining({ commentId: 'c1', replies: 2 })]);
  });

  it('takes "@name" and "※1" for answers where the page shows them flat', () => {
    const digest = digestOf(
      threadOf(
        { html: '四時の鐘は聞こえますか？', author: '浜風' },
        { html: '※1 いいえ、聞こえません', author: '灯台' },
        { html: '@浜風 うちでは聞こえます', author: '岬' },
      ),
      { ...META, lang: 'ja' },
    );
    expect(digest.mostAnswered).toEqual([expect.objectContaining({ commentId: 'c1', replies: 2 })]);
    expect(digest.questions[0]?.answer).toEqual({ commentId: 'c2', quote: 'いいえ、聞こえません' });
  });

  it('lists each shared address once, but neither the post nor what is no web address', () => {
    const digest = digestOf(
      threadOf(
        { html: 'See <a href="https://oil.example/bottle?utm_source=x">this</a> and <a href="#top">top</a>' },
        {
          html: 'Again https://oil.example/bottle. <a href="javascript:alert(1)">x</a> <a href="/clock">post</a>',
        },
      ),
      META,
    );
    expect(digest.links.map(({ commentId, url }) => [commentId, url])).toEqual([
      ['c1', 'https://oil.example/bottle?utm_source=x'],
    ]);
  });

  it('names themes by the commenters’ words, in at most five groups that share no comment', () => {
    const digest = digestOf(
      threadOf(
        { html: 'The escapement of mine was bent.', author: 'A' },
        { html: 'A bent escapement is easy to mend.', author: 'B' },
        { html: 'I remember the foghorn at night.', author: 'C' },
        { html: 'The foghorn frightened our dog.', author: 'D' },
        { html: 'Thanks for the great post!', author: 'E' },
        { html: 'Even the foghorn had a bent escapement.', author: 'F' },
      ),
      META,
    );
    expect(digest.themes.map(({ words, size }) => [words[0], size])).toEqual([
      ['escapement', 3],
      ['foghorn', 2],
    ]);
    expect(digest.themes.every(({ commentId, quote }) => commentId && quote)).toBe(true);
  });

  it('gives the same digest for the same thread and leaves the thread as it was', () => {
    const thread = threadOf({ html: 'The <b>foghorn</b> again?' }, { html: 'No, the foghorn is silent.' });
    const before = JSON.stringify(thread.comments);
    const first = digestOf(thread, META);
    expect(digestOf(thread, META)).toEqual(first);
    expect(JSON.stringify(thread.comments)).toBe(before);
    expect(thread.comments[0]?.body.textContent).toBe('The foghorn again?');
  });
});
