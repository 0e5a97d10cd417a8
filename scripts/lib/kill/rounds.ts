import { seeded } from '../../bench/seeded.ts';
import type { KillableBrowser } from './killable-browser.ts';
import { findLost, KINDS_OF_WRITES, type Ledger, type WriteKind, write } from './writes.ts';

/** So that there is something to change and to remove in every round. */
const FIRST_SAVES: readonly WriteKind[] = ['save', 'save', 'save', 'save', 'save'];

export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** How often each was the last thing that was acknowledged before a kill. */
  readonly lastBeforeKill: Readonly<Record<WriteKind, number>>;
  /** What was acknowledged and is not on disk, one line each. */
  readonly lost: readonly string[];
}

export interface KillOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Starts the browser on the profile that was killed. */
  readonly launch: () => Promise<KillableBrowser>;
  readonly tell?: (round: number) => void;
}

/**
 * Fills a list, kills the browser right after an acknowledgement, opens it again and looks for everything that was
 * ever acknowledged; again and again. In every round each kind of write is acknowledged once, another one last.
 */
export async function killRounds({ rounds, seed, launch, tell }: KillOptions): Promise<KillReport> {
  const random = seeded(seed);
  const ledger: Ledger = new Map();
  const lastBeforeKill: Record<WriteKind, number> = { save: 0, update: 0, delete: 0, tag: 0, note: 0 };
  const lost: string[] = [];
  let acknowledged = 0;
  const look = async (browser: KillableBrowser, kill: number) => {
    const missing = findLost(ledger, await browser.readDisk());
    lost.push(...missing.map((line) => `after kill ${kill}: ${line}`));
  };
  for (let round = 0; round < rounds; round++) {
    await untilKilled(launch, async (browser) => {
      await look(browser, round);
      const kinds = round === 0 ? [...FIRST_SAVES, ...kindsOf(round)] : kindsOf(round);
      for (const kind of kinds) await write(browser, ledger, kind, ++acknowledged, random);
      lastBeforeKill[kinds.at(-1) ?? 'save'] += 1;
    });
    tell?.(round + 1);
  }
  await untilKilled(launch, (browser) => look(browser, rounds));
  return { rounds, acknowledged, lastBeforeKill, lost };
}

/** Does something in a browser, and kills it at once. */
async function untilKilled(
  launch: () => Promise<KillableBrowser>,
  work: (browser: KillableBrowser) => Promise<void>,
): Promise<void> {
  const browser = await launch();
  try {
    await work(browser);
  } finally {
    await browser.kill();
  }
}

/** The kinds of writes, beginning behind the one that is the round's last. */
function kindsOf(round: number): readonly WriteKind[] {
  const first = (round + 1) % KINDS_OF_WRITES.length;
  return [...KINDS_OF_WRITES.slice(first), ...KINDS_OF_WRITES.slice(0, first)];
}
