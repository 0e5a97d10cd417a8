import { describe, expect, it } from 'vitest';
import { articleText } from '../../utils/extraction/article-text.ts';
import { chooseCandidate, findArticle, searchOf } from '../../utils/extraction/find-article.ts';
import { FEATURE_NAMES, featuresOf } from '../../utils/extraction/judge/features.ts';
import { isCurrent } from '../../utils/extraction/judge/model.ts';
import { surveyPage } from '../../utils/extraction/judge/page-survey.ts';
import { describe as describePage } from '../../utils/extraction/metadata.ts';
import { paragraphs, trimmedOf } from './html.ts';

function articleOf(html: string): string {
  const source = trimmedOf(html);
  const found = findArticle(source, describePage({ ...source, stage: 'snapshot' }));
  return found.stage === 'found' ? articleText(found.blocks) : '';
}

describe('the judge of blocks', () => {
  it('has a model that was trained on the features of today', () => {
    expect(isCurrent()).toBe(true);
  });

  it('sees a number in every feature of every block', () => {
    const source = trimmedOf(
      `<h1>T</h1><div class="post">${paragraphs(3)}<ul><li><a href="/x">x</a></li></ul><pre>y</pre></div>`,
    );
    const search = searchOf(source, describePage({ ...source, stage: 'snapshot' }));
    const choice = chooseCandidate(search);
    if (!choice) throw new Error('nothing was chosen');
    const features = featuresOf(surveyPage(search, choice.chosen, choice.candidates), null);
    search.blocks.forEach((_, index) => {
      expect(features(index)).toHaveLength(FEATURE_NAMES.length);
      expect(features(index).every(Number.isFinite)).toBe(true);
    });
  });

  it('leaves out an invitation between two paragraphs and keeps both', () => {
    const text = articleOf(
      `<article><h1>Rain</h1>${paragraphs(4)}<div class="cta-box promo"><p>Get our weekly newsletter</p><p><a href="/s">Subscribe now</a></p></div>${paragraphs(4, 'the roof')}</article>`,
    );
    expect(text).toContain('about the garden');
    expect(text).toContain('about the roof');
    expect(text).not.toContain('Subscribe now');
  });

  it.each([
    ['code', '<pre>x = 1\ny = 2</pre>', 'y = 2'],
    ['a subheading', '<h2>What came next</h2>', 'What came next'],
    [
      'a list',
      '<ul><li>two eggs and a spoon of flour</li><li>a pinch of salt, no more</li></ul>',
      'a pinch of salt',
    ],
    [
      'a quotation',
      '<blockquote><p>Nobody had told us about the stairs, she said.</p></blockquote>',
      'about the stairs',
    ],
  ])('keeps %s within the text', (_, html, expected) => {
    expect(articleOf(`<article>${paragraphs(4)}${html}${paragraphs(4, 'the roof')}</article>`)).toContain(
      expected,
    );
  });

  it('adds nothing where the page names its article itself', () => {
    const text = articleOf(
      `<div itemprop="articleBody">${paragraphs(5)}</div><div>${paragraphs(2, 'another story')}</div>`,
    );
    expect(text).not.toContain('another story');
  });

  it('keeps a short Japanese post, of which it has seen few', () => {
    const text = articleOf(
      '<div class="h-entry"><div class="e-content"><p>朝から雨。</p><p>傘を持たずに出た。</p><p>帰りは走った。</p></div></div>',
    );
    expect(text.split('\n\n')).toEqual(['朝から雨。', '傘を持たずに出た。', '帰りは走った。']);
  });
});
