import { describe, expect, it } from 'vitest';
import { learnableBlocks } from '../../utils/extraction/learnable-blocks.ts';

const NOTICE =
  'If you like what you read here, a letter by paper mail is the only thing that makes this writer happy for a day.';
const of = (html: string) => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return learnableBlocks(body).map(({ text }) => text);
};

describe('what may be told from other posts of a blog', () => {
  it('whole paragraphs of prose', () => {
    expect(of(`<p>${NOTICE}</p><div><p>Short.</p><p><i>${NOTICE}</i></p></div>`)).toEqual([NOTICE, NOTICE]);
  });

  it.each([
    ['a headline of a series', `<h2>${NOTICE}</h2><p><strong>Letters from the lock, part two</strong></p>`],
    ['a short line', '<p>Letters from the lock, no. 7</p>'],
    ['a refrain, however long its lines', `<p>Low,<br>${NOTICE}<br>High</p>`],
    ['a quotation', `<blockquote><p>${NOTICE}</p></blockquote>`],
    ['code', `<pre><code>${NOTICE}</code></pre>`],
    ['a step', `<ol><li>${NOTICE}</li></ol>`],
    ['data', `<table><tr><td>${NOTICE}</td><td>7</td></tr></table>`],
    ['speech', `<p>“${NOTICE}”</p>`],
    ['a caption', `<figure><img data-src="/a.jpg"><figcaption>${NOTICE}</figcaption></figure>`],
    ['what the reader put back', `<div data-removed="x1"><p>${NOTICE}</p></div>`],
  ])('never %s', (_, html) => {
    expect(of(`${html}<p>${NOTICE.replace('letter', 'card')}</p>`)).toEqual([
      NOTICE.replace('letter', 'card'),
    ]);
  });
});
