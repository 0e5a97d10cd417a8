import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRIEF_LIMIT, digestOf } from '../../utils/extraction/digest.ts';
import type { RawComment, RawThread } from '../../utils/extraction/types/comments.ts';
import type { Digest, DigestLine } from '../../utils/extraction/types/digest.ts';
import type { Metadata } from '../../utils/extraction/types/metadata.ts';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';

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

/** Enough talk about nothing in common that a digest is made in full. */
const FILLER: readonly Said[] = [
  'Barnacles cling.',
  'Copper tarnishes.',
  'Ferries idle.',
  'Mist thickens.',
  'Wax melts.',
].map((html, index) => ({ html, author: `Guest ${index + 1}` }));

const on = (iso: string) => ({ shown: iso, iso });

const SENTENCES = [
  'The foghorn kept us awake.',
  'Which oil did you use on the pivots?',
  'My escapement was bent again!',
  '鐘は四時に鳴りますか。',
  'See https://oil.example/bottle for more.',
  '> The foghorn kept us awake.',
  '@Ines so did ours',
  '🔥',
  'Thanks for the great post!',
  'Nobody oils a foghorn at night, and nobody mends a bent escapement by day.',
];

const aThread = fc
  .array(
    fc.record({
      lines: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }),
      author: fc.constantFrom('Ines', 'Tom', 'Maren', null),
      byPostAuthor: fc.boolean(),
      parent: fc.option(fc.nat(20), { nil: null }),
    }),
    { maxLength: 24 },
  )
  .map((all) => {
    const thread = threadOf(
      ...all.map(({ lines, author, byPostAuthor, parent }, index) => ({
        html: lines.map((line) => line.replace('>', '&gt;')).join('\n'),
        author,
        byPostAuthor,
        parentId: parent !== null && parent < index ? `c${parent + 1}` : null,
      })),
    );
    return thread;
  });

