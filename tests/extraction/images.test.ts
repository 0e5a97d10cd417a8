import { describe, expect, it } from 'vitest';
import { tidyContent } from '../../utils/extraction/content/tidy-content.ts';
import { parseHtml } from '../../utils/page-copy/copy-page.ts';

function imagesOf(html: string): Element[] {
  const document = parseHtml(html);
  tidyContent(document, { baseUrl: 'https://blog.example/post/', shown: new Map() });
  return [...document.querySelectorAll('img')];
}

function sourcesOf(html: string): (string | null)[] {
  return imagesOf(html).map((image) => image.getAttribute('src'));
}

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

describe('images of the private copy', () => {
  it.each([
    ['a lazy attribute', `<img src="${PIXEL}" data-src="/a.jpg">`, 'https://blog.example/a.jpg'],
    ['its own source', '<img src="b.jpg">', 'https://blog.example/post/b.jpg'],
    [
      'the widest of a set that a screen needs',
      `<img srcset="s.jpg 400w, m.jpg 1200w, l.jpg 4000w">`,
      'https://blog.example/post/m.jpg',
    ],
    ['a picture', '<picture><source srcset="p.webp 1x"><img></picture>', 'https://blog.example/post/p.webp'],
    [
      'the width that fits from a set that begins too wide',
      '<img srcset="l.jpg 4000w, m.jpg 1200w,s.jpg 400w">',
      'https://blog.example/post/m.jpg',
    ],
    [
      'a set without spaces after its commas',
      '<img srcset="a.jpg 1x,b.jpg 2x">',
      'https://blog.example/post/b.jpg',
    ],
    [
      'the real one instead of a file that stands for it',
      '<img src="/img/lazy-placeholder.gif" data-srcset="r.jpg 900w">',
      'https://blog.example/post/r.jpg',
    ],
    [
      'the larger of a small one and its set',
      '<img src="s.jpg" srcset="s.jpg 300w, m.jpg 900w">',
      'https://blog.example/post/m.jpg',
    ],
    ["AMP's element", '<amp-img src="/amp.jpg" alt="A"></amp-img>', 'https://blog.example/amp.jpg'],
    [
      'an address with commas',
      '<img srcset="https://i.example/w_100,h_50/x.jpg 100w">',
      'https://i.example/w_100,h_50/x.jpg',
    ],
  ])('takes %s', (_, html, expected) => {
    expect(sourcesOf(html)).toEqual([expected]);
  });

  it('takes the copy that a noscript element keeps', () => {
    expect(sourcesOf(`<img src="${PIXEL}"><noscript><img src="/real.jpg"></noscript>`)[0]).toBe(
      'https://blog.example/real.jpg',
    );
    expect(sourcesOf('<p><noscript>&lt;img src="/only.jpg"&gt;</noscript></p>')).toEqual([
      'https://blog.example/only.jpg',
    ]);
  });

  it('takes the alternative text of the noscript copy as well', () => {
    const [image] = imagesOf(`<img src="${PIXEL}"><noscript><img src="/r.jpg" alt="A heron"></noscript>`);
    expect(image?.getAttribute('alt')).toBe('A heron');
  });

  it('keeps its own alternative text', () => {
    const [image] = imagesOf(
      '<img alt="mine" data-src="/a.jpg"><noscript><img src="/a.jpg" alt="x"></noscript>',
    );
    expect(image?.getAttribute('alt')).toBe('mine');
  });

  it('is done with a hostile set at once', () => {
    const [source] = sourcesOf(`<img srcset="${'a,'.repeat(200_000)} ${'x '.repeat(50_000)}">`);
    expect(source === null || source?.startsWith('https://blog.example/')).toBe(true);
  });
});
