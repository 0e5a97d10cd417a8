import { expect, test } from 'vitest';
import { sanitiseHtml } from '../../utils/extraction/sanitise.ts';
import { articleToMarkdown } from '../../utils/text/markdown.ts';
import { BARE, ENGLISH, JAPANESE } from '../components/articles.ts';

const PAGE = 'https://blog.example/post';

test('an article with everything that belongs to it', () => {
  const markdown = articleToMarkdown(ENGLISH, PAGE);
  expect(markdown).toMatch(
    /^# Notes on a kitchen garden\n\nInes Varga · 2024-03-09 · The Slow Allotment\n\n</u,
  );
  for (const part of [
    `<${ENGLISH.meta.url}>`,
    '## What went in',
    '[the old guide](https://beans.example/guide)',
    '![The bed after digging, string between two pegs](https://allotment.example/bed.jpg)',
    '```\nrow = bean * 40',
    '\\#gardening \\#soil \\#spring sowing',
    '> **Tomasz · 2024-03-09**',
    '> > Two spits, and then I lost heart.',
  ]) {
    expect(markdown).toContain(part);
  }
  expect(markdown).not.toContain('data-');
});

test('readings of ruby stand in brackets', () => {
  expect(articleToMarkdown(JAPANESE, PAGE)).toContain('文選（ぶんせん）');
});

test('what a page shows as HTML stays text where the Markdown is pasted', () => {
  const hostile = {
    ...BARE,
    meta: {
      ...BARE.meta,
      title: '<img src=x onerror=alert(1)>\n# more',
      tags: ['<script>'],
      author: '[a](javascript:b)',
    },
    html: sanitiseHtml('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>', PAGE),
  };
  const markdown = articleToMarkdown(hostile, PAGE);
  expect(markdown.split('\n')[0]).toBe('# \\<img src=x onerror=alert(1)> # more');
  expect(markdown).not.toMatch(/(?<!\\)<(?!https:)/u);
  expect(markdown).not.toMatch(/(?<!\\)\[a\]\(/u);
});

test('an image inside the page is not spelled out', () => {
  const html = sanitiseHtml('<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="dot"></p>', PAGE);
  expect(articleToMarkdown({ ...BARE, html }, PAGE)).not.toContain('base64');
});

test('making it changes nothing and gives the same again', () => {
  const before = structuredClone(ENGLISH);
  expect(articleToMarkdown(ENGLISH, PAGE)).toBe(articleToMarkdown(ENGLISH, PAGE));
  expect(ENGLISH).toEqual(before);
});
