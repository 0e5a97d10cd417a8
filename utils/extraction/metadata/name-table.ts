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
 * The first two or three characters of everything that a pattern of words matches; of a pattern whose
 * alternatives begin with as many, or with a group of such that may be optional.
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

interface WordList {
  readonly bit: number;
  /** Matches any of the words at the place where it is told to look. */
  readonly pattern: RegExp;
  /** The words are looked for as whole classes or ids. */
  readonly isWhole: boolean;
}

/**
 * Lists of words that pages name their parts with, as patterns. They are looked for where a word of a name begins, and
 * of them only those that begin as it does: most names are like nothing that is looked for, and one pass tells.
 */
export class NameTable {
  private readonly lists: WordList[] = [];
  private readonly bitsByBeginning = new Uint16Array(2 ** (BITS * LOOKED_AT));

  /**
   * Adds words that may stand as a part of a class or id (`author` in `entry-author` and `author_name`).
   *
   * @param bit stands for the list; one of the lowest 16, which several lists may share
   */
  add(bit: number, words: string): this {
    return this.addList(words, {
      bit,
      pattern: new RegExp(`(?:${words})(?=$|[\\s_-])`, 'uy'),
      isWhole: false,
    });
  }

  /** Adds words that say something only as a whole class or id. */
  addWhole(bit: number, words: string): this {
    return this.addList(words, { bit, pattern: new RegExp(`(?:${words})(?=\\s|$)`, 'uy'), isWhole: true });
  }

  private addList(words: string, list: WordList): this {
    this.lists.push(list);
    for (const beginning of beginningsOf(words)) {
      const first = keyAt(beginning, 0);
      // Whatever the third character is, where the words leave it open.
      const last = beginning.length < LOOKED_AT ? first + MASK : first;
      for (let key = first; key <= last; key += 1)
        this.bitsByBeginning[key] = (this.bitsByBeginning[key] ?? 0) | list.bit;
    }
    return this;
  }

  /** The bits of the lists of which a name in lower case has a word. */
  bitsOf(name: string): number {
    let found = 0;
    let isStart = true;
    let isWholeStart = true;
    for (let at = 0; at + 1 < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      const isSpace = unit <= 0x20;
      const isBetween = isSpace || unit === 0x2d || unit === 0x5f;
      if (!isBetween && isStart) {
        const begun = (this.bitsByBeginning[keyAt(name, at)] ?? 0) & ~found;
        if (begun !== 0) found |= this.bitsAt(name, at, begun, isWholeStart);
      }
      isStart = isBetween;
      isWholeStart = isSpace;
    }
    return found;
  }

  private bitsAt(name: string, at: number, begun: number, isWholeStart: boolean): number {
    let found = 0;
    for (const { bit, pattern, isWhole } of this.lists) {
      if (!(begun & bit) || (isWhole && !isWholeStart)) continue;
      pattern.lastIndex = at;
      if (pattern.test(name)) found |= bit;
    }
    return found;
  }
}

/** A number for the three characters at a place of a text. Beyond the end of a text its last bits are 0. */
export function keyAt(text: string, at: number): number {
  const first = text.charCodeAt(at) & MASK;
  const second = text.charCodeAt(at + 1) & MASK;
  const third = text.charCodeAt(at + 2) & MASK;
  return (first << (2 * BITS)) | (second << BITS) | third;
}
