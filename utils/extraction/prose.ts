import { type Block, blocksOf } from '../text/blocks.ts';
import { keyOf, tidyLine } from '../text/normalise.ts';

/** A sentence ends here, in any script that ends sentences. */
const SENTENCE_END = /[.!?。！？…」』）)”"’'؟۔।:：;；~〜ー♪☆♡笑w]$/u;
const SENTENCE_MARK = /[.!?。！？؟۔।、，،]|,\s/u;

/** A block and what it weighs as running text. */
export interface WeighedBlock extends Block {
  /** In units of `readingLength`. */
  readonly length: number;
  /** Length where it reads as prose, 0 for labels, links and lists of names. */
  readonly prose: number;
  /** Equal for blocks that read the same. */
  readonly key: string;
}

/** Kana, ideographs of the basic plane, Hangul and half-width kana. */
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9d]/u;

/**
 * The length of a text in units of reading: a CJK character says about as much as two or three letters of an
 * alphabet, so it counts 2.5.
 */
export function readingLength(text: string): number {
  const first = text.search(CJK);
  if (first < 0) return text.length;
  let cjk = 0;
  for (let at = first; at < text.length; at += 1) if (isCjkUnit(text.charCodeAt(at))) cjk += 1;
  return text.length + 1.5 * cjk;
}

/** As `CJK` has them. */
function isCjkUnit(unit: number): boolean {
  if (unit < 0x3040) return false;
  return (
    unit <= 0x30ff ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7af) ||
    (unit >= 0xff66 && unit <= 0xff9d)
  );
}

/** A block of the page; its key is made when it is first asked for, and only once. */
class PageBlock implements WeighedBlock {
  readonly element: Element;
  readonly nodes: readonly Node[];
  readonly text: string;
  readonly linkShare: number;
  readonly length: number;
  prose: number;
  private knownKey: string | null = null;

  constructor({ element, nodes, text, linkShare }: Block) {
    this.element = element;
    this.nodes = nodes;
    this.text = text;
    this.linkShare = linkShare;
    this.length = readingLength(text);
    this.prose = proseOf(text, this.length, linkShare);
  }

  get key(): string {
    this.knownKey ??= keyOf(this.text);
    return this.knownKey;
  }
}

/** The blocks of a tree in page order, weighed. */
export function weighBlocks(root: Element): WeighedBlock[] {
  const blocks = blocksOf(root).map((block) => new PageBlock(block));
  const lines = linesByElement(blocks);
  for (const block of blocks) {
    const isVerse =
      block.prose === 0 && block.linkShare === 0 && (lines.get(block.element) ?? 0) >= LEAST_VERSE;
    if (isVerse && block.length >= SHORTEST_VERSE) block.prose = block.length / 2;
  }
  return blocks;
}

/**
 * The blocks that are still in the document, after elements were taken out of it. A block that lost a part of
 * its text is weighed again; the others stay what they are.
 */
export function standingBlocks(blocks: readonly WeighedBlock[]): WeighedBlock[] {
  const standing: WeighedBlock[] = [];
  // Nodes of a block, and blocks beside each other, mostly share their parent: its way up is gone once.
  let parent: Node | null = null;
  let isParentStanding = false;
  const isStanding = (node: Node): boolean => {
    if (node.parentNode !== parent) {
      parent = node.parentNode;
      isParentStanding = parent?.isConnected === true;
    }
    return isParentStanding;
  };
  for (const block of blocks) {
    if (block.nodes.every(isStanding)) {
      standing.push(block);
      continue;
    }
    const left = block.nodes.filter(isStanding);
    if (left.length > 0) standing.push(weighAgain(block, left));
  }
  return standing;
}

function weighAgain(block: WeighedBlock, left: readonly Node[]): WeighedBlock {
  const parts = left.map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''));
  return new PageBlock({ ...block, nodes: left, text: joinParts(block.element.nodeName, parts) });
}

function joinParts(name: string, parts: readonly string[]): string {
  if (name === 'PRE') return parts.join('');
  if (name === 'TR') return parts.map(tidyLine).filter(Boolean).join('\t');
  return tidyLine(parts.join(''));
}

/** So many unlinked lines in one element are verse, dialogue or a list of things, not labels. */
const LEAST_VERSE = 2;
const SHORTEST_VERSE = 12;

function linesByElement(blocks: readonly WeighedBlock[]): Map<Element, number> {
  const lines = new Map<Element, number>();
  for (const { element, linkShare } of blocks) {
    if (linkShare === 0) lines.set(element, (lines.get(element) ?? 0) + 1);
  }
  return lines;
}

function proseOf(text: string, length: number, linkShare: number): number {
  if (linkShare > 0.5) return 0;
  const readsAsSentence = length >= 60 ? SENTENCE_MARK.test(text) : length >= 25 && SENTENCE_END.test(text);
  if (!readsAsSentence) return 0;
  return length * (1 - linkShare);
}
