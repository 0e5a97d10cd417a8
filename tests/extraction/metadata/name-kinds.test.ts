import { describe, expect, it } from 'vitest';
import { kindsOf, kindsOfName, NAMED } from '../../../utils/extraction/metadata/name-kinds.ts';
import { NameTable, phrasesOf } from '../../../utils/extraction/metadata/name-table.ts';

describe('the kinds that names tell', () => {
  it.each([
    ['entry-title', 'title'],
    ['x--title', 'title'],
    ['story_title', 'title'],
    ['post-author-name', 'author'],
    ['fn', 'author'],
    ['published_at', 'date'],
    ['site-footer-bottom', 'footer'],
    ['blog_footer', 'footer'],
    ['col footer', 'footer'],
    ['single-navigation', 'pager'],
    ['post-navi', 'pager'],
    ['related-posts', 'aside'],
    ['secondary', 'aside'],
    ['bread-crumbs', 'navigation'],
    ['comment-list', 'comments'],
  ] as const)('%j: %s', (name, kind) => {
    expect(kindsOfName(name) & NAMED[kind]).toBe(NAMED[kind]);
  });

  it.each([
    ['text-secondary', 'aside'],
    ['entry-footer', 'footer'],
    ['subtitles', 'title'],
    ['pagers', 'pager'],
    ['unrelated', 'aside'],
  ] as const)('%j is not %s', (name, kind) => {
    expect(kindsOfName(name) & NAMED[kind]).toBe(0);
  });

  it('are those of the class, the id and the hook together', () => {
    const element = document.createElement('div');
    element.className = 'box postTitle';
    element.id = 'entry-author';
    element.setAttribute('data-hook', 'published_at');
    const three = NAMED.title | NAMED.author | NAMED.date;
    expect(kindsOf(element) & three).toBe(three);
  });

  it('do not make a pager of comments one of posts', () => {
    const element = document.createElement('div');
    element.className = 'pager';
    expect(kindsOf(element) & (NAMED.pager | NAMED.comments)).toBe(NAMED.pager);
    element.id = 'cm';
    expect(kindsOf(element) & (NAMED.pager | NAMED.comments)).toBe(NAMED.comments);
  });
});

describe('phrases of words', () => {
  it('are those of every alternative, as far as its letters are given', () => {
    expect(phrasesOf('(?:page|post)?-?title|by[_-]?line|fn|related(?!-?(?:topic|tag))|cats?\\w*')).toEqual([
      'title',
      'by_line',
      'by-line',
      'byline',
      'fn',
      'related',
      'cat',
    ]);
    expect(() => phrasesOf('a|b?')).toThrow(SyntaxError);
    expect(() => phrasesOf('a|\\w+')).toThrow(SyntaxError);
    expect(() => phrasesOf('a|b*')).toThrow(SyntaxError);
  });

  it('tell which lists a name is compared with, and change nothing', () => {
    const table = new NameTable().add(1, 'titles?|p-name').add(2, 'nav|fn|title-?bar');
    expect(table.bitsOf('main_title')).toBe(1);
    expect(table.bitsOf('main title-bar')).toBe(3);
    expect(table.bitsOf('x  nav')).toBe(2);
    expect(table.bitsOf('p-name')).toBe(1);
    expect(table.bitsOf('fn')).toBe(2);
    expect(table.bitsOf('fns')).toBe(0);
    expect(table.bitsOf('subtitle')).toBe(0);
  });
});
