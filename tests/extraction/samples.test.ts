import { beforeAll, describe, expect, it } from 'vitest';
import { readSamples, type Sample } from '../../scripts/lib/samples.ts';
import { extract } from '../../utils/extraction/extract.ts';
import type { Article, Outcome } from '../../utils/extraction/types/article.ts';
import { tidyLine } from '../../utils/text/normalise.ts';
import { documentOf } from './sample-document.ts';

function read(sample: Sample): Outcome {
  return extract({
    document: documentOf(sample),
    url: sample.expected.url,
    contentType: sample.contentType,
  });
}

function articleOf(sample: Sample): Article {
  const outcome = read(sample);
  if (outcome.kind !== 'article') throw new Error(`Not an article: ${JSON.stringify(outcome).slice(0, 500)}`);
  return outcome.article;
}

const blocksOf = (text: string) => text.split(/\n+/u).map(tidyLine).filter(Boolean);

const samples = [...readSamples().values()];
const articles = samples.filter(({ expected }) => expected.kind === 'article');
const others = samples.filter(({ expected }) => expected.kind !== 'article');

describe.each(articles)('sample $name', (sample) => {
  const { expected } = sample;
  let article: Article;
  let blocks: readonly string[];
  beforeAll(() => {
    article = articleOf(sample);
    blocks = blocksOf(article.text);
  });

  it('gives its text, each block once and in order', () => {
    if (expected.paragraphs) expect(blocks).toEqual(expected.paragraphs.map(tidyLine));
    const wanted = (expected.contains ?? []).map(tidyLine);
    expect(blocks.filter((block) => wanted.includes(block))).toEqual(wanted);
  });

  it('shows in its HTML what its text says', () => {
    const shown = new DOMParser().parseFromString(article.html, 'text/html').body.textContent ?? '';
    const tidy = tidyLine(shown).replaceAll(' ', '');
    for (const block of blocks) expect(tidy).toContain(block.replaceAll(/\s/gu, ''));
  });

  it('gives its title, byline and neighbours', () => {
    const { meta } = article;
    const known = {
      title: expected.title,
      author: expected.author,
      siteName: expected.siteName,
      published: expected.published,
      lang: expected.lang,
      dir: expected.dir,
      previous: expected.previous?.title,
      next: expected.next?.title,
    };
    const found = { ...meta, previous: meta.previous?.title, next: meta.next?.title };
    for (const [name, value] of Object.entries(known)) {
      if (value !== undefined)
        expect.soft({ [name]: found[name as keyof typeof known] }).toEqual({ [name]: value });
    }
  });

  it('gives its tags', () => {
    if (expected.tags) expect(article.meta.tags).toEqual(expected.tags);
    if (expected.categories) expect(article.meta.categories).toEqual(expected.categories);
  });

  it('gives its comments, title and body together', () => {
    const { comments } = article.thread;
    if (!expected.comments) return;
    expect(comments).toHaveLength(expected.comments.length);
    expected.comments.forEach(({ date, ...comment }, index) => {
      const found = comments[index];
      expect.soft(found).toMatchObject(comment);
      if (date) expect.soft(found?.date?.iso).toBe(date);
    });
  });

  it('folds what is said twice', () => {
    if (expected.repeats !== undefined) expect(article.repeats).toHaveLength(expected.repeats);
  });

  it('keeps boilerplate and comments out of the text', () => {
    for (const phrase of expected.absent ?? []) expect.soft(article.text).not.toContain(phrase);
  });

  it('lists what it left out', () => {
    const leftOut = article.removals.map(({ text }) => text).join('\n');
    for (const phrase of expected.leftOut ?? []) expect.soft(leftOut).toContain(phrase);
  });

  it('leaves the page as it was', () => {
    const page = documentOf(sample);
    const before = page.documentElement.outerHTML;
    extract({ document: page, url: expected.url, contentType: sample.contentType });
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('gives the same again', () => {
    expect(read(sample)).toEqual(read(sample));
  });
});

describe.each(others)('sample $name', ({ expected, ...sample }) => {
  it(`is ${expected.kind}`, () => {
    expect(read({ ...sample, expected })).toMatchObject({ kind: expected.kind, reason: expected.reason });
  });
});
