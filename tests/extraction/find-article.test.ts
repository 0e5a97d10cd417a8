import { describe, expect, it } from 'vitest';
import { articleText } from '../../utils/extraction/article-text.ts';
import { findArticle } from '../../utils/extraction/find-article.ts';
import { describe as describePage } from '../../utils/extraction/metadata.ts';
import { paragraphs, trimmedOf } from './html.ts';

function find(html: string): { strategy: string; text: string; left: string; reason: string | null } {
  const source = trimmedOf(html);
  const found = findArticle(source, describePage({ ...source, stage: 'snapshot' }));
  const shown = found.stage === 'found' ? found : found.bestEffort;
  return {
    strategy: shown?.strategy ?? '',
    text: shown ? articleText(shown.blocks) : '',
    left: source.removals
      .list()
      .map(({ text }) => text)
      .join('\n'),
    reason: found.stage === 'none' ? found.reason : null,
  };
}

const MENU = `<ul>${'<li><a href="/m">Menu item</a></li>'.repeat(8)}</ul>`;

describe('findArticle', () => {
  it("takes a platform's containers, all parts of them", () => {
    const { strategy, text } = find(
      `<meta name="generator" content="Movable Type 7">${MENU}<div class="asset-body">${paragraphs(2, 'trains')}</div><p>Buy tickets!</p><div class="asset-more">${paragraphs(2, 'stations')}</div>`,
    );
    expect(strategy).toBe('platform');
    expect(text).toContain('about trains');
    expect(text).toContain('about stations');
    expect(text).not.toContain('Buy tickets');
  });

  it('takes what microdata marks as the body', () => {
    const { strategy, text } = find(
      `${MENU}<div itemprop="articleBody"><p>雨。</p><p>傘を忘れた。</p></div><div>${paragraphs(1, 'the weather service')}</div>`,
    );
    expect(strategy).toBe('microformat');
    expect(text).toContain('傘を忘れた。');
  });

  it('takes text without any markup that names it', () => {
    const { text, left } = find(`${MENU}<div><div>${paragraphs(6)}</div></div><div>${MENU}</div>`);
    expect(text).toContain('Paragraph 1 ');
    expect(text).toContain('Paragraph 6 ');
    expect(text).not.toContain('Menu item');
    expect(left).toContain('Menu item');
  });

  it("brings back the lead, told by the page's own description, wherever it stands", () => {
    const lead =
      'The clock above the station has been wrong for a year, and nobody in the town, it turns out, wants it mended.';
    const body = `<article>${paragraphs(5)}</article>`;
    const page = `<div class="hero"><b>${lead}</b></div>${MENU}<h1>The clock</h1>${body}`;
    const told = find(`<meta name="description" content="${lead.slice(0, 100)}…">${page}`);
    expect(told.text).toContain(lead);
    const untold = find(`<meta name="description" content="A blog about the town.">${page}`);
    expect(untold.text).not.toContain(lead);
    expect(untold.left).toContain('The clock above');
  });

  it('reads a page whose form fields are named like DOM members', () => {
    const { text } = find(
      `<form><input name="hasAttribute"><input name="parentNode"><input name="children">${paragraphs(5)}</form>`,
    );
    expect(text).toContain('Paragraph 5');
  });

  it('reads verse, which has no sentences', () => {
    const verse = ['春', '夏', '秋', '冬']
      .map((season) => `<p>${season}の夜を走る<br>${season}の貨車を数えて眠る<br>名前も知らぬ荷が</p>`)
      .join('');
    const { text, reason } = find(`<div id="c"><article><h2>夜汽車</h2>${verse}</article></div>${MENU}`);
    expect(reason).toBeNull();
    expect(text).toContain('秋の貨車を数えて眠る');
  });

  it('brings back the lead between the title and the body, and short items within', () => {
    const { text } = find(
      `<h1>The long way round</h1><p>A lead paragraph that says, in a sentence or two, what this is all about.</p><section><div class="x">${paragraphs(3)}<ul><li>salt</li><li>pepper</li></ul>${paragraphs(3, 'the kitchen')}</div></section>`,
    );
    expect(text).toContain('A lead paragraph');
    expect(text).toContain('pepper');
  });

  it.each([
    ['empty', '<div></div>'],
    ['links-only', MENU],
    ['too-short', '<p>Hello</p>'],
    [
      'list-of-posts',
      [1, 2, 3, 4]
        .map(
          (n) => `<article><h2><a href="/p${n}">Post ${n}</a></h2>${paragraphs(1, `topic ${n}`)}</article>`,
        )
        .join(''),
    ],
  ])('says that a page is no article: %s', (reason, html) => {
    expect(find(html).reason).toBe(reason);
  });

  it('loses nothing: every block is in the article or on record', () => {
    const { text, left } = find(
      `<header>Site name</header>${MENU}<div>bare words<main>${paragraphs(5)}</main></div><div>Imprint</div>`,
    );
    for (const words of ['Site name', 'Menu item', 'bare words', 'Paragraph 3', 'Imprint'])
      expect(`${text}\n${left}`).toContain(words);
  });
});
