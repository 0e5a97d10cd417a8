import { describe, expect, it } from 'vitest';
import { readPost } from './read.ts';

describe('images with captions', () => {
  const MARKUP: readonly (readonly [tool: string, html: string])[] = [
    [
      'figure',
      '<figure class="wp-block-image"><img src="/b.jpg" alt="A bowl"><figcaption>The first bowl</figcaption></figure>',
    ],
    [
      'WordPress, classic',
      '<div class="wp-caption aligncenter" style="width: 310px"><a href="/b.jpg"><img src="/b.jpg" alt="A bowl"></a><p class="wp-caption-text">The first bowl</p></div>',
    ],
    [
      'Blogger',
      '<table class="tr-caption-container"><tbody><tr><td><a href="/b.jpg"><img src="/b.jpg" alt="A bowl"></a></td></tr><tr><td class="tr-caption">The first bowl</td></tr></tbody></table>',
    ],
    [
      'a gallery of WordPress, classic',
      '<div class="gallery"><dl class="gallery-item"><dt class="gallery-icon"><a href="/b.jpg"><img src="/b.jpg" alt="A bowl"></a></dt><dd class="gallery-caption">The first bowl</dd></dl></div>',
    ],
  ];

  it.each(MARKUP)('are figures: %s', (_, html) => {
    const { body, markdown } = readPost(html);
    const figure = body.querySelector('figure');
    expect(figure?.querySelector('img')?.getAttribute('data-src')).toBe('https://blog.example/b.jpg');
    expect(figure?.querySelector('figcaption')?.textContent).toBe('The first bowl');
    expect(body.querySelector('table, dl')).toBeNull();
    expect(markdown).toContain('![A bowl](https://blog.example/b.jpg)');
    expect(markdown).toContain('The first bowl');
  });

  it('in galleries are each a figure', () => {
    const slide = (name: string, more = '') =>
      `<div class="swiper-slide${more}"><img src="/${name}.jpg" alt="${name}"></div>`;
    const { body } = readPost(
      `<figure class="wp-block-gallery"><figure class="wp-block-image"><img data-src="/1.jpg" src="data:," alt="1"></figure><figure class="wp-block-image"><img data-src="/2.jpg" src="data:," alt="2"></figure></figure><div class="swiper"><div class="swiper-wrapper">${slide('4', ' swiper-slide-duplicate')}${slide('3')}${slide('4')}</div></div><div class="tiled-gallery"><div class="tiled-gallery-item"><a href="/5"><img data-orig-file="/5-full.jpg" src="/5.jpg?w=100" alt="5"></a></div></div>`,
    );
    const figures = [...body.querySelectorAll('figure')].filter((figure) => !figure.querySelector('figure'));
    expect(figures.map((figure) => figure.querySelector('img')?.getAttribute('data-src'))).toEqual(
      ['1', '2', '3', '4', '5-full'].map((name) => `https://blog.example/${name}.jpg`),
    );
  });

  it('that say more than a caption stay slides', () => {
    const { text } = readPost(
      '<div class="swiper-slide"><img src="/1.jpg"><p>First one cuts the blank round, which takes a while with a bandsaw.</p><p>Then one mounts it, and takes care that nothing is loose.</p></div>',
    );
    expect(text).toContain('cuts the blank round');
    expect(text).toContain('nothing is loose');
  });
});

describe('tables, quotations and lists', () => {
  it('keep rows and cells of tables', () => {
    const { body, text, markdown } = readPost(
      '<table><caption>What was used</caption><thead><tr><th>Wood</th><th>Width</th></tr></thead><tbody><tr><td>Elm | wych</td><td>12 cm</td></tr><tr><td colspan="2">None</td></tr></tbody></table>',
    );
    expect(body.querySelectorAll('tr')).toHaveLength(3);
    expect(text).toContain('Wood\tWidth\nElm | wych\t12 cm\nNone');
    expect(markdown).toContain(
      'What was used\n\n| Wood | Width |\n| --- | --- |\n| Elm \\| wych | 12 cm |\n| None |  |',
    );
  });

  it('keep the source of a quotation', () => {
    const { body, markdown } = readPost(
      '<blockquote cite="/old-book"><p>He who turns too fast shall turn twice, and sweep thrice.</p><cite>An old book</cite></blockquote>',
    );
    const quotation = body.querySelector('blockquote');
    expect(quotation?.getAttribute('cite')).toBe('https://blog.example/old-book');
    expect(quotation?.querySelector('cite')?.textContent).toBe('An old book');
    expect(markdown).toMatch(/^> He who turns[\s\S]*> — \[https:\/\/blog\.example\/old-book\]/mu);
  });

  it('drop a source that is no address', () => {
    const { body } = readPost(
      '<blockquote cite="javascript:alert(1)"><p>He who turns too fast shall turn twice, they say.</p></blockquote>',
    );
    expect(body.querySelector('blockquote')?.hasAttribute('cite')).toBe(false);
  });

  it('keep terms with their definitions', () => {
    const { body, text, markdown } = readPost(
      '<dl><dt>Gouge</dt><dd>A chisel with a hollow blade, for hollow things.</dd><dt>Skew</dt><dd>A chisel with a slanted edge, for smooth things.</dd></dl>',
    );
    expect([...body.querySelectorAll('dt')].map((term) => term.textContent)).toEqual(['Gouge', 'Skew']);
    expect(text).toContain('Gouge\nA chisel with a hollow blade, for hollow things.\nSkew\n');
    expect(markdown).toContain('Gouge\n: A chisel with a hollow blade, for hollow things.');
  });

  it('keep readings for the eye and leave them out of the text', () => {
    const { body, text, markdown } = readPost(
      '<p>木工の<ruby>轆轤<rp>(</rp><rt>ろくろ</rt><rp>)</rp></ruby>を、祖父から譲り受けたのは去年の秋のことだ。</p>',
    );
    expect(body.querySelector('rt')?.textContent).toBe('ろくろ');
    expect(text).toContain('木工の轆轤を、祖父から');
    expect(markdown).toContain('轆轤（ろくろ）を、');
  });

  it('open what a click would open', () => {
    const { body, text, markdown } = readPost(
      '<details><summary>How long does a bowl take?</summary><p>An afternoon, if the wood is dry and the gouge is sharp.</p></details>',
    );
    expect(body.querySelector('details')?.hasAttribute('open')).toBe(true);
    expect(text).toContain('How long does a bowl take?\n\nAn afternoon, if the wood is dry');
    expect(markdown).toContain('**How long does a bowl take?**\n\nAn afternoon');
  });
});
