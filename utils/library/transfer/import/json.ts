import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import type { FileProblem, TextStream } from './types.ts';

/** Deeper values are nobody's: they would overflow whatever walks through them. */
const MAX_DEPTH = 32;
/** One entry with its text is never longer. Characters. */
const MAX_ITEM = 24_000_000;

export type JsonItem =
  | {
      readonly value: unknown;
      /** The first name on the way to it; empty in a list. */
      readonly place: string;
    }
  | { readonly flaw: FileProblem };

/**
 * The values at some places of a JSON text, one after the other, whatever the text's length. What is nested too
 * deeply within them is null.
 *
 * @param paths such as `$.*` for the entries of a list
 * @param longest so many characters may one of them have
 */
export async function* jsonItems(
  text: TextStream,
  paths: string[],
  longest = MAX_ITEM,
): AsyncGenerator<JsonItem> {
  const items: JsonItem[] = [];
  let length = 0;
  const parser = new TokenParser({ paths, keepStack: false });
  parser.onValue = ({ value, key, stack }) => {
    const place = stack[1]?.key ?? key;
    items.push({ value, place: typeof place === 'string' ? place : '' });
    length = 0;
  };
  const tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024 });
  tokenizer.onToken = shallow((token) => parser.write(token));
  parser.onEnd = () => {
    if (!tokenizer.isEnded) tokenizer.end();
  };
  try {
    for await (const piece of text) {
      length += piece.length;
      tokenizer.write(piece);
      yield* items.splice(0);
      if (length > longest) return yield { flaw: 'too-large' };
    }
  } catch {
    yield* items.splice(0);
    return yield { flaw: 'damaged' };
  }
  if (!parser.isEnded) yield { flaw: 'truncated' };
}

type Token = Parameters<Tokenizer['onToken']>[0];

const OPENING = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const CLOSING = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);

/** Lets tokens through down to a depth; what lies deeper is one null. */
function shallow(write: (token: Token) => void): (token: Token) => void {
  let depth = 0;
  return (token) => {
    if (OPENING.has(token.token)) {
      depth += 1;
      if (depth <= MAX_DEPTH) write(token);
      else if (depth === MAX_DEPTH + 1) write({ ...token, token: TokenType.NULL, value: null });
    } else if (CLOSING.has(token.token)) {
      depth -= 1;
      if (depth < MAX_DEPTH) write(token);
    } else if (depth <= MAX_DEPTH) write(token);
  };
}

/** What a JSON text looks like, from its beginning. */
export interface JsonShape {
  readonly top: 'list' | 'object';
  /** The names in the outermost object; of a list, none. */
  readonly names: ReadonlySet<string>;
  /** The names in the first entries of the outermost list or of lists in the outermost object. */
  readonly entryNames: ReadonlySet<string>;
}

/** Looks at the beginning of a JSON text, which may end anywhere; null where it is none. */
export function jsonShape(head: string): JsonShape | null {
  const holders: ('list' | 'object')[] = [];
  const names = new Set<string>();
  const entryNames = new Set<string>();
  let top: JsonShape['top'] | null = null;
  let last: Token | null = null;
  const tokenizer = new Tokenizer();
  tokenizer.onToken = (token) => {
    if (OPENING.has(token.token)) {
      const holder = token.token === TokenType.LEFT_BRACE ? 'object' : 'list';
      top ??= holder;
      holders.push(holder);
    } else if (CLOSING.has(token.token)) holders.pop();
    else if (token.token === TokenType.COLON && typeof last?.value === 'string') {
      const path = holders.length <= 3 ? holders.join(' ') : '';
      if (path === 'object') names.add(last.value);
      if (path === 'list object' || path === 'object list object') entryNames.add(last.value);
    }
    last = token;
  };
  try {
    tokenizer.write(head.trimStart());
  } catch {
    // What was seen before is all that there is to see.
  }
  return top && { top, names, entryNames };
}
