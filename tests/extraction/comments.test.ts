import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moreControls } from '../../utils/extraction/comments/load-more.ts';
import { LABELS, mayBeLabel } from '../../utils/extraction/comments/vocabulary.ts';
import { takeComments } from '../../utils/extraction/comments.ts';
import type { RawComment } from '../../utils/extraction/types/comments.ts';
import type { Source } from '../../utils/extraction/types/source.ts';
import { PROSE, plainSourceOf, sourceOf } from './a-source.ts';

function pageNamed(name: string): Source {
  const html = readFileSync(`tests/pages/comments--${name}.html`, 'utf8');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return sourceOf({ head: parsed.head.innerHTML, body: parsed.body.innerHTML });
}

function factsOf(comments: readonly RawComment[]) {
  return comments.map(({ author, date, title, text, depth, byPostAuthor }) => ({
    author,
    day: date?.iso ?? null,
    title,
    text,
    depth,
    byPostAuthor,
  }));
}

const withComments = (body: string) =>
  sourceOf({ body: `<article><h1>A post</h1>${PROSE}</article>${body}` });

describe('a nested list of comments', () => {
  it('gives author, day, text, depth and whose answer it is', () => {
    const { thread } = takeComments(pageNamed('nested-list'));
    expect(factsOf(thread.comments)).toEqual([
      {
        author: 'Old Tom',
        day: '2021-09-03',
        title: null,
        text: 'Which oil did you use on the pivots?\nMine froze :-(',
        depth: 0,
        byPostAuthor: false,
      },
      {
        author: 'Maren Holt',
        day: '2021-09-03',
        title: null,
        text: "A drop of porpoise oil, from my grandfather's bottle.",
        depth: 1,
        byPostAuthor: true,
      },
      {
        author: 'Ines',
        day: '2021-09-05',
        title: null,
        text: 'Old Tom, 3 May 1999\nMine froze\nSo did the whole bay.',
        depth: 0,
        byPostAuthor: false,
      },
    ]);
    expect(thread.comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['c1', null],
      ['c2', 'c1'],
      ['c3', null],
    ]);
    expect(thread.comments[2]?.url).toBe('https://quay.example/2021/a-post#div-comment-14');
  });

  it('leaves the article alone and nothing of the section', () => {
    const source = pageNamed('nested-list');
    takeComments(source);
    const left = source.body.textContent ?? '';
    expect(left).toContain('I took it home in a biscuit tin');
    for (const gone of [
      'pivots',
      'porpoise',
      'bay',
      '4 thoughts',
      'Leave a Reply',
      'Pingback',
      'Recent Comments',
    ])
      expect(left).not.toContain(gone);
  });

  it('says why each part of the section was left out', () => {
    const source = pageNamed('nested-list');
    takeComments(source);
    const reasons = source.removals.list().map(({ reason }) => reason);
    expect(reasons).toEqual(
      expect.arrayContaining(['comment-heading', 'comment-form', 'trackback', 'widget']),
    );
  });

  it('finds nothing the second time', () => {
    const source = pageNamed('nested-list');
    takeComments(source);
    const before = source.body.innerHTML;
    expect(takeComments(source).thread).toEqual({ comments: [], elsewhere: null });
    expect(source.body.innerHTML).toBe(before);
  });
});

describe('comments without any names', () => {
  it('reads what a numbered heading says to be one', () => {
    const { thread } = takeComments(
      sourceOf({
        body: `<div><h1>Rain</h1>${PROSE}</div><div>Kommentare</div><div style="padding:1px"><h3>#1 Kommentar von Ida</h3>4. Mai 2021, 16:19<p>Das war ein guter Sommer!</p></div><div>Kommentar schreiben</div>`,
      }),
    );
    expect(thread.comments).toMatchObject([
      { text: 'Das war ein guter Sommer!', date: { iso: '2021-05-04' } },
    ]);
    expect(thread.comments[0]?.author).toContain('Ida');
  });
});

