import { namePattern } from './names.ts';

/** Parts of a pattern between bars that stand in no group. */
function alternativesOf(pattern: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern.charAt(at);
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|' && depth === 0) {
      found.push(pattern.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, pattern.slice(from)];
}

/**
 * The first two or three characters of everything that a pattern of words matches; of a pattern as `namePattern` takes
 * it, whose alternatives begin with as many, or with a group of such that may be optional.
 * @throws SyntaxError for others
 */
export function beginningsOf(words: string): string[] {
  return alternativesOf(words).flatMap((alternative) => {
    const group = /^\(\?:([^()]*)\)(\??)-?\??(.*)$/u.exec(alternative);
    if (group) {
      const [, inner = '', isOptional, rest = ''] = group;
      return [...beginningsOf(inner), ...(isOptional ? beginningsOf(rest) : [])];
    }
    const beginning = /^(?:[a-z\d_-](?!\?)){2,3}/u.exec(alternative)?.[0];
    if (beginning === undefined) throw new SyntaxError(`no two letters begin "${alternative}"`);
    return beginning;
  });
}

/** Characters of a word that the table looks at, and the bits that it takes of each. */
const LOOKED_AT = 3;
const BITS = 5;
const MASK = 2 ** BITS - 1;

/**
 * Lists of words that pages name their parts with. A name is compared with those alone that have a word which begins
 * as one of its own does: most names are like nothing that is looked for, and one pass over them tells.
 */
export class NameTable {
  private readonly lists: { readonly bit: number; readonly pattern: RegExp }[] = [];
  private readonly bitsByBeginning = new Uint16Array(2 ** (BITS * LOOKED_AT));

  /**
   * @param bit stands for the list; one of the lowest 16, which several lists may share
   * @param toPattern tells where in a name the words may stand
   */
  add(bit: number, words: string, toPattern: (words: string) => RegExp = namePattern): this {
    this.lists.push({ bit, pattern: toPattern(words) });
    for (const beginning of beginningsOf(words)) {
      const first = keyAt(beginning, 0);
      // Whatever the third character is, where the words leave it open.
      const last = beginning.length < LOOKED_AT ? first + MASK : first;
      for (let key = first; key <= last; key += 1)
        this.bitsByBeginning[key] = (this.bitsByBeginning[key] ?? 0) | bit;
    }
    return this;
  }

  /** The bits of the lists of which a name in lower case has a word. */
  bitsOf(name: string): number {
    const begun = this.begunIn(name);
    if (begun === 0) return 0;
    let bits = 0;
    for (const { bit, pattern } of this.lists) if (begun & bit && pattern.test(name)) bits |= bit;
    return bits;
  }

  /** Words are parted by spaces, hyphens and underscores. */
  private begunIn(name: string): number {
    let bits = 0;
    let isStart = true;
    for (let at = 0; at + 1 < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      if (unit <= 0x20 || unit === 0x2d || unit === 0x5f || unit > 0x7f) isStart = true;
      else if (isStart) {
        bits |= this.bitsByBeginning[keyAt(name, at)] ?? 0;
        isStart = false;
      }
    }
    return bits;
  }
}

/** Beyond the end of a text the key's last bits are 0. */
function keyAt(text: string, at: number): number {
  const first = text.charCodeAt(at) & MASK;
  const second = text.charCodeAt(at + 1) & MASK;
  const third = text.charCodeAt(at + 2) & MASK;
  return (first << (2 * BITS)) | (second << BITS) | third;
}
