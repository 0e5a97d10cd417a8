import { describe, expect, it } from 'vitest';
import type { Search } from '../../utils/extraction/article/candidates.ts';
import {
  byDensity,
  byLandmark,
  byMicroformat,
  byPlatform,
  byStructuredData,
} from '../../utils/extraction/article/structure.ts';
import { articleText } from '../../utils/extraction/article-text.ts';
import { extract } from '../../utils/extraction/extract.ts';
import { findArticle, searchOf } from '../../utils/extraction/find-article.ts';
import { describe as describePage } from '../../utils/extraction/metadata.ts';
import { pageOf, paragraphs, trimmedOf } from './html.ts';

const STRATEGIES = {
  'structured-data': byStructuredData,
  platform: byPlatform,
  microformat: byMicroformat,
  landmark: byLandmark,
  density: byDensity,
};
type Name = keyof typeof STRATEGIES;

const MENU = `<nav><ul>${'<li><a href="/m">Menu item</a></li>'.repeat(8)}</ul></nav>`;
const LINKS = '<p><a href="/x">A link to one of the many other towers of this world</a></p>'.repeat(4);
const chatter = (count: number) => `<div class="chat">${paragraphs(count, 'the weather service')}</div>`;

/** For each strategy a page whose article it alone gives whole, or without what is beside it. */
const PAGES: Readonly<Record<Name | 'readability', string>> = {
  'structured-data': `<title>The bridge</title>${MENU}<div id="app"><main><p>Loading</p></main></div><script type="application/json">${JSON.stringify({ post: { title: 'The bridge', content: paragraphs(5, 'our bridge') } }).replaceAll('<', '\\u003c')}</script>`,
  platform: `<meta name="generator" content="Movable Type 7">${MENU}<main><div class="asset-body">${paragraphs(3, 'our trains')}</div>${chatter(2)}<div class="asset-more">${paragraphs(3, 'our trains and stations')}</div></main>`,
  microformat: `${MENU}<main><div class="h-entry"><div class="e-content">${paragraphs(2, 'our rain')}<p>Rain, our rain.</p></div></div>${chatter(2)}</main>`,
  landmark: `${MENU}<div><article><section>${paragraphs(5, 'our tower')}</section>${LINKS}<section>${paragraphs(2, 'our tower, once more,')}</section></article></div>`,
  density: `${MENU}<div class="a"><div class="b">${paragraphs(6, 'our orchard')}</div></div><div>${'<p>Label</p>'.repeat(5)}</div>`,
  readability: `${MENU}<div>${'<p>Note, in short.</p>'.repeat(3)}</div><article>${paragraphs(3, 'our tower')}<ul>${'<li><a href="/x">A link to one of the many towers of the world</a></li>'.repeat(9)}</ul>${paragraphs(1, 'our tower, once more,')}</article>`,
};
const NAMES = Object.keys(STRATEGIES) as Name[];

function searchFor(html: string): Search {
  const source = trimmedOf(html);
  return searchOf(source, describePage({ ...source, stage: 'snapshot' }));
}

/** Whether one strategy takes the whole article, and little beside it. */
function isRight(name: Name, html: string): boolean {
  const search = searchFor(html);
  const flags = STRATEGIES[name](search);
  const blocks = search.blocks.map(({ text }, at) => ({
    isOurs: text.includes('our '),
    isTaken: flags?.[at] === true,
  }));
  const ours = blocks.filter(({ isOurs }) => isOurs).length;
  const taken = blocks.filter(({ isTaken }) => isTaken);
  const right = taken.filter(({ isOurs }) => isOurs).length;
  return right === ours && taken.length - right < (html === PAGES.landmark ? 5 : 1);
}

function find(html: string): { strategy: string; text: string } {
  const source = trimmedOf(html);
  const found = findArticle(source, describePage({ ...source, stage: 'snapshot' }));
  if (found.stage === 'none') return { strategy: found.reason, text: '' };
  return { strategy: found.strategy, text: articleText(found.blocks) };
}

describe('strategies', () => {
  it.each(Object.entries(PAGES))('%s wins on a page of its own', (name, html) => {
    const { strategy, text } = find(html);
    expect(strategy).toBe(name);
    expect(text.match(/\bour /gu)?.length).toBe(html.match(/\bour /gu)?.length);
    expect(text).not.toMatch(/Menu item|the weather service|Label|Loading/u);
  });

  it.each(NAMES.map((name) => [name, NAMES.filter((other) => other !== name)] as const))(
    'no other gives the article where %s does',
    (name, others) => {
      expect(isRight(name, PAGES[name])).toBe(true);
      // The text that data holds is text of the copy once it is there, so that density finds it too.
      const rivals = others.filter((other) => name !== 'structured-data' || other !== 'density');
      expect(rivals.filter((other) => isRight(other, PAGES[name]))).toEqual([]);
    },
  );

  it('have no answer where Readability is asked in doubt, or take what is no article', () => {
    expect(NAMES.filter((name) => isRight(name, PAGES.readability))).toEqual([]);
  });

  it('find nothing where the data is missing', () => {
    expect(extract(pageOf(PAGES['structured-data'].replace(/<script[\s\S]*/u, ''))).kind).toBe(
      'not-an-article',
    );
  });
});

describe('a post of one short paragraph', () => {
  const PAGE = (words: string, lang: string) =>
    `<html lang="${lang}"><head><title>${words.slice(0, 4)}</title></head><body>${MENU}<div class="h-entry"><div class="e-content"><p>${words}</p></div></div><footer><p>Copyright</p></footer></body></html>`;
  it.each([
    ['ja', '今朝、庭の梅が咲いた。去年より三日早い。'],
    ['ja', '雨。傘を忘れた。'],
    ['zh', '今天早上，院子里的梅花开了，比去年早三天。'],
    ['ko', '오늘 아침에 마당의 매화가 피었다. 작년보다 사흘 빠르다.'],
  ])('is an article in %s: %s', (lang, words) => {
    const outcome = extract(pageOf(PAGE(words, lang)));
    expect(outcome.kind === 'article' && outcome.article.text).toBe(words);
  });

  it.each([
    ['ja', '今朝、庭の梅が咲いた。去年より三日早いので、写真を撮ってから仕事に出かけた。'],
    ['zh', '今天早上，院子里的梅花开了，比去年早三天，所以我先拍了照片，然后才去上班。'],
  ])('is an article without any markup that names it, in %s', (lang, words) => {
    const html = PAGE(words, lang).replace('h-entry', 'x').replace('e-content', 'y');
    const outcome = extract(pageOf(html));
    expect(outcome.kind === 'article' && outcome.article.text).toBe(words);
  });
});
