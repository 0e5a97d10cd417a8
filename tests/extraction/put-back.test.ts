import { beforeAll, describe, expect, it } from 'vitest';
import { readSamples } from '../../scripts/lib/samples.ts';
import { arrange } from '../../utils/extraction/arrange.ts';
import { extract } from '../../utils/extraction/extract.ts';
import { joinPages } from '../../utils/extraction/join-pages.ts';
import { canPutBack } from '../../utils/extraction/put-back.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { Page } from '../../utils/extraction/types/source.ts';
import { parseArticle } from '../../utils/reading/schema.ts';
import { textOf } from '../../utils/text/blocks.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { EXAMPLE_URL, pageOf, paragraphs } from './html.ts';
import { documentOf } from './sample-document.ts';

function articleOf(page: Page): Article {
  const outcome = extract(page);
  if (outcome.kind !== 'article') throw new Error(JSON.stringify(outcome).slice(0, 300));
  return outcome.article;
}

const putBack = (article: Article, ids: ReadonlySet<string>, url: string) => {
  const removals = new Map([...ids].map((id) => [id, true]));
  return arrange(article, { removals, repeats: new Map() }, url).html;
};
const bodyOf = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
const linesOf = (html: string) => textOf(bodyOf(html)).split('\n');
const idOf = ({ removals }: Article, words: string) =>
  removals.find(({ whole }) => whole.includes(words))?.id ?? 'none';

const PAGE = `<nav><a href="/boats">Boats of the quay</a></nav>
<article><h1>A quay</h1>${paragraphs(3)}
<div class="share-buttons">Share this quay <a href="/mail">by mail</a></div>
<div>A line about the weir, which was lower than ever that year.<br><span class="ad-banner">Buy a rope</span><br>A line about the lock, which nobody had opened since the war.</div>
<ul><li>The first of the boats is made of larch, and it leaks.</li><li class="widget">Follow this boat</li><li>The second of them is made of pine, and it leaks more.</li></ul>
${paragraphs(3, 'the lock')}</article><footer>© A quay</footer>`;

