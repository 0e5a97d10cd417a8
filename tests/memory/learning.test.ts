import { describe, expect, it } from 'vitest';
import { aMemory, dumpOf, given } from './a-memory.ts';

const post = (name: string, ...blocks: string[]) => ({
  host: 'one.example',
  url: `https://one.example/${name}`,
  blocks,
});
const own = (name: string, count = 4) =>
  Array.from({ length: count }, (_, index) => `paragraph ${index} of ${name}`);
const NOTICE = 'every post ends with these words';

describe('learning a blog', () => {
  it('tells what other posts of it have too, from the second post on', async () => {
    const { memory } = aMemory();
    expect(await given(memory.meet(post('a', ...own('a'), NOTICE), true))).toEqual(new Set());
    expect(await given(memory.meet(post('b', ...own('b'), NOTICE), true))).toEqual(new Set([NOTICE]));
    expect(await given(memory.meet(post('a', ...own('a'), NOTICE), true))).toEqual(new Set([NOTICE]));
    expect(await given(memory.blogs())).toMatchObject([{ host: 'one.example', posts: 2, shared: 1 }]);
  });

  it('never tells a post from itself, however often it is read', async () => {
    const { memory } = aMemory();
    for (let times = 0; times < 3; times += 1) {
      expect(await given(memory.meet(post('a', ...own('a')), true))).toEqual(new Set());
    }
  });

  it('takes a post at another address for the post that it is', async () => {
    const { memory } = aMemory();
    await given(memory.meet(post('a', ...own('a'), NOTICE), true));
    expect(await given(memory.meet(post('a?amp', ...own('a'), NOTICE), true))).toEqual(new Set());
    expect(await given(memory.meet(post('b', ...own('b'), NOTICE), true))).toEqual(new Set([NOTICE]));
    expect(await given(memory.blogs())).toMatchObject([{ posts: 2, shared: 1 }]);
  });

  it('never goes across hosts', async () => {
    const { memory } = aMemory();
    await given(memory.meet(post('a', ...own('a'), NOTICE), true));
    const elsewhere = { ...post('b', ...own('b'), NOTICE), host: 'two.example' };
    expect(await given(memory.meet(elsewhere, true))).toEqual(new Set());
  });

  it('keeps nothing where it may not learn, and still tells what it knows', async () => {
    const { memory, name } = aMemory();
    expect(await given(memory.meet(post('a', ...own('a'), NOTICE), false))).toEqual(new Set());
    expect(await dumpOf(name)).toBe('[[],[]]');
    await given(memory.meet(post('a', ...own('a'), NOTICE), true));
    expect(await given(memory.meet(post('b', ...own('b'), NOTICE), false))).toEqual(new Set([NOTICE]));
    expect(await given(memory.blogs())).toMatchObject([{ posts: 1 }]);
  });

  it('keeps hashes alone: no text and no address of a post', async () => {
    const { memory, name } = aMemory();
    await given(memory.meet(post('a-secret', ...own('a'), NOTICE), true));
    expect(await dumpOf(name)).not.toMatch(/secret|words|paragraph|https/u);
  });

  it('is bounded: what only one post had goes first', async () => {
    const { memory } = aMemory();
    await given(memory.meet(post('a', ...own('a'), NOTICE), true));
    await given(memory.meet(post('b', ...own('b'), NOTICE), true));
    for (const name of ['c', 'd', 'e']) await given(memory.meet(post(name, ...own(name, 300)), true));
    expect(await given(memory.meet(post('f', ...own('f'), NOTICE), true))).toEqual(new Set([NOTICE]));
    // The first post was forgotten by then, or it would be a post at another address.
    expect(await given(memory.meet(post('g', ...own('a')), true))).toEqual(new Set());
    expect(await given(memory.meet(post('h', ...own('h'), ...own('a').slice(1)), true))).not.toEqual(
      new Set(),
    );
  });

  it('can be forgotten, one blog or all', async () => {
    const { memory } = aMemory();
    for (const host of ['one.example', 'two.example']) {
      await given(memory.meet({ ...post('a', ...own('a'), NOTICE), host }, true));
    }
    await given(memory.forgetBlogs('one.example'));
    expect((await given(memory.blogs())).map(({ host }) => host)).toEqual(['two.example']);
    await given(memory.forgetBlogs());
    expect(await given(memory.blogs())).toEqual([]);
  });
});
