import { describe, expect, it } from 'vitest';
import { extract } from '../../utils/extraction/extract.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import { pageOf, paragraphs } from './html.ts';

function articleOf(html: string): Article {
  const outcome = extract(pageOf(html));
  if (outcome.kind !== 'article') throw new Error(JSON.stringify(outcome).slice(0, 200));
  return outcome.article;
}

const POST = `<html lang="en"><head><title>The long way round - Notes</title></head><body><nav>Menu</nav><article>
  <h1>The long way round</h1>${paragraphs(6)}<p>#walking #rain</p></article>
  <section id="comments"><h2>2 Comments</h2><ol class="comment-list">
    <li class="comment depth-1" id="comment-1"><article><footer><b class="fn">Ann</b> <time datetime="2024-05-02">May 2, 2024</time></footer><div class="comment-content"><p>A fine walk, was it not?</p></div></article></li>
    <li class="comment depth-1" id="comment-2"><article><footer><b class="fn">Bob</b> <time datetime="2024-05-03">May 3, 2024</time></footer><div class="comment-content"><p>It was. <img src="https://img.example/wet.jpg" onerror="x()" alt="wet"></p></div></article></li>
  </ol></section></body></html>`;

describe('extract', () => {
  it("takes dates and mere links from the article's edges, and leaves it its sources", () => {
    const { text, removals } = articleOf(
      `<article><h1>The long way round</h1><p>Erstellt am 9. Februar 2022</p>${paragraphs(6)}
      <h2>Sources</h2>
      <ol><li><a href="https://rain.example/book">The book of rain</a>, second edition</li>
      <li><a href="https://path.example/">Paths and how they came about</a>, 1998</li></ol>
      <p><a href="/all">All our walks</a></p></article>`,
    );
    expect(text).toContain('The book of rain');
    expect(text).not.toMatch(/Erstellt am|All our walks/u);
    expect(removals.map(({ text: line }) => line)).toEqual(
      expect.arrayContaining(['Erstellt am 9. Februar 2022', 'All our walks']),
    );
  });

  it('gives the article once, with its tags, comments, digest and what was left out', () => {
    const article = articleOf(POST);
    expect(article.meta.title).toBe('The long way round');
    expect(article.text.split('\n\n')).toHaveLength(6);
    expect(article.meta.tags).toEqual(['walking', 'rain']);
    expect(article.thread.comments.map(({ author }) => author)).toEqual(['Ann', 'Bob']);
    expect(article.digest.comments).toBe(2);
    expect(article.removals.map(({ text }) => text)).toContain('Menu');
    expect(article.text).not.toContain('A fine walk');
  });

  it('sanitises comments as well as the body', () => {
    const html = articleOf(POST)
      .thread.comments.map((comment) => comment.html)
      .join('');
    expect(html).toContain('A fine walk');
    expect(html).not.toMatch(/onerror| src="/u);
  });

  it('leaves the page untouched', () => {
    const page = pageOf(POST);
    const before = page.document.documentElement.outerHTML;
    extract(page);
    expect(page.document.documentElement.outerHTML).toBe(before);
  });

  it('gives plain data that crosses to another context as it is', () => {
    const outcome = extract(pageOf(POST));
    expect(structuredClone(outcome)).toEqual(outcome);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('gives the same for the same page', () => {
    expect(extract(pageOf(POST))).toEqual(extract(pageOf(POST)));
  });

  it.each([
    [
      'names that hide DOM members',
      `<form name="body"><input name="firstChild"><input name="parentNode"><input id="children"></form><img name="querySelectorAll"><img name="cloneNode" id="cloneNode">${paragraphs(5)}`,
    ],
    ['unclosed markup', `<div><p><b>${paragraphs(5)}<table><tr>`],
    ['a page in which everything is a link', `<a href="/x">${paragraphs(5)}</a>`],
  ])('reads a page with %s', (_, html) => {
    const outcome = extract(pageOf(html));
    expect(['article', 'not-an-article']).toContain(outcome.kind);
    expect(JSON.stringify(outcome)).toContain('Paragraph 5');
  });

  it.each([
    '',
    '<body></body>',
    '<frameset><frame></frameset>',
    '<p>',
    '<pre></pre>',
    '<script>document.write("x")</script>',
  ])('has an answer for %j', (html) => {
    expect(extract(pageOf(html)).kind).toMatch(/^(?:not-an-article|unreadable)$/u);
  });
});
