import { describe, expect, it } from 'vitest';
import { BeginningTable, beginningsOf } from '../../../utils/extraction/metadata/name-beginnings.ts';
import { kindsOf } from '../../../utils/extraction/metadata/name-kinds.ts';

describe('the kinds that names tell', () => {
  it.each([
    ['entry-title', 'isTitle'],
    ['x--title', 'isTitle'],
    ['story_title', 'isTitle'],
    ['post-author-name', 'isAuthor'],
    ['fn', 'isAuthor'],
    ['published_at', 'isDate'],
    ['site-footer-bottom', 'isFooter'],
    ['blog_footer', 'isFooter'],
    ['col footer', 'isFooter'],
    ['single-navigation', 'isPager'],
    ['post-navi', 'isPager'],
    ['related-posts', 'isAside'],
    ['secondary', 'isAside'],
    ['bread-crumbs', 'isNavigation'],
    ['comment-list', 'isComments'],
    ['box cm ', 'isComments'],
  ] as const)('%j: %s', (name, kind) => {
    expect(kindsOf(name)[kind]).toBe(true);
  });

  it.each([
    ['text-secondary', 'isAside'],
    ['entry-footer', 'isFooter'],
    ['subtitles', 'isTitle'],
    ['pagers', 'isPager'],
    ['unrelated', 'isAside'],
  ] as const)('%j is not %s', (name, kind) => {
    expect(kindsOf(name)[kind]).toBe(false);
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
