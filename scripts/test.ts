import { ensureFonts, ensureJapaneseInterfaces, requireBrowser } from './lib/browsers.ts';
import { buildExtension, builtExtension } from './lib/build.ts';
import { runTool, type Tool } from './lib/processes.ts';
import { duration, Failure, paint, runCommand, say } from './lib/terminal.ts';

interface Step {
  readonly name: string;
  readonly work: () => Promise<unknown>;
}

function toolStep(name: string, tool: Tool, ...args: readonly string[]): Step {
  return {
    name,
    async work() {
      const { code } = await runTool(tool, args, { show: true });
      if (code !== 0) {
        throw new Failure(`${name} ended with code ${code}.`, 'Its own words above say what is wrong.');
      }
    },
  };
}

async function prepareBrowsers(): Promise<void> {
  for (const kind of ['chromium', 'firefox'] as const) {
    const { name, executable } = await requireBrowser(kind);
    say(`  ${name}: ${executable}`);
  }
  await ensureFonts();
  await ensureJapaneseInterfaces();
}

/** Quick steps first: the first one that fails ends the run. */
const STEPS: readonly Step[] = [
  toolStep('Types', 'tsc', '--noEmit'),
  toolStep('Lint', 'biome', 'check', '.'),
  toolStep('Unit tests', 'vitest', 'run', '--project', 'unit'),
  { name: 'Build for Chrome', work: () => buildExtension('chromium') },
  { name: 'Build for Firefox', work: () => buildExtension('firefox') },
  toolStep('Lint of the Firefox build', 'web-ext', 'lint', '--source-dir', builtExtension('firefox')),
  { name: 'Browsers and fonts', work: prepareBrowsers },
  toolStep('End-to-end tests in Chromium and Firefox', 'vitest', 'run', '--project', 'e2e'),
];

async function main(): Promise<void> {
  const start = performance.now();
  const times: string[] = [];
  for (const [index, { name, work }] of STEPS.entries()) {
    say(paint('bold', `\n[${index + 1}/${STEPS.length}] ${name}`));
    const begun = performance.now();
    await work();
    times.push(`  ${paint('green', '✓')} ${name} (${duration(performance.now() - begun)})`);
  }
  say(`\n${times.join('\n')}\nEverything passed in ${duration(performance.now() - start)}.`);
}

await runCommand(main);
