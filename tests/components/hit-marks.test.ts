import { expect, test } from 'vitest';
import { hitRanges } from '../../components/use-hit-marks.ts';
import { searchTerms } from '../../utils/text/search.ts';

function marked(html: string, query: string): string[] {
  const root = document.createElement('div');
  root.innerHTML = html;
  const before = root.innerHTML;
  const ranges = hitRanges(root, searchTerms(query));
  expect(root.innerHTML).toBe(before);
  return ranges.map(String);
}

test('marks every place, in the writing of the page', () => {
  expect(marked('<p>Herons, HERON</p><p>no</p><p>heron</p>', 'heron')).toEqual(['Heron', 'HERON', 'heron']);
  expect(marked('<p>ﾅﾎﾟﾘﾀﾝ</p>', 'なぽりたん')).toEqual(['ﾅﾎﾟﾘﾀﾝ']);
});

test('marks a word that changes its looks half way', () => {
  expect(marked('<p>her<b>on</b>ry</p>', 'heron')).toEqual(['heron']);
});

test('finds nothing across paragraphs, in hidden items or in readings of ruby', () => {
  expect(marked('<p>her</p><p>on</p>', 'heron')).toEqual([]);
  expect(marked('<ol><li hidden><p>heron</p></li></ol>', 'heron')).toEqual([]);
  expect(marked('<p><ruby>坂<rt>さか</rt></ruby>の上</p>', 'さか')).toEqual([]);
  expect(marked('<p><ruby>坂<rt>さか</rt></ruby>の上</p>', '坂の')).toHaveLength(1);
});
