import { describe, expect, it } from 'vitest';
import { blocksOf, textOf } from '../../utils/text/blocks.ts';

function lines(html: string): string[] {
  return textOf(new DOMParser().parseFromString(html, 'text/html').body).split('\n');
}

describe('blocksOf', () => {
  it.each([
    ['paragraphs', '<p>a</p><p>b</p>', ['a', 'b']],
    ['lines apart by br', 'a<br>b<br><br><b>c</b> d', ['a', 'b', 'c d']],
    ['text beside blocks', 'a<div>b<p>c</p>d</div>e', ['a', 'b', 'c', 'd', 'e']],
    ['inline elements', '<p>a <i>b</i><a href="#">c</a></p>', ['a bc']],
    ['list items with a nested list', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', ['a', 'b', 'c']],
    [
      'rows of data',
      '<table><tr><th>a</th><th>b c</th></tr><tr><td>1</td><td></td></tr></table>',
      ['a\tb c', '1'],
    ],
    ['layout tables', '<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>', ['a', 'b', 'c']],
    ['ruby without its readings', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>', ['漢字']],
    ['nothing that is not said', '<p>a<script>b</script><style>c</style><textarea>d</textarea></p>', ['a']],
    ['blank lines', '<p>&nbsp;</p><p>\u200b</p><p>a</p>', ['a']],
  ])('%s', (_, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  it('keeps the line breaks and indentation of code', () => {
    const { body } = new DOMParser().parseFromString('<pre>if x:\n    y()<br>z</pre>', 'text/html');
    expect(blocksOf(body).map(({ text }) => text)).toEqual(['if x:\n    y()\nz']);
  });

  it('keeps a block that is only an image', () => {
    const { body } = new DOMParser().parseFromString('<p><img alt="x"></p><p></p>', 'text/html');
    expect(blocksOf(body)).toHaveLength(1);
  });

  it('changes nothing', () => {
    const { body } = new DOMParser().parseFromString('a<br>b<p>c', 'text/html');
    const before = body.innerHTML;
    blocksOf(body);
    expect(body.innerHTML).toBe(before);
  });
});
