import { describe, expect, it } from 'vitest';
import { createRemovals } from '../../utils/extraction/removals.ts';
import { blocksOf } from '../../utils/text/blocks.ts';

function removedFrom(html: string): { texts: string[]; left: string } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const removals = createRemovals();
  for (const node of [...body.childNodes]) removals.remove(node, 'widget', 'test');
  return { texts: removals.list().map(({ text }) => text), left: body.innerHTML.replaceAll('<!---->', '') };
}

describe('removals', () => {
  it.each([
    ['an element, its pieces apart', '<div><p>One</p><p>Two</p><ul><li>3</li></ul></div>', ['One Two 3']],
    ['links side by side', '<div><a>Home</a><a>About</a></div>', ['Home About']],
    ['bare text', 'words', ['words']],
    ['nothing that says nothing', '<div> </div><br>', []],
    [
      'no comment of the markup and no script',
      '<!-- note --><div><!-- ad --><script>x()</script>a</div>',
      ['a'],
    ],
  ])('remembers %s', (_, html, expected) => {
    expect(removedFrom(html)).toEqual({ texts: expected, left: '' });
  });

  it('keeps the first words of a long text, on one line', () => {
    const [text = ''] = removedFrom(`<div>${'<p>many\nwords</p>'.repeat(500)}</div>`).texts;
    expect([...text]).toHaveLength(160);
    expect(text).toMatch(/^many words many.*…$/u);
  });

  it('keeps the whole of a text, one block a line, and bounds it', () => {
    const { body } = new DOMParser().parseFromString(
      `<ul><li>One <b>two</b></li><li>three</li></ul><pre>a\n  b</pre><p>${'long '.repeat(9_000)}</p>`,
      'text/html',
    );
    const removals = createRemovals();
    for (const node of [...body.childNodes]) removals.remove(node, 'widget', 'test');
    const [list, code, long] = removals.list();
    expect([list?.whole, code?.whole]).toEqual(['One two\nthree', 'a\n  b']);
    expect(long?.whole).toHaveLength(20_000);
  });

  it('lists in page order, whatever was taken first, from inside or around', () => {
    const { body } = new DOMParser().parseFromString(
      '<p id="a">a</p><div id="box"><p id="b">b</p>c<p id="d">d</p></div><section><p id="e">e</p></section><p id="f">f</p>',
      'text/html',
    );
    const removals = createRemovals();
    removals.note('text without a place', 'widget', 'test');
    for (const id of ['d', 'f', 'b', 'box', 'a']) {
      const element = body.querySelector(`#${id}`);
      if (element) removals.remove(element, 'widget', 'test');
    }
    const [block] = blocksOf(body);
    if (block) removals.removeBlock(block, body, 'widget', 'test');
    expect(removals.list().map(({ id, text }) => `${id} ${text}`)).toEqual([
      'x1 a',
      'x2 c',
      'x3 b',
      'x4 d',
      'x5 e',
      'x6 f',
      'x7 text without a place',
    ]);
    expect(body.textContent).toBe('');
    expect(body.children).toHaveLength(0);
  });

  it('lists a block once, and keeps the place of what was taken from a part that is shown elsewhere', () => {
    const { body } = new DOMParser().parseFromString('<div>a<p>b</p></div><p>c</p>', 'text/html');
    const removals = createRemovals();
    const [box, last] = body.children;
    const inner = box?.querySelector('p');
    if (!box || !last || !inner) throw new Error('the page has no such elements');
    removals.remove(last, 'widget', 'test');
    removals.remove(inner, 'widget', 'test');
    removals.detach(box);
    for (const node of body.childNodes) {
      removals.noteNode(node, 'widget', 'test');
      removals.noteNode(node, 'widget', 'test');
    }
    expect(removals.list().map(({ text }) => text)).toEqual(['b', 'c']);
  });

  it('notes a node without taking it', () => {
    const { body } = new DOMParser().parseFromString('<p>stays</p>', 'text/html');
    const removals = createRemovals();
    if (body.firstChild) removals.noteNode(body.firstChild, 'widget', 'test');
    expect(body.innerHTML).toBe('<p>stays</p>');
    expect(removals.list()).toMatchObject([{ text: 'stays', reason: 'widget', rule: 'test' }]);
  });
});
