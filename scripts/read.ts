/**
 * `npm run read -- FILE|URL|- [--format markdown|text|json] [--url ADDRESS] [--explain]`: prints the clean
 * article of a stored page, of a page on the web or of what comes in by standard input; with `--explain` also what
 * was left out of it, and why.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Outcome } from '../utils/extraction/types/article.ts';
import { interfaceLanguage, translator } from '../utils/i18n.ts';
import { messageOf } from '../utils/result.ts';
import { openHeadless } from './lib/headless-dom.ts';
import { explained, printable } from './lib/printable.ts';
import { Failure, runCommand, say } from './lib/terminal.ts';

const FORMATS = ['markdown', 'text', 'json'] as const;
type Format = (typeof FORMATS)[number];
const USAGE = 'npm run read -- FILE|URL|- [--format markdown|text|json] [--url ADDRESS] [--explain]';
const TIME_LIMIT_MS = 30_000;

interface Input {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string;
}

async function readInput(name: string, base: string | undefined): Promise<Input> {
  if (/^https?:\/\//u.test(name)) {
    const response = await fetch(name, { signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    if (!response.ok)
      throw new Failure(`${name} answered ${response.status} ${response.statusText}.`, 'Check the address.');
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      contentType: response.headers.get('content-type') ?? 'text/html',
      url: base ?? response.url,
    };
  }
  const bytes = name === '-' ? await readStandardInput() : await readStored(name);
  const contentType = /\.(?:txt|text)$/iu.test(name) ? 'text/plain' : 'text/html';
  return { bytes, contentType, url: base ?? 'about:blank' };
}

async function readStored(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (thrown) {
    throw new Failure(
      `${name} cannot be read: ${messageOf(thrown)}`,
      'Name a file, an http(s) address or - for standard input.',
    );
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function isFormat(value: string): value is Format {
  return (FORMATS as readonly string[]).includes(value);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'markdown' },
      url: { type: 'string' },
      explain: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  if (!name || positionals.length > 1 || !isFormat(values.format))
    throw new Failure('One page to read is needed.', `Usage: ${USAGE}`);
  const { bytes, contentType, url } = await readInput(name, values.url);
  const page = openHeadless(bytes, contentType, url);
  // The sanitiser takes its window from the globals as it loads, so it may load only now.
  const { extract } = await import('../utils/extraction/extract.ts');
  const outcome: Outcome = extract(page);
  if (values.format === 'json') {
    say(JSON.stringify(outcome, null, 2));
  } else {
    const t = translator(interfaceLanguage(process.env.LANG));
    say(printable(outcome, values.format, t));
    if (values.explain) say(`\n${explained(outcome, t)}`);
  }
  if (outcome.kind !== 'article') process.exitCode = 2;
}

await runCommand(main);
