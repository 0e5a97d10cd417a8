import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The root of the project. */
export const PROJECT_ROOT: string = join(import.meta.dirname, '../..');

export interface Finished {
  /** The exit code; 127 when the program could not be started. */
  readonly code: number;
  /** What it wrote to its standard output and error, in the order it came. */
  readonly output: string;
}

export interface RunOptions {
  /** Passes what the program writes on to the terminal while it runs. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program in the project's root and waits for its end; never throws for a program that fails. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { promise, resolve } = Promise.withResolvers<Finished>();
  let output = '';
  const child = spawn(program, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const take = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
    output += chunk.toString('utf8');
    if (options.show) to.write(chunk);
  };
  child.stdout.on('data', take(process.stdout));
  child.stderr.on('data', take(process.stderr));
  child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
  child.on('close', (code) => resolve({ code: code ?? 1, output }));
  return promise;
}

/** The packages of this project whose programs the commands run. */
const TOOL_PACKAGES = {
  wxt: 'wxt',
  tsc: 'typescript',
  biome: '@biomejs/biome',
  vitest: 'vitest',
  'web-ext': 'web-ext',
} as const;

export type Tool = keyof typeof TOOL_PACKAGES;

/**
 * Runs a tool of the project with the Node that runs this command: the tools need a newer one than the shell
 * may have.
 */
export async function runTool(tool: Tool, args: readonly string[], options?: RunOptions): Promise<Finished> {
  const folder = join(PROJECT_ROOT, 'node_modules', TOOL_PACKAGES[tool]);
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const script: string = typeof bin === 'string' ? bin : bin[tool];
  return run(process.execPath, [join(folder, script), ...args], options);
}
