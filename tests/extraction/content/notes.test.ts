import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from '../../../utils/extraction/sanitise.ts';
import { readPost } from './read.ts';

const NOTE = 'Elm splits less than one would think, given how it is spoken of.';
const IN_TEXT = (reference: string) =>
  `<p>I used elm for the bowl${reference} and oak for its stand, as one does.</p>`;

/** One note as each tool writes it: the reference in the text, and the note at the end. */
const MARKUP: readonly (readonly [tool: string, reference: string, notes: string])[] = [
  [
    'kramdown and Markdown Extra',
    '<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>',
    `<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>${NOTE} <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>`,
  ],
  [
    'GitHub',
    '<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup>',
    `<section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>${NOTE} <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section>`,
  ],
  [
    'Hatena Blog',
    '<span class="footnote"><a href="#f-1a2b" name="fn-1a2b" title="Elm">*1</a></span>',
    `<div class="footnote"><p class="footnote"><a href="#fn-1a2b" name="f-1a2b" class="footnote-number">*1</a><span class="footnote-delimiter">:</span><span class="footnote-text">${NOTE}</span></p></div>`,
  ],
  [
    'Substack',
    '<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a>',
    `<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>${NOTE}</p></div></div>`,
  ],
  [
    'WordPress, with addresses spelt out',
    '<sup class="fn"><a href="https://blog.example/2024/05/post.html#a1" id="a1-link">1</a></sup>',
    `<ol class="wp-block-footnotes"><li id="a1">${NOTE} <a href="https://blog.example/2024/05/post.html#a1-link">↩︎</a></li></ol>`,
  ],
];

describe('notes', () => {
  it.each(MARKUP)('jump from the reference to the note and back: %s', (_, reference, notes) => {
    const { body, text } = readPost(IN_TEXT(reference), notes);
    const jumps = [...body.querySelectorAll('a[href^="#"]')];
    expect(jumps).toHaveLength(2);
    const [there, back] = jumps.map((link) =>
      body.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`),
    );
    expect(there?.closest('li, div, p')?.textContent).toContain(NOTE);
    expect(back?.closest('p')?.textContent).toContain('I used elm');
    for (const link of jumps) expect(link.hasAttribute('target')).toBe(false);
    expect(text).toContain(NOTE);
    expect(text).not.toContain('↩');
  });

  it.each(MARKUP)('are notes in Markdown: %s', (_, reference, notes) => {
    const { markdown } = readPost(IN_TEXT(reference), notes);
    expect(markdown).toContain('I used elm for the bowl[^1] and oak');
    expect(markdown).toMatch(/^\[\^1\]: .*Elm splits less/mu);
    expect(markdown).not.toContain('(#');
  });

  it('take no name that could hide something of the screen', () => {
    const { body } = readPost(
      `<h2 id="location">Where</h2><p id="jump-7">This paragraph has a name that it chose itself, and it is long enough.</p><p><a href="#location">Go there</a>, or <a href="#nowhere">do not</a>, as you like it.</p>`,
    );
    expect([...body.querySelectorAll('[id]')].map((element) => element.id)).toEqual(['jump-1']);
    expect(body.querySelector('h2')?.id).toBe('jump-1');
    expect([...body.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['Go there']);
  });

  it('keep nothing but their own names when they are sanitised again', () => {
    const html = sanitiseHtml(
      '<p id="app">a</p><p id="jump-1">b</p><a href="#app">c</a><a href="#jump-1">d</a><a href="#jump-1 onclick">e</a>',
      'https://blog.example/',
    );
    expect(html).toBe('<p>a</p><p id="jump-1">b</p>c<a href="#jump-1">d</a>e');
  });
});
