import { PhraseFinder } from '../../text/phrases.ts';

/** How a cue is told: by phrases, or by a form, such as that of a beginning. */
interface Cue {
  /** In lower case, apart by `|`; any case is meant. */
  readonly phrases?: string;
  /** What a text with one of the phrases must match. */
  readonly exactly?: RegExp;
  readonly form?: RegExp;
}

/** What the words of a short block hint at. Hints, weighed by the model, not rules. */
export const TEXT_CUES: Readonly<Record<string, Cue>> = {
  credit: {
    phrases: 'getty images|shutterstock|unsplash|©',
    form: /^(?:photo|image|picture|source|credit|foto|bild|via|courtesy|above|below)\b/iu,
  },
  invitation: {
    phrases:
      'subscri|newsletter|sign up|follow us|join us|join our|join the|get started|book a|book now|free trial|' +
      'contact us|call us|request a|learn more|click here|read more|shop now|buy now|download',
  },
  byline: {
    phrases: 'min read|minute read',
    form: /^(?:by|written by|posted|published|updated|reviewed|edited|author)\b/iu,
  },
  disclosure: { phrases: 'affiliate|commission|sponsor|disclosure|disclaimer|editorial' },
  reference: {
    form: /^(?:related|see also|read|more|also|next|previous|share|tags?|categories|filed|you may|recommended)\b/iu,
  },
  person: {
    form: /is an? .{0,60}(?:writer|author|editor|journalist|founder|ceo|expert|consultant|director|professor)/iu,
  },
  year: { phrases: '19|20', exactly: /\b(?:19|20)\d\d\b/u },
  address: { phrases: 'http|@|www.', exactly: /https?:|@|www\./u },
  price: { phrases: '$|€|£|¥', exactly: /[$€£¥]\s?\d/u },
  legal: { phrases: 'cookie|privacy|rights reserved|terms' },
};

/** Characters of a block that are looked at. */
const LOOKED_AT = 300;

/** Writes 1 or 0 for each of `TEXT_CUES` into `row` from `at` on. */
export type CueWriter = (text: string, row: Float64Array, at: number) => void;

/** @param isWanted tells of the name of a cue whether it is looked for; 0 stands for those that are not */
export function cueWriter(isWanted: (name: string) => boolean): CueWriter {
  const cues = Object.entries(TEXT_CUES).map(([name, cue]): Cue => (isWanted(name) ? cue : {}));
  const finder = new PhraseFinder(cues.map(({ phrases }) => phrases?.split('|') ?? []));
  return (text, row, at) => {
    const beginning = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
    const found = finder.find(beginning);
    for (let index = 0; index < cues.length; index += 1) {
      const { exactly, form } = cues[index] as Cue;
      const isSaid =
        ((found & (1 << index)) !== 0 && (exactly?.test(beginning) ?? true)) || form?.test(beginning);
      row[at + index] = isSaid ? 1 : 0;
    }
  };
}

const DIGIT = /\d/u;
const CAPITAL = /\p{Lu}/u;
/** From here on there are no alphabets with capitals but rare ones. */
const ALPHABETS_END = 0x3000;
/** What is known of each character below `ALPHABETS_END`; 0 while it has not been asked. */
const kindByUnit = new Uint8Array(ALPHABETS_END);
const IS_OTHER = 1;
const IS_DIGIT = 2;
const IS_CAPITAL = 3;

function learnKind(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = DIGIT.test(character) ? IS_DIGIT : CAPITAL.test(character) ? IS_CAPITAL : IS_OTHER;
  kindByUnit[unit] = kind;
  return kind;
}

/** How many decimal digits and capital letters a text has. */
export function countCharacters(text: string): { readonly digits: number; readonly capitals: number } {
  let digits = 0;
  let capitals = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= ALPHABETS_END) continue;
    const kind = kindByUnit[unit] || learnKind(unit);
    if (kind === IS_OTHER) continue;
    if (kind === IS_DIGIT) digits += 1;
    else capitals += 1;
  }
  return { digits, capitals };
}
