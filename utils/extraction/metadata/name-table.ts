import { PhraseFinder } from '../../text/phrases.ts';
import { namePattern } from './names.ts';

/** A piece of a pattern of words: a group, a set of characters or a character; a question mark makes it optional. */
const PIECE = /(?:\(\?:([a-z\d_|-]*)\)|\[([a-z\d_-]+)\]|([a-z\d_-]))(\??)(?![*+{])/uy;

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

/** What an alternative may begin with, as far as its letters are given. */
function beginningsOf(alternative: string): string[] {
  let beginnings = [''];
  PIECE.lastIndex = 0;
  for (let piece = PIECE.exec(alternative); piece; piece = PIECE.exec(alternative)) {
    const [, group, set, letter = '', isOptional] = piece;
    const forms = group?.split('|') ?? set?.split('') ?? [letter];
    if (isOptional) forms.push('');
    beginnings = beginnings.flatMap((beginning) => forms.map((form) => beginning + form));
  }
  return beginnings;
}

/**
 * Phrases of which everything that a pattern of words matches has one, as few as tell that.
 * @throws SyntaxError where something may match that has no given letters
 */
export function phrasesOf(words: string): string[] {
  const all = new Set(alternativesOf(words).flatMap(beginningsOf));
  if (all.has('')) throw new SyntaxError(`no letters begin all of "${words}"`);
  return [...all].filter((phrase) => ![...all].some((other) => other !== phrase && phrase.includes(other)));
}

interface WordList {
  readonly bit: number;
  readonly phrases: readonly string[];
  /** What a name with one of the phrases must match; null where the phrase is enough. */
  readonly pattern: RegExp | null;
}

/**
 * Lists of words that pages name their parts with, as patterns. One pass over a name tells the lists whose patterns may
 * match: most names are like nothing that is looked for.
 */
export class NameTable {
  private readonly lists: WordList[] = [];
  private finder: PhraseFinder | null = null;

  /**
   * Adds words that may stand as a part of a class or id (`author` in `entry-author` and `author_name`).
   *
   * @param bit stands for the list; several may share one
   */
  add(bit: number, words: string): this {
    return this.addList({ bit, phrases: phrasesOf(words), pattern: namePattern(words) });
  }

  /** Adds words that say something only as a whole class or id. */
  addWhole(bit: number, words: string): this {
    const pattern = new RegExp(`(?:^|\\s)(?:${words})(?=\\s|$)`, 'u');
    return this.addList({ bit, phrases: phrasesOf(words), pattern });
  }

  /** Adds parts of words, which may stand anywhere in a name. */
  addParts(bit: number, phrases: readonly string[]): this {
    return this.addList({ bit, phrases, pattern: null });
  }

  private addList(list: WordList): this {
    this.lists.push(list);
    this.finder = null;
    return this;
  }

  /** The bits of the lists of which a name in lower case has a word. */
  bitsOf(name: string): number {
    this.finder ??= new PhraseFinder(this.lists.map(({ phrases }) => phrases));
    let found = 0;
    for (let left = this.finder.find(name); left !== 0; left &= left - 1) {
      const { bit, pattern } = this.lists[31 - Math.clz32(left & -left)] as WordList;
      if ((found & bit) === 0 && (pattern === null || pattern.test(name))) found |= bit;
    }
    return found;
  }
}
