import type { Article } from '../../utils/extraction/types/article.ts';
import type { Comment } from '../../utils/extraction/types/comments.ts';
import type { Digest } from '../../utils/extraction/types/digest.ts';
import type { Metadata } from '../../utils/extraction/types/metadata.ts';
import type { AbsoluteUrl, SafeHtml } from '../../utils/extraction/types/source.ts';

/** Articles written for the tests of the screens, in the shape that extraction gives them. */

export const safe = (html: string) => html as SafeHtml;
export const url = (href: string) => href as AbsoluteUrl;

const NO_DIGEST: Digest = {
  comments: 0,
  people: 0,
  from: null,
  to: null,
  authorReplies: [],
  mostAnswered: [],
  questions: [],
  links: [],
  themes: [],
};

export function comment(given: Partial<Comment> & { readonly id: string; readonly text: string }): Comment {
  return {
    parentId: null,
    depth: 0,
    author: null,
    date: null,
    title: null,
    html: safe(`<p>${given.text}</p>`),
    url: null,
    byPostAuthor: false,
    ...given,
  };
}

const META: Metadata = {
  title: 'Notes on a kitchen garden',
  author: 'Ines Varga',
  siteName: 'The Slow Allotment',
  published: '2024-03-09',
  updated: '2024-03-12',
  lang: 'en',
  dir: 'ltr',
  leadImage: null,
  url: url('https://allotment.example/notes-on-a-kitchen-garden'),
  previous: { title: 'What the frost left', url: url('https://allotment.example/what-the-frost-left') },
  next: { title: 'Peas, in spite of everything', url: url('https://allotment.example/peas') },
  tags: ['gardening', 'soil', 'spring sowing'],
  categories: ['Diary'],
  pages: null,
  keywords: [],
};

export const ENGLISH: Article = {
  meta: META,
  html: safe(
    '<p>The bed behind the shed had been left alone for two years, and it showed. Couch grass ran under the boards, ' +
      'and the rhubarb had wandered off toward the path.</p>' +
      '<p>I began with a fork and no plan. By noon there was a heap of roots, a bucket of stones and <em>one</em> spoon, ' +
      'silver, of which nobody in the house knows anything.<span data-repeat="r1"></span></p>' +
      '<h2>What went in</h2>' +
      '<p>Broad beans along the wall, as <a href="https://beans.example/guide" target="_blank" rel="noopener noreferrer nofollow">' +
      'the old guide</a> has it, then two rows of beet.</p>' +
      '<figure><img data-src="https://allotment.example/bed.jpg" alt="The bed after digging, string between two pegs" width="1200" height="800">' +
      '<figcaption>String, pegs, hope.</figcaption></figure>' +
      '<ul><li>Broad beans, forty</li><li>Beet, two short rows</li><li>Nothing where the spoon was</li></ul>' +
      '<blockquote><p>A garden is never finished, only put down for the evening.</p></blockquote>' +
      '<pre><code>row = bean * 40\nspacing = 0.2  # metres, measured with a boot and afterwards with a ruler, which disagreed</code></pre>' +
      '<table><tr><th>Bed</th><th>Sown</th><th>Up</th></tr><tr><td>Wall</td><td>9 March</td><td>38</td></tr></table>' +
      '<p>I will write again when something comes up.</p>',
  ),
  text: 'The bed behind the shed had been left alone for two years, and it showed.',
  repeats: [
    {
      id: 'r1',
      times: 2,
      copies: [
        {
          text: 'I began with a fork and no plan. By noon there was a heap of roots, a bucket of stones and …',
          differs: true,
        },
      ],
    },
  ],
  removals: [
    { id: 'x1', reason: 'navigation', rule: 'nav', text: 'Home About Archive', whole: 'Home About Archive' },
    {
      id: 'x2',
      reason: 'ad',
      rule: 'ad',
      text: 'Twenty percent off seed trays until Sunday',
      whole: 'Twenty percent off seed trays until Sunday',
    },
    {
      id: 'x3',
      reason: 'share-bar',
      rule: 'share',
      text: 'Share this Mail Print',
      whole: 'Share this Mail Print',
    },
    ...Array.from({ length: 7 }, (_, index) => ({
      id: `x${index + 4}`,
      reason: 'related-posts' as const,
      rule: 'related',
      text: `Another post about digging, part ${index + 1}`,
      whole: `Another post about digging, part ${index + 1}`,
    })),
  ],
  thread: {
    elsewhere: null,
    comments: [
      comment({
        id: 'c1',
        author: 'Tomasz',
        date: { shown: 'March 9, 2024 at 7:12 pm', iso: '2024-03-09' },
        text: 'How deep did you dig? Our couch grass comes back from any piece that is left.',
        url: url('https://allotment.example/notes-on-a-kitchen-garden#comment-1'),
      }),
      comment({
        id: 'c2',
        parentId: 'c1',
        depth: 1,
        author: 'Ines Varga',
        byPostAuthor: true,
        date: { shown: 'March 10, 2024', iso: '2024-03-10' },
        text: 'Two spits, and then I lost heart. Ask me again in June.',
      }),
      comment({
        id: 'c3',
        parentId: 'c2',
        depth: 2,
        author: 'Tomasz',
        date: { shown: 'March 10, 2024', iso: '2024-03-10' },
        text: 'June it is.',
      }),
      comment({
        id: 'c4',
        author: 'M. Okafor',
        date: { shown: 'last week', iso: null },
        text: 'The spoon is a christening spoon, see the crest. There is a page about such marks.',
      }),
    ],
  },
  digest: {
    comments: 4,
    people: 3,
    from: '2024-03-09',
    to: '2024-03-10',
    authorReplies: [{ commentId: 'c2', quote: 'Two spits, and then I lost heart.' }],
    mostAnswered: [{ commentId: 'c1', quote: 'How deep did you dig?', replies: 2 }],
    questions: [
      {
        commentId: 'c1',
        quote: 'How deep did you dig?',
        answer: { commentId: 'c2', quote: 'Two spits, and then I lost heart.' },
      },
    ],
    links: [
      {
        commentId: 'c4',
        quote: 'There is a page about such marks.',
        url: url('https://hallmarks.example/crests'),
      },
    ],
    themes: [
      {
        commentId: 'c1',
        quote: 'Our couch grass comes back from any piece that is left.',
        words: ['couch grass', 'dig'],
        size: 3,
      },
      {
        commentId: 'c4',
        quote: 'The spoon is a christening spoon, see the crest.',
        words: ['spoon'],
        size: 1,
      },
    ],
  },
  strategy: 'readability',
  readingMinutes: 2,
  length: { count: 412, unit: 'words' },
};

