import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from './processes.ts';
import { Failure, say } from './terminal.ts';

/** True where packages can be installed without asking anybody: Debian or Ubuntu, as root. */
export function canInstallPackages(): boolean {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

const ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
/** Another package manager may be at work; apt itself waits this long for it, seconds. */
const LOCK_OPTIONS = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
const ATTEMPTS = 5;

async function apt(args: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { code, output } = await run('apt-get', [...LOCK_OPTIONS, '-y', '-q', ...args], {
      env: ENVIRONMENT,
    });
    if (code === 0) return;
    // The lock on the package lists is not covered by apt's own waiting.
    const isLocked = /Could not (?:get|open) lock|Unable to (?:acquire|lock)/iu.test(output);
    if (!isLocked || attempt === ATTEMPTS) {
      throw new Failure(
        `apt-get ${args.join(' ')} ended with code ${code}:\n${output.trimEnd()}`,
        'Install the packages by hand and start again.',
      );
    }
    say(`  apt is locked by another program; trying again (${attempt} of ${ATTEMPTS - 1}) …`);
    await wait(10_000);
  }
}

async function isInstalled(name: string): Promise<boolean> {
  const { code, output } = await run('dpkg-query', ['--status', name]);
  return code === 0 && output.includes('Status: install ok installed');
}

/** Of these Debian packages, those that are not installed. */
export async function missingPackages(names: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const name of names) {
    if (!(await isInstalled(name))) missing.push(name);
  }
  return missing;
}

/** Installs Debian packages and says so. Throws a `Failure` when apt fails. */
export async function installPackages(names: readonly string[]): Promise<void> {
  say(`  installing ${names.join(', ')} with apt …`);
  await apt(['update']);
  await apt(['install', '--no-install-recommends', ...names]);
}
