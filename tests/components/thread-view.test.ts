import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inReadingOrder, THREAD_SORTS, treeOf } from '../../components/state/thread-tree.ts';
import { createThreadView, type ThreadView } from '../../components/state/thread-view.ts';
import type { Comment } from '../../utils/extraction/types/comments.ts';
import { comment } from './articles.ts';

/** `a`, `a.b` (answers `a`), … with the day of March and the words. */
function thread(
  ...lines: readonly (readonly [path: string, day: number | null, text?: string])[]
): Comment[] {
  return lines.map(([path, day, text = path]) => {
    const above = path.split('.').slice(0, -1);
    return comment({
      id: path,
      text,
      parentId: above.join('.') || null,
      depth: above.length,
      date: day === null ? null : { shown: `${day}`, iso: `2024-03-0${day}` },
    });
  });
}

const THREAD = thread(
  ['a', 2, 'Herons'],
  ['a.a', 5, 'a bench'],
  ['b', 3, 'A long heath'],
  ['b.a', 3, 'the map'],
  ['b.a.a', 4, 'HERON!'],
  ['c', 3, 'benches'],
  ['d', null, 'nothing'],
);

const shown = ({ rows }: ThreadView) =>
  rows.value.filter(({ hidden }) => !hidden).map(({ node }) => node.comment.id);

describe('order', () => {
  test.each([
    ['page', 'a a.a b b.a b.a.a c d'],
    // Of the same day, `c` came after `b` on a page that has the oldest on top.
    ['newest', 'c b b.a b.a.a a a.a d'],
    ['answered', 'b b.a b.a.a a a.a c d'],
  ] as const)('%s', (sort, order) => {
    const view = createThreadView(THREAD);
    view.sortBy(sort);
    expect(shown(view).join(' ')).toBe(order);
  });

  test('a page with the newest on top stays so within a day', () => {
    const view = createThreadView(thread(['a', 4], ['b', 3], ['c', 3], ['d', 1]));
    view.sortBy('newest');
    expect(shown(view)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('replies stay with what they answer, also where the page writes them first', () => {
    const view = createThreadView(thread(['b.a', 3], ['b', 2], ['a', 1]));
    expect(shown(view)).toEqual(['b', 'b.a', 'a']);
  });
});

test('whatever answers whatever, every comment is there once and below its parent', () => {
  const ids = fc.constantFrom(null, ...'abcdefgh');
  const threads = fc
    .array(fc.tuple(ids, ids), { maxLength: 12 })
    .map((pairs) => pairs.map(([id, parentId]) => comment({ id: id ?? '', text: 'x', parentId })));
  fc.assert(
    fc.property(threads, fc.constantFrom(...THREAD_SORTS), (comments, sort) => {
      const ordered = inReadingOrder(treeOf(comments), sort);
      expect(new Set(ordered).size).toBe(comments.length);
      expect(ordered).toHaveLength(comments.length);
      for (const [place, { parent, level, answers }] of ordered.entries()) {
        if (parent) expect(ordered.indexOf(parent)).toBeLessThan(place);
        expect(level).toBe(parent ? parent.level + 1 : 0);
        const below = ordered.slice(place + 1).findIndex((other) => other.level <= level);
        expect(answers).toBe(below < 0 ? ordered.length - place - 1 : below);
      }
    }),
  );
});

test('a thread of ten thousand answers to answers is no harder than another', () => {
  const chain = Array.from({ length: 10_000 }, (_, index) =>
    comment({ id: `${index}`, text: 'x', parentId: index > 0 ? `${index - 1}` : null }),
  );
  const view = createThreadView(chain);
  view.toggle('0');
  expect(shown(view)).toEqual(['0']);
  view.jumpTo('9999');
  expect(shown(view)).toHaveLength(10_000);
});

describe('closing', () => {
  test('puts the replies away, all of them', () => {
    const view = createThreadView(THREAD);
    view.toggle('b');
    expect(shown(view).join(' ')).toBe('a a.a b c d');
    view.toggle('b');
    expect(shown(view)).toHaveLength(THREAD.length);
  });

  test('what was closed inside stays closed', () => {
    const view = createThreadView(THREAD);
    view.toggle('b.a');
    view.toggle('b');
    view.toggle('b');
    expect(shown(view).join(' ')).toBe('a a.a b b.a c d');
  });

  test('all and back', () => {
    const view = createThreadView(THREAD);
    view.collapseAll();
    expect(shown(view).join(' ')).toBe('a b c d');
    expect(view.rows.value.filter(({ isCollapsed }) => isCollapsed)).toHaveLength(2);
    view.expandAll();
    expect(shown(view)).toHaveLength(THREAD.length);
  });

  test('a line that is alone has nothing to put away, a long one has', () => {
    const view = createThreadView(thread(['a', 1, 'Yes.'], ['b', 1, 'Well, '.repeat(30)]));
    view.collapseAll();
    expect(view.rows.value.map(({ isCollapsed }) => isCollapsed)).toEqual([false, true]);
  });
});

describe('search', () => {
  test('shows what it found and what that answers, and counts only the first', () => {
    const view = createThreadView(THREAD);
    view.search('heron');
    expect(shown(view).join(' ')).toBe('a b b.a b.a.a');
    expect(view.found.value).toBe(2);
    expect(view.rows.value.filter(({ isContext }) => isContext).map(({ node }) => node.comment.id)).toEqual([
      'b',
      'b.a',
    ]);
  });

  test('looks into what is closed, and leaves it closed', () => {
    const view = createThreadView(THREAD);
    view.toggle('b');
    view.search('heron');
    expect(shown(view)).toContain('b.a.a');
    view.search('');
    expect(shown(view)).not.toContain('b.a.a');
  });

  test('nothing found shows nothing', () => {
    const view = createThreadView(THREAD);
    view.search('zebra');
    expect(shown(view)).toEqual([]);
    expect(view.found.value).toBe(0);
  });

  test('keeps the order asked for', () => {
    const view = createThreadView(THREAD);
    view.sortBy('newest');
    view.search('heron');
    expect(shown(view).join(' ')).toBe('b b.a b.a.a a');
  });
});

describe('a jump', () => {
  test('opens all that hides the comment, and nothing else', () => {
    const view = createThreadView(THREAD);
    for (const id of ['a', 'b', 'b.a', 'b.a.a']) view.toggle(id);
    view.jumpTo('b.a.a');
    expect(shown(view).join(' ')).toBe('a b b.a b.a.a c d');
    expect(view.target.value?.commentId).toBe('b.a.a');
  });

  test('ends a search that hides the comment', () => {
    const view = createThreadView(THREAD);
    view.search('heron');
    view.jumpTo('c');
    expect(view.query.value).toBe('');
    expect(shown(view)).toContain('c');
  });

  test('leaves a search that shows it', () => {
    const view = createThreadView(THREAD);
    view.search('heron');
    view.jumpTo('b.a.a');
    expect(view.query.value).toBe('heron');
  });

  test('twice to the same place is two jumps', () => {
    const view = createThreadView(THREAD);
    view.jumpTo('c');
    const first = view.target.value;
    view.jumpTo('c');
    expect(view.target.value).not.toBe(first);
  });
});
