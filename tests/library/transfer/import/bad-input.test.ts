// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fileOf, read, zipOf } from './read.ts';

const POCKET = 'title,url,time_added,tags,status\n';
const OMNIVORE = (more: string) =>
  `[{"slug":"a","url":"https://a.example/","title":"A","state":"Active","labels":[],"savedAt":"2024-01-02T03:04:05Z","readingProgress":0${more}}`;

describe('files that are none of ours', () => {
  it.each([
    ['nothing at all', '', 'empty'],
    ['a letter', 'Dear reader,\nthis is no list.\n', 'unknown'],
    ['another table', 'name,age\nAnn,7\n', 'unknown'],
    [
      'another page',
      '<!doctype html><title>Hello</title><p>Text with <a href="https://a.example/">a link</a></p>',
      'unknown',
    ],
    ['other JSON', '{"name":"x","dependencies":{}}', 'unknown'],
    ['a list of numbers', '[1,2,3]', 'unknown'],
    ['a million columns', `${'c,'.repeat(1_000_000)}\n${'1,'.repeat(1_000_000)}\n`, 'unknown'],
    ['a backup among others', '{"format":"seidoku-reading-list","version":1,\n"entries":[\n]}', 'backup'],
    ['a PDF', '%PDF-1.7\n\0\0https://a.example/', 'unknown'],
    ['an unclosed quote and nothing else', `"${'x'.repeat(2_000_000)}`, 'unknown'],
  ])('%s', async (_name, content, problem) => {
    expect(await read(fileOf(content, 'that.csv'))).toEqual({
      kinds: [],
      entries: [],
      files: [],
      flaws: [{ file: 'that.csv', row: null, problem }],
    });
  });

  it('bytes by chance', async () => {
    const bytes = Uint8Array.from(
      { length: 100_000 },
      (_, index) => (index * 7919 + (index >> 3) * 31) & 0xff,
    );
    expect((await read(bytes)).entries).toEqual([]);
  });
});

describe('tables', () => {
  it('with a row of a million columns read all the others', async () => {
    const { entries } = await read(
      `${POCKET}A,https://a.example/,1,,unread\n${','.repeat(900_000)}\nB,https://b.example/,1,,unread\n`,
    );
    expect(entries.map(({ row, title, skip }) => [row, title, skip])).toEqual([
      [2, 'A', null],
      [3, '', 'damaged-row'],
      [4, 'B', null],
    ]);
  });

  it('with a row longer than any read all the others', async () => {
    const { entries } = await read(
      `${POCKET}A,https://a.example/,1,,unread\n"${'x\n'.repeat(700_000)}",https://b.example/,1,,unread\nC,https://c.example/,1,,unread\n`,
    );
    expect(entries[0]).toMatchObject({ title: 'A' });
    expect(entries[1]).toMatchObject({ row: 3, skip: 'damaged-row' });
    expect(entries.at(-1)).toMatchObject({ title: 'C', url: 'https://c.example/' });
  });

  it('of nothing but quotes end', async () => {
    const { flaws } = await read(`${POCKET}${'"x\n'.repeat(300_001)}`);
    expect(flaws).toMatchObject([{ problem: 'damaged' }]);
  });
});

