import { describe, expect, it } from 'vitest';
import { type Arrangement, arrange, type RepeatForm } from '../../utils/extraction/arrange.ts';
import { extract } from '../../utils/extraction/extract.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import { parseArticle } from '../../utils/reading/schema.ts';
import { textOf } from '../../utils/text/blocks.ts';
import { EXAMPLE_URL, pageOf } from './html.ts';

const LONG =
  'The keeper of the lock writes down every boat that passes, its name and the hour, in a ledger that nobody reads.';
const NEAR = LONG.replace('nobody', 'no man');

const PROSE = [
  'Below the weir the river is brown and slow, and in August the children stand in it up to their knees with jars.',
  'An engineer came once from the capital, measured everything twice, and was never heard of again by anybody here.',
  'What the old people call the new gate is ninety years old; of the former one only the stone hinges are left.',
  'In winter the towpath floods as far as the bakery, which then sells its bread through the window to boats.',
  'I walked there on the last dry Sunday, without a plan, and sat down where the barges used to wait for the tide.',
  'Nothing moved but a heron, who had clearly been told about the fish, and a dog that had not, and then the rain.',
].map((text) => `<p>${text}</p>`);
const START = PROSE.slice(0, 3).join('');
const END = PROSE.slice(3).join('');

function read(html: string): Article {
  const outcome = extract(pageOf(html));
  if (outcome.kind !== 'article') throw new Error(JSON.stringify(outcome).slice(0, 300));
  return outcome.article;
}

const page = (middle: string) =>
  read(`<nav><a href="/b">Boats of the quay</a></nav><article><h1>A quay</h1>${middle}</article>`);
const NOTICE = page(
  `<div class="notice-top"><p>${LONG}</p></div>${START}<div class="notice-end"><p>${NEAR}</p></div>${END}`,
);

const linesOf = ({ html }: Article) =>
  textOf(new DOMParser().parseFromString(html, 'text/html').body).split('\n');
const as = (article: Article, form: RepeatForm) => {
  const repeats = new Map(article.repeats.map(({ id }) => [id, form]));
  return arrange(article, { removals: new Map(), repeats }, EXAMPLE_URL);
};
const NOTHING: Arrangement = { removals: new Map(), repeats: new Map() };

