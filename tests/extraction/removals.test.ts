import { describe, expect, it } from 'vitest';
import { createRemovals } from '../../utils/extraction/removals.ts';

function removedFrom(html: string): { texts: string[]; left: string } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const removals = createRemovals();
  for (const node of [...body.childNodes]) removals.remove(node, 'widget', 'test');
  return { texts: removals.list().map(({ text }) => text), left: body.innerHTML };
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

  it('notes a node without taking it', () => {
    const { body } = new DOMParser().parseFromString('<p>stays</p>', 'text/html');
    const removals = createRemovals();
    if (body.firstChild) removals.noteNode(body.firstChild, 'widget', 'test');
    expect(body.innerHTML).toBe('<p>stays</p>');
    expect(removals.list()).toMatchObject([{ text: 'stays', reason: 'widget', rule: 'test' }]);
  });
});
