import { describe, expect, it } from 'vitest';
import { extract } from '../../utils/extraction/extract.ts';
import { pageOf } from './html.ts';

const HOME = 'https://quay.example/';

function read(body: string, { lang = 'en', head = '', url = HOME } = {}) {
  const html = `<!doctype html><html lang="${lang}"><head><title>Quay</title>${head}</head><body>${body}</body></html>`;
  const outcome = extract(pageOf(html, url));
  if (outcome.kind !== 'not-an-article')
    throw new Error(`${outcome.kind}: ${JSON.stringify(outcome).slice(0, 300)}`);
  return outcome;
}

const POSTS = [
  [
    'Where the eels went',
    '2024-05-03',
    'May 3, 2024',
    'They left in a wet night in October, over the weir, and nobody saw them go but the lock keeper.',
  ],
  [
    'A hut made of doors',
    '2024-04-21',
    'April 21, 2024',
    'Eleven doors, to be exact, and one of them opens; the builder has forgotten which, he says.',
  ],
  [
    'Ropes, and their names',
    '2024-04-02',
    'April 2, 2024',
    'A rope is called a rope only as long as it lies in the shop, and something else ever after.',
  ],
  [
    'The ferry is late',
    '2024-03-17',
    'March 17, 2024',
    'It has been late since 1911, when the first timetable was printed and the river took note.',
  ],
] as const;
const slug = (title: string) => title.toLowerCase().replaceAll(/\W+/gu, '-');
const each = (make: (post: (typeof POSTS)[number]) => string) => POSTS.map(make).join('\n');
const EXPECTED = POSTS.map(([title, date]) => ({ title, url: `${HOME}${slug(title)}`, date }));
const MENU =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About this quay</a></li><li><a href="/contact">Write to us</a></li></ul></nav>';
const ASIDE =
  '<aside class="sidebar widget-area"><h2>Archives</h2><ul><li><a href="/2024/05">May of the year 2024</a></li><li><a href="/2024/04">April of the year 2024</a></li><li><a href="/2024/03">March of the year 2024</a></li><li><a href="/2024/02">February of 2024</a></li><li><a href="/2024/01">January of 2024</a></li></ul></aside>';

describe('a list of posts', () => {
  it.each([
    [
      'WordPress',
      each(
        ([title, iso, shown, text]) =>
          `<article class="post hentry"><header><h2 class="entry-title"><a href="/${slug(title)}" rel="bookmark">${title}</a></h2><p class="entry-meta"><time datetime="${iso}T08:00">${shown}</time></p></header><div class="entry-summary"><p>${text} <a href="/${slug(title)}">Continue reading</a></p></div></article>`,
      ),
    ],
    [
      'a block theme',
      `<ul class="wp-block-post-template">${each(([title, , shown, text]) => `<li class="wp-block-post"><h2 class="wp-block-post-title"><a href="/${slug(title)}">${title}</a></h2><div class="wp-block-post-excerpt">${text}</div><div class="wp-block-post-date">${shown}</div></li>`)}</ul>`,
    ],
    [
      'Blogger, with the day above each post',
      `<div class="blog-posts">${each(([title, , shown, text]) => `<div class="date-outer"><h2 class="date-header"><span>${shown}</span></h2><div class="post-outer"><div class="post"><h3 class="post-title"><a href="/${slug(title)}">${title}</a></h3><div class="post-body">${text}</div></div></div></div>`)}</div>`,
    ],
    [
      'a bare archive with dates',
      `<main><h1>Archive</h1><ul>${each(([title, iso, shown]) => `<li><time datetime="${iso}">${shown}</time> <a href="/${slug(title)}">${title}</a></li>`)}</ul></main>`,
    ],
    [
      'teasers without any telling name',
      `<div>${each(([title, , shown, text]) => `<div><a href="/${slug(title)}"><img src="/x.jpg" alt=""></a><h3><a href="/${slug(title)}">${title}</a></h3><span>${shown}</span><div>${text}</div><a href="/${slug(title)}">Read more</a></div>`)}</div>`,
    ],
    [
      'cards that are links as a whole',
      `<section>${each(([title, , shown]) => `<a href="/${slug(title)}"><h3>${title}</h3><small>${shown}</small></a>`)}</section>`,
    ],
  ])('says so and names each post: %s', (_, list) => {
    const { reason, posts } = read(`${MENU}${list}${ASIDE}`);
    expect(reason).toBe('list-of-posts');
    expect(posts).toEqual(EXPECTED);
  });

  it('with whole posts in Japanese, as on FC2', () => {
    const entries = [
      ['梅を漬ける', '2019/06/12'],
      ['物干し竿の話', '2019/06/08'],
      ['隣町の本屋', '2019/05/30'],
    ].map(
      ([title, date], index) =>
        `<div class="content entry"><h2 class="entry_header"><a href="/blog-entry-${index + 7}.html">${title}</a></h2><div class="entry_body">朝から雨が降ったりやんだりで、縁側に座って${title}のことを考えていた。<br>手を動かしているあいだは、だれも時計を見ない。</div><ul class="entry_footer"><li>${date}(水) 10:12</li><li>コメント:0</li></ul></div>`,
    );
    const { reason, posts } = read(entries.join(''), { lang: 'ja' });
    expect(reason).toBe('list-of-posts');
    expect(posts.map(({ title, date }) => [title, date])).toEqual([
      ['梅を漬ける', '2019-06-12'],
      ['物干し竿の話', '2019-06-08'],
      ['隣町の本屋', '2019-05-30'],
    ]);
  });

  it('names each post once, none of another site, no script and not itself', () => {
    const odd = `<li>May 1, 2024 <a href="https://other.example/a-post">A post of somebody else</a></li><li>May 1, 2024 <a href="javascript:alert(1)">A script for a post</a></li><li>May 1, 2024 <a href="${HOME}">This very page</a></li>`;
    const list = each(([title, , shown]) => `<li>${shown} <a href="/${slug(title)}">${title}</a></li>`);
    const { posts } = read(`<ul>${list}${odd}${list}</ul>`);
    expect(posts).toEqual(EXPECTED);
  });
});

describe('other reasons', () => {
  it('a collection of links is one, and its links are named', () => {
    const { reason, posts } = read(
      `<h1>Links</h1><ul>${each(([title]) => `<li><a href="/${slug(title)}">${title}</a></li>`)}</ul>`,
    );
    expect(reason).toBe('links-only');
    expect(posts).toEqual(EXPECTED.map((post) => ({ ...post, date: null })));
  });

  it('a form to fill in', () => {
    const fields = ['Name', 'Boat', 'Length'].map((name) => `<label>${name} <input name="${name}"></label>`);
    const { reason, posts } = read(
      `<h1>A mooring</h1><form action="/book">${fields.join('')}<button>Ask</button></form>`,
    );
    expect(reason).toBe('form');
    expect(posts).toEqual([]);
  });

  it('a search field makes no form', () => {
    const search = '<form role="search"><input type="search" name="q"><input type="submit"></form>';
    expect(read(`${search}<p>Nothing here yet.</p>`).reason).toBe('too-short');
  });

  it('nothing at all', () => {
    expect(read('<div></div>')).toMatchObject({ reason: 'empty', posts: [] });
  });
});
