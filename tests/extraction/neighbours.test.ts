import { expect, test } from 'vitest';
import { describe } from '../../utils/extraction/metadata.ts';
import { PROSE, sourceOf } from './a-source.ts';

function neighbours(pager: string, head = '') {
  const { previous, next } = describe(sourceOf({ head, body: `<h1>Nets</h1>${PROSE}${pager}` }));
  return [previous?.title ?? null, next?.title ?? null];
}

test.each([
  [
    'WordPress',
    '<nav class="post-navigation"><div class="nav-previous"><a href="/a" rel="prev"><span class="meta-nav">Previous Post:</span> Oars</a></div><div class="nav-next"><a href="/b" rel="next">Next post: Sails →</a></div></nav>',
  ],
  [
    'Blogger',
    '<div class="blog-pager"><span><a class="blog-pager-newer-link" href="/b">Sails</a></span> <a class="home-link" href="/">Home</a> <a class="blog-pager-older-link" href="/a">Oars</a></div>',
  ],
  [
    'Hatena',
    '<div class="pager"><span class="pager-prev"><a href="/a"><span>«</span> Oars</a></span><span class="pager-next"><a href="/b">Sails <span>»</span></a></span></div>',
  ],
  [
    'FC2 with arrows',
    '<p class="page_navi"><a href="/a">&lt;&lt;Oars</a> | <a href="/">ホーム</a> | <a href="/b">Sails&gt;&gt;</a></p>',
  ],
  [
    'arrows outside the links',
    '<div class="menu">« <a href="/a">Oars</a> | <a href="/">トップページ</a> | <a href="/b">Sails</a> »</div>',
  ],
  [
    'FC2 with classes',
    '<div class="page_navi"><a class="prev preventry" href="/a">Oars</a> <a class="home" href="/">ホーム</a> <a class="next nextentry" href="/b">Sails</a></div>',
  ],
  [
    'Japanese labels',
    '<div class="pager"><a class="prevpage" href="/a">前の記事へ: Oars</a> <a class="nextpage" href="/b">次の記事へ: Sails</a></div>',
  ],
  [
    'a label before the link',
    '<ul class="navigation"><li>上一篇：<a href="/a">Oars</a></li><li>下一篇：<a href="/b">Sails</a></li></ul>',
  ],
  [
    'Korean labels',
    '<div class="post-nav"><a class="prev" href="/a">이전글 Oars</a> <a class="next" href="/b">다음글 Sails</a></div>',
  ],
  [
    'Ameba',
    '<div class="skin-paging"><a class="skin-pagingPrev" href="/a">Oars</a> <a class="skin-pagingNext" href="/b">Sails</a></div>',
  ],
])('%s', (_, pager) => {
  expect(neighbours(pager)).toEqual(['Oars', 'Sails']);
});

test('the visible pager beats the head and its own rel', () => {
  const head = '<link rel="prev" href="/b" title="Sails"><link rel="next" href="/a" title="Oars">';
  const pager =
    '<p class="page_navi"><a rel="next" href="/a">&lt;&lt;Oars</a> | <a href="/">ホーム</a> | <a rel="prev" href="/b">Sails&gt;&gt;</a></p>';
  expect(neighbours(pager, head)).toEqual(['Oars', 'Sails']);
});

test('one neighbour, at the end of a blog', () => {
  expect(
    neighbours('<p class="page_navi"><a href="/a">&lt;&lt;Oars</a> | <a href="/">ホーム</a></p>'),
  ).toEqual(['Oars', null]);
});

test.each([
  [
    'pages of a list',
    '<div class="pagination"><a href="/page/2" class="next">Older posts</a> <a href="/page/3">3</a></div>',
  ],
  [
    'pages of comments',
    '<div id="comments"><nav class="comment-navigation"><a class="prev" href="#c">Older comments</a></nav></div>',
  ],
  ['a home link alone', '<p class="page_navi">| <a href="/">ホーム</a> |</p>'],
  [
    'a picture gallery',
    '<div class="gallery"><a class="prev" href="#1">Boat</a><a class="next" href="#2">Net</a></div>',
  ],
  ['a sidebar', '<div class="sidebar"><a class="next" href="/b">Sails</a></div>'],
])('%s give no neighbours', (_, pager) => {
  expect(neighbours(pager)).toEqual([null, null]);
});

test('addresses are absolute, and never scripts', () => {
  const { previous, next } = describe(
    sourceOf({
      body: `<h1>Nets</h1>${PROSE}<div class="pager"><a class="prev" href="../a">Oars</a><a class="next" href="javascript:alert(1)">Sails</a></div>`,
    }),
  );
  expect(previous).toEqual({ title: 'Oars', url: 'https://quay.example/a' });
  expect(next).toEqual({ title: 'Sails', url: null });
});
