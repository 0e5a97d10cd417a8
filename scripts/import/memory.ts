import { readdir, readFile } from 'node:fs/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Resident, without what several share. Bytes. */
  readonly bytes: number;
  readonly command: string;
}

const PAGE_SIZE = 4096;

/** The memory of a program and all that it has started, by the folder that its command names. Linux only. */
export async function memoryOf(folder: string): Promise<number> {
  const all = await processes();
  const counted = new Set(all.filter(({ command }) => command.includes(folder)).map(({ pid }) => pid));
  for (let before = -1; before !== counted.size; ) {
    before = counted.size;
    for (const { pid, parent } of all) if (counted.has(parent)) counted.add(pid);
  }
  return all.reduce((sum, { pid, bytes }) => (counted.has(pid) ? sum + bytes : sum), 0);
}

async function processes(): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const read = await Promise.all(pids.map(readProcess));
  return read.filter((process) => process !== null);
}

/** Null for one that has ended meanwhile. */
async function readProcess(pid: string): Promise<Process | null> {
  try {
    const [stat, memory, command] = await Promise.all(
      ['stat', 'statm', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
    );
    // The name of the program stands in brackets and may hold anything.
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const [, resident = 0, shared = 0] = (memory ?? '').split(' ').map(Number);
    return { pid: Number(pid), parent, bytes: (resident - shared) * PAGE_SIZE, command: command ?? '' };
  } catch {
    return null;
  }
}

/** The highest memory while something is done, and that before it. Bytes. */
export async function peakDuring(
  folder: string,
  work: () => Promise<void>,
): Promise<{ start: number; peak: number }> {
  const start = await memoryOf(folder);
  let peak = start;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await memoryOf(folder));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  })();
  await work().finally(() => {
    isDone = true;
  });
  await watching;
  return { start, peak };
}
