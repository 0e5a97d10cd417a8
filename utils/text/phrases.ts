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
  /** By the index of a row: bits of the groups that have a phrase that ends there. */
  private readonly ending: Int32Array;

  /** @param groups of phrases in lower case; 31 groups and 255 characters at most */
  constructor(groups: readonly (readonly string[])[]) {
    const all = groups.flat().join('');
    this.width = this.numberCharacters(new Set(all));
    this.next = new Int32Array((all.length + 1) * this.width);
    this.ending = new Int32Array(all.length + 1);
    const ways = new Ways();
    groups.forEach((phrases, group) => {
      for (const phrase of phrases) this.add(phrase, 1 << group, ways);
    });
    this.link(ways);
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

  /** Adds the rows that a phrase needs besides those of others that begin alike. */
  private add(phrase: string, group: number, ways: Ways): void {
    const { characters, next, ending, width } = this;
    let row = 0;
    for (let at = 0; at < phrase.length; at += 1) {
      const place = row + (characters[phrase.charCodeAt(at)] as number);
      if (next[place] === 0) next[place] = ways.add(place, at) * width;
      row = next[place] as number;
    }
    ending[row / width] = (ending[row / width] as number) | group;
  }

  /** Fills the rows, shorter ways first: where no phrase goes on, one may that began later, and its row holds. */
  private link({ places, byLength }: Ways): void {
    const { next, ending, width } = this;
    const later: number[] = [0];
    for (const indexes of byLength) {
      for (const index of indexes) {
        const place = places[index] as number;
        const otherwise = place < width ? 0 : (next[place] as number);
        const row = otherwise < 0 ? ~otherwise : otherwise;
        const ends = (ending[index] as number) | (ending[row / width] as number);
        later[index] = row;
        ending[index] = ends;
        next[place] = ends === 0 ? index * width : ~(index * width);
      }
      for (const index of indexes) {
        const row = later[index] as number;
        next.copyWithin(index * width, row, row + width);
      }
    }
  }
}

/** The beginnings of phrases, each with a row of its own, by the rows' indexes; 0 is that of the empty one. */
class Ways {
  /** Where a row is entered from: the place of its last character in the row before. */
  readonly places: number[] = [0];
  readonly byLength: number[][] = [];

  add(place: number, length: number): number {
    const index = this.places.push(place) - 1;
    const alike = this.byLength[length];
    if (alike) alike.push(index);
    else this.byLength[length] = [index];
    return index;
  }
}
