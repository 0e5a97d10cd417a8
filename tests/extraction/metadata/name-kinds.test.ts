import { describe, expect, it } from 'vitest';
import { BeginningTable, beginningsOf } from '../../../utils/extraction/metadata/name-beginnings.ts';
import { kindsOf, kindsOfName, NAMED } from '../../../utils/extraction/metadata/name-kinds.ts';

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
    expect(kindsOf(element)).toBe(NAMED.title | NAMED.author | NAMED.date);
  });

  it('do not make a pager of comments one of posts', () => {
    const element = document.createElement('div');
    element.className = 'pager';
    expect(kindsOf(element)).toBe(NAMED.pager);
    element.id = 'cm';
    expect(kindsOf(element)).toBe(NAMED.comments);
  });
});

describe('beginnings of words', () => {
  it('are those of every alternative, of groups and of what follows an optional one', () => {
    expect(beginningsOf('(?:page|post)?-?title|side-?bar\\w*|related(?!-?(?:topic|tag))')).toEqual([
      'pa',
      'po',
      'ti',
      'si',
      're',
    ]);
    expect(() => beginningsOf('a?b')).toThrow(SyntaxError);
  });

  it('are found at the start of every word of a name', () => {
    const table = new BeginningTable();
    table.add(['ti'], 1);
    table.add(['na', 'ti'], 2);
    expect(table.bitsOf('main_title')).toBe(3);
    expect(table.bitsOf('x  nav')).toBe(2);
    expect(table.bitsOf('subtitle')).toBe(0);
  });
});
