import { describe, expect, it } from 'vitest';
import { readSamples } from '../../scripts/lib/samples.ts';
import { extract } from '../../utils/extraction/extract.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import { blocksOf } from '../../utils/text/blocks.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { pageOf, paragraphs } from './html.ts';
import { documentOf } from './sample-document.ts';

/**
 * What the page says = article + folded copies + comments + what was left out + metadata shown with the comments.
 * Aside from scripts, styles, templates, form controls, embedded documents and ruby readings (`blocksOf` knows them),
 * counted are the lines of all blocks of the body, with the key by which equal blocks are found. Lines without any
 * letter or digit say nothing.
 */
const linesOf = (text: string) => text.split('\n').map(keyOf).filter(says);
const says = (key: string) => /[\p{L}\p{N}]/u.test(key);

const saidBy = (page: Document) => blocksOf(page.body).flatMap(({ text }) => linesOf(text));

function toldBy({ text, repeats, thread, removals }: Article): string[] {
  return [
    text,
    ...repeats.flatMap(({ copies }) => copies.map((copy) => copy.text)),
    ...thread.comments.map((comment) => comment.text),
    ...removals.map(({ whole }) => whole),
  ].flatMap(linesOf);
}

/** Author, title and date of each comment, each to be shown once. */
function factsOf({ thread }: Article): string[] {
  return thread.comments
    .flatMap(({ author, title, date }) => [author, title, date?.shown])
    .filter((fact) => fact !== null && fact !== undefined)
    .map(keyOf);
}

/** A multiset less another. */
function less(lines: readonly string[], others: readonly string[]): string[] {
  const counts = Map.groupBy(others, (line) => line);
  return lines.filter((line) => counts.get(line)?.pop() === undefined);
}

/** The lines that are more than facts; uses every fact once. */
function unexplained(lines: readonly string[], facts: readonly string[]): string[] {
  const left = facts.toSorted((a, b) => b.length - a.length);
  return lines.filter((line) => {
    let rest = line;
    for (const fact of [...left]) {
      if (!rest.includes(fact)) continue;
      rest = rest.replace(fact, '');
      left.splice(left.indexOf(fact), 1);
    }
    return says(rest);
  });
}

/**
 * Takes out of the lines that are missing those that were told in pieces, for a part of a block may be left out of
 * it; and their pieces out of what seems invented. Pieces must make up the whole line, each used once.
 */
function joinPieces(missing: readonly string[], invented: readonly string[]) {
  const pieces = [...invented];
  const left = missing.filter((line) => {
    const own = pieces.filter((piece) => line.includes(piece)).sort((a, b) => b.length - a.length);
    let rest = line;
    const used: string[] = [];
    for (const piece of own) {
      if (!rest.includes(piece)) continue;
      rest = rest.replace(piece, '');
      used.push(piece);
    }
    // What stood around a piece is told as one.
    if (pieces.includes(rest)) used.push(rest);
    else if (says(rest)) return true;
    for (const piece of used) pieces.splice(pieces.indexOf(piece), 1);
    return false;
  });
  return { missing: left, invented: pieces };
}

function account(page: Document, url: string, contentType = 'text/html') {
  const outcome = extract({ document: page, url, contentType });
  if (outcome.kind !== 'article') throw new Error(JSON.stringify(outcome).slice(0, 500));
  const { article } = outcome;
  const said = saidBy(page);
  const told = toldBy(article);
  const whole = said.join('\n');
  const { missing, invented } = joinPieces(less(said, told), less(told, said));
  return {
    article,
    missing: unexplained(missing, factsOf(article)),
    invented: [...invented, ...factsOf(article).filter((fact) => !whole.includes(fact))],
  };
}

describe('every block of a page is accounted for', () => {
  const articles = [...readSamples().values()].filter(({ expected }) => expected.kind === 'article');

  it.each(articles)('sample $name', (sample) => {
    const { missing, invented } = account(documentOf(sample), sample.expected.url, sample.contentType);
    expect({ missing, invented }).toEqual({ missing: [], invented: [] });
  });

  it('what stands around comments and is not shown with them', () => {
    const comment = (id: number, name: string, text: string) =>
      `<li class="comment" id="comment-${id}"><div class="comment-author"><b class="fn">${name}</b> wrote at low tide</div><time datetime="2024-05-0${id}">May ${id}, 2024</time><span class="badge">Regular of the quay</span><div class="comment-content"><p>${text}</p></div><a class="comment-reply-link" href="#r">Answer this</a></li>`;
    const { document, url } = pageOf(
      `<article><h1>A quay</h1>${paragraphs(5)}</article><ol class="comment-list">${comment(1, 'Odile', 'I have seen the weir by night, and it was lower than this.')}${comment(2, 'Bram', 'So have I, but it was by day and in a dry year.')}</ol>`,
    );
    const { missing, invented, article } = account(document, url);
    expect({ missing, invented }).toEqual({ missing: [], invented: [] });
    expect(article.thread.comments).toHaveLength(2);
    const around = article.removals.filter(({ reason }) => reason === 'comment-details');
    expect(around).toHaveLength(1);
    expect(around[0]?.whole).toContain('Answer this');
  });

  it('a part of a block that is left out of it, and the rest', () => {
    const { document, url } = pageOf(
      `<article><h1>A quay</h1>${paragraphs(4)}<p>The water fell again this year <span class="ad-banner">Buy a rope today</span> and the boats lay on their sides until the first rain of autumn came.</p>${paragraphs(2, 'the weir')}</article>`,
    );
    const { missing, invented, article } = account(document, url);
    expect({ missing, invented }).toEqual({ missing: [], invented: [] });
    expect(article.text).not.toContain('Buy a rope');
    expect(article.removals.map(({ whole }) => whole)).toContain('Buy a rope today');
  });

  it('the copies that a carousel makes of its slides', () => {
    const slide = (name: string, text: string) =>
      `<div class="${name}"><img src="/${text.length}.jpg" width="640" height="480"><p>${text}</p></div>`;
    const { document, url } = pageOf(
      `<article><h1>A quay</h1>${paragraphs(5)}<div class="swiper-wrapper">${slide('swiper-slide swiper-slide-duplicate', 'The quay at noon')}${slide('swiper-slide', 'The quay at dawn')}${slide('swiper-slide', 'The quay at noon')}${slide('swiper-slide swiper-slide-duplicate', 'The quay at dawn')}</div></article>`,
    );
    const { missing, invented, article } = account(document, url);
    expect({ missing, invented }).toEqual({ missing: [], invented: [] });
    expect(article.removals.filter(({ reason }) => reason === 'slide-copy')).toHaveLength(2);
  });

  it('lines of a text document under the labels of its comments', () => {
    const lines = [
      ...Array.from(
        { length: 6 },
        (_, index) => `第${index + 1}段落。川沿いの道を歩きながら、古い水門のことを考えていた。`,
      ),
      'コメント',
      '水門のこと',
      '渡し舟のこと',
      'コメントの投稿',
      '名前とアドレスをどうぞ',
      'トラックバック',
      'この記事へのトラックバック先',
      '| ホーム |',
      '昔は手で開けていたそうです。',
    ];
    const page = document.implementation.createHTMLDocument('');
    page.body.append(Object.assign(page.createElement('pre'), { textContent: lines.join('\n') }));
    const { missing, invented } = account(page, 'https://blog.example/quay.txt', 'text/plain');
    expect({ missing, invented }).toEqual({ missing: [], invented: [] });
  });
});
