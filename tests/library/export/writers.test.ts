import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pngPicture } from '../../../scripts/lib/picture.ts';
import type { AbsoluteUrl } from '../../../utils/extraction/types/source.ts';
import { writeCsv } from '../../../utils/library/transfer/export/csv.ts';
import { frontMatter } from '../../../utils/library/transfer/export/front-matter.ts';
import { htmlOf, writeHtmlZip } from '../../../utils/library/transfer/export/html.ts';
import { markdownOf, writeMarkdownZip } from '../../../utils/library/transfer/export/markdown.ts';
import { writeNetscape } from '../../../utils/library/transfer/export/netscape.ts';
import { ENGLISH } from '../../components/articles.ts';
import { aContext, anEntry, aSummary, bytesOf, each, textOf } from './entries.ts';

const IMAGE = 'https://x.example/pic.png';
const kept = () => {
  const bytes = new Uint8Array(pngPicture(40, 30, 1)).buffer;
  return new Map([[IMAGE, { url: IMAGE, type: 'image/png', bytes }]]);
};

describe('front matter', () => {
  const read = (text: string) => parse(text.replace(/^---\n|---\n$/gu, '')) as Record<string, unknown>;

  test('says what is known of an entry', () => {
    const summary = aSummary({
      title: 'Tea: a "history"',
      tags: ['spring sowing', '2024', 'c++', 'お茶'],
      state: 'reading',
      isFavourite: true,
      place: { percent: 40, block: 3 },
      note: 'First\nsecond',
    });
    expect(read(frontMatter(summary))).toEqual({
      title: 'Tea: a "history"',
      url: summary.url,
      author: 'Mika',
      site: 'Kitchen notes',
      published: '2024-05-06',
      saved: '2024-05-06T12:00:00.000Z',
      lang: 'en',
      state: 'reading',
      favourite: true,
      progress: 40,
      tags: ['spring-sowing', '_2024', 'c', 'お茶'],
      keywords: ['spring sowing', '2024', 'c++', 'お茶'],
      note: 'First\nsecond',
    });
  });

  test('whatever a title or a tag is, it is read back as text and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme' })),
        (title, tags) => {
          const text = frontMatter(aSummary({ title: `${title}x`, tags }));
          const facts = read(text);
          expect(typeof facts.title).toBe('string');
          for (const tag of (facts.tags ?? []) as unknown[])
            expect(tag).toMatch(/^[^\s,#]*[^\s\d,#][^\s,#]*$/u);
          expect(Object.keys(facts)).not.toContain('__proto__');
        },
      ),
    );
    for (const title of [
      '---',
      '...',
      '- a',
      '[a](b)',
      'yes',
      '12',
      '2024-01-01',
      '!!js/function',
      '&a *a',
      "'",
      '"',
    ]) {
      expect(read(frontMatter(aSummary({ title }))).title).toBe(title);
    }
  });
});

describe('Markdown', () => {
  test('one article as a note', () => {
    const text = markdownOf(anEntry('', { title: 'Tea', note: 'Mine <b>\nagain' }, ENGLISH), aContext());
    for (const part of [
      '---\n\n# Tea\n\n> [!note]\n> Mine \\<b>',
      '## What went in',
      '![The bed after digging, string between two pegs](https://allotment.example/bed.jpg)',
      '## Comments\n\n> **Tomasz · 2024-03-09**',
    ]) {
      expect(text).toContain(part);
    }
    const without = { choices: { withComments: false, isVertical: false } };
    expect(markdownOf(anEntry('', {}, ENGLISH), aContext(without))).not.toContain('Tomasz');
  });

  test('many as a zip of notes with names of their own and the images beside them', async () => {
    const image = anEntry(`<p><img src="${IMAGE}" alt="hill"></p>`, { title: 'A/B: "c"?' });
    const entries = [
      { ...image, images: kept() },
      anEntry('<p>2</p>', { title: 'a/b c' }),
      anEntry('<p>3</p>', { title: 'A-B C' }),
      anEntry('<p>4</p>', { title: '../../etc/passwd\u202efdp' }),
      anEntry('<p>5</p>', { title: 'CON' }),
      anEntry('<p>6</p>', { title: '…\u200b' }),
      anEntry('<p>7</p>', { title: '__proto__' }),
    ];
    const files = unzipSync(await bytesOf(writeMarkdownZip(each(entries), aContext())));
    const names = Object.keys(files);
    expect(names.slice(0, 6)).toEqual([
      'A-B- c.md',
      `images/${image.summary.id}-1.png`,
      'a-b c.md',
      'A-B C (2).md',
      'etc-passwdfdp.md',
      '_CON.md',
    ]);
    expect(names[6]).toMatch(/^article-[0-9a-f]{8}\.md$/u);
    expect(strFromU8(files['A-B- c.md'] ?? new Uint8Array())).toContain(
      `![hill](images/${image.summary.id}-1.png)`,
    );
  });
});

