import { expect, test } from 'vitest';
import { readingTime } from '../../utils/text/reading-time.ts';

test('English is counted by words', () => {
  expect(readingTime("It's a well-known word. ".repeat(228), 'en')).toEqual({
    minutes: 4,
    count: 912,
    unit: 'words',
  });
});

test('Japanese is counted by characters without punctuation', () => {
  expect(readingTime('朝、市場。'.repeat(357), 'ja')).toEqual({
    minutes: 3,
    count: 1071,
    unit: 'characters',
  });
});

test('Chinese is read by its own speed', () => {
  expect(readingTime('字'.repeat(2550), 'zh-TW').minutes).toBe(10);
  expect(readingTime('这'.repeat(2550), null).minutes).toBe(10);
});

test('a page that declares the wrong language is still counted by what it holds', () => {
  expect(readingTime('these are plain English words', 'ja').unit).toBe('words');
  expect(readingTime('日本語の文章です', 'en').unit).toBe('characters');
});

test('Thai words are found without spaces', () => {
  expect(readingTime('ตอนเช้าตลาดเต็มไปด้วยผู้คน', 'th').count).toBeGreaterThan(3);
});

test('nothing to read takes the least time there is', () => {
  expect(readingTime('', null)).toEqual({ minutes: 1, count: 0, unit: 'words' });
});
