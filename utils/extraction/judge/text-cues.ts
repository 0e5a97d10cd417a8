/** What the words of a short block hint at. Hints, weighed by the model, not rules. */
export const TEXT_CUES: Readonly<Record<string, RegExp>> = {
  credit:
    /^(?:photo|image|picture|source|credit|foto|bild|via|courtesy|above|below)\b|getty images|shutterstock|unsplash|©/iu,
  invitation:
    /subscri|newsletter|sign up|follow us|join (?:us|our|the)|get started|book (?:a|now)|free trial|contact us|call us|request a|learn more|click here|read more|shop now|buy now|download/iu,
  byline: /^(?:by|written by|posted|published|updated|reviewed|edited|author)\b|min(?:ute)? read/iu,
  disclosure: /affiliate|commission|sponsor|disclosure|disclaimer|editorial/iu,
  reference:
    /^(?:related|see also|read|more|also|next|previous|share|tags?|categories|filed|you may|recommended)\b/iu,
  person:
    /is an? .{0,60}(?:writer|author|editor|journalist|founder|ceo|expert|consultant|director|professor)/iu,
  year: /\b(?:19|20)\d\d\b/u,
  address: /https?:|@|www\./u,
  price: /[$€£¥]\s?\d/u,
  legal: /cookie|privacy|rights reserved|terms/iu,
};

/** Characters of a block that are looked at. */
const LOOKED_AT = 300;

/** Writes 1 or 0 for each of `TEXT_CUES` into `row` from `at` on. */
export type CueWriter = (text: string, row: Float64Array, at: number) => void;

/** @param isWanted tells of the name of a cue whether it is looked for; 0 stands for those that are not */
export function cueWriter(isWanted: (name: string) => boolean): CueWriter {
  const patterns = Object.entries(TEXT_CUES).map(([name, pattern]) => (isWanted(name) ? pattern : null));
  return (text, row, at) => {
    const beginning = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
    for (let cue = 0; cue < patterns.length; cue += 1) {
      row[at + cue] = patterns[cue]?.test(beginning) ? 1 : 0;
    }
  };
}

const CAPITAL = /\p{Lu}/u;
/** From here on there are no alphabets with capitals but rare ones. */
const ALPHABETS_END = 0x3000;
/** What is known of each character below `ALPHABETS_END`: a capital, none, or not asked yet. */
const caseByUnit = new Uint8Array(ALPHABETS_END);
const IS_CAPITAL = 1;
const IS_NONE = 2;

function isCapital(unit: number): boolean {
  if (unit >= ALPHABETS_END) return false;
  if (caseByUnit[unit] === 0)
    caseByUnit[unit] = CAPITAL.test(String.fromCharCode(unit)) ? IS_CAPITAL : IS_NONE;
  return caseByUnit[unit] === IS_CAPITAL;
}

/** How many decimal digits and capital letters a text has. */
export function countCharacters(text: string): { readonly digits: number; readonly capitals: number } {
  let digits = 0;
  let capitals = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (unit >= 0x30 && unit <= 0x39) digits += 1;
      else if (unit >= 0x41 && unit <= 0x5a) capitals += 1;
    } else if (isCapital(unit)) capitals += 1;
  }
  return { digits, capitals };
}