describe('a web page', () => {
  const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  test('holds its images and asks for no others', () => {
    const entry = anEntry(
      `<p><img src="${IMAGE}" alt="hill"><img src="https://x.example/other.png" alt="sea"></p>`,
    );
    const page = parsed(htmlOf({ ...entry, images: kept() }, aContext()));
    expect([...page.querySelectorAll('img')].map((image) => image.getAttribute('src')?.slice(0, 22))).toEqual(
      ['data:image/png;base64,'],
    );
    const link = page.querySelector('a.image');
    expect([link?.textContent, link?.getAttribute('href')]).toEqual(['sea', 'https://x.example/other.png']);
  });

  test('runs nothing, whatever its article says', () => {
    const hostile = '"><script>alert(1)</script></title></style><img src=x onerror=alert(1)>';
    const entry = anEntry(hostile, {
      title: hostile,
      author: hostile,
      siteName: hostile,
      lang: hostile,
      tags: [hostile],
      note: hostile,
      excerpt: hostile,
      published: hostile,
      url: `https://x.example/?a="><script>alert(1)</script>` as AbsoluteUrl,
    });
    for (const one of [entry, { ...entry, article: null }]) {
      const page = parsed(htmlOf(one, aContext()));
      expect(page.querySelectorAll('script, img, iframe, object').length).toBe(0);
      expect(page.querySelectorAll('style').length).toBe(1);
      const attributes = [...page.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes]);
      expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
      expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'/u);
    }
  });

  test('many come with a page of contents that leads to each', async () => {
    const entries = [anEntry('<p>1</p>', { title: 'index' }), anEntry('<p>2</p>', { title: '100% & more' })];
    const files = unzipSync(await bytesOf(writeHtmlZip(each(entries), aContext())));
    const contents = parsed(strFromU8(files['index.html'] ?? new Uint8Array()));
    const linked = [...contents.querySelectorAll('a')].map((a) =>
      decodeURIComponent(a.getAttribute('href') ?? ''),
    );
    expect(linked.every((name) => name in files)).toBe(true);
    expect(linked).toHaveLength(2);
  });
});

describe('a table', () => {
  const rows = (text: string) =>
    Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), { skipEmptyLines: true }).data;

  test('has a row for each entry, read back as it was', async () => {
    const summary = aSummary({ title: 'A "b", c', note: 'two\nlines', tags: ['a, b', 'c'] });
    const [head, row] = rows(await textOf(writeCsv(each([summary]))));
    const read = Object.fromEntries((head ?? []).map((name, index) => [name, row?.[index]]));
    expect(read).toMatchObject({ title: 'A "b", c', url: summary.url, note: 'two\nlines', tags: 'a, b|c' });
  });

  test('no cell begins a formula', async () => {
    const starts = ['=', '+', '-', '@', '\t=', ' =', '＝', '|', '%'];
    const summaries = starts.map((start) =>
      aSummary({ title: `${start}cmd()`, note: `${start}1+1`, author: start }),
    );
    const cells = rows(await textOf(writeCsv(each(summaries)))).flat();
    expect(cells.filter((cell) => /^[\s\u3000]*[=+\-@＝＋－＠|%]/u.test(cell))).toEqual([]);
  });
});

describe('bookmarks', () => {
  test('are read by a browser as they were written, whatever their titles are', async () => {
    const hostile = '</A></DL><script>alert(1)</script>"\u202e';
    const summaries = [
      aSummary({ title: hostile, tags: ['a,b', hostile], note: hostile }),
      aSummary({ title: 'Old', state: 'archived' }),
    ];
    const text = await textOf(writeNetscape(() => each(summaries), aContext()));
    const page = new DOMParser().parseFromString(text, 'text/html');
    expect(page.querySelector('script')).toBeNull();
    const links = [...page.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(summaries.map(({ url }) => url));
    expect(links.map((link) => link.hasAttribute('toread'))).toEqual([true, false]);
    expect(links[0]?.getAttribute('tags')).toBe('a b,</A></DL><script>alert(1)</script>"');
    expect(links[0]?.getAttribute('add_date')).toBe('1714996800');
    expect([...page.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual([
      'Unread',
      'Archived',
    ]);
  });
});