describe('JSON', () => {
  it('nested 100,000 levels deep in an entry is read without what is nested', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { entries, flaws } = await read(
      `${OMNIVORE(`,"extra":${deep}`)},{"slug":"b","url":"https://b.example/","title":"B","labels":${deep}}]`,
    );
    expect(flaws).toEqual([]);
    expect(entries.map(({ title, tags }) => [title, tags])).toEqual([
      ['A', []],
      ['B', []],
    ]);
  });

  it('nested 100,000 levels deep and nothing else is of no kind', async () => {
    expect((await read(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).flaws).toMatchObject([
      { problem: 'unknown' },
    ]);
    expect((await read('{"a":'.repeat(100_000))).flaws).toMatchObject([{ problem: 'unknown' }]);
  });

  it('cut off says behind which row, and keeps those before', async () => {
    const { entries, flaws } = await read(
      fileOf(`${OMNIVORE('')},{"slug":"b","url":"https://b.exa`, 'm.json'),
    );
    expect(entries).toHaveLength(1);
    expect(flaws).toEqual([{ file: 'm.json', row: 1, problem: 'truncated' }]);
  });

  it('that goes wrong says behind which row, and keeps those before', async () => {
    const { entries, flaws } = await read(fileOf(`${OMNIVORE('')},{"slug":b}]`, 'm.json'));
    expect(entries).toHaveLength(1);
    expect(flaws).toEqual([{ file: 'm.json', row: 1, problem: 'damaged' }]);
  });

  it('with something behind its end says so', async () => {
    const { entries, flaws } = await read(`${OMNIVORE('')}] and more`);
    expect(entries).toHaveLength(1);
    expect(flaws).toMatchObject([{ problem: 'damaged' }]);
  });

  it('with white space behind its end is whole', async () => {
    expect((await read(`${OMNIVORE('')}]\r\n\n`)).flaws).toEqual([]);
  });

  it('with entries that are none reads the others', async () => {
    const { entries } = await read(`${OMNIVORE('')},7,null,[1],{"url":7,"title":{"x":1},"labels":"no"}]`);
    expect(entries.map(({ row, skip, url }) => [row, skip, url])).toEqual([
      [1, null, 'https://a.example/'],
      [2, 'damaged-row', ''],
      [3, 'damaged-row', ''],
      [4, 'damaged-row', ''],
      [5, null, '7'],
    ]);
  });

  it('with names that would change what objects are changes nothing', async () => {
    const { entries } = await read(
      `${OMNIVORE(',"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}')}]`,
    );
    expect(entries).toHaveLength(1);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('archives', () => {
  it('that would unpack into an enormous one are left', async () => {
    const bomb = zipOf(
      { 'a.csv': `${POCKET}A,https://a.example/,1,,unread\n`, 'bomb.csv': POCKET + 'x'.repeat(100_000_000) },
      'b.zip',
    );
    expect(bomb.size).toBeLessThan(200_000);
    const { entries, flaws } = await read(bomb);
    expect(entries[0]).toMatchObject({ title: 'A' });
    expect(flaws).toContainEqual({ file: 'b.zip/bomb.csv', row: null, problem: 'bomb' });
  });

  it('with a bomb beside honest files are known as well', async () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 400_000 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
    const { flaws } = await read(
      zipOf({ 'photo.jpg': noise, 'bomb.csv': POCKET + 'x'.repeat(60_000_000) }, 'b.zip'),
    );
    expect(flaws).toContainEqual({ file: 'b.zip/bomb.csv', row: null, problem: 'bomb' });
  });

  it('that claim to hold 2 GB are read for what they hold', async () => {
    const bytes = new Uint8Array(
      await zipOf({ 'a.csv': `${POCKET}A,https://a.example/,1,,unread\n` }).arrayBuffer(),
    );
    // The size of the first file as its header claims it.
    new DataView(bytes.buffer).setUint32(22, 0x7fff_ffff, true);
    expect((await read(bytes)).entries).toMatchObject([{ title: 'A' }]);
  });

  it('cut off keep what came before', async () => {
    const whole = new Uint8Array(
      await zipOf({
        'a.csv': `${POCKET}A,https://a.example/,1,,unread\n`,
        'b.csv': `${POCKET}${Array.from({ length: 500 }, (_, index) => `B${index},https://b.example/${index * 7919},1,,unread`).join('\n')}\n`,
      }).arrayBuffer(),
    );
    const { entries, flaws } = await read(fileOf(whole.slice(0, 700), 'cut.zip'));
    expect(entries[0]).toMatchObject({ title: 'A' });
    expect(flaws).toContainEqual({ file: 'cut.zip/b.csv', row: null, problem: 'truncated' });
  });

  it('with a damaged file in them read the others', async () => {
    const bytes = new Uint8Array(
      await zipOf({
        'a.csv': `${POCKET}${Array.from({ length: 500 }, (_, index) => `A${index * 7919},https://a.example/,1,,unread`).join('\n')}\n`,
        'b.csv': `${POCKET}B,https://b.example/,1,,unread\n`,
      }).arrayBuffer(),
    );
    bytes.fill(0xff, 60, 80);
    const { entries, flaws } = await read(fileOf(bytes, 'd.zip'));
    expect(entries.at(-1)).toMatchObject({ title: 'B' });
    expect(flaws.map(({ file }) => file)).toContain('d.zip/a.csv');
  });

  it('with a password are named', async () => {
    const bytes = new Uint8Array(await zipOf({ 'a.csv': POCKET }).arrayBuffer());
    bytes[6] = (bytes[6] ?? 0) | 1;
    expect((await read(fileOf(bytes, 'p.zip'))).flaws).toContainEqual({
      file: 'p.zip',
      row: null,
      problem: 'encrypted',
    });
  });

  it('packed in another way are named', async () => {
    const bytes = new Uint8Array(
      await zipOf({ 'a.csv': `${POCKET}A,https://a.example/,1,,unread\n` }).arrayBuffer(),
    );
    bytes[8] = 14;
    expect((await read(fileOf(bytes, 'l.zip'))).flaws.map(({ file }) => file)).toContain('l.zip/a.csv');
  });

  it('in archives are named', async () => {
    const inner = new Uint8Array(await zipOf({ 'a.csv': POCKET }).arrayBuffer());
    expect((await read(zipOf({ 'inner.zip': inner }, 'o.zip'))).flaws).toEqual([
      { file: 'o.zip/inner.zip', row: null, problem: 'unknown' },
    ]);
  });
});

it('a file that cannot be read any more is named', async () => {
  const file = fileOf(`${POCKET}A,https://a.example/,1,,unread\n`, 'gone.csv');
  file.slice = () => {
    throw new DOMException('The file could not be read', 'NotReadableError');
  };
  expect((await read(file)).flaws).toEqual([{ file: 'gone.csv', row: null, problem: 'unreadable' }]);
});
