import { describe, expect, it } from 'vitest';
import { articleText } from '../../utils/extraction/article-text.ts';
import { foldRepeats } from '../../utils/extraction/fold-repeats.ts';
import { NEVER_FOLDED } from '../../utils/extraction/repeats/never-folded.ts';
import type { Found } from '../../utils/extraction/types/article.ts';
import { trimmedOf } from './html.ts';

function linesOf(html: string): string[] {
  const source = trimmedOf(html);
  const found: Found = { stage: 'found', root: source.body, blocks: source.blocks, strategy: 'test', source };
  return articleText(foldRepeats(found).blocks).split('\n').filter(Boolean);
}

const SAID =
  'The harbour master closed the gate at nine, and whoever was outside by then slept on the boats until the morning came.';
const ELSE =
  'Nobody minded much, for the nights were warm that year, and there was always somebody with a lamp and a kettle on board.';

/** For each rule: how it stands twice and stays, and the same words where the rule does not hold. */
const CASES: Readonly<Record<string, readonly [stays: string, goes: string, words?: string]>> = {
  code: ['<pre>*</pre>', '<p>*</p>'],
  quotation: ['<blockquote>*</blockquote>', '<div>*</div>'],
  step: ['<ol><li>*</li></ol>', '<div><p>*</p></div>'],
  definition: ['<dl><dt>Gate</dt><dd>*</dd></dl>', '<div><p>*</p></div>'],
  heading: ['<h2>*</h2>', '<p><b>*</b></p>'],
  caption: ['<figure><img src="/a.jpg"><figcaption>*</figcaption></figure>', '<figure><p>*</p></figure>'],
  verse: ['<div class="lyrics">*</div>', '<div class="notes">*</div>'],
  speech: ['<p>“*”</p>', '<p>*</p>'],
  picture: ['<p>*</p>', '<p>*</p>', '=-~*~-='.repeat(20)],
};

describe('what is never folded by itself', () => {
  it('has a reason for each rule, and a case here', () => {
    expect(NEVER_FOLDED.map(({ id }) => id).sort()).toEqual(Object.keys(CASES).sort());
    for (const { reason } of NEVER_FOLDED) expect(reason).toMatch(/^[A-Z].*\.$/u);
  });

  it.each(Object.entries(CASES))('%s', (_, [stays, goes, words = SAID]) => {
    const count = (form: string, said: string) => {
      const once = form.replace('*', said);
      return linesOf(`${once}<p>${ELSE}</p>${once}`).filter((line) => line.includes(said)).length;
    };
    expect(count(stays, words)).toBe(2);
    expect(count(goes, SAID)).toBe(1);
  });

  it('rows of a table, unless the page is laid out in it', () => {
    const row = `<tr><td>${SAID}</td><td>9</td></tr>`;
    expect(
      linesOf(`<table>${row}${row}</table><p>${ELSE}</p><p>So it went on, until the ice.</p>`),
    ).toHaveLength(4);
    const cell = `<p>${SAID}</p>`;
    expect(linesOf(`<table><tr><td>${cell}<p>${ELSE}</p>${cell}</td></tr></table>`)).toEqual([SAID, ELSE]);
  });

  it('short blocks and refrains, unless all around them is said again', () => {
    const refrain = '<p>Row, row, row your boat</p>';
    expect(linesOf(`${refrain}<p>${SAID}</p>${refrain}<p>${ELSE}</p>`)).toHaveLength(4);
    const whole = `${refrain}<p>${SAID}</p><p>${ELSE}</p>`;
    expect(linesOf(whole + whole)).toHaveLength(3);
  });

  it('a heading that is a cut-off teaser is none', () => {
    const teaser = `<h3>${SAID.slice(0, 70)}… Read more</h3>`;
    expect(linesOf(`${teaser}<p>${SAID}</p><p>${ELSE}</p>`)).toEqual([SAID, ELSE]);
    const heading = `<h3>${SAID.slice(0, 70)}</h3>`;
    expect(linesOf(`${heading}<p>${SAID}</p><p>${ELSE}</p>`)).toHaveLength(3);
    const other = '<h3>What the keeper of the lights had to say about the matter … Read more</h3>';
    expect(linesOf(`${other}<p>${SAID}</p><p>${ELSE}</p>`)).toHaveLength(3);
  });
});
