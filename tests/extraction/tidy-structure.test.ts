import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyStructure } from '../../utils/extraction/tidy-structure.ts';
import { textOf } from '../../utils/text/blocks.ts';

function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

function tidy(html: string): string {
  const body = bodyOf(html);
  tidyStructure(body);
  return body.innerHTML;
}

describe('tidyStructure', () => {
  it.each([
    ['empty lines make paragraphs', 'a<br><br>b', '<p>a</p><p>b</p>'],
    ['a single break stays', '<div>a<br>b<br><br>c</div>', '<div><p>a<br>b</p><p>c</p></div>'],
    [
      'inside a font element',
      '<div><font color="red">a<br> <br>b</font></div>',
      '<div><p>a</p><p>b</p></div>',
    ],
    [
      'blocks between lines stay blocks',
      '<div>a<br><br><ul><li>b</li></ul>c<br><br></div>',
      '<div><p>a</p><ul><li>b</li></ul><p>c</p></div>',
    ],
    ['a paragraph of several', '<p>a<br><br>b</p>', '<p>a</p><p>b</p>'],
    [
      'empty elements go, images stay',
      '<p>&nbsp;</p><p><b></b></p><p><img alt=""></p><p>a</p>',
      '<p><img alt=""></p><p>a</p>',
    ],
    ['nothing to do', '<p>a</p><p>b<br>c</p>', '<p>a</p><p>b<br>c</p>'],
  ])('%s', (_, html, expected) => {
    expect(tidy(html)).toBe(expected);
  });

  it('neither loses nor invents a word, and is done in one go', () => {
    const piece = fc.constantFrom(
      'a b',
      '<br>',
      '<br><br>',
      '<i>c</i>',
      '<p>d</p>',
      '<div>e<br><br>f</div>',
      '<li>g</li>',
      ' ',
      '<font>h<br><br>i</font>',
      '<b><p>j</p></b>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = bodyOf(pieces.join(''));
        const before = textOf(body);
        tidyStructure(body);
        expect(textOf(body)).toBe(before);
        const once = body.innerHTML;
        tidyStructure(body);
        expect(body.innerHTML).toBe(once);
      }),
    );
  });
});
