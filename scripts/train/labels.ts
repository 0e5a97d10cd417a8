import { wordsOf } from './words.ts';

/** Shorter blocks must be a line of the truth; longer ones may be a part of one. */
const FEWEST_WORDS = 4;
const SHINGLE = 3;
/** From this share of its shingles in the truth, a block belongs to the article. */
const LEAST_SHARE = 0.6;

/** Tells of a block's words whether the article's true text has them as a line, a phrase or nearly so. */
export function labeller(truth: string): (words: readonly string[]) => boolean {
  const words = wordsOf(truth);
  const running = ` ${words.join(' ')} `;
  const lines = new Set(truth.split('\n').map((line) => wordsOf(line).join(' ')));
  const shingles = new Set(words.map((_, at) => words.slice(at, at + SHINGLE).join(' ')));
  return (block) => {
    if (block.length === 0) return false;
    const phrase = block.join(' ');
    if (block.length < FEWEST_WORDS) return lines.has(phrase);
    if (running.includes(` ${phrase} `)) return true;
    const own = block.slice(0, 1 - SHINGLE).map((_, at) => block.slice(at, at + SHINGLE).join(' '));
    return own.filter((shingle) => shingles.has(shingle)).length / own.length >= LEAST_SHARE;
  };
}
