import type { Page as BrowserPage } from 'playwright-core';
import type { Bound } from './compare-set.ts';

/** Blocks of the larger and the smaller page, and how much longer the larger may take. */
const SMALL = 2_000;
const LARGE = 10_000;
const MOST = 5;
/** Browsers for each of the two. */
const BROWSERS = 7;
/** Runs in one browser, and those before them in which the engine gets to know the code. */
const RUNS = 15;
const WARM_UP = 3;

interface Calls {
  readonly benchRepeats: {
    prepareFolding(blocks: number, seed: number): void;
    foldPrepared(): void;
  };
}

/** Works with a page in a new browser, which is closed afterwards. */
export type InPage = <T>(work: (page: BrowserPage) => Promise<T>) => Promise<T>;

/**
 * How the time of folding grows with the page, where the same code has folded many pages before: else what the engine
 * does to learn new code would hide how it grows. Told besides is what a reader waits for, whose page is folded by code
 * that is new to the engine: the medians of pages in browsers of their own.
 */
export async function measureScale(
  inPage: InPage,
  seed: number,
): Promise<{ readonly bound: Bound; readonly first: string }> {
  const [small, large] = await inPage((page) => warmedTimes(page, seed));
  return {
    bound: {
      text: `${LARGE} blocks take ${ratio(small, large)} times as long as ${SMALL} (at most ${MOST}): ${large.toFixed(1)} and ${small.toFixed(1)} ms`,
      holds: small > 0 && large <= small * MOST,
    },
    first: await firstTimes(inPage, seed),
  };
}

async function firstTimes(inPage: InPage, seed: number): Promise<string> {
  const small: number[] = [];
  const large: number[] = [];
  for (let browser = 0; browser < BROWSERS; browser += 1) {
    small.push(await inPage(async (page) => (await foldingTimer(page, seed))(SMALL)));
    large.push(await inPage(async (page) => (await foldingTimer(page, seed))(LARGE)));
  }
  const [less, more] = [median(small), median(large)];
  return `The first page that a browser folds: ${ratio(less, more)} times, ${more.toFixed(1)} and ${less.toFixed(1)} ms.`;
}

async function warmedTimes(page: BrowserPage, seed: number): Promise<readonly [number, number]> {
  const time = await foldingTimer(page, seed);
  let [small, large] = [0, 0];
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const times = [await time(SMALL), await time(LARGE)] as const;
    if (run < 0) continue;
    small += times[0] / RUNS;
    large += times[1] / RUNS;
  }
  return [small, large];
}

/** Tells the processor time of folding a page of so many blocks, milliseconds; a busy machine hardly adds to it. */
async function foldingTimer(page: BrowserPage, seed: number): Promise<(blocks: number) => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const used = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
  };
  return async (blocks) => {
    await page.evaluate(
      ([count, start]) => (globalThis as unknown as Calls).benchRepeats.prepareFolding(count, start),
      [blocks, seed] as const,
    );
    // What the preparation has left for later is none of the folding's time.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const before = await used();
    await page.evaluate(() => (globalThis as unknown as Calls).benchRepeats.foldPrepared());
    return ((await used()) - before) * 1_000;
  };
}

const ratio = (small: number, large: number): string => (large / small).toFixed(2);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
