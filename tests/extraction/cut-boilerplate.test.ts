import { describe, expect, it } from 'vitest';
import { cutBoilerplate } from '../../utils/extraction/cut-boilerplate.ts';
import { paragraphs, sourceOf } from './html.ts';

function cut(html: string): { text: string; removed: [string, string][] } {
  const trimmed = cutBoilerplate({ ...sourceOf(html), stage: 'without-comments' });
  return {
    text: trimmed.body.textContent ?? '',
    removed: trimmed.removals.list().map(({ reason, text }) => [reason, text]),
  };
}

describe('cutBoilerplate', () => {
  it.each([
    ['navigation', '<nav><a href="/a">About us</a></nav>'],
    ['share-bar', '<div class="sharedaddy sd-sharing"><a href="/s">Send it on</a></div>'],
    ['related-posts', '<div class="jp-relatedposts"><a href="/o">Another post</a></div>'],
    ['subscribe', '<div class="newsletter-box">Our letter, weekly</div>'],
    ['sidebar', '<div id="sidebar"><a href="/x">Archive 2020</a></div>'],
    ['ad', '<p>スポンサーサイト</p>'],
    ['trackback', '<h3>トラックバック</h3>'],
    ['comment-form', '<h3>コメントの投稿</h3>'],
    ['pager', '<p>&lt;&lt;前の話 | ホーム | 次の話&gt;&gt;</p>'],
    ['pager', '<p>| ホーム |</p>'],
    ['stale-ad', '<p>上記の広告は1ヶ月以上更新のないブログに表示されています。</p>'],
  ])('cuts %s: %s', (reason, html) => {
    const { text, removed } = cut(`${paragraphs(4)}${html}`);
    expect(text).toContain('Paragraph 4');
    expect(removed).toHaveLength(1);
    expect(removed[0]?.[0]).toBe(reason === 'stale-ad' ? 'ad' : reason);
  });

  it('keeps the article whatever its theme calls it', () => {
    const { text, removed } = cut(`<div class="widget sidebar related">${paragraphs(4)}</div>`);
    expect(text).toContain('Paragraph 1');
    expect(removed).toEqual([]);
  });

  it.each([
    ['a heading that leads into text', `<h2>コメント</h2>${paragraphs(2)}`, 'コメント'],
    [
      'an embedded post called tweet',
      `${paragraphs(3)}<blockquote class="twitter-tweet">A remark of some length, quoted here.</blockquote>`,
      'A remark',
    ],
    [
      'an addition by the author',
      `${paragraphs(3)}<h3>追記</h3><p>あとで気づいたことを少しだけ書き足しておきます。</p>`,
      '追記',
    ],
  ])('keeps %s', (_, html, expected) => {
    expect(cut(html).text).toContain(expected);
  });

  it.each([
    [
      'names in camel case',
      '<div class="relatedPosts__x4Ab2">Another post to look at</div>',
      'related-posts',
    ],
    ['names with a number', '<div class="banner_ad_3">Buy our lamps</div>', 'ad'],
    [
      'a link to another post',
      '<p>Lesen Sie auch: <a href="/o">Wie der Turm gebaut wurde</a></p>',
      'related-posts',
    ],
    ['a teaser in Spanish', '<p>Lea también: <a href="/o">La torre y sus campanas</a></p>', 'related-posts'],
    ['a label in Polish', '<p><a href="/o">Zobacz także</a></p>', 'related-posts'],
    ['who took the picture', '<p>Foto: Erika Beispiel</p>', 'copyright'],
    ['who pays', '<p>This page contains affiliate links. We may earn a commission.</p>', 'ad'],
    ['an invitation to follow', '<p>Folgt uns auf Instagram und Facebook!</p>', 'subscribe'],
    ['a newsletter', '<p>Sign up for our weekly newsletter, it is free.</p>', 'subscribe'],
    ['reading time', '<h6>Tower Team | 5 min read</h6>', 'byline'],
    ['rules for comments', '<div id="comment_rules">Be kind</div>', 'comment-form'],
    ['consent texts longer than the post', `<div class="cli-modal">${paragraphs(6)}</div>`, 'consent'],
  ])('cuts %s', (_, html, reason) => {
    const { text, removed } = cut(`${paragraphs(2)}${html}`);
    expect(text).toContain('Paragraph 2');
    expect(removed.map(([why]) => why)).toEqual([reason]);
  });

  it.each([
    ['a heading whose anchor says share', '<h2 id="what-share-of-it">What share of it</h2>', 'What share'],
    [
      'a section whose anchor is a sentence',
      '<div id="how-popular-are-old-towers">Quite popular</div>',
      'Quite',
    ],
    [
      'a column that says it has no sidebar',
      '<div class="sidebar-enabled--false">Closing words</div>',
      'Closing',
    ],
    ["a page builder's box", '<div class="so-panel widget widget_text">A last remark</div>', 'A last remark'],
    [
      'a recommended link within a sentence',
      '<p>The bells, says <a class="recommendation-link" href="/b">the book</a>, are older than the tower is.</p>',
      'the book',
    ],
    [
      'a link named after the popup it opens',
      '<ul><li>Half a pound <a class="popup" href="/f">of flour</a></li></ul>',
      'of flour',
    ],
    ['a sentence about pictures', '<p>Photos are kept here, by the way, for a hundred years.</p>', 'Photos'],
    [
      'a sentence that begins like a teaser',
      '<p>Related to this is the question of who rings the bells.</p>',
      'Related',
    ],
  ])('keeps %s', (_, html, expected) => {
    expect(cut(`${paragraphs(4)}${html}`).text).toContain(expected);
  });

  it('makes a button that opens an answer its heading, and cuts other buttons', () => {
    const { text, removed } = cut(
      `${paragraphs(2)}<div><button class="faq-toggle">Who rings the bells?</button><p>The baker does.</p></div><button>Send it</button>`,
    );
    expect(text).toContain('Who rings the bells?');
    expect(removed).toEqual([['form', 'Send it']]);
  });

  it('loses nothing: what is not in the text is on record', () => {
    const { text, removed } = cut(
      `<nav>Menu one</nav>${paragraphs(2)}<p>関連記事</p><ul class="related"><li><a href="/1">One</a></li></ul><footer class="site-footer">Imprint</footer>`,
    );
    const all = [text, ...removed.map(([, line]) => line)].join(' ');
    for (const words of ['Menu one', 'Paragraph 2', '関連記事', 'One', 'Imprint'])
      expect(all).toContain(words);
  });

  it("makes a text document's lines its paragraphs", () => {
    const trimmed = cutBoilerplate({
      ...sourceOf('<pre>one\n\ntwo\nthree</pre>'),
      stage: 'without-comments',
    });
    expect([...trimmed.body.querySelectorAll('p')].map((line) => line.textContent)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });
});
