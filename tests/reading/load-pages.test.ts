import { describe, expect, it, vi } from 'vitest';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { ArticlePage, ArticlePages } from '../../utils/extraction/types/metadata.ts';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import type { PageReading } from '../../utils/reading/further-page.ts';
import { loadPages } from '../../utils/reading/load-pages.ts';
import { loadablePages, pagedArticle } from '../../utils/reading/paged-article.ts';
import { trustArticle } from '../../utils/reading/trust.ts';
import { anArticle } from '../library/an-article.ts';

const HERE = 'https://blog.example/net/';
const at = (number: number, base = HERE): ArticlePage => ({
  number,
  url: `${base}${number}/` as AbsoluteUrl,
  state: 'linked',
});

function part(number: number, pages: ArticlePages | null = null): Article {
  const plain = trustArticle(anArticle(`What page ${number} says about nets.`), HERE);
  return { ...plain, repeats: [], meta: { ...plain.meta, pages } };
}

function paged(others: readonly ArticlePage[], total: number | null = others.length + 1, own = 1) {
  const found = pagedArticle(part(own, { own, total, others }));
  if (!found) throw new Error('no pages');
  return found;
}

/** A site whose pages are given by number; what is asked of it is noted. */
function site(answers: Readonly<Record<number, PageReading>> = {}) {
  return vi.fn(async (url: AbsoluteUrl): Promise<PageReading> => {
    const number = Number(/(\d+)\/$/u.exec(url)?.[1]);
    return answers[number] ?? { kind: 'article', article: part(number) };
  });
}

describe('loading the further pages', () => {
  it('asks for one after another and joins them in order, also those before the own page', async () => {
    const ask = site();
    const told: number[] = [];
    const loaded = await loadPages(paged([at(1), at(3), at(4)], 4, 2), HERE, ask, (number) =>
      told.push(number),
    );
    expect(told).toEqual([1, 3, 4]);
    expect(loaded.article.text.split('\n\n')).toEqual(
      [1, 2, 3, 4].map((number) => `What page ${number} says about nets.`),
    );
    expect(loaded.pages.others.map(({ state }) => state)).toEqual(['joined', 'joined', 'joined']);
    expect(loaded.article.meta.pages).toEqual(loaded.pages);
  });

  it('finds pages that only other pages name', async () => {
    const chain = (number: number): PageReading => ({
      kind: 'article',
      article: part(
        number,
        number < 4 ? { own: number, total: null, others: [at(number - 1), at(number + 1)] } : null,
      ),
    });
    const ask = site({ 2: chain(2), 3: chain(3), 4: chain(4) });
    const loaded = await loadPages(paged([at(2)], null), HERE, ask, () => {});
    expect(ask.mock.calls.map(([url]) => url)).toEqual([2, 3, 4].map((number) => `${HERE}${number}/`));
    expect(loaded.pages.others.map(({ number }) => number)).toEqual([2, 3, 4]);
  });

  it('marks what failed, keeps the rest, and asks again only for what failed', async () => {
    const ask = site({ 3: { kind: 'problem', problem: 'timeout' } });
    const loaded = await loadPages(paged([at(2), at(3), at(4)]), HERE, ask, () => {});
    expect(loaded.pages.others.map(({ state }) => state)).toEqual(['joined', 'timeout', 'joined']);
    expect(loaded.article.text).not.toContain('page 3');
    const again = site();
    const healed = await loadPages(loaded, HERE, again, () => {});
    expect(again).toHaveBeenCalledExactlyOnceWith(`${HERE}3/`);
    expect(healed.article.text.split('\n\n')).toHaveLength(4);
  });

  it('adds no page that repeats the others', async () => {
    const loaded = await loadPages(
      paged([at(2)]),
      HERE,
      site({ 2: { kind: 'article', article: part(1) } }),
      () => {},
    );
    expect(loaded.pages.others[0]?.state).toBe('repeated');
    expect(loadablePages(loaded.pages, HERE)).toEqual([]);
    expect(loaded.article.text).toBe(part(1).text);
  });

  it('never asks another origin', async () => {
    const ask = site();
    const given = paged([at(2, 'https://m.blog.example/net/'), at(3, 'http://blog.example/net/')]);
    const loaded = await loadPages(given, HERE, ask, () => {});
    expect(ask).not.toHaveBeenCalled();
    expect(loaded.pages.others.map(({ state }) => state)).toEqual(['linked', 'linked']);
  });

  it('asks for at most 30 at once', async () => {
    const ask = site();
    const given = paged(Array.from({ length: 50 }, (_, index) => at(index + 2)));
    const loaded = await loadPages(given, HERE, ask, () => {});
    expect(ask).toHaveBeenCalledTimes(30);
    expect(loadablePages(loaded.pages, HERE)).toHaveLength(20);
  });

  it('stops when the tab is closed to us, with what it has', async () => {
    const ask = site({ 3: { kind: 'closed-to-us', reason: 'not-granted' } });
    const loaded = await loadPages(paged([at(2), at(3), at(4)]), HERE, ask, () => {});
    expect(ask).toHaveBeenCalledTimes(2);
    expect(loaded.closed).toBe('not-granted');
    expect(loaded.article.text).toContain('page 2');
    expect(loaded.pages.others.map(({ state }) => state)).toEqual(['joined', 'linked', 'linked']);
  });

  it('leaves what it was given as it is', async () => {
    const given = paged([at(2)]);
    const before = JSON.stringify([given.article, [...given.parts]]);
    await loadPages(given, HERE, site(), () => {});
    expect(JSON.stringify([given.article, [...given.parts]])).toBe(before);
  });
});
