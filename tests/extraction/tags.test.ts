import { expect, describe as group, test } from 'vitest';
import { describe } from '../../utils/extraction/metadata.ts';
import { mergeTags } from '../../utils/extraction/tags.ts';
import { PROSE, sourceOf } from './a-source.ts';

const labels = (after: string, before = '') => {
  const body = `${before}<article><h1>Nets</h1>${PROSE}${after}</article>`;
  const { tags, categories } = describe(sourceOf({ head: '<title>Nets</title>', body }));
  return { tags, categories };
};

group('labels shown with a post', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'rel=tag',
      '<p>Tagged <a rel="tag" href="/x">Sea</a>, <a rel="tag" href="/y">Rope</a></p>',
      ['Sea', 'Rope'],
      [],
    ],
    [
      'rel="category tag"',
      '<p><a rel="category tag" href="/x">Boats</a> <a rel="tag" href="/tag/sea">Sea</a></p>',
      ['Sea'],
      ['Boats'],
    ],
    ['Blogger', '<span class="post-labels">Labels: <a href="/search/label/Sea">Sea</a></span>', ['Sea'], []],
    ['Tumblr', '<ul class="tags"><li><a href="/tagged/sea">#sea</a></li></ul>', ['sea'], []],
    ['note', '<div><a href="/hashtag/%E6%B5%B7">#海</a></div>', ['海'], []],
    [
      'Movable Type',
      '<div class="entry-categories"><h4>Category</h4><ul><li><a rel="tag" href="#">Boats</a></li></ul></div><div class="entry-tags"><h4>Tags</h4><ul><li><a rel="tag" href="#">Sea</a></li></ul></div>',
      ['Sea'],
      ['Boats'],
    ],
    [
      'FC2',
      '<ul class="entry_state"><li>カテゴリ：<a href="/blog-category-3.html">海</a></li></ul>',
      [],
      ['海'],
    ],
    [
      'Ameba',
      '<div class="skin-entryThemes"><dl><dt>テーマ：</dt><dd><a href="/theme-1.html">海</a></dd></dl></div>',
      [],
      ['海'],
    ],
    [
      'a German label',
      '<p>Schlagwörter: <a href="/a">Meer</a>, <a href="/b">Netze</a></p>',
      ['Meer', 'Netze'],
      [],
    ],
    [
      'a label in its own element',
      '<div><b>Mots-clés&nbsp;:</b><p><a href="/a">Mer</a></p></div>',
      ['Mer'],
      [],
    ],
    ['a year as a tag', '<p><a rel="tag" href="/tag/2017">2017</a></p>', ['2017'], []],
    ['its number of posts left out', '<p class="tags"><a href="/tag/sea">Sea (41)</a></p>', ['Sea'], []],
    [
      'more tags than a cloud has, each marked',
      `<p>${Array.from({ length: 50 }, (_, n) => `<a rel="tag" href="/tag/${n}">Knot ${n}x</a>`).join(', ')}</p>`,
      Array.from({ length: 50 }, (_, n) => `Knot ${n}x`),
      [],
    ],
    [
      'a line of links between two blocks of the post',
      `${PROSE}<a href="/tag/sea">Sea</a>, <a href="/tag/rope">Rope</a>${PROSE}`,
      ['Sea', 'Rope'],
      [],
    ],
    ['SPIP', '<div class="tags"><a class="mots" href="+-Mer-+">Mer</a></div>', ['Mer'], []],
    [
      'a box beside the text, within the post',
      `<aside class="options">${PROSE}<div class="tags"><a href="/tag/sea">Sea</a></div></aside>`,
      ['Sea'],
      [],
    ],
  ])('%s', (_, after, tags, categories) => {
    expect(labels(after)).toEqual({ tags, categories });
  });
});

group('no labels of this post', () => {
  const cloud = Array.from({ length: 60 }, (_, n) => `<a href="/tag/${n}">Tag ${n}x</a>`).join(' ');
  test.each([
    [
      'links in sentences',
      `<p>We wrote about <a href="/tag/rope">rope</a> long ago, when the winter had been hard and the boats lay upside down on the shingle, waiting for better days to come.</p>`,
    ],
    ['a tag cloud', `<div class="tagcloud">${cloud}</div>`],
    ['a cloud without a name', `<div>${cloud}</div>`],
    [
      'a sidebar',
      '<div class="sidebar"><ul class="tags"><li><a rel="tag" href="/tag/sea">Sea</a></li></ul></div>',
    ],
    ['breadcrumbs', '<div class="breadcrumbs"><a href="/boats">Boats</a></div>'],
    ['comments', '<div id="comments"><p>Tags: <a href="/tag/sea">Sea</a></p></div>'],
    ['related posts', '<h2>Related posts</h2><div class="tags"><a href="/tag/sea">Sea</a></div>'],
    [
      'an author and a permanent link',
      '<p class="tags"><a rel="author" href="/author/ada">Ada</a> <a rel="bookmark" href="/p">Permalink</a></p>',
    ],
    [
      'a short sentence with a link',
      '<p>We wrote about <a href="/tag/rope">rope</a> long ago, when the winter had been hard.</p>',
    ],
    [
      'a banner about cookies',
      '<div class="cookie-banner"><div class="categories"><a href="/purposes">Purposes</a></div></div>',
    ],
    ['the host’s own classes', '<ul class="category"><li>全站分類：<a href="#">生活</a></li></ul>'],
  ])('%s', (_, after) => {
    expect(labels(after)).toEqual({ tags: [], categories: [] });
  });
});

test('a menu far above the title is none of the post', () => {
  const menu = Array.from({ length: 50 }, (_, n) => `<li><a href="/${n}">Shoal ${n}</a></li>`).join('');
  expect(labels('', `<div class="categories"><ul>${menu}</ul></div>`)).toEqual({ tags: [], categories: [] });
});

test('a breadcrumb gives the categories whose addresses say so', () => {
  const crumbs =
    '<nav class="breadcrumbs"><a href="/">Home</a> <a href="/category/boats">Boats</a> <a href="/x">X</a></nav>';
  expect(labels('', crumbs)).toEqual({ tags: [], categories: ['Boats'] });
});

test('the page’s own keywords confirm tags that stand in a sidebar', () => {
  const side =
    '<div class="sidebar"><ul class="tags"><li><a href="/tag/sea">Sea</a></li><li><a href="/tag/rope">Rope</a></li></ul></div>';
  const body = `<article><h1>Nets</h1>${PROSE}</article>${side}`;
  const head = '<title>Nets</title><meta name="keywords" content="ｒｏｐｅ, knots">';
  expect(describe(sourceOf({ head, body })).tags).toEqual(['Sea', 'Rope']);
  expect(describe(sourceOf({ head: '<title>Nets</title>', body })).tags).toEqual([]);
});

test('hidden metadata is a suggestion, not a tag', () => {
  const { tags, keywords } = describe(
    sourceOf({
      head: '<meta property="article:tag" content="Sea"><meta property="article:tag" content="Rope"><meta name="keywords" content="boats, sea">',
      body: PROSE,
    }),
  );
  expect(tags).toEqual([]);
  expect(keywords).toEqual(['Sea', 'Rope', 'boats']);
});

test('tags that differ in width, case or # only are one', () => {
  expect(mergeTags(['#Sea', 'sea', '＃ＳＥＡ'], ['海', ' 海 ', 'Rope,'])).toEqual(['Sea', '海', 'Rope']);
});
