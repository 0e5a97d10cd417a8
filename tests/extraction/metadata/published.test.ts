import { expect, describe as group, test } from 'vitest';
import { describe } from '../../../utils/extraction/metadata.ts';
import { PROSE, sourceOf } from '../a-source.ts';

const datesOf = (inside: string, head = '', lang = 'en') => {
  const body = `<main><article>${inside}${PROSE}</article></main>`;
  const { published, updated } = describe(sourceOf({ html: `lang="${lang}"`, head, body }));
  return { published, updated };
};
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

group('the day beside the title', () => {
  test.each([
    ['2022/12/08', 'ja'],
    ['令和4年12月8日', 'ja'],
    ['2022年12月8日', 'ja'],
    ['2022年12月8日 星期四', 'zh'],
    ['2022. 12. 8.', 'ko'],
    ['2022년 12월 8일', 'ko'],
    ['8. Dezember 2022', 'de'],
    ['8 décembre 2022', 'fr'],
    ['8 de diciembre de 2022', 'es'],
    ['giovedì 8 dicembre 2022', 'it'],
    ['8 декабря 2022', 'ru'],
    ['8 de dezembro de 2022', 'pt'],
    ['8 grudnia 2022', 'pl'],
  ])('%s', (text, lang) => {
    expect(datesOf(`<h1>Nets</h1><div>${text}</div>`, '', lang).published).toBe('2022-12-08');
  });

  test.each([
    ['that begins a line of facts', '<p>8 December 2022 • Harbour, Nets, General news of the quay</p>'],
    [
      'after its label',
      '<p>Published on 8 December 2022, reading time: 4 minutes, licence: free, file: 3 MB</p>',
    ],
  ])('%s', (_, line) => {
    expect(datesOf(`<h1>Nets</h1>${line}`).published).toBe('2022-12-08');
  });
});

group('published or changed', () => {
  test('a line may tell both', () => {
    const line = '<p class="date">Written: 2022-12-08 15:03 / Updated: 2022-12-09 15:30</p>';
    expect(datesOf(`<h1>Nets</h1>${line}`).published).toBe('2022-12-08');
  });

  test('a shown change is the update of a date that only machines read', () => {
    const head = '<meta property="article:published_time" content="2021-05-03">';
    expect(datesOf('<h1>Nets</h1><time>Updated 8 December 2022</time>', head)).toEqual({
      published: '2021-05-03',
      updated: '2022-12-08',
    });
  });

  test('the day of the change is all that some pages tell', () => {
    expect(datesOf('<h1>Nets</h1><p>Last updated: December 8, 2022</p>')).toEqual({
      published: '2022-12-08',
      updated: null,
    });
  });

  test('the date beside the title counts where machines were given that of a move to another system', () => {
    const moved = ld({
      '@type': 'Article',
      headline: 'Nets',
      datePublished: '2024-08-07',
      dateModified: '2024-08-09',
    });
    expect(datesOf('<h1>Nets</h1><time class="date">8 December 2022</time>', moved).published).toBe(
      '2022-12-08',
    );
    expect(datesOf('<h1>Nets</h1><time class="date">9 August 2024</time>', moved).published).toBe(
      '2024-08-07',
    );
    expect(datesOf('<h1>Nets</h1><p>Nets of 8 December 2022</p>', moved).published).toBe('2024-08-07');
  });

  test('a numeric date that reads both ways is read as the machine gives it', () => {
    const head = '<meta property="article:published_time" content="2022-12-08T10:00:00+01:00">';
    expect(datesOf('<h1>Nets</h1><p class="date">12.08.2022</p>', head).published).toBe('2022-12-08');
  });
});

group('elsewhere', () => {
  test('names of one’s own making in meta', () => {
    expect(
      datesOf('<h1>Nets</h1>', '<meta name="w-published-date" content="2022-12-08T06:03Z">').published,
    ).toBe('2022-12-08');
    expect(datesOf('<h1>Nets</h1>', '<meta name="unpublished" content="2022-12-08">').published).toBeNull();
  });

  test('the only date of the page, at its end, but none of several', () => {
    const far = '<p>Nets.</p>'.repeat(60);
    expect(datesOf(`<h1>Nets</h1>${far}<p>8 December 2022</p>`).published).toBe('2022-12-08');
    expect(datesOf(`<h1>Nets</h1>${far}<p>8 December 2022</p><p>9 December 2022</p>`).published).toBeNull();
  });

  test('an address with the day first', () => {
    const url = 'https://quay.example/news/29-10-2021';
    expect(describe(sourceOf({ body: `<h1>Nets</h1>${PROSE}`, url })).published).toBe('2021-10-29');
  });
});
