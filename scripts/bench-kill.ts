/**
 * `npm run bench:kill [-- --rounds N --seed N]`: kills real Chromium right after the reading list has acknowledged a
 * save, an update, a removal, a tag or a note, opens it again and looks for all that was acknowledged. Ends with an
 * error when anything is lost.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireBrowser } from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import { KillableBrowser } from './lib/kill/killable-browser.ts';
import { killRounds } from './lib/kill/rounds.ts';
import { duration, Failure, runCommand, say } from './lib/terminal.ts';

const USAGE = 'npm run bench:kill [-- --rounds N --seed N]';
/** How often the command says how far it is. Rounds. */
const TELL_EVERY = 20;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '200' },
      seed: { type: 'string', default: '20240501' },
    },
  });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  if (!(Number.isInteger(rounds) && rounds > 0 && Number.isInteger(seed)))
    throw new Failure('Rounds and seed are whole numbers.', `Usage: ${USAGE}`);
  const { executable } = await requireBrowser('chromium');
  const extension = await buildExtension('chromium');
  const profile = await mkdtemp(join(tmpdir(), 'seidoku-kill-'));
  const start = performance.now();
  const time = () => duration(performance.now() - start);
  try {
    const { acknowledged, lastBeforeKill, lost } = await killRounds({
      rounds,
      seed,
      launch: () => KillableBrowser.launch(executable, extension, profile),
      tell: (round) => {
        if (round % TELL_EVERY === 0) say(`${round} of ${rounds} kills (${time()})`);
      },
    });
    for (const line of lost) say(line);
    const kinds = Object.entries(lastBeforeKill).map(([kind, times]) => `${kind} ${times}`);
    say(`${rounds} kills, right after: ${kinds.join(', ')}`);
    say(`${acknowledged} acknowledged writes, ${lost.length} lost (${time()})`);
    if (lost.length > 0) throw new Failure('Acknowledged writes were lost.', 'They are named above.');
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runCommand(main);
