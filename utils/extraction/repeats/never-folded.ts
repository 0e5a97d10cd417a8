/** Where, or in what form, the same words rightly stand twice; and why. */
export interface NeverFolded {
  readonly id: string;
  readonly reason: string;
  /** Elements whose blocks it holds for. */
  readonly within?: string;
  /** Whether it holds for a text, wherever it stands. */
  readonly says?: (text: string) => boolean;
}

/** Speech in the quotation marks of many languages, or after a dash. */
const SPEECH = /^(?:["“„«‹「『＂].*["”“»›」』＂][.,。、]?|[—―–-]\s.*)$/su;
const NO_LETTER = /[^\p{L}\p{M}\p{N}\s]/gu;
/** Pictures and rules made of characters have more than this share of others than letters. */
const MOST_OTHERS = 0.5;

/**
 * Blocks that are no repeat by themselves. Besides these stand short blocks and rows of tables, which need more than
 * their words: see `Alone`. Within a run of blocks that is said again as a whole they are folded with it.
 */
export const NEVER_FOLDED: readonly NeverFolded[] = [
  { id: 'code', within: 'pre, code', reason: 'Code does what it says each time.' },
  { id: 'quotation', within: 'blockquote, q', reason: 'The text answers what it quotes, there and then.' },
  { id: 'step', within: 'li', reason: 'A step of a list is done again; an item counts again.' },
  { id: 'definition', within: 'dl', reason: 'A term may mean what another means.' },
  { id: 'heading', within: 'h1, h2, h3, h4, h5, h6', reason: 'A heading names another section.' },
  { id: 'caption', within: 'figcaption, caption', reason: 'A caption belongs to another picture or table.' },
  {
    id: 'verse',
    within: '[class*="lyric" i], [class*="poem" i], [class*="stanza" i], [class*="wp-block-verse" i]',
    reason: 'Verse comes back to its lines, however long they are.',
  },
  { id: 'speech', says: (text) => SPEECH.test(text), reason: 'What people say, they say again.' },
  {
    id: 'picture',
    says: isDrawn,
    reason: 'A picture or a rule made of characters is drawn, not said.',
  },
];

/** Every element of the rules, as one question to a block. */
export const NEVER_WITHIN = selectorOf(NEVER_FOLDED);
/** The same for a text that was cut off: a heading that breaks off and goes on elsewhere names no section. */
export const NEVER_WITHIN_TEASER = selectorOf(NEVER_FOLDED.filter(({ id }) => id !== 'heading'));

/** Whether a text is of a form that rightly stands twice. */
export function isSaidAgain(text: string): boolean {
  return NEVER_FOLDED.some(({ says }) => says?.(text));
}

/** Whether most of a text is neither letters nor spaces. Nearly every text is told not to be by those known at sight. */
function isDrawn(text: string): boolean {
  const most = text.length * MOST_OTHERS;
  return text.length - plainLetters(text) > most && text.length - text.replace(NO_LETTER, '').length > most;
}

/** Letters, digits and spaces of the scripts that most texts are written in, counted at sight. */
function plainLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const lower = unit | 0x20;
    const isPlain =
      unit === 0x20 ||
      (lower >= 0x61 && lower <= 0x7a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      (unit >= 0x0410 && unit <= 0x044f) ||
      (unit >= 0x3041 && unit <= 0x3096) ||
      (unit >= 0x30a1 && unit <= 0x30fa) ||
      (unit >= 0x4e00 && unit <= 0x9fff) ||
      (unit >= 0xac00 && unit <= 0xd7a3);
    if (isPlain) count += 1;
  }
  return count;
}

function selectorOf(rules: readonly NeverFolded[]): string {
  return rules.flatMap(({ within }) => within ?? []).join(', ');
}
