import { describe, expect, it } from 'vitest';
import { extract } from '../../utils/extraction/extract.ts';
import { pageOf, paragraphs } from './html.ts';

const URL_OF_POST = 'https://blog.example/2024/05/nets/';

function articleWith(pager: string) {
  const html = `<!doctype html><html lang="en"><title>Nets</title><body><article><h1>Nets</h1>${paragraphs(6)}${pager}</article></body></html>`;
  const outcome = extract(pageOf(html, URL_OF_POST));
  if (outcome.kind !== 'article') throw new Error(outcome.kind);
  return outcome.article;
}

describe('the pager of an article', () => {
  it.each([
    ['a line', '<p>Pages: 1 <a href="2/">2</a> <a href="3/">3</a></p>'],
    ['a list', '<ul><li>1</li><li><a href="2/">2</a></li><li><a href="3/">3</a></li></ul>'],
    [
      'a list with headings',
      '<ol><li>Page 1: Twine for beginners</li><li><a href="2/">Page 2: Knots that hold</a></li></ol>',
    ],
  ])('is no part of its text: %s', (_, pager) => {
    const { text, removals, meta } = articleWith(pager);
    expect(meta.pages?.others.length).toBeGreaterThan(0);
    expect(text.split('\n\n')).toHaveLength(6);
    expect(removals.some(({ rule }) => rule === 'further-pages')).toBe(true);
  });

  it('is not cut where it is a sentence', () => {
    const sentence = 'What a knot must hold, and for how long, we look at when we come to twine of hemp.';
    const { text } = articleWith(`<p>${sentence} <a href="2/">Next page</a></p>`);
    expect(text).toContain(sentence);
  });
});
