import { describe, expect, it } from 'vitest';
import { readSamples } from '../../scripts/lib/samples.ts';
import { extract } from '../../utils/extraction/extract.ts';
import type { Article } from '../../utils/extraction/types.ts';
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

function account(page: Document, url: string, contentType = 'text/html') {
  const outcome = extract({ document: page, url, contentType });
  if (outcome.kind !== 'article') throw new Error(JSON.stringify(outcome).slice(0, 500));
  const { article } = outcome;
  const said = saidBy(page);
  const told = toldBy(article);
  const whole = said.join('\n');
  return {
    article,
    missing: unexplained(less(said, told), factsOf(article)),
    invented: [...less(told, said), ...factsOf(article).filter((fact) => !whole.includes(fact))],
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
