// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { SavedHit } from '../../../utils/library/finder/types.ts';
import { aLibrary, expectOk, freshDisk } from '../a-library.ts';
import { anArticle, aRequest } from '../an-article.ts';
import { aFinder, aQuery, listed } from './a-finder.ts';

/** What a search line shows of a page: its places with what is marked in brackets. */
async function shown(
  line: string,
  given: { text?: string; comment?: string; title?: string; note?: string; tags?: string[] },
) {
  freshDisk();
  const library = await aLibrary();
  const article = anArticle(given.text ?? '');
  const [comment] = article.thread.comments;
  const request = aRequest('one', {
    article: {
      ...article,
      meta: { ...article.meta, title: given.title ?? '', tags: given.tags ?? [], lang: null },
      thread: {
        ...article.thread,
        comments: comment && given.comment ? [{ ...comment, text: given.comment }] : [],
      },
    },
  });
  const { id } = expectOk(await library.save(request)).summary;
  expectOk(await library.change([id], { note: given.note ?? '' }));
  const finder = aFinder(library);
  const { ids } = await listed(finder, aQuery(line));
  const hits = expectOk(await finder.hits(aQuery(line), ids));
  finder.close();
  library.close();
  return hits.map((hit) => [hit.place, marked(hit)]);
}

function marked({ sentence, marks }: SavedHit): string {
  let text = '';
  let last = 0;
  for (const [start, end] of marks) {
    text += `${sentence.slice(last, start)}[${sentence.slice(start, end)}]`;
    last = end;
  }
  return text + sentence.slice(last);
}

it('marks what was found where it stands, as it was written', async () => {
  const text = 'It rained. The ＨＥＲＯＮＳ stood by a bench. Then it left.';
  expect(await shown('heron bench', { text })).toEqual([['text', 'The [ＨＥＲＯＮＳ] stood by a [bench].']]);
  expect(await shown('なぽりたん', { text: '雨だった。ﾅﾎﾟﾘﾀﾝを食べた。' })).toEqual([
    ['text', '[ﾅﾎﾟﾘﾀﾝ]を食べた。'],
  ]);
  expect(await shown('"quiet water"', { text: 'The quiet, water.' })).toEqual([
    ['text', 'The [quiet, water].'],
  ]);
  expect(await shown('hreon', { text: 'One heron.' })).toEqual([['text', 'One [heron].']]);
});

it('shows the sentence that says most of what was sought', async () => {
  const text = 'A heron. A bench. A heron on a bench.';
  expect(await shown('heron bench', { text })).toEqual([['text', 'A [heron] on a [bench].']]);
});

it('tells each place', async () => {
  const given = {
    title: 'Heron',
    tags: ['birds', 'heron watch'],
    note: 'See the heron.',
    text: 'No such bird.',
    comment: 'My heron!',
  };
  expect(await shown('heron', given)).toEqual([
    ['title', '[Heron]'],
    ['tag', '[heron] watch'],
    ['note', 'See the [heron].'],
    ['comment', 'My [heron]!'],
  ]);
});

it('cuts a sentence without end around its mark, never within a sign', async () => {
  const [[place, sentence] = []] = await shown('鷺', { text: `${'𠮷'.repeat(400)}鷺${'𠮷'.repeat(400)}` });
  expect(place).toBe('text');
  expect(sentence).toMatch(/^…𠮷+\[鷺\]𠮷+…$/u);
  expect(sentence?.length).toBeLessThan(300);
});

it('a phrase over the end of a sentence is shown as well', async () => {
  expect(await shown('"water then"', { text: 'Quiet water. Then wind.' })).toEqual([
    ['text', 'Quiet [water. Then] wind.'],
  ]);
});
