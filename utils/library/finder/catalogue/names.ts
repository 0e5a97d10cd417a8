/** So many names are written together. */
export const CHUNK_NAMES = 512;

/** Every site, host, language and tag once, by number; 0 is the empty name. */
export class Names {
  private readonly texts: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);
  /** Names from this one on are not on disk yet. */
  private written = 0;

  get size(): number {
    return this.texts.length;
  }

  /** Names that come from disk, in their order. */
  static of(texts: Iterable<string>): Names {
    const names = new Names();
    for (const text of texts) names.numberOf(text);
    names.markWritten();
    return names;
  }

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }

  textOf(number: number): string {
    return this.texts[number] ?? '';
  }

  /** The chunks that hold names which are not on disk. */
  unwritten(): { readonly key: number; readonly texts: readonly string[] }[] {
    const chunks = [];
    for (
      let key = Math.floor(this.written / CHUNK_NAMES);
      this.written < this.size && key * CHUNK_NAMES < this.size;
      key++
    ) {
      chunks.push({ key, texts: this.texts.slice(key * CHUNK_NAMES, (key + 1) * CHUNK_NAMES) });
    }
    return chunks;
  }

  markWritten(): void {
    this.written = this.size;
  }
}
