import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDate, toIsoDay } from '../../utils/text/dates.ts';

describe('a full day', () => {
  test.each([
    ['2022/12/08', '2022-12-08'],
    ['2022.12.8', '2022-12-08'],
    ['2022-12-08', '2022-12-08'],
    ['2022-12-08T23:30:00-08:00', '2022-12-08'],
    ['２０２２年１２月８日', '2022-12-08'],
    ['2022年12月8日(木) 10:05', '2022-12-08'],
    ['2022 年 12 月 8 日', '2022-12-08'],
    ['令和4年12月8日', '2022-12-08'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成30年1月2日', '2018-01-02'],
    ['昭和64年1月7日', '1989-01-07'],
    ['R4.12.8', '2022-12-08'],
    ['H30/1/2', '2018-01-02'],
    ['二〇二二年十二月二十八日', '2022-12-28'],
    ['民國111年12月8日', '2022-12-08'],
    ['2022年12月8號', '2022-12-08'],
    ['2022년 12월 8일', '2022-12-08'],
    ['2022. 12. 8. 14:02', '2022-12-08'],
    ['December 8, 2022', '2022-12-08'],
    ['December 8th, 2022', '2022-12-08'],
    ['Dec. 8 2022', '2022-12-08'],
    ['Dec 8 Thu 2022 22:16', '2022-12-08'],
    ['8th of December, 2022', '2022-12-08'],
    ['08 Dec 2022', '2022-12-08'],
    ['08-Dec-2022', '2022-12-08'],
    ['Thu, 08 Dec 2022 22:11:00 GMT', '2022-12-08'],
    ['8. Dezember 2022', '2022-12-08'],
    ['Mittwoch, Mai 10, 2017 4:14:00 PM', '2017-05-10'],
    ['1. März 2021', '2021-03-01'],
    ['8 décembre 2022', '2022-12-08'],
    ['1er août 2022', '2022-08-01'],
    ['8 de diciembre de 2022', '2022-12-08'],
    ['8 dicembre 2022', '2022-12-08'],
    ['8 de dezembro de 2022', '2022-12-08'],
    ["3 d'agost de 2022", '2022-08-03'],
    ['8 december 2022', '2022-12-08'],
    ['8 grudnia 2022', '2022-12-08'],
    ['8. prosince 2022', '2022-12-08'],
    ['8. joulukuuta 2022', '2022-12-08'],
    ['2022. december 8.', '2022-12-08'],
    ['8 декабря 2022 г.', '2022-12-08'],
    ['9 мая 2022', '2022-05-09'],
    ['8 Δεκεμβρίου 2022', '2022-12-08'],
    ['8 Aralık 2022', '2022-12-08'],
    ['8 ديسمبر 2022', '2022-12-08'],
    ['٨ ديسمبر ٢٠٢٢', '2022-12-08'],
    ['8 בדצמבר 2022', '2022-12-08'],
    ['8 ธันวาคม 2565', '2022-12-08'],
    ['ngày 8 tháng 12 năm 2022', '2022-12-08'],
    ['08.12.2022', '2022-12-08'],
    ['18. 05. 2014', '2014-05-18'],
    ['23.09.20 | 18:19', '2020-09-23'],
    ['25/12/2022', '2022-12-25'],
    ['12/25/2022', '2022-12-25'],
  ])('%s is %s', (text, iso) => {
    expect(findDate(text)?.iso).toBe(iso);
    expect(findDate(`Posted: ${text} by someone`)?.iso).toBe(iso);
  });
});

describe('day or month first', () => {
  test.each([
    ['08/12/2022', 'fr', '2022-12-08'],
    ['08/12/2022', 'en-GB', '2022-12-08'],
    ['08/12/2022', 'en-AU', '2022-12-08'],
    ['08/12/2022', 'en', '2022-08-12'],
    ['08/12/2022', 'en-US', '2022-08-12'],
    ['08/12/2022', 'de-AT', '2022-12-08'],
    ['08/12/2022', 'ja', '2022-08-12'],
    ['08/12/2022', '', null],
    ['08/08/2022', '', '2022-08-08'],
    ['22/12/08', 'ja', '2022-12-08'],
    ['22/12/08', 'de', '2008-12-22'],
  ])('%s in "%s" is %s', (text, lang, iso) => {
    expect(findDate(text, lang)).toMatchObject({ shown: text, iso });
  });
});

describe('a date whose day is not known in full', () => {
  test.each([
    '12月8日',
    'Jun 20th at 2:41 am',
    '18. September um 08:37',
    '3 days ago',
    'an hour ago',
    '2 yrs ago',
    '3日前',
    '2時間前',
    '5ヶ月前',
    '3天前',
    '2小时前',
    '3일 전',
    'vor 3 Tagen',
    'vor einem Jahr',
    'il y a 2 mois',
    'hace 5 días',
    'há 2 semanas',
    '3 giorni fa',
    '2 weken geleden',
    '2 дня назад',
    '3 dni temu',
    '2mo',
    'yesterday',
    '昨日',
  ])('%s is shown and has no ISO form', (text) => {
    expect(findDate(text)).toEqual({ shown: text, iso: null, index: 0 });
  });
});

describe('no date', () => {
  test.each([
    '',
    'version 1.2.3',
    '192.168.10.20',
    '2022',
    'December 2022',
    '2022年12月',
    '10 marbles 2022',
    '2022-13-40',
    '2022-13-05',
    'Foo 31, 2022',
    '30.02.2022',
    '3日間',
    'chapter 12.30',
    '10:30',
    'tel. 03-1234-5678',
    'a yesterday that never ends',
  ])('%s', (text) => {
    expect(findDate(text)).toBeNull();
  });
});

describe('what is shown', () => {
  test.each([
    ['By Ann on December 8, 2022 at 10:31 am in Notes', 'December 8, 2022 at 10:31 am'],
    ['投稿者 花子 2022年12月8日(木) 10:05 | 固定リンク', '2022年12月8日(木) 10:05'],
    ['Name 2022/12/08(木) 10:05:33 ID:x', '2022/12/08(木) 10:05:33'],
    ['am 9. Juni 2017 um 13:22 Uhr schrieb', '9. Juni 2017 um 13:22 Uhr'],
    ['Le 22 juin 2018 @11h13 par', '22 juin 2018 @11h13'],
    ['first 1 May 2020, then 2 May 2021', '1 May 2020'],
  ])('in "%s" is "%s"', (text, shown) => {
    const found = findDate(text);
    expect(found?.shown).toBe(shown);
    expect(found?.index).toBe(text.indexOf(shown));
  });

  test('is always a piece of the text, and looking at it again finds the same day', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '2022/12/08',
        '12月8日',
        '8. Mai 2020',
        '3 days ago',
        'May 5, 2021 10:30',
        '年',
        '令和',
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const found = findDate(text);
        if (!found) return;
        expect(text.slice(found.index, found.index + found.shown.length)).toBe(found.shown);
        expect(found.shown).not.toBe('');
        if (found.iso) expect(findDate(found.shown)?.iso).toBe(found.iso);
      }),
    );
  });
});

describe('machine values', () => {
  test.each([
    ['2022-12-08T23:59:59+09:00', '2022-12-08'],
    ['2022-12-08 10:00:00', '2022-12-08'],
    ['20221208', '2022-12-08'],
    ['20221208T101500Z', '2022-12-08'],
    ['Thu, 08 Dec 2022 22:11:00 +0000', '2022-12-08'],
    ['Thu Dec 08 2022', '2022-12-08'],
    ['2022-12', null],
    ['2022', null],
    ['20229999', null],
    ['now', null],
    ['', null],
  ])('%s is %s', (value, iso) => {
    expect(toIsoDay(value)).toBe(iso);
  });
});