describe('an article as its reader wants it', () => {
  it('is the article itself where nothing is wanted otherwise', () => {
    expect(arrange(NOTICE, NOTHING, EXAMPLE_URL)).toBe(NOTICE);
    expect(as(NOTICE, { kind: 'folded' })).toBe(NOTICE);
  });

  it('shows every copy of a repeat in its place, and folds them again', () => {
    expect(linesOf(NOTICE).filter((line) => line === LONG || line === NEAR)).toEqual([LONG]);
    const unfolded = as(NOTICE, { kind: 'unfolded' });
    const lines = linesOf(unfolded);
    expect(lines.indexOf(LONG)).toBe(0);
    expect(lines.indexOf(NEAR)).toBe(4);
    expect(lines.filter((line) => line !== NEAR)).toEqual(linesOf(NOTICE));
    expect(unfolded.text).toContain(NEAR);
    expect(unfolded.length.count).toBeGreaterThan(NOTICE.length.count);
    expect(unfolded.repeats[0]?.isUnfolded).toBe(true);
    const again = as(unfolded, { kind: 'folded' });
    expect(linesOf(again)).toEqual(linesOf(NOTICE));
    expect(again.repeats).toEqual(NOTICE.repeats);
  });

  it('shows another copy in its place instead, with what differs, and back', () => {
    const other = as(NOTICE, { kind: 'instead', copy: 0 });
    const lines = linesOf(other);
    expect(lines).not.toContain(LONG);
    expect(lines.indexOf(NEAR)).toBe(3);
    const [repeat] = other.repeats;
    expect(repeat).toMatchObject({ times: 2, text: NEAR, copies: [{ text: LONG, differs: true }] });
    expect(other.html).toMatch(/no man.*<span data-repeat="r1">/su);
    expect(linesOf(as(other, { kind: 'instead', copy: 0 }))).toEqual(linesOf(NOTICE));
  });

  it.each([
    ['lines apart by line breaks', `<div>${LONG}<br>One more.<br><br>${START}${NEAR}<br>And so on.</div>`],
    ['paragraphs with links', `<p><a href="/k">${LONG}</a></p>${START}<p>${NEAR}</p>`],
  ])('works for %s', (_, html) => {
    const article = page(html + END);
    expect(article.repeats).toHaveLength(1);
    const before = linesOf(article);
    const copy = before.includes(LONG) ? NEAR : LONG;
    const lines = linesOf(as(article, { kind: 'unfolded' }));
    expect(lines.filter((line) => line !== copy)).toEqual(before);
    const swapped = linesOf(as(article, { kind: 'instead', copy: 0 }));
    expect(swapped.toSorted()).toEqual(
      before.map((line) => (line === LONG || line === NEAR ? copy : line)).toSorted(),
    );
  });

  it('keeps what was put back when it is saved, and can still leave it out', () => {
    const id = NOTICE.removals.find(({ whole }) => whole.includes('Boats of'))?.id ?? 'none';
    const back = arrange(NOTICE, { ...NOTHING, removals: new Map([[id, true]]) }, EXAMPLE_URL);
    const saved = parseArticle(JSON.parse(JSON.stringify(back))) as Article | null;
    if (!saved) throw new Error('refused');
    expect(saved).toEqual(back);
    expect(saved.text).toMatch(/^Boats of the quay\n/u);
    expect(saved.removals.find((removal) => removal.id === id)?.isBack).toBe(true);
    const out = arrange(saved, { ...NOTHING, removals: new Map([[id, false]]) }, EXAMPLE_URL);
    expect(linesOf(out)).toEqual(linesOf(NOTICE));
    expect(out.removals).toEqual(NOTICE.removals);
  });

  it('puts back in page order what stood before the article, however late', () => {
    const article = read(
      `<nav><a href="/b">Boats of the quay</a></nav><div class="widget">Rain since Tuesday</div><article><h1>A quay</h1>${START}${END}</article>`,
    );
    const ids = ['Boats of', 'Rain since'].map(
      (words) => article.removals.find(({ whole }) => whole.includes(words))?.id ?? 'none',
    );
    const late = ids
      .toReversed()
      .reduce(
        (now, id) => arrange(now, { ...NOTHING, removals: new Map([[id, true]]) }, EXAMPLE_URL),
        article,
      );
    expect(linesOf(late).slice(0, 2)).toEqual(['Boats of the quay', 'Rain since Tuesday']);
  });

  it('keeps as it is what has no known place', () => {
    const old = {
      ...NOTICE,
      repeats: NOTICE.repeats.map(({ id, times, copies }) => ({
        id,
        times,
        copies: copies.map(({ text, differs }) => ({ text, differs })),
      })),
    };
    expect(linesOf(as(old, { kind: 'unfolded' }))).toEqual(linesOf(NOTICE));
    expect(as(old, { kind: 'instead', copy: 0 })).toBe(old);
  });

  it('lets no script through, whatever a copy holds', () => {
    const html = '<p><img src=x onerror="window.ran=1"></p><script>window.ran=1</script>';
    const [repeat] = NOTICE.repeats;
    const [copy] = repeat?.copies ?? [];
    if (!repeat || !copy) throw new Error('nothing was folded');
    const hostile = { ...NOTICE, repeats: [{ ...repeat, copies: [{ ...copy, html }] }] };
    for (const form of [{ kind: 'unfolded' }, { kind: 'instead', copy: 0 }] as const) {
      const { body } = new DOMParser().parseFromString(as(hostile, form).html, 'text/html');
      expect(body.querySelector('script, [onerror], img[src]')).toBeNull();
    }
  });
});
