import type { Token } from '../../../text/search-tokens.ts';
import type { Words } from '../query/types.ts';

/** Words with what a misspelt one was taken for. */
export interface Sought {
  readonly words: Words;
  readonly meant: ReadonlySet<string>;
}

/** Where words stand among tokens: from the first token to before the last. What the index says, said of one text. */
export function placesAmong(
  tokens: readonly Token[],
  { words: { pieces, isOpen }, meant }: Sought,
): (readonly [from: number, to: number])[] {
  const places: (readonly [number, number])[] = [];
  for (let at = 0; at + pieces.length <= tokens.length; at++) {
    const begin = tokens[at]?.position ?? 0;
    const isThere = pieces.every((piece, index) => {
      const token = tokens[at + index];
      if (!token || token.isSign !== piece.isSign || token.position - begin !== piece.offset) return false;
      if (token.text === piece.text || meant.has(token.text)) return true;
      return isOpen && index === pieces.length - 1 && token.text.startsWith(piece.text);
    });
    if (isThere) places.push([at, at + pieces.length]);
  }
  return places;
}