describe('comments of several siblings each', () => {
  it('joins title, body and footer and sets the owner’s answer apart', () => {
    const { thread } = takeComments(pageNamed('siblings'));
    expect(factsOf(thread.comments)).toEqual([
      {
        author: '星見',
        day: '2011-11-20',
        title: '宵の明星',
        text: '金星でしょうか。\nうちからも見えました。',
        depth: 0,
        byPostAuthor: false,
      },
      {
        author: '土手守',
        day: '2011-11-20',
        title: null,
        text: 'はい、金星です。',
        depth: 1,
        byPostAuthor: true,
      },
      {
        author: 'となり村',
        day: '2011-11-22',
        title: null,
        text: '大根の出来はいかがですか',
        depth: 0,
        byPostAuthor: false,
      },
    ]);
  });

  it('tells the latest comments of the blog from those on the post', () => {
    const source = pageNamed('siblings');
    takeComments(source);
    expect(source.body.textContent).not.toContain('最新コメント');
    expect(source.body.textContent).not.toContain('うちからも…');
    expect(source.body.textContent).toContain('最新記事');
  });

  it('keeps the body and the pager of the post', () => {
    const source = pageNamed('siblings');
    takeComments(source);
    expect(source.body.textContent).toContain('西の空にもう星がひとつ');
    expect(source.body.textContent).toContain('霜の朝');
    for (const gone of ['金星', 'コメント', 'トラックバック', '大根の出来'])
      expect(source.body.textContent).not.toContain(gone);
  });

  it('reads terms with two definitions', () => {
    const { thread } = takeComments(
      withComments(`<div id="comments"><h4>2 comments:</h4><dl id="comments-block">
        <dt class="comment-author" id="c71"><a href="#">Nell</a> said...</dt><dd class="comment-body"><p>What a fine gate.</p></dd>
        <dd class="comment-footer"><span class="comment-timestamp">4 May 2009 10:00</span></dd>
        <dt class="comment-author blog-author" id="c72"><a href="#">Ada</a> said...</dt><dd class="comment-body"><p>Thank you, Nell.</p></dd>
        <dd class="comment-footer"><span class="comment-timestamp">5 May 2009 11:00</span></dd></dl></div>`),
    );
    expect(factsOf(thread.comments)).toEqual([
      {
        author: 'Nell',
        day: '2009-05-04',
        title: null,
        text: 'What a fine gate.',
        depth: 0,
        byPostAuthor: false,
      },
      {
        author: 'Ada',
        day: '2009-05-05',
        title: null,
        text: 'Thank you, Nell.',
        depth: 0,
        byPostAuthor: true,
      },
    ]);
  });
});

describe('markup without a comment’s name', () => {
  it('is read by its repeating structure under a heading', () => {
    const { thread } = takeComments(
      withComments(`<section><h3>Kommentare</h3><ul class="x1"><li><div class="x2"><strong>Betje</strong> sagt:<br>
        <time datetime="1558595674000">23.05.2019 - 09:05</time><br><div class="x3">Schön geschrieben.</div><button>antworten</button></div></li>
        <li><div class="x2"><strong>Hinnerk</strong> sagt:<br><time datetime="1558600000000">23.05.2019 - 10:26</time><br>
        <div class="x3">Finde ich auch.</div><button>antworten</button></div></li></ul></section>`),
    );
    expect(factsOf(thread.comments).map(({ author, day, text }) => [author, day, text])).toEqual([
      ['Betje', '2019-05-23', 'Schön geschrieben.'],
      ['Hinnerk', '2019-05-23', 'Finde ich auch.'],
    ]);
  });

  it('reads items of a list whose byline is a line of text', () => {
    const { thread } = takeComments(
      withComments(`<ul class="reactions"><li id="comment-8"><div><h2 id="c8">A misreading</h2><span class="metadata">written by Wim on 21 January 2015, 20:02</span></div>
        <p>The slope is not the share.</p><p>So it holds.</p></li></ul>`),
    );
    expect(factsOf(thread.comments)).toMatchObject([
      {
        author: 'Wim',
        day: '2015-01-21',
        title: 'A misreading',
        text: 'The slope is not the share.\nSo it holds.',
      },
    ]);
  });

  it('takes no name or date from what a comment quotes', () => {
    const { thread } = takeComments(
      withComments(`<ol class="comment-list"><li class="comment" id="comment-4"><div class="comment-text"><blockquote><cite>Edda</cite> <time>1 May 1999</time><p>It leaks.</p></blockquote><p>Not mine.</p></div>
        <p class="comment-meta"><cite class="fn">Jorn</cite> <time>2 June 2011</time></p></li></ol>`),
    );
    expect(factsOf(thread.comments)).toMatchObject([{ author: 'Jorn', day: '2011-06-02' }]);
    expect(thread.comments[0]?.text).toContain('Not mine.');
  });

  it('reads a byline after the body', () => {
    const { thread } = takeComments(
      withComments(`<div id="comments"><div class="comment"><h3>この記事へのコメント</h3>
        <div class="comments-body">ことしも咲きましたね<div class="comments-post">Posted by つゆ at 2010年06月02日 21:40</div></div>
        <div class="comments-body">うちはまだです<div class="comments-post">Posted by 北の庭 at 2010年06月03日 06:10</div></div></div></div>`),
    );
    expect(
      factsOf(thread.comments).map(({ author, day, text, depth }) => [author, day, text, depth]),
    ).toEqual([
      ['つゆ', '2010-06-02', 'ことしも咲きましたね', 0],
      ['北の庭', '2010-06-03', 'うちはまだです', 0],
    ]);
  });
});

