import { describe, expect, test } from 'vitest';
import { describe as describePage } from '../../utils/extraction/metadata.ts';
import { PROSE, sourceOf } from './a-source.ts';

interface Given {
  readonly pager: string;
  readonly url?: string;
  readonly head?: string;
}

const POST = 'https://quay.example/2021/nets/';

function read({ pager, url = POST, head = '' }: Given) {
  return describePage(sourceOf({ head, url, body: `<article><h1>Nets</h1>${PROSE}${pager}</article>` }));
}

/** `own/total: number address, …`, addresses relative to the site. */
function pages(given: Given): string | null {
  const found = read(given).pages;
  if (!found) return null;
  const others = found.others.map(
    ({ number, url }) => `${number} ${url.replace(/^https:\/\/quay\.example/u, '')}`,
  );
  return `${found.own}/${found.total ?? '?'}: ${others.join(', ')}`;
}

describe('pages of one article', () => {
  test.each<[string, Given, string]>([
    [
      'WordPress, first page',
      {
        pager:
          '<div class="page-links">Pages: <span class="post-page-numbers current">1</span> <a class="post-page-numbers" href="/2021/nets/2/">2</a> <a class="post-page-numbers" href="/2021/nets/3/">3</a></div>',
      },
      '1/3: 2 /2021/nets/2/, 3 /2021/nets/3/',
    ],
    [
      'WordPress, page in the middle',
      {
        url: `${POST}2/`,
        pager:
          '<div class="page-links">Pages: <a href="/2021/nets/">1</a> <span class="current">2</span> <a href="/2021/nets/3/">3</a></div>',
      },
      '2/3: 1 /2021/nets/, 3 /2021/nets/3/',
    ],
    [
      'WordPress with plain permalinks',
      {
        url: 'https://quay.example/?p=31',
        pager: '<p>Pages: 1 <a href="/?p=31&amp;page=2">2</a></p>',
      },
      '1/2: 2 /?p=31&page=2',
    ],
    [
      'numbers and a next link in Japanese',
      {
        pager:
          '<ul class="pagination"><li>1</li><li><a href="?page=2">2</a></li><li><a href="?page=3">3</a></li><li><a href="?page=2">次へ</a></li></ul>',
      },
      '1/3: 2 /2021/nets/?page=2, 3 /2021/nets/?page=3',
    ],
    [
      'a place in the whole',
      {
        url: 'https://quay.example/nets_1.html',
        pager: '<p>1/3 <a href="nets_2.html">次のページ</a></p>',
      },
      '1/3: 2 /nets_2.html',
    ],
    [
      'a place in words',
      {
        url: 'https://quay.example/nets.html',
        pager: '<p>Page 1 of 4 · <a href="/nets_2.html">Next page</a></p>',
      },
      '1/4: 2 /nets_2.html',
    ],
    [
      'a place in Japanese words',
      {
        url: 'https://quay.example/nets?page=2',
        pager: '<p>全3ページ中2ページ目 <a href="?page=3">次のページへ</a></p>',
      },
      '2/3: 3 /nets?page=3',
    ],
    [
      'pages with headings',
      {
        pager:
          '<ol><li>1ページ目：糸</li><li><a href="?page=2">2ページ目：結び目</a></li><li><a href="?page=3">3ページ目：修理</a></li></ol>',
      },
      '1/3: 2 /2021/nets/?page=2, 3 /2021/nets/?page=3',
    ],
    [
      'addresses that count from 0',
      { pager: '<p>1 <a href="?page=1">2</a> <a href="?page=2">3</a></p>' },
      '1/3: 2 /2021/nets/?page=1, 3 /2021/nets/?page=2',
    ],
    [
      'the rest of a post',
      { pager: '<p><a href="/2021/nets/2/">続きを読む</a></p>' },
      '1/?: 2 /2021/nets/2/',
    ],
    ['German', { pager: '<p><a href="?seite=2">Nächste Seite »</a></p>' }, '1/?: 2 /2021/nets/?seite=2'],
    [
      'French',
      { pager: '<p><a href="/2021/nets/page-2">Page suivante ›</a></p>' },
      '1/?: 2 /2021/nets/page-2',
    ],
    [
      'Chinese',
      { pager: '<p>[1] <a href="?page=2">[2]</a> <a href="?page=2">下一页</a></p>' },
      '1/2: 2 /2021/nets/?page=2',
    ],
    ['Korean', { pager: '<p><a href="?page=2">다음 페이지</a></p>' }, '1/?: 2 /2021/nets/?page=2'],
    ['Arabic', { pager: '<p><a href="?page=2">الصفحة التالية</a></p>' }, '1/?: 2 /2021/nets/?page=2'],
    [
      'only the head says so',
      { pager: '', head: '<link rel="next" href="https://quay.example/2021/nets/2/">' },
      '1/?: 2 /2021/nets/2/',
    ],
    [
      'files with numbers for names',
      {
        url: 'https://quay.example/nets/1.html',
        pager: '<p>1 <a href="2.html">2</a> <a href="3.html">3</a></p>',
      },
      '1/3: 2 /nets/2.html, 3 /nets/3.html',
    ],
    [
      'addresses of any kind in a pager for one article',
      {
        pager:
          '<div class="page-links"><span>1</span> <a href="/2021/nets/?section=b">2</a> <a href="/2021/nets/?section=c">3</a></div>',
      },
      '1/3: 2 /2021/nets/?section=b, 3 /2021/nets/?section=c',
    ],
    [
      'on another host of the same site',
      { pager: '<p>1 <a href="https://m.quay.example/2021/nets/?page=2">2</a></p>' },
      '1/2: 2 https://m.quay.example/2021/nets/?page=2',
    ],
  ])('%s', (_, given, expected) => {
    expect(pages(given)).toBe(expected);
  });
});

