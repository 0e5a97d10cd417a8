import { describe, expect, it } from 'vitest';
import { articleText } from '../../utils/extraction/article-text.ts';
import { foldRepeats } from '../../utils/extraction/fold-repeats.ts';
import type { Folded, Found } from '../../utils/extraction/types/article.ts';
import { trimmedOf } from './html.ts';

function fold(html: string): Folded {
  const source = trimmedOf(html);
  const found: Found = { stage: 'found', root: source.body, blocks: source.blocks, strategy: 'test', source };
  return foldRepeats(found);
}

function linesOf(folded: Folded): string[] {
  return articleText(folded.blocks).split('\n').filter(Boolean);
}

const A =
  'The ferry left at six in the morning, half empty, and the sea was as flat as a table for once in its life.';
const B =
  'On the island nobody was awake but the postman, who asked whether we had brought the parcels from the mainland.';
const C =
  'We had brought the parcels, and three letters, and a bicycle wheel for somebody whose name the rain had washed off.';
const JA =
  '朝六時の船は半分しか埋まっておらず、海は珍しくテーブルのように平らだった。郵便局員だけが起きていて、小包はあるかと私たちに尋ねた。';

describe('foldRepeats: what is said twice is shown once', () => {
  it.each([
    ['a paragraph that follows itself', `<p>${A}</p><p>${A}</p><p>${B}</p>`, [A, B]],
    ['copies far apart', `<p>${A}</p><p>${B}</p><p>${C}</p><p>${A}</p>`, [A, B, C]],
    ['a run of paragraphs', `<p>${A}</p><p>${B}</p><p>${A}</p><p>${B}</p>`, [A, B]],
    ['lines apart by br', `${A}<br>${B}<br><br>${A}<br>${B}`, [A, B]],
    ['a Japanese paragraph', `<p>${JA}</p><p>短い行。</p><p>${JA}</p>`, [JA, '短い行。']],
    [
      'other widths, cases and spaces',
      `<p>${A}</p><p>${A.toUpperCase().replaceAll(' ', '&nbsp; ')}</p>`,
      [A],
    ],
    ['a few characters changed', `<p>${A}</p><p>${A.replace('table', 'plate')}</p>`, [A]],
    [
      'a cut-off teaser before its full text',
      `<p>${A.slice(0, 60)}… Read more</p><p>${A}</p><p>${B}</p>`,
      [A, B],
    ],
    [
      'a pull quote',
      `<p>${A}</p><aside class="pullquote"><p>${A.slice(0, 62)}</p></aside><p>${B}</p>`,
      [A, B],
    ],
    [
      'a teaser of two paragraphs run together',
      `<p>${B} ${C.slice(0, 60)} […]</p><p>${B}</p><p>${C}</p>`,
      [B, C],
    ],
    ['a teaser with an invitation alone', `<p>${A.slice(0, 60)} Weiterlesen »</p><p>${A}</p>`, [A]],
    [
      'a pull quote in marks of its own',
      `<p>${A}</p><figure class="wp-block-pullquote"><blockquote>“${A.slice(0, 62)}”</blockquote></figure>`,
      [A],
    ],
    [
      'a heading that leads to nothing but a copy',
      `<h2>Note</h2><p>${A}</p><h2>Next</h2><p>${B}</p><h2>Note</h2><p>${A}</p>`,
      ['Note', A, 'Next', B],
    ],
    [
      'a copy without the lines of who and when',
      `<div><div>Good.</div><div>So?</div><div>${A}</div></div><div><b>1: Ann</b><div>Good.</div><b>2: Bob</b><div>So?</div><b>3: Eve</b><div>${A}</div></div>`,
      ['1: Ann', 'Good.', '2: Bob', 'So?', '3: Eve', A],
    ],
    [
      'paragraphs of a page that is laid out in a table',
      `<table><tr><td><p>${A}</p><p>${B}</p><p>${A}</p></td></tr></table>`,
      [A, B],
    ],
    [
      'code within a copied run',
      `<p>${A}</p><pre>go()</pre><p>${B}</p><p>${A}</p><pre>go()</pre><p>${B}</p>`,
      [A, 'go()', B],
    ],
  ])('%s', (_, html, expected) => {
    expect(linesOf(fold(html))).toEqual(expected);
  });

  it('keeps every folded copy and says how often it was said', () => {
    const { repeats } = fold(`<p>${A}</p><p>${A}</p><p>${B}</p><p>${A.replace('table', 'plate')}</p>`);
    expect(repeats).toMatchObject([
      {
        id: 'r1',
        times: 3,
        copies: [
          { text: A, differs: false },
          { text: A.replace('table', 'plate'), differs: true },
        ],
      },
    ]);
  });

  it('puts one marker beside the copy that stays', () => {
    const { root, repeats } = fold(`<p>${A}</p><p>${A}</p>`);
    expect(
      [...root.querySelectorAll('[data-repeat]')].map((marker) => marker.getAttribute('data-repeat')),
    ).toEqual(repeats.map(({ id }) => id));
  });

  it('keeps the copy with the richer markup in its place', () => {
    const { root } = fold(`<p>${A}</p><p>${B}</p><p>${A.replace('ferry', '<a href="/f">ferry</a>')}</p>`);
    expect(root.querySelectorAll('a')).toHaveLength(1);
    expect([...root.querySelectorAll('p')].map((paragraph) => paragraph.textContent)).toEqual([B, A]);
  });

  it('changes nothing when run on its own result', () => {
    const folded = fold(`<p>${A}</p><p>${B}</p><p>${A}</p>`);
    const again = foldRepeats({ ...folded, stage: 'found' });
    expect(again.repeats).toEqual([]);
  });
});

