import type { Block } from '../text/blocks.ts';
import { mergeTags } from './tags.ts';
import type { Removals } from './types/removals.ts';

interface BlockTree {
  readonly root: HTMLElement;
  readonly blocks: readonly Block[];
}

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
 * @returns the tags without #, each once, in page order, and the tree with the blocks that stay.
 */
export function takeHashtags<Tree extends BlockTree>(
  tree: Tree,
  removals: Removals,
): { readonly tags: string[]; readonly rest: Tree } {
  const blocks = tree.blocks.filter((block) => block.text !== '');
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
  if (closing.length === 0 || closing.length === blocks.length) return { tags: mergeTags(tags), rest: tree };
  for (const block of closing) removals.removeBlock(block, tree.root, 'tags', 'hashtag-line');
  const gone = new Set(closing);
  const rest = { ...tree, blocks: tree.blocks.filter((block) => !gone.has(block)) };
  return { tags: mergeTags(tags), rest };
}

/** The hashtags of a line that holds nothing else; empty for every other line. */
export function hashtagsInLine(line: string): string[] {
  if (line.length > MAX_LINE || !/^[#＃]/u.test(line) || !ONLY_HASHTAGS.test(line)) return [];
  const tags = line.match(HASHTAG) ?? [];
  return tags.every((tag) => COLOUR.test(tag) && /\d/u.test(tag)) ? [] : tags;
}

function hashtagsOf({ element, text }: Block): string[] {
  const tags = hashtagsInLine(text);
  return tags.length > 0 && element.closest('pre, code, h1, h2, h3, h4, h5, h6, table') ? [] : tags;
}