describe('a name with a number', () => {
  it('is no control', () => {
    const { thread } = takeComments(
      withComments(
        '<div id="comments"><article class="comment"><b class="author-name">link78</b><p>What a fine gate.</p></article></div>',
      ),
    );
    expect(thread.comments.map(({ author }) => author)).toEqual(['link78']);
  });
});

describe('what only looks like comments', () => {
  it.each([
    [
      'a form',
      '<div id="comments"><h3>No comments:</h3><form class="comment-form"><label>Name</label><input name="author"><textarea></textarea></form></div>',
    ],
    [
      'testimonials',
      '<div class="testimonials"><div class="item"><p>Best boat I ever had.</p><b>Jo, 3 May 2020</b></div><div class="item"><p>Never leaks.</p><b>Bo, 4 May 2020</b></div></div>',
    ],
    [
      'trackbacks',
      '<ol class="commentlist"><li id="comment-3"><cite>Pingback by <a href="https://far.example/">Far away</a></cite> | <small>11.09.2011</small><p>[…] a fine post […]</p></li></ol>',
    ],
    [
      'latest comments of the blog',
      '<aside><h3>Recent comments</h3><ul><li><b>Ann</b> on <a href="/other#comment-9">Ropes</a>: 3 May 2020 nice knots</li></ul></aside>',
    ],
  ])('%s gives no comment', (_, body) => {
    const source = withComments(body);
    expect(takeComments(source).thread.comments).toEqual([]);
    expect(source.body.textContent).toContain('The harbour was quiet');
  });

  it.each([
    [
      'a form in the shape of a comment',
      '<div id="comments"><div class="comment"><b class="author-name">Nameless</b><form><textarea></textarea></form><p>All about your data.</p></div></div>',
    ],
    [
      'an empty comment for a script to fill in',
      '<div id="comments"><div class="comment"><b class="author-name">Nameless</b><div class="comment-text">Uhr</div></div></div>',
    ],
    [
      'a list of who commented',
      '<div id="comments"><div class="comment-node"><a href="#k1"><span class="karma">9</span><span class="user-name">Nell</span></a></div></div>',
    ],
  ])('takes %s for no comment', (_, section) => {
    expect(takeComments(withComments(section)).thread.comments).toEqual([]);
  });

  it('is not misled by a post whose terms speak of comments', () => {
    const source = sourceOf({
      body: `<div class="post type-post category-kommentar"><h1>A post</h1><p class="author">Nell</p><time datetime="2020-05-01">1 May 2020</time>${PROSE}</div>`,
    });
    expect(takeComments(source).thread.comments).toEqual([]);
    expect(source.body.textContent).toContain('A post');
  });

  it('leaves a digest of forum posts and highlighted code in the article', () => {
    const source = sourceOf({
      body: `<article><h1>Board digest</h1><div class="article-body">${[1, 2, 3]
        .map(
          (n) =>
            `<div class="t_h">${n}: 名無しさん: 2014/09/29(月) 20:1${n}:05 ID:a${n}</div><div class="t_b">昼休みの話その${n}</div>`,
        )
        .join(
          '',
        )}<pre><code><span class="hljs-comment"># view the state</span> git status</code></pre></div></article>`,
    });
    expect(takeComments(source).thread.comments).toEqual([]);
    for (const kept of ['昼休みの話その1', '昼休みの話その3', '# view the state', 'git status'])
      expect(source.body.textContent).toContain(kept);
  });
});

describe('comments kept elsewhere', () => {
  it.each([
    ['giscus', '<div class="giscus"></div>', null],
    ['disqus', '<div id="disqus_thread"></div>', null],
    ['page', '<ul><li><a href="?m2=res">コメント(4)</a></li></ul>', 4],
  ])('names %s', (where, body, count) => {
    const { thread } = takeComments(withComments(body));
    expect(thread.elsewhere).toMatchObject({ where, count });
  });

  it('is null without any sign, with a count of none, and where comments were read', () => {
    expect(takeComments(withComments('<p>Bye.</p>')).thread.elsewhere).toBeNull();
    expect(takeComments(withComments('<a href="#c">Comments (0)</a>')).thread.elsewhere).toBeNull();
    const read = takeComments(
      withComments(
        '<div id="disqus_thread"><div class="comment"><div class="comment-author">Yaw</div><div class="comment-body">Lambdas are rare.</div></div></div>',
      ),
    ).thread;
    expect(read.comments).toHaveLength(1);
    expect(read.elsewhere).toBeNull();
  });
});

