import { type Handler, Parser } from 'htmlparser2';
import type { FileProblem, TextStream } from './types.ts';

/** A tag with all its attributes is never longer. Characters. */
const MAX_GAP = 4_000_000;
/** Elements nested more deeply than folders of any list: the parser slows down with every level. */
const MAX_DEPTH = 5_000;
/** So much is parsed before that is looked at. Characters. */
const STEP = 16 * 1024;

/**
 * Reads HTML piece by piece, as events and never as a tree, so that its length does not matter.
 *
 * @param listen gets a function that gives out what it made of the events
 */
export async function* readHtml<T>(
  text: TextStream,
  listen: (give: (made: T) => void) => Partial<Handler>,
): AsyncGenerator<T | { readonly flaw: FileProblem; readonly row: null }> {
  const made: T[] = [];
  const handler = listen((one) => made.push(one));
  let length = 0;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      depth += 1;
      handler.onopentag?.(name, attributes, isImplied);
    },
    onclosetag(name, isImplied) {
      depth -= 1;
      handler.onclosetag?.(name, isImplied);
    },
    ontext: (data) => handler.ontext?.(data),
    onend: () => handler.onend?.(),
  });
  for await (const piece of text) {
    for (let at = 0; at < piece.length; at += STEP) {
      const step = piece.slice(at, at + STEP);
      parser.write(step);
      yield* made.splice(0);
      length += step.length;
      if (length - parser.endIndex > MAX_GAP) return yield { flaw: 'too-large', row: null };
      if (depth > MAX_DEPTH) return yield { flaw: 'too-deep', row: null };
    }
  }
  parser.end();
  yield* made;
}
