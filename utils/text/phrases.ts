/** UTF-16 units. */
const UNITS = 0x10000;
/** Letters that mean the same as a small one besides its capital: the long s and the sign for Kelvin. */
const ALSO = new Map([
  ['s', '\u017f'],
  ['k', '\u212a'],
]);

/**
 * Tells which of some phrases a text says, in one pass however many they are and whatever the letters' case: several
 * times as fast as a regular expression of alternatives (A. V. Aho and M. J. Corasick, "Efficient String Matching: An
 * Aid to Bibliographic Search", 1975).
 */
export class PhraseFinder {
  /** By UTF-16 unit: the number of a character of the phrases, in any case; 0 for all that are in none. */
  private readonly characters = new Uint8Array(UNITS);
  /** Numbers of characters, with 0. */
  private readonly width: number;
  /** By what was read and the character that comes: where its row begins; the complement where phrases end with it. */
  private readonly next: Int32Array;
  /** By row: bits of the groups that have a phrase that ends there. */
  private readonly ending: Int32Array;

  /** @param groups of phrases in lower case; 31 groups at most */
  constructor(groups: readonly (readonly string[])[]) {
    const all = groups.flat().join('');
    this.width = this.numberCharacters(new Set(all));
    this.next = new Int32Array((all.length + 1) * this.width);
    this.ending = new Int32Array(all.length + 1);
    let rows = 1;
    groups.forEach((phrases, group) => {
      for (const phrase of phrases) rows = this.add(phrase, 1 << group, rows);
    });
    this.link(rows);
  }

  /** Bits of the groups that have a phrase in the text; the first group's is 1. */
  find(text: string): number {
    const { characters, next, ending, width } = this;
    let found = 0;
    let row = 0;
    for (let at = 0; at < text.length; at += 1) {
      row = next[row + (characters[text.charCodeAt(at)] as number)] as number;
      if (row < 0) {
        row = ~row;
        found |= ending[row / width] as number;
      }
    }
    return found;
  }

  private numberCharacters(known: ReadonlySet<string>): number {
    let number = 0;
    for (const character of known) {
      number += 1;
      for (const form of [character, character.toUpperCase(), ALSO.get(character) ?? '']) {
        if (form.length === 1) this.characters[form.charCodeAt(0)] = number;
      }
    }
    return number + 1;
  }

  /** Adds the rows that a phrase needs besides those of others that begin alike; returns how many there are then. */
  private add(phrase: string, group: number, rows: number): number {
    const { characters, next, ending, width } = this;
    let count = rows;
    let row = 0;
    for (let at = 0; at < phrase.length; at += 1) {
      const place = row + (characters[phrase.charCodeAt(at)] as number);
      if (next[place] === 0) {
        next[place] = count * width;
        count += 1;
      }
      row = next[place] as number;
    }
    ending[row / width] = (ending[row / width] as number) | group;
    return count;
  }

  /** Where no phrase goes on, a shorter one may that begins later: its row is followed instead. */
  private link(rows: number): void {
    const { next, ending, width } = this;
    const shorter = new Int32Array(rows);
    const waiting = [0];
    for (const row of waiting) {
      const instead = shorter[row / width] as number;
      for (let character = 1; character < width; character += 1) {
        const following = next[row + character] as number;
        const otherwise = row === 0 ? 0 : (next[instead + character] as number);
        if (following === 0) {
          next[row + character] = otherwise;
          continue;
        }
        shorter[following / width] = otherwise;
        ending[following / width] =
          (ending[following / width] as number) | (ending[otherwise / width] as number);
        waiting.push(following);
      }
    }
    for (let place = 0; place < rows * width; place += 1) {
      const row = next[place] as number;
      if (ending[row / width] !== 0) next[place] = ~row;
    }
  }
}
