import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashtagsInLine, takeHashtags } from '../../utils/extraction/hashtags.ts';
import { createRemovals } from '../../utils/extraction/removals.ts';
import { blocksOf, textOf } from '../../utils/text/blocks.ts';

function take(html: string) {
  const root = document.createElement('div');
  root.innerHTML = html;
  const before = textOf(root);
  const removals = createRemovals();
  const { tags } = takeHashtags({ root, blocks: blocksOf(root) }, removals);
  return { root, before, tags, text: textOf(root), left: removals.list() };
}

describe('a line of hashtags', () => {
  test.each([
    ['#海', ['#海']],
    ['＃海　＃漁船', ['＃海', '＃漁船']],
    ['#sea #rope2', ['#sea', '#rope2']],
    ['#sea, #rope', ['#sea', '#rope']],
    ['#1', []],
    ['#fff000 #123', []],
    ['#a1b2c3', []],
    ['# Heading', []],
    ['see #sea', []],
    ['https://x.example/#sea', []],
    ['##sea', []],
    ['', []],
  ])('%s', (line, tags) => {
    expect(hashtagsInLine(line)).toEqual(tags);
  });
});

test('at the end of a br-separated body it leaves the text', () => {
  const { tags, text, left } = take('First line.<br><br>Second line.<br><br>#海 #Sea<br>');
  expect(tags).toEqual(['海', 'Sea']);
  expect(text).toBe('First line.\nSecond line.');
  expect(left).toMatchObject([{ reason: 'tags', text: '#海 #Sea' }]);
});

test('at the end of paragraphs its paragraph goes', () => {
  const { root, tags } = take('<p>First.</p><div><p><a href="/t">#sea</a> <a href="/u">#rope</a></p></div>');
  expect(tags).toEqual(['sea', 'rope']);
  expect(root.innerHTML.replace('<!---->', '')).toBe('<p>First.</p>');
});

test('in the middle it stays and still gives tags', () => {
  const { tags, text, left, before } = take('<p>First.</p><p>#sea</p><p>Second.</p>');
  expect(tags).toEqual(['sea']);
  expect(text).toBe(before);
  expect(left).toEqual([]);
});

test('hashtags that differ in case, width or place are one', () => {
  expect(take('<p>#Sea</p><p>x</p><p>＃ｓｅａ #rope</p>').tags).toEqual(['Sea', 'rope']);
});

test('code, headings and tables keep their lines', () => {
  const html = '<p>First.</p><pre>#include</pre><h2>#sea</h2><table><tr><td>#rope</td></tr></table>';
  const { tags, text, before } = take(html);
  expect(tags).toEqual([]);
  expect(text).toBe(before);
});

test('a text of nothing but hashtags is not emptied', () => {
  const { tags, text } = take('<p>#sea</p>');
  expect(tags).toEqual(['sea']);
  expect(text).toBe('#sea');
});

test('nothing is lost: what leaves the text is in the removals; a second time changes nothing', () => {
  const line = fc.constantFrom('Plain words.', '#sea', '#海 ＃山', '#1', 'a #b', '#fff');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, asParagraphs) => {
      const html = asParagraphs ? lines.map((text) => `<p>${text}</p>`).join('') : lines.join('<br>');
      const { root, before, text, left } = take(html);
      expect([...text.split('\n'), ...left.map((removal) => removal.text)].filter(Boolean).sort()).toEqual(
        before.split('\n').filter(Boolean).sort(),
      );
      takeHashtags({ root, blocks: blocksOf(root) }, createRemovals());
      expect(textOf(root)).toBe(text);
    }),
  );
});
