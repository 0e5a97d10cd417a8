import { type Block, blocksOf } from '../text/blocks.ts';
import { removeBlock } from './remove-block.ts';
import { mergeTags } from './tags.ts';
import type { Removals } from './types.ts';

/**
 * One hashtag: letters, digits, marks and `_`, at least one of them a letter; no other punctuation.
 * (Unicode Technical Standard 31, annex "Hashtag Identifiers", without emoji.)
 */
const HASHTAG = /[#＃](?=[\p{N}\p{M}_]*\p{L})[\p{L}\p{M}\p{N}_ー・]+/gu;
const ONLY_HASHTAGS = /^(?:[#＃](?=[\p{N}\p{M}_]*\p{L})[\p{L}\p{M}\p{N}_ー・]+[\s,、　]*)+$/u;
/** `#fff`, `#1a2b3c`: colours look like hashtags but name nothing. */
const COLOUR = /^[#＃](?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/iu;
const MAX_LINE = 400;

/**
 * Takes the lines that hold nothing but hashtags: at the body's end they leave the body (reason `tags`), in its
 * middle they stay and still give tags. Code keeps its lines.
 *
 * @returns the tags without #, each once, in page order.
 */
export function takeHashtags(root: HTMLElement, removals: Removals): string[] {
  const blocks = blocksOf(root).filter((block) => block.text !== '');
  const tags: string[] = [];
  const closing: Block[] = [];
  for (const block of blocks) {
    const found = hashtagsOf(block);
    if (found.length === 0) {
      closing.length = 0;
      continue;
    }
    tags.push(...found);
    closing.push(block);
  }
  if (closing.length < blocks.length) {
    for (const block of closing) {
      removals.note(block.text, 'tags', 'hashtag-line');
      removeBlock(block, root);
    }
  }
  return mergeTags(tags);
}

/** The hashtags of a line that holds nothing else; empty for every other line. */
export function hashtagsInLine(line: string): string[] {
  if (line.length > MAX_LINE || !ONLY_HASHTAGS.test(line)) return [];
  const tags = line.match(HASHTAG) ?? [];
  return tags.every((tag) => COLOUR.test(tag) && /\d/u.test(tag)) ? [] : tags;
}

function hashtagsOf({ element, text }: Block): string[] {
  if (element.closest('pre, code, h1, h2, h3, h4, h5, h6, table')) return [];
  return hashtagsInLine(text);
}