describe('no pages of the article', () => {
  test.each<[string, Given]>([
    ['the next post, by rel', { pager: '<a rel="next" href="/2021/sails/">Sails</a>' }],
    [
      'the next post, by number',
      {
        url: 'https://quay.example/blog-entry-3.html',
        pager: '<a rel="next" href="blog-entry-4.html">次へ</a>',
        head: '<link rel="next" href="https://quay.example/blog-entry-4.html">',
      },
    ],
    [
      'the next post among numbered ones',
      { url: 'https://quay.example/archives/12', pager: '<a rel="next" href="/archives/13">Next</a>' },
    ],
    [
      'the next part of a series',
      { url: 'https://quay.example/nets-part-1', pager: '<a rel="next" href="/nets-part-2">Next</a>' },
    ],
    ['a post whose name ends in a number', { pager: '<a href="/2021/nets-2/">Next</a>' }],
    [
      'older posts',
      { url: 'https://quay.example/', pager: '<a href="/page/2/">Next page</a> <a href="/page/2/">2</a>' },
    ],
    [
      'an archive',
      { url: 'https://quay.example/category/sea/', pager: '<a href="/category/sea/page/2/">2</a>' },
    ],
    [
      'comments, by their part of the page',
      { pager: '<div id="comments" class="comments"><a href="?page=2">2</a></div>' },
    ],
    [
      'comments, by their pager',
      { pager: '<nav class="comments-pagination"><a href="/2021/nets/comment-page-2/#comments">2</a></nav>' },
    ],
    ['comments, by address', { pager: '<p><a href="?cpage=2">2</a></p>' }],
    [
      'a calendar',
      {
        url: 'https://quay.example/2021/nets',
        pager: '<table class="calendar"><tr><td><a href="/2021/nets/2">2</a></td></tr></table>',
      },
    ],
    ['footnotes', { pager: '<p>Twine<a href="#note-2">2</a></p>' }],
    ['another site', { pager: '<p><a href="https://other.example/2021/nets/?page=2">2</a></p>' }],
    ['a link with words of its own', { pager: '<p><a href="?page=2">Why nets tear</a></p>' }],
  ])('%s', (_, given) => {
    expect(pages(given)).toBeNull();
  });
});

test('a page of the article is no neighbouring post', () => {
  const {
    previous,
    next,
    pages: found,
  } = read({
    url: `${POST}2/`,
    pager:
      '<nav class="pagination"><a class="prev" rel="prev" href="/2021/nets/">Previous</a> <a class="next" rel="next" href="/2021/nets/3/">Next</a></nav><nav class="post-navigation"><a rel="next" href="/2021/sails/">Sails</a></nav>',
  });
  expect(found?.others.map(({ number }) => number)).toEqual([1, 3]);
  expect(previous).toBeNull();
  expect(next?.title).toBe('Sails');
});

test('addresses are absolute, never scripts, and every page stands once', () => {
  const found = read({
    pager:
      '<p>1 <a href="javascript:alert(2)">2</a> <a href="?page=2#top">2</a> <a href="?page=2">2</a> <a href="?page=3">3</a></p>',
  }).pages;
  expect(found?.others).toEqual([
    { number: 2, url: `${POST}?page=2`, state: 'linked' },
    { number: 3, url: `${POST}?page=3`, state: 'linked' },
  ]);
});

test('an archive of more pages than an article has is none', () => {
  const links = Array.from({ length: 150 }, (_, index) => `<a href="?page=${index + 2}">${index + 2}</a>`);
  expect(pages({ pager: `<p>${links.join(' ')}</p>` })).toBeNull();
});
