const NO_TOKENS: readonly string[] = [];

/**
 * The names that the elements of a private copy have, or once had. A query for names that are not among them is
 * answered without a look at the elements: most of what is asked of a page is asked in vain.
 */
export class Vocabulary {
  /** Local names of elements. */
  readonly elements = new Set<string>();
  /** Those that nearly every page has count as known from the start. */
  readonly attributes = new Set<string>(['class', 'id', 'href', 'src']);
  readonly ids = new Set<string>();
  readonly classes = new Set<string>();
  /** Pages say the same class attributes again and again, so each is split once. */
  private readonly tokensByClass = new Map<string, readonly string[]>();

  private readonly localNames = new Map<string, string>();

  /** An element's name in lower case, which counts as known from now on. */
  localNameOf(nodeName: string): string {
    let name = this.localNames.get(nodeName);
    if (name === undefined) {
      name = nodeName.toLowerCase();
      this.localNames.set(nodeName, name);
      this.elements.add(name);
    }
    return name;
  }

  /** The class names of a class attribute, which count as known from now on. */
  tokensOf(attribute: string): readonly string[] {
    if (attribute === '') return NO_TOKENS;
    let tokens = this.tokensByClass.get(attribute);
    if (tokens === undefined) {
      tokens = attribute.split(/[\t\n\f\r ]+/u).filter(Boolean);
      this.tokensByClass.set(attribute, tokens);
      for (const token of tokens) this.classes.add(token);
    }
    return tokens;
  }

  /** Takes over what another one knows, whose elements come into this copy. */
  absorb(other: Vocabulary): void {
    for (const name of other.elements) this.elements.add(name);
    for (const name of other.attributes) this.attributes.add(name);
    for (const id of other.ids) this.ids.add(id);
    for (const token of other.classes) this.classes.add(token);
  }
}