export const JAPANESE: Article = {
  meta: {
    ...META,
    title: '川沿いの古い印刷所を訪ねて、活字の匂いについて考えたこと',
    author: '水野',
    siteName: '紙とインクの日々',
    published: '2011-05-04',
    updated: null,
    lang: 'ja',
    url: url('http://inkpaper.blog.example.jp/blog-entry-27.html'),
    previous: {
      title: '雨の日の和紙は少し重い',
      url: url('http://inkpaper.blog.example.jp/blog-entry-26.html'),
    },
    next: { title: '活字を一本だけ買う', url: url('http://inkpaper.blog.example.jp/blog-entry-28.html') },
    tags: ['活版印刷', '散歩', '古い建物'],
    categories: [],
  },
  html: safe(
    '<p>連休の三日目、川沿いを歩いていて、木の看板の出た小さな印刷所を見つけた。「どうぞ」と言われて中に入ると、まず匂いがした。油と紙と、すこし埃。</p>' +
      '<p>壁いっぱいの棚に活字が並んでいる。<ruby>文選<rt>ぶんせん</rt></ruby>というのは、ここから一本ずつ拾う仕事だそうだ。<em>一本ずつ</em>、である。<span data-repeat="r1"></span></p>' +
      '<h2>刷ってもらった一枚</h2>' +
      '<p>名前を刷ってもらった。紙のくぼみを指でなぞると、字が字である前に、物であることがわかる。２０１１年５月４日、と日付も入れてくれた。</p>' +
      '<p><img data-src="http://inkpaper.blog.example.jp/img/0504.jpg" alt="刷り上がった名刺と活字" width="640" height="480"></p>' +
      '<blockquote><p>「急ぐ人には向きませんよ」と、ご主人は笑った。</p></blockquote>' +
      '<p>帰り道、手の中の紙はまだ少しだけ湿っていた。</p>',
  ),
  text: '連休の三日目、川沿いを歩いていて、木の看板の出た小さな印刷所を見つけた。',
  repeats: [
    {
      id: 'r1',
      times: 3,
      copies: [
        {
          text: '壁いっぱいの棚に活字が並んでいる。文選というのは、ここから一本ずつ拾う仕事だそうだ。一本ずつ、である。',
          differs: false,
        },
        { text: '壁いっぱいの棚に活字が並んでいる。文選というのは…', differs: true },
      ],
    },
  ],
  removals: [
    { id: 'x1', reason: 'stale-blog-ad', rule: 'fc2', text: 'スポンサーサイト', whole: 'スポンサーサイト' },
    {
      id: 'x2',
      reason: 'pager',
      rule: 'pager',
      text: '<<雨の日の和紙は少し重い | ホーム | 活字を一本だけ買う>>',
      whole: '<<雨の日の和紙は少し重い | ホーム | 活字を一本だけ買う>>',
    },
    {
      id: 'x3',
      reason: 'comment-form',
      rule: 'form',
      text: 'コメントの投稿 名前 タイトル メールアドレス',
      whole: 'コメントの投稿 名前 タイトル メールアドレス',
    },
    {
      id: 'x4',
      reason: 'trackback',
      rule: 'trackback',
      text: 'トラックバック http://inkpaper.blog.example.jp/tb.php/27',
      whole: 'トラックバック http://inkpaper.blog.example.jp/tb.php/27',
    },
  ],
  thread: {
    elsewhere: null,
    comments: [
      comment({
        id: 'c1',
        author: 'そら',
        title: '行ってみたいです',
        date: { shown: '2011/05/05(木) 10:21', iso: '2011-05-05' },
        text: 'この印刷所は予約なしで入れますか？',
      }),
      comment({
        id: 'c2',
        parentId: 'c1',
        depth: 1,
        author: '水野',
        byPostAuthor: true,
        title: 'Re: 行ってみたいです',
        date: { shown: '2011/05/05(木) 21:40', iso: '2011-05-05' },
        text: '平日なら入れてもらえるそうです。',
      }),
      comment({ id: 'c3', text: '活字の匂い、わかります。祖父の家がそうでした。' }),
    ],
  },
  digest: {
    ...NO_DIGEST,
    comments: 3,
    people: 3,
    from: '2011-05-05',
    to: '2011-05-05',
    questions: [
      {
        commentId: 'c1',
        quote: 'この印刷所は予約なしで入れますか？',
        answer: { commentId: 'c2', quote: '平日なら入れてもらえるそうです。' },
      },
    ],
    authorReplies: [{ commentId: 'c2', quote: '平日なら入れてもらえるそうです。' }],
    themes: [{ commentId: 'c3', quote: '活字の匂い、わかります。', words: ['活字', '匂い'], size: 2 }],
  },
  strategy: 'platform',
  readingMinutes: 1,
  length: { count: 486, unit: 'characters' },
};

/** As little as an article can be. */
export const BARE: Article = {
  ...ENGLISH,
  meta: {
    ...META,
    title: '',
    author: null,
    siteName: null,
    published: null,
    updated: null,
    lang: null,
    url: null,
    previous: null,
    next: null,
    tags: [],
    categories: [],
  },
  html: safe('<p>One paragraph.</p>'),
  repeats: [],
  removals: [],
  thread: { comments: [], elsewhere: null },
  digest: NO_DIGEST,
};

export const ARABIC: Article = {
  ...BARE,
  meta: {
    ...BARE.meta,
    title: 'عن الكتابة باليد في زمن الشاشات',
    author: 'ليلى',
    siteName: 'دفتر صغير',
    lang: 'ar',
    dir: 'rtl',
    tags: ['كتابة', 'يوميات'],
  },
  html: safe(
    '<p>كتبتُ هذا الصباح صفحة كاملة بقلم الحبر، ثم عدتُ إلى الشاشة.<span data-repeat="r1"></span></p><ul><li>الورق لا يرنّ.</li></ul>',
  ),
  repeats: [
    { id: 'r1', times: 2, copies: [{ text: 'كتبتُ هذا الصباح صفحة كاملة بقلم الحبر.', differs: false }] },
  ],
};
