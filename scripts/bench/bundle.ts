import path from 'node:path';
import { build } from 'vite';

/** A script of this folder's neighbours with all that it imports, to be run in a page. Builds in memory. */
export async function bundleForPage(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: path.join(import.meta.dirname, '..', entry), formats: ['iife'], name: 'seidokuBench' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error(`${entry} was not built`);
  return first.output[0].code;
}
