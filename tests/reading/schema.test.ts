import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer, parseArticle } from '../../utils/reading/schema.ts';
import { anArticle } from '../library/an-article.ts';

const url = 'https://blog.example/tea';
const answer = (outcome: unknown) => ({ url, outcome });

/** Every path to a value inside plain data. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as Record<string, unknown>) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('what the injected script answers', () => {
  it.each([
    ['an article', { kind: 'article', article: anArticle() }],
    ['no article', { kind: 'not-an-article', reason: 'links-only', bestEffort: null, posts: [] }],
    [
      'perhaps an article',
      { kind: 'not-an-article', reason: 'too-short', bestEffort: anArticle(), posts: [] },
    ],
    [
      'a list of posts',
      {
        kind: 'not-an-article',
        reason: 'list-of-posts',
        bestEffort: null,
        posts: [
          { title: 'Tea', url: 'https://blog.example/tea', date: '2024-05-06' },
          { title: 'Milk', url: 'https://blog.example/milk', date: null },
        ],
      },
    ],
    ['unreadable', { kind: 'unreadable', reason: 'pdf' }],
    ['failed', { kind: 'failed', step: 'extract', message: 'no' }],
  ])('comes through unchanged: %s', (_what, outcome) => {
    expect(parseAnswer(answer(outcome))).toEqual(answer(outcome));
  });

  it.each([
    ['nothing', null],
    ['text', 'article'],
    ['an empty object', {}],
    ['an unknown kind', answer({ kind: 'script' })],
    ['an unknown reason', answer({ kind: 'unreadable', reason: '<b>' })],
    ['no address', { outcome: { kind: 'unreadable', reason: 'pdf' } }],
  ])('is refused: %s', (_what, value) => {
    expect(parseAnswer(value)).toBeNull();
  });
});

describe('an article from outside', () => {
  const article = anArticle();

  it('is unchanged by a second check, whatever one of its fields was replaced by', () => {
    const anything = fc.anything({ maxDepth: 2 });
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(article)), anything, (path, junk) => {
        const parsed = parseArticle(replaced(article, path, junk));
        if (parsed) expect(parseArticle(parsed)).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when any object or list in it is something else', () => {
    for (const path of pathsOf(article)) {
      expect(parseArticle(replaced(article, path, () => 'function')), path.join('.')).toBeNull();
    }
  });

  it('brings in nothing that is not expected, however deep', () => {
    const junk = { ...article, junk: nested(20_000), meta: { ...article.meta, junk: nested(20_000) } };
    expect(parseArticle(junk)).toEqual(article);
    expect(depthOf(parseArticle(junk))).toBe(depthOf(article));
  });

  it('keeps only http(s) addresses, without passwords', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'https://me:you@blog.example/', 'tea']) {
      const meta = { ...article.meta, url: href, next: { title: 'Next', url: href } };
      expect(parseArticle({ ...article, meta })?.meta).toMatchObject({ url: null, next: { url: null } });
      const links = [{ commentId: 'c1', quote: 'see', url: href }];
      expect(parseArticle({ ...article, digest: { ...article.digest, links } })).toBeNull();
    }
  });

  it('has its long labels cut without half characters, and is refused with a body of impossible size', () => {
    const title = '茶'.repeat(999) + '🍵'.repeat(9);
    const cut = parseArticle({ ...article, meta: { ...article.meta, title } })?.meta.title ?? '';
    expect(cut).toHaveLength(1_000);
    expect(cut.isWellFormed()).toBe(true);
    expect(parseArticle({ ...article, html: 'x'.repeat(10_000_001) })).toBeNull();
    expect(parseArticle({ ...article, html: 'x'.repeat(9e6), text: 'x'.repeat(9e6) })).not.toBeNull();
    const repeats = [{ id: 'r1', times: 2, copies: [{ text: 'x'.repeat(9e6), differs: true }] }];
    expect(parseArticle({ ...article, html: 'x'.repeat(9e6), text: 'x'.repeat(9e6), repeats })).toBeNull();
  });
});