function linesOf(digest: Digest): DigestLine[] {
  return [
    ...digest.themes,
    ...digest.questions.flatMap((question) => [question, ...(question.answer ? [question.answer] : [])]),
    ...digest.mostAnswered,
    ...digest.authorReplies,
    ...digest.links,
  ];
}

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe('a digest of any thread', () => {
  it('quotes nothing that its comments do not say', () => {
    fc.assert(
      fc.property(aThread, (thread) => {
        for (const { commentId, quote } of linesOf(digestOf(thread, META))) {
          const comment = thread.comments.find(({ id }) => id === commentId);
          expect(quote).not.toBe('');
          expect(plain(comment?.text ?? '')).toContain(quote.replace(/…$/u, ''));
        }
      }),
    );
  });

  it('says nothing twice where it is more than a list of all', () => {
    fc.assert(
      fc.property(aThread, (thread) => {
        if (thread.comments.length <= BRIEF_LIMIT) return;
        const digest = digestOf(thread, META);
        const quotes = linesOf(digest).map(({ quote }) => quote);
        expect(new Set(quotes).size).toBe(quotes.length);
        const ids = linesOf({ ...digest, links: [] }).map(({ commentId }) => commentId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('has the same themes in whatever order the comments come', () => {
    fc.assert(
      fc.property(aThread, fc.infiniteStream(fc.nat()), (thread, numbers) => {
        if (thread.comments.length <= BRIEF_LIMIT) return;
        const keys = new Map(thread.comments.map(({ id }) => [id, numbers.next().value ?? 0]));
        const comments = thread.comments.toSorted((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
        expect(digestOf({ ...thread, comments }, META).themes).toEqual(digestOf(thread, META).themes);
      }),
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(aThread, (thread) => {
        expect(digestOf(thread, META)).toEqual(digestOf(thread, META));
      }),
    );
  });
});

describe('digestOf', () => {
  it('names a theme by the plain form of its word where no form is written more', () => {
    const { themes } = digestOf(
      threadOf(
        { author: 'A', html: 'My brother’s boat leaked for a whole summer.' },
        { author: 'B', html: 'I would rather ask a brother to hold that.' },
        ...FILLER,
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
        { html: 'Thank you all, the next post is on pendulums.', author: 'Maren', byPostAuthor: true },
        ...FILLER,
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
    // What stands as an answer is not said again among the author's replies, nor the question as much answered.
    expect(digest.authorReplies).toEqual([
      { commentId: 'c4', quote: 'Thank you all, the next post is on pendulums.' },
    ]);
    expect(digest.mostAnswered).toEqual([]);
  });

  it('takes "@name" and "※1" for answers where the page shows them flat', () => {
    const digest = digestOf(
      threadOf(
        { html: '四時の鐘は聞こえますか？', author: '浜風' },
        { html: '※1 いいえ、聞こえません', author: '灯台' },
        { html: '@浜風 うちでは聞こえます', author: '岬' },
        { html: '霧が濃い', author: '沖' },
        { html: '船が出る', author: '丘' },
      ),
      { ...META, lang: 'ja' },
    );
    expect(digest.questions[0]?.answer).toEqual({ commentId: 'c2', quote: 'いいえ、聞こえません' });
  });

  it('lists each shared address once, but neither the post nor what is no web address', () => {
    const digest = digestOf(
      threadOf(
        { html: 'See <a href="https://oil.example/bottle?utm_source=x">this</a> and <a href="#top">top</a>' },
        {
          html: 'Again https://oil.example/bottle. <a href="javascript:alert(1)">x</a> <a href="/clock">post</a>',
        },
        ...FILLER,
      ),
      META,
    );
    expect(digest.links.map(({ commentId, url }) => [commentId, url])).toEqual([
      ['c1', 'https://oil.example/bottle?utm_source=x'],
    ]);
  });

  it('names themes by the commenters’ words, and counts who belongs to each', () => {
    const digest = digestOf(
      threadOf(
        { html: 'The escapement of mine was bent.', author: 'A' },
        { html: 'A bent escapement is easy to mend.', author: 'B' },
        { html: 'I remember the foghorn at night.', author: 'C' },
        { html: 'The foghorn frightened our dog at night.', author: 'D' },
        { html: 'Thanks for the great post!', author: 'E' },
        { html: 'That foghorn every night!', author: 'F' },
      ),
      META,
    );
    expect(digest.themes.map(({ words, size }) => [words[0], size])).toEqual([
      ['foghorn', 3],
      ['escapement', 2],
    ]);
  });

  it('begins the line of a theme where the comment speaks of it', () => {
    const long = `Lovely weather for the season, and my regards to everybody who reads here. ${'Nothing else to tell from the harbour. '.repeat(3)}`;
    const { themes } = digestOf(
      threadOf(
        { html: `${long}The foghorn rusted through, the foghorn is done for.`, author: 'A' },
        { html: 'Our foghorn rusted too.', author: 'B' },
        { html: 'A foghorn that rusted sings no more.', author: 'C', byPostAuthor: true },
        ...FILLER,
      ),
      META,
    );
    expect(themes[0]?.words).toContain('foghorn');
    expect(themes[0]?.quote).toContain('foghorn');
  });

  it('shows up to four comments in brief, each once and in page order', () => {
    const thread = threadOf(
      { html: 'Which oil?', author: 'Tom' },
      { html: 'Porpoise oil. See https://oil.example/', author: 'Maren', parentId: 'c1', byPostAuthor: true },
      { html: '🔥', author: 'Ned' },
      { html: 'Which oil?', author: 'Ines' },
    );
    expect(digestOf(thread, META)).toMatchObject({
      themes: [
        { commentId: 'c1', quote: 'Which oil?', words: [], size: 1 },
        { commentId: 'c2', quote: 'Porpoise oil. See https://oil.example/', words: [], size: 1 },
        { commentId: 'c3', quote: '🔥', words: [], size: 1 },
        { commentId: 'c4', quote: 'Which oil?', words: [], size: 1 },
      ],
      questions: [],
      mostAnswered: [],
      authorReplies: [],
      links: [],
    });
  });

  it.each([
    ['an emoji', '🔥🔥🔥🔥🔥🔥🔥🔥🔥'],
    ['thanks', 'Thanks for the great post!'],
    ['something for sale', 'Foghorn casino slots at foghorn casino, telegram foghorn night'],
    ['a list of links', 'Foghorn night https://a.example/foghorn-night-foghorn-night-foghorn'],
  ])('lets %s speak for nobody', (_, html) => {
    const { themes } = digestOf(
      threadOf(
        { html, author: 'S' },
        { html, author: 'T' },
        { html: 'The foghorn kept us awake all night.', author: 'A' },
        { html: 'A foghorn at night is no joy.', author: 'B' },
        { html: 'Night after night that foghorn.', author: 'C' },
      ),
      META,
    );
    expect(themes.length).toBeGreaterThan(0);
    expect(themes.map(({ commentId }) => commentId)).not.toContain('c1');
    expect(themes.map(({ commentId }) => commentId)).not.toContain('c2');
  });

  it.each([
    ['ja', '灯台の鐘が鳴りました', '灯台の鐘は古い', '灯台'],
    ['zh', '灯塔的钟声很响', '那座灯塔很旧', '灯塔'],
    ['ko', '등대가 오래되었네요', '등대를 보았습니다', '등대'],
    ['de', 'Der Leuchtturm steht schief.', 'Ein Leuchtturm bei Nacht.', 'Leuchtturm'],
    ['ru', 'Маяк стоит криво.', 'Старый маяк ночью.', 'маяк'],
  ])('finds what commenters share in %s', (lang, one, other, word) => {
    const { themes } = digestOf(
      threadOf({ html: one, author: 'A' }, { html: other, author: 'B' }, ...FILLER),
      { ...META, lang },
    );
    expect(themes.flatMap(({ words }) => words.map((shown) => shown.toLowerCase()))).toContain(
      word.toLowerCase(),
    );
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
