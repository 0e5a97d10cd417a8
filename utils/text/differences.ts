import { diffArrays } from 'diff';

/** A piece of two texts: in both, in the one alone or in the other alone. */
export interface Difference {
  readonly kind: 'same' | 'only-one' | 'only-other';
  readonly text: string;
}

/** Longer texts are not compared: that takes as long as both together are long, times what differs. */
const LONGEST = 20_000;

/**
 * How a text differs from another, word by word, in reading order.
 *
 * @param lang BCP 47 tag, which says where words end
 */
export function differencesBetween(one: string, other: string, lang: string | null): Difference[] {
  if (one === other) return [{ kind: 'same', text: one }];
  if (one.length + other.length > LONGEST) {
    return [
      { kind: 'only-one', text: one },
      { kind: 'only-other', text: other },
    ];
  }
  return diffArrays(piecesOf(one, lang), piecesOf(other, lang)).map(({ added, removed, value }) => ({
    kind: added ? 'only-other' : removed ? 'only-one' : 'same',
    text: value.join(''),
  }));
}

function piecesOf(text: string, lang: string | null): string[] {
  return Array.from(segmenterOf(lang).segment(text), ({ segment }) => segment);
}

/** A page may declare a language that is none. */
function segmenterOf(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}

/** What a copy lacks is shown up to so many characters: a teaser lacks most of its text. */
const SHOWN = 80;

/** The beginning and the end of a long piece, with an ellipsis for the rest. */
export function excerptAround(text: string): string {
  const characters = [...text];
  if (characters.length <= SHOWN) return text;
  const half = SHOWN / 2;
  return `${characters.slice(0, half).join('').trimEnd()} … ${characters.slice(-half).join('').trimStart()}`;
}
