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
