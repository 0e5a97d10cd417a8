import type { Page as BrowserPage } from 'playwright-core';
import { say } from '../../lib/terminal.ts';
import { progressBar } from '../progress.ts';
import { readBenchSet } from '../sets.ts';
import type { Comparison } from './compare.ts';

export interface Bound {
  readonly text: string;
  readonly holds: boolean;
}

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const WORD = new RegExp(`[${CJK}]|(?:(?![${CJK}])[\\p{L}\\p{M}\\p{N}_])+`, 'gu');

/** Reads every page of a set with and without folding: nothing unique may go, and word F1 may not drop. */
export async function compareSet(page: BrowserPage, directory: string): Promise<Bound[]> {
  const inputs = readBenchSet(directory);
  const bar = progressBar(inputs.length);
  const sums = { pages: 0, folded: 0, changed: 0, withFolding: 0, without: 0, ms: 0 };
  const unique: string[] = [];
  for (const { id, url, text, readHtml } of inputs) {
    const found = await page.evaluate(
      ([html, address]) =>
        (
          globalThis as unknown as {
            benchRepeats: { compare: (html: string, url: string) => Comparison | null };
          }
        ).benchRepeats.compare(html, address),
      [readHtml(), url] as const,
    );
    bar.advance(id);
    if (!found) continue;
    sums.pages += 1;
    sums.folded += found.folded;
    sums.changed += found.folded > 0 ? 1 : 0;
    sums.ms += found.foldingMs;
    unique.push(...found.unique.map((block) => `${id}: ${block}`));
    const [after, before] = [wordF1(found.withFolding, text ?? ''), wordF1(found.without, text ?? '')];
    sums.withFolding += after;
    sums.without += before;
    if (after < before - 0.001) say(`${id}: word F1 ${before.toFixed(3)} -> ${after.toFixed(3)}`);
  }
  bar.end();
  for (const block of unique) say(block);
  const [after, before] = [sums.withFolding / sums.pages, sums.without / sums.pages];
  return [
    {
      text: `${unique.length} of ${sums.folded} folded blocks on ${sums.changed} of ${sums.pages} pages have no twin in the text`,
      holds: unique.length === 0,
    },
    {
      text: `word F1 ${before.toFixed(5)} without folding, ${after.toFixed(5)} with it`,
      holds: after >= before,
    },
    { text: `folding takes ${(sums.ms / sums.pages).toFixed(3)} ms a page on average`, holds: true },
  ];
}

/** F1 of the words (characters, in CJK) that two texts share, as multisets. */
function wordF1(said: string, truth: string): number {
  const [one, other] = [wordsOf(said), wordsOf(truth)];
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of one) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return one.length + other.length === 0 ? 1 : (2 * shared) / (one.length + other.length);
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}