describe('put back', () => {
  let article: Article;
  beforeAll(() => {
    article = articleOf(pageOf(PAGE));
  });
  const withBack = (...words: string[]) =>
    putBack(article, new Set(words.map((text) => idOf(article, text))), EXAMPLE_URL);

  it('nothing gives the article as it is', () => {
    expect(putBack(article, new Set(), EXAMPLE_URL)).toBe(article.html);
    expect(putBack(article, new Set(['x999', 'none']), EXAMPLE_URL)).toBe(article.html);
  });

  it.each([
    ['between two paragraphs', 'Share this quay', 'day 3 of', 'about the weir'],
    ['between two lines', 'Buy a rope', 'about the weir', 'about the lock, which'],
    ['between two items of a list', 'Follow this boat', 'made of larch', 'made of pine'],
  ])('restores its place: %s', (_, words, before, after) => {
    const lines = linesOf(withBack(words));
    const at = lines.findIndex((line) => line.includes(words));
    expect(lines.findLastIndex((line, index) => index < at && line !== '')).toBe(at - 1);
    expect(lines[at - 1]).toContain(before);
    expect(lines[at + 1]).toContain(after);
    expect(lines.filter((line) => !line.includes(words))).toEqual(linesOf(article.html));
  });

  it('puts what stood beside the article before and after it', () => {
    const lines = linesOf(withBack('Boats of the quay', '© A quay'));
    expect(lines.at(0)).toBe('Boats of the quay');
    expect(lines.at(-1)).toBe('© A quay');
    expect(lines.slice(1, -1)).toEqual(linesOf(article.html));
  });

  it('keeps links, made absolute and apart', () => {
    const link = bodyOf(withBack('Share this quay')).querySelector('[data-removed] a');
    expect(link?.getAttribute('href')).toBe('https://blog.example/mail');
    expect(link?.getAttribute('rel')).toContain('noopener');
  });

  it('works for an article that was saved, and changes nothing in it', () => {
    const before = JSON.stringify(article);
    const saved = parseArticle(JSON.parse(before)) as Article | null;
    if (!saved) throw new Error('refused');
    const ids = new Set(article.removals.map(({ id }) => id));
    expect(putBack(saved, ids, EXAMPLE_URL)).toBe(putBack(article, ids, EXAMPLE_URL));
    expect(JSON.stringify(article)).toBe(before);
  });

  it('shows nothing of a mark where nothing was put back', () => {
    for (const mark of bodyOf(article.html).querySelectorAll('[data-removed]')) {
      expect(mark.outerHTML).toMatch(/^<span data-removed="x\d+"><\/span>$/u);
      expect(article.removals.map(({ id }) => id)).toContain(mark.getAttribute('data-removed'));
    }
  });

  it('lets no script through, whatever a removal holds', () => {
    const [first] = article.removals;
    if (!first) throw new Error('nothing was left out');
    const html =
      '<img src=x onerror="window.ran=1"><script>window.ran=1</script><a href="javascript:x()">a</a>';
    const hostile = { ...article, removals: [{ ...first, html }] };
    const shown = bodyOf(putBack(hostile, new Set([first.id]), EXAMPLE_URL));
    expect(shown.querySelector('script, [onerror], [href^="javascript:"], img[src]')).toBeNull();
  });

  it('offers nothing whose place is not known, as in articles saved earlier', () => {
    const [first] = article.removals;
    if (!first) throw new Error('nothing was left out');
    const { place: _place, ...old } = first;
    expect(canPutBack(old)).toBe(false);
    expect(putBack({ ...article, removals: [old] }, new Set([old.id]), EXAMPLE_URL)).toBe(article.html);
  });

  it('keeps the text of what is too large, without its markup', () => {
    const rows = Array.from(
      { length: 4_000 },
      (_, row) => `<li><a href="/boat/${row}/of/the/long/list">Boat ${row}</a></li>`,
    );
    const large = articleOf(
      pageOf(`<article><h1>A quay</h1>${paragraphs(8)}</article><div><ul>${rows.join('')}</ul></div>`),
    );
    const removal = large.removals.find(({ whole }) => whole.includes('Boat 7'));
    expect(removal?.html).toBeUndefined();
    expect(linesOf(putBack(large, new Set([removal?.id ?? '']), EXAMPLE_URL))).toContain('Boat 7');
  });

  it('works in an article joined of two pages', () => {
    const other = articleOf(pageOf(PAGE.replaceAll('day', 'night').replaceAll('quay', 'pier')));
    const joined = joinPages([article, other], null);
    const ids = new Set(joined.removals.map(({ id }) => id));
    const lines = linesOf(putBack(joined, ids, EXAMPLE_URL));
    for (const words of ['Share this quay by mail', 'Share this pier by mail']) {
      expect(lines.filter((line) => line.includes(words))).toHaveLength(1);
    }
    expect(lines.findIndex((line) => line.includes('Share this pier'))).toBeGreaterThan(
      lines.findIndex((line) => line.includes('night 3')),
    );
  });

  it.each([...readSamples().values()].filter(({ expected }) => expected.kind === 'article'))(
    'sample $name: all that can be put back is shown, the article in its order',
    (sample) => {
      const { url } = sample.expected;
      const read = articleOf({ document: documentOf(sample), url, contentType: sample.contentType });
      const back = read.removals.filter(canPutBack);
      expect(back).toHaveLength(read.removals.length);
      const shown = bodyOf(putBack(read, new Set(back.map(({ id }) => id)), url));
      const all = keyOf(textOf(shown).replaceAll('\n', ''));
      for (const { whole } of back) {
        for (const line of whole.split('\n')) expect(all).toContain(keyOf(line));
      }
      for (const block of shown.querySelectorAll('div[data-removed]')) block.remove();
      expect(keyOf(textOf(shown))).toBe(keyOf(textOf(bodyOf(read.html))));
    },
  );
});
