import { describe, expect, it } from 'vitest';
import { recoverImages } from '../../utils/extraction/images.ts';

function sourcesOf(html: string): (string | null)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  recoverImages(body, 'https://blog.example/post/');
  return [...body.querySelectorAll('img')].map((image) => image.getAttribute('src'));
}

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

describe('recoverImages', () => {
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
});
