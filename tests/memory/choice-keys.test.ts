import { describe, expect, it } from 'vitest';
import { arrange, type RepeatForm } from '../../utils/extraction/arrange.ts';
import { extract } from '../../utils/extraction/extract.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import { arrangementOf, choiceOf, keyOfForm, keysIn, keyToPutBack } from '../../utils/memory/choice-keys.ts';
import { EXAMPLE_URL, pageOf } from '../extraction/html.ts';

const PROSE = (topic: string) =>
  [
    `Below the ${topic} the river is brown and slow, and in August the children stand in it up to their knees with jars.`,
    `An engineer came once from the capital, measured the ${topic} twice, and was never heard of again by anybody here.`,
    `What the old people call the new ${topic} is ninety years old; of the former one only the stone hinges are left.`,
    `In winter the ${topic} floods as far as the bakery, which then sells its bread through the window to boats.`,
  ].map((text) => `<p>${text}</p>`);

interface Post {
  readonly topic: string;
  readonly number: number;
  readonly widgets?: number;
}

/** A post of a blog: the same template each time, other words. */
function post({ topic, number, widgets = 1 }: Post): Article {
  const prose = PROSE(topic);
  const widget = `<div class="widget">Seen from the ${topic} ${number}</div>`;
  const outcome = extract(
    pageOf(`<article class="post-${number} post category-${topic}"><h1>The ${topic}</h1>
<div class="entry-summary">${prose[0]}</div><div class="share-buttons">Share the ${topic} <a href="/m">by mail</a></div>
<div class="entry-text" id="text-${number}">${prose.join('')}${widget.repeat(widgets)}</div></article>`),
  );
  if (outcome.kind !== 'article') throw new Error(JSON.stringify(outcome).slice(0, 300));
  return outcome.article;
}

const FIRST = post({ topic: 'weir', number: 7 });
const SECOND = post({ topic: 'lock', number: 12 });
const removalIn = (article: Article, words: string) => {
  const removal = article.removals.find(({ whole }) => whole.includes(words));
  if (!removal) throw new Error(`${words} is not left out: ${JSON.stringify(article.removals)}`);
  return removal;
};
const repeatIn = ({ repeats: [repeat] }: Article) => {
  if (!repeat) throw new Error('nothing was folded');
  return repeat;
};
const shown = (article: Article, ...keys: string[]) =>
  arrange(article, arrangementOf(article, new Map(keys.map((key) => [key, true]))), EXAMPLE_URL);

describe('a choice made on one post of a blog', () => {
  it('is for the same place of the template in another post', () => {
    const key = keyToPutBack(removalIn(FIRST, 'Share the weir'), FIRST);
    expect(keysIn(SECOND)).toContain(key);
    expect(shown(SECOND, key).text).toContain('Share the lock');
    expect(shown(SECOND, key).text).not.toContain('Seen from');
    expect(choiceOf(key)).toMatchObject({ kind: 'put-back', reason: 'share-bar' });
  });

  it('is for the words alone where several things share the place', () => {
    const crowded = post({ topic: 'weir', number: 7, widgets: 2 });
    const key = keyToPutBack(removalIn(crowded, 'Seen from'), crowded);
    expect(keysIn(SECOND)).not.toContain(key);
    expect(keysIn(post({ topic: 'weir', number: 7 }))).toContain(key);
  });

  it.each([
    ['unfolds', { kind: 'unfolded' }],
    ['shows the other copy', { kind: 'instead', copy: 0 }],
  ] as [string, RepeatForm][])(
    '%s in another post too, where the copies have places of their own',
    (_, form) => {
      const key = keyOfForm(repeatIn(FIRST), form) ?? '';
      const before = shown(SECOND);
      const after = shown(SECOND, key);
      expect(before).toBe(SECOND);
      expect(after.html).not.toBe(SECOND.html);
      const count = (text: string) => text.split('Below the lock').length - 1;
      expect(count(after.text)).toBe(form.kind === 'unfolded' ? 2 : 1);
      expect(choiceOf(key).kind).toBe(form.kind === 'unfolded' ? 'unfold' : 'instead');
    },
  );

  it('has no key for the form that a repeat was read in', () => {
    expect(keyOfForm(repeatIn(FIRST), { kind: 'folded' })).toBeNull();
  });

  it('can be taken back although the article was saved with it', () => {
    const removal = removalIn(FIRST, 'Share the weir');
    const saved = shown(FIRST, keyToPutBack(removal, FIRST));
    const none = new Map(keysIn(saved).map((key) => [key, false]));
    expect(arrange(saved, arrangementOf(saved, none), EXAMPLE_URL).html).toBe(FIRST.html);
  });
});
