import { describe, expect, it } from 'vitest';
import { extract } from '../../utils/extraction/extract.ts';
import { joinPages, saysNothingNew } from '../../utils/extraction/join-pages.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import { pageOf } from './html.ts';

/** Sentences that have nothing in common: what is alike would be folded. */
const SAYINGS = [
  'Hemp swells in water and holds a knot, though it rots within three winters unless it was tanned with bark.',
  'My uncle kept his needles in a tobacco tin, the bone ones for fine mesh and two of boxwood for everything else.',
  'First cut away whatever is torn, even when it hurts to do so, until every edge stands on four good legs.',
  'A sheet bend is enough for cotton; nylon slips, which is why the old men doubled it and then swore anyway.',
  'Nobody pays by the hour here: whoever mends forty meshes has earned his dinner and a place near the stove.',
  'Floats were glass once, green as bottles, and the children of the village found them after every autumn gale.',
  'Measure with your own fingers, since no two boats agree on what an inch may be and none will change its mind.',
  'The harbour office asked for numbers on every buoy last year, so we painted them on Sunday in a light drizzle.',
  'Lead lines are dipped in tallow before the season; the smell stays in your coat until the swallows come back.',
  'What cannot be mended becomes a goal for football, a fence against hens, or a hammock for somebody patient.',
  'In the museum hangs a net of willow roots that was pulled from a bog and is older than writing in this country.',
  'When the last hole is closed, hang it where the wind can reach both sides, and leave it alone for two days.',
];

/** So many of these sentences, from one on. */
const prose = (from: number, count = 4) =>
  SAYINGS.slice(from, from + count)
    .map((saying) => `<p>${saying}</p>`)
    .join('');

const TITLE = 'Mending a net';
const TEASER =
  'Nets tear where they are touched most, and mending is most of what a fisher does in winter, year after year.';
const COMMENTS = (count: number) =>
  `<section id="comments"><h2>Comments</h2><ol class="comment-list">${Array.from(
    { length: count },
    (_, index) =>
      `<li class="comment" id="comment-${index + 1}"><article><footer><b class="fn">Reader ${index + 1}</b> <time datetime="2024-05-0${index + 1}">May ${index + 1}, 2024</time></footer><div class="comment-content"><p>Is it true, as you say in part ${index + 1}, that hemp swells?</p></div></article></li>`,
  ).join('')}</ol></section>`;

function page(number: number, body: string, comments = 0): Article {
  const html = `<!doctype html><html lang="en"><head><title>${TITLE}${number > 1 ? ` (${number}/3)` : ''}</title></head><body><nav>Menu of the quay</nav><article><h1>${TITLE}</h1>${body}</article>${comments ? COMMENTS(comments) : ''}</body></html>`;
  const outcome = extract(pageOf(html, `https://blog.example/net/${number}/`));
  if (outcome.kind !== 'article') throw new Error(JSON.stringify(outcome).slice(0, 300));
  return outcome.article;
}

const first = page(1, `<p>${TEASER}</p>${prose(0)}`, 1);
const second = page(
  2,
  `<p>${TEASER}</p>${prose(4)}<p><a href="shuttle.html">A shuttle</a> helps, once you have learned to keep it full of twine.</p>`,
  2,
);
const third = page(3, prose(8), 2);
const lines = (text: string) => text.split('\n').filter(Boolean);

describe('joining the pages of an article', () => {
  const joined = joinPages([first, second, third], null);

  it('keeps every line of every page, in order', () => {
    const expected = [...lines(first.text), ...lines(second.text).slice(1), ...lines(third.text)];
    expect(lines(joined.text)).toEqual(expected);
  });

  it('shows in its HTML what its text says, without chips that lead nowhere', () => {
    const shown = new DOMParser().parseFromString(joined.html, 'text/html').body;
    for (const line of lines(joined.text)) expect(shown.textContent).toContain(line);
    const marked = [...shown.querySelectorAll('[data-repeat]')].map((marker) =>
      marker.getAttribute('data-repeat'),
    );
    expect(marked).toEqual(joined.repeats.map(({ id }) => id));
  });

  it('says once what every page begins with, and where the others went', () => {
    expect(joined.text.split(TEASER)).toHaveLength(2);
    const removed = joined.removals.filter(({ reason }) => reason === 'repeated-on-pages');
    expect(removed.map(({ text }) => TEASER.startsWith(text.slice(0, 60)))).toEqual([true]);
  });

  it('lists what all pages left out once', () => {
    expect(joined.removals.filter(({ text }) => text === 'Menu of the quay')).toHaveLength(1);
    const ids = joined.removals.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('joins comments, each once, with a digest of all', () => {
    expect(joined.thread.comments.map(({ author }) => author)).toEqual(['Reader 1', 'Reader 2']);
    expect(joined.thread.comments.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(joined.digest.comments).toBe(2);
  });

  it('takes its title from the first page and its length from all', () => {
    expect(joined.meta.title).toBe(TITLE);
    expect(joined.length.count).toBeGreaterThan(first.length.count + third.length.count);
  });

  it('keeps addresses as the page they come from has them', () => {
    expect(joined.html).toContain('https://blog.example/net/2/shuttle.html');
  });

  it('leaves its input as it is and gives the same again', () => {
    const before = JSON.stringify([first, second]);
    const once = joinPages([first, second], null);
    expect(JSON.stringify([first, second])).toBe(before);
    expect(joinPages([first, second], null)).toEqual(once);
    expect(lines(joinPages([once], null).text)).toEqual(lines(once.text));
  });

  it('numbers the repeats of all pages anew', () => {
    const said = (saying = '') => `<p>${saying}</p>`;
    const one = page(1, `${said(SAYINGS[0])}${prose(1, 3)}${said(SAYINGS[0])}${prose(4, 2)}`);
    const two = page(2, `${said(SAYINGS[6])}${prose(7, 3)}${said(SAYINGS[6])}${prose(10, 2)}`);
    expect([one, two].map(({ repeats }) => repeats.map(({ id }) => id))).toEqual([['r1'], ['r1']]);
    const both = joinPages([one, two], null);
    expect(both.repeats).toEqual([
      { ...one.repeats[0], id: 'r1' },
      { ...two.repeats[0], id: 'r2', copies: [{ ...two.repeats[0]?.copies[0], id: 'r2-1' }] },
    ]);
    expect(both.html).toMatch(/data-repeat="r1".*data-copy="r1-1".*data-repeat="r2".*data-copy="r2-1"/su);
  });

  it('folds a later page that says the first one again before going on', () => {
    const whole = page(2, `<p>${TEASER}</p>${prose(0)}${prose(5, 3)}`);
    const both = joinPages([first, whole], null);
    expect(new Set(lines(both.text)).size).toBe(lines(both.text).length);
    expect(both.text).toContain(SAYINGS[6]);
  });

  it('runs no script that got into a page', () => {
    const hostile = {
      ...second,
      html: `${second.html}<img src=x onerror="ran()"><script>ran()</script>` as never,
    };
    expect(joinPages([first, hostile], null).html).not.toMatch(/onerror|<script| src=/u);
  });
});

describe('a page that says nothing new', () => {
  it('is told from one that does', () => {
    expect(saysNothingNew(first, [first])).toBe(true);
    expect(saysNothingNew(second, [first])).toBe(false);
  });
});