describe('more comments that the page itself offers', () => {
  const moreOf = (control: string) =>
    takeComments(withComments(`<section id="comments">${control}</section>`)).thread.more ?? null;

  it.each([
    [
      '<button>Show 22 comments</button>',
      { kind: 'button', label: 'Show 22 comments', url: null, count: 22 },
    ],
    [
      '<a href="#">Load more replies…</a>',
      { kind: 'button', label: 'Load more replies', url: null, count: null },
    ],
    [
      '<a href="/2021/a-post/comment-page-1">« Older Comments</a>',
      {
        kind: 'link',
        label: 'Older Comments',
        url: 'https://quay.example/2021/a-post/comment-page-1',
        count: null,
      },
    ],
    ['<button>Alle 9 Kommentare anzeigen</button>', { label: 'Alle 9 Kommentare anzeigen', count: 9 }],
    ['<button>Voir tous les commentaires</button>', { label: 'Voir tous les commentaires' }],
    ['<button>コメントをもっと見る</button>', { label: 'コメントをもっと見る' }],
    ['<button>もっと見る</button>', { label: 'もっと見る' }],
    ['<button>댓글 더보기</button>', { label: '댓글 더보기' }],
    ['<button>查看全部12条评论</button>', { label: '查看全部12条评论', count: 12 }],
  ])('are told: %s', (control, more) => {
    expect(moreOf(control)).toMatchObject(more);
  });

  it.each([
    '<a href="#respond">Leave a comment</a>',
    '<a href="#thread">View all comments</a>',
    '<button>Reply</button>',
    '<a href="/comments/feed/">All comments</a>',
    '<a href="/comments">Comment policy</a>',
  ])('are none: %s', (control) => {
    expect(moreOf(control)).toBeNull();
  });

  it('are not what stands elsewhere and says "more"', () => {
    expect(takeComments(withComments('<nav><button>Load more</button></nav>')).thread.more).toBeUndefined();
  });

  it('can be pressed in a live page', () => {
    const page = document.createElement('div');
    page.innerHTML = '<button>Menu</button><div class="comments"><button>Show more</button></div>';
    expect(moreControls(page.querySelectorAll('a, button')).map(({ textContent }) => textContent)).toEqual([
      'Show more',
    ]);
  });
});

describe('labels', () => {
  it('have a part that a quick look finds', () => {
    for (const labels of Object.values(LABELS))
      for (const label of labels) expect(mayBeLabel(label), label).toBe(true);
  });
});

describe('a text without markup', () => {
  const POST = '夜店の金魚\n縁日の帰りに金魚を三匹もらった。\n水槽の水を替えるのが日課になった。';

  it('joins a title with the body that was torn away to the end', () => {
    const source = plainSourceOf(
      `${POST}\n<<祭りの太鼓 | ホーム | 朝顔の鉢>>\nコメント\n長生きしますように\nコメントの投稿\nトラックバック\n| ホーム |\nうちの金魚は七年目です。`,
    );
    const { thread } = takeComments(source);
    expect(factsOf(thread.comments)).toMatchObject([
      { title: '長生きしますように', text: 'うちの金魚は七年目です。', author: null, depth: 0 },
    ]);
    expect(source.body.textContent).toContain('水槽の水を替える');
    expect(source.body.textContent).not.toContain('長生き');
    expect(source.body.textContent).not.toContain('七年目');
    expect(source.removals.list().map(({ text }) => text)).toEqual([
      'コメント',
      'コメントの投稿',
      'トラックバック',
      '| ホーム |',
    ]);
  });

  it('finds none where nobody commented, and takes no line of the post', () => {
    const source = plainSourceOf(`${POST}\nコメント\nコメントの投稿\nトラックバック\n| ホーム |`);
    expect(takeComments(source).thread.comments).toEqual([]);
    expect(source.body.textContent?.trim()).toBe(POST);
  });

  it('leaves a post that merely has コメント as a heading', () => {
    const text = `${POST}\nコメント\n店主のことば：よく食べる金魚です。`;
    const source = plainSourceOf(text);
    expect(takeComments(source).thread.comments).toEqual([]);
    expect(source.body.textContent?.trim()).toBe(text);
  });
});