describe('foldRepeats: what rightly stands twice stays', () => {
  it.each([
    [
      'a sentence in a box that only floats',
      `<p>${A}</p><div class="pull-right"><p>${A.slice(0, 62)}</p></div><p>${B}</p>`,
    ],
    ['a refrain', `<p>Row, row,<br>row your boat</p><p>${A}</p><p>Row, row,<br>row your boat</p>`],
    ['dialogue', `<p>「はい。」</p><p>${JA}</p><p>「はい。」</p>`],
    ['recipe steps', `<ol><li>5分待つ</li><li>混ぜる</li><li>5分待つ</li></ol>`],
    ['code', `<pre>${A}</pre><p>${B}</p><pre>${A}</pre>`],
    ['table rows', `<table><tr><td>${A}</td><td>1</td></tr><tr><td>${A}</td><td>1</td></tr></table>`],
    ['a quotation that the text answers', `<p>${A}</p><p>${B}</p><blockquote>${A}</blockquote><p>${C}</p>`],
    [
      'sections with equal headings',
      `<h2>Pros</h2><p>${A}</p><h2>Cons</h2><p>${B}</p><h2>Pros</h2><p>${C}</p>`,
    ],
    ['a long step of a list', `<ol><li>${A}</li><li>Wait.</li><li>${A}</li></ol>`],
    ['what is said in quotation marks', `<p>“${A}”</p><p>${B}</p><p>“${A}”</p>`],
    ['a long line of a song', `<div class="lyrics">Low,<br>${A}<br>High,<br>${A}</div><p>${B}</p>`],
    ['a rule made of signs', `<p>${'=-'.repeat(60)}</p><p>${B}</p><p>${'=-'.repeat(60)}</p>`],
    [
      'a long caption under two pictures',
      `<figure><img src="/1.jpg"><figcaption>${A}</figcaption></figure><p>${B}</p><figure><img src="/2.jpg"><figcaption>${A}</figcaption></figure>`,
    ],
    ['the same said of somebody else', `<p>Marconi: ${A}</p><p>Debussy: ${A}</p>`],
    [
      'a stanza that comes back',
      `<p>a<br>b<br>c<br>d</p><p>${A}</p><p>e<br>f</p><p>a<br>b<br>c<br>d</p><p>${B}</p>`,
    ],
    ['sentences with other numbers', `<p>${A.replace('six', '6')}</p><p>${A.replace('six', '7')}</p>`],
  ])('%s', (_, html) => {
    const before = articleText(trimmedOf(html).blocks);
    const folded = fold(html);
    expect(articleText(folded.blocks)).toBe(before);
    expect(folded.repeats).toEqual([]);
  });
});

it('folds a copy of a very long paragraph with a few characters changed', () => {
  // In letters, since texts whose numbers differ are no copies.
  const words = Array.from({ length: 200_000 }, (_, number) =>
    ((number * 7_919) % 200_003).toString(36).replace(/\d/gu, 'z'),
  );
  const text = words.join(' ');
  const copy = `${text.slice(0, 100)}x${text.slice(100, -100)}x${text.slice(-100)}`;
  const { repeats } = fold(`<p>${text}</p><p>${B}</p><p>${copy}</p>`);
  expect(repeats.map(({ copies }) => copies.map((said) => said.text.length))).toEqual([[copy.length]]);
});

it('keeps headings and short lines beside a notice that is folded', () => {
  const section = (said: string) => `<p>${A}</p><h2>Pros</h2><p>Yes.</p><p>${said}</p>`;
  const opening = `<p>${JA}</p><p>First.</p><p>Second.</p>`;
  expect(linesOf(fold(opening + section(B) + section(C)))).toEqual([
    JA,
    'First.',
    'Second.',
    A,
    'Pros',
    'Yes.',
    B,
    'Pros',
    'Yes.',
    C,
  ]);
});
