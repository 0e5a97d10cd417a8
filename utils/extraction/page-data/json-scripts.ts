/** Pages that render from data carry a few megabytes at most; more is ignored, before it is parsed. */
const MOST_CHARACTERS = 8_000_000;
const MOST_SCRIPTS = 200;
const DATA_TYPE = /^application\/(?:[\w.+-]*\+)?json\b/iu;
const SCRIPT_TYPE = /^(?:|module|text\/javascript|application\/javascript)$/iu;
/** `window.__STATE__ =`, `self["state"] =`, `var state =`: what stands before data that a script assigns. */
const ASSIGNMENT = /^\s*(?:(?:var|let|const)\s+)?[\w$.["'\]]{1,120}\s*=\s*/u;
const WRAPPED = /^JSON\.parse\(\s*(?=")/u;

/**
 * The data that a page's own scripts carry: JSON scripts and scripts that begin with the assignment of pure JSON.
 * Nothing is run; what is no JSON is passed over.
 *
 * @param scripts inline scripts of the page, in page order
 */
export function* dataOf(scripts: Iterable<Element>): Generator<unknown> {
  let budget = MOST_CHARACTERS;
  let count = 0;
  for (const script of scripts) {
    const source = script.textContent ?? '';
    count += 1;
    if (source.length > budget || count > MOST_SCRIPTS) continue;
    const json = jsonIn(source, script.getAttribute('type') ?? '');
    if (json === null) continue;
    budget -= json.length;
    const value = parse(json);
    if (value !== undefined) yield value;
  }
}

function jsonIn(source: string, type: string): string | null {
  if (DATA_TYPE.test(type)) return source;
  if (!SCRIPT_TYPE.test(type)) return null;
  const assignment = ASSIGNMENT.exec(source.slice(0, 300));
  if (!assignment) return null;
  const value = source.slice(assignment[0].length);
  const wrapped = WRAPPED.exec(value.slice(0, 100));
  if (wrapped) return unwrap(value.slice(wrapped[0].length));
  return /^[[{]/u.test(value) ? value.slice(0, endOfValue(value)) : null;
}

/** The JSON inside of a JSON string. */
function unwrap(source: string): string | null {
  const inner = parse(source.slice(0, endOfString(source, 0) + 1));
  return typeof inner === 'string' ? inner : null;
}

/** Parsed JSON; undefined where it is none, or is nested deeper than the engine can parse. */
export function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** Where the object or list at the beginning of a text ends: one pass, no recursion. */
function endOfValue(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '"') at = endOfString(source, at);
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return source.length;
}

function endOfString(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at;
}
