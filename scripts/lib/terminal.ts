/** What the commands say while they work: one line a step, plain text where no terminal reads it. */

const COLOURS = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

/** Colours a text for a terminal; leaves it alone for files, pipes and where `NO_COLOR` is set. */
export function paint(colour: keyof typeof COLOURS, text: string): string {
  const colourful = process.stdout.isTTY && !process.env.NO_COLOR;
  return colourful ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}

export function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** A failure that a person can mend: what happened, and what to do about it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly advice: string;

  constructor(what: string, advice: string) {
    super(what);
    this.advice = advice;
  }
}

/** Milliseconds as people say them: `0.4 s`, `12 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Runs one step and prints its name before and its time after; what it throws goes on up. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  say(`${paint('bold', '›')} ${name} …`);
  const start = performance.now();
  const result = await work();
  say(`  ${paint('green', 'done')} ${paint('dim', `(${duration(performance.now() - start)})`)}`);
  return result;
}

/** Runs a command's main function; a failure is printed with its advice and sets the exit code to 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Failure) {
      process.stderr.write(`\n${paint('red', 'Failed:')} ${error.message}\n${error.advice}\n`);
    } else {
      process.stderr.write(`\n${paint('red', 'Failed:')} ${error instanceof Error ? error.stack : error}\n`);
    }
  }
}
