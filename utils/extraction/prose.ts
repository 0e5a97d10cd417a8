import { type Block, blocksOf } from '../text/blocks.ts';

/** A sentence ends here, in any script that ends sentences. */
const SENTENCE_END = /[.!?。！？…」』）)”"’'؟۔।:：;；~〜ー♪☆♡笑w]$/u;
const SENTENCE_MARK = /[.!?。！？؟۔।、，،]|,\s/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9d]/gu;

/** What one block weighs as running text. */
export interface WeighedBlock extends Block {
  /**
   * Its length in units of reading: a CJK character says about as much as two or three letters of an
   * alphabet, so it counts 2.5.
   */
  readonly length: number;
  /** Share of its text inside links, 0 to 1. */
  readonly linkShare: number;
  /** Length where it reads as prose, 0 for labels, links and lists of names. */
  readonly prose: number;
}

/** Counts an alphabet's letter as 1 and a CJK character as 2.5. */
export function readingLength(text: string): number {
  return text.length + 1.5 * (text.match(CJK)?.length ?? 0);
}

export function weighBlocks(root: Element): WeighedBlock[] {
  const blocks = blocksOf(root).map((block) => {
    const length = readingLength(block.text);
    const linkShare = linkShareOf(block);
    return { ...block, length, linkShare, prose: proseOf(block, length, linkShare) };
  });
  const lines = linesByElement(blocks);
  return blocks.map((block) => {
    const isVerse =
      block.prose === 0 && block.linkShare === 0 && (lines.get(block.element) ?? 0) >= LEAST_VERSE;
    return isVerse && block.length >= SHORTEST_VERSE ? { ...block, prose: block.length / 2 } : block;
  });
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

function linkShareOf({ nodes, element }: Block): number {
  let linked = 0;
  let total = 0;
  for (const node of nodes) {
    if (node.nodeType !== 3) continue;
    const length = (node.nodeValue ?? '').trim().length;
    total += length;
    if (length > 0 && insideLink(node, element)) linked += length;
  }
  return total === 0 ? 0 : linked / total;
}

function insideLink(node: Node, element: Element): boolean {
  for (let parent = node.parentNode; parent && parent !== element; parent = parent.parentNode) {
    if (parent.nodeName.toUpperCase() === 'A') return true;
  }
  return element.closest('a') !== null;
}

function proseOf(block: Block, length: number, linkShare: number): number {
  if (linkShare > 0.5) return 0;
  const { text } = block;
  const readsAsSentence = length >= 60 ? SENTENCE_MARK.test(text) : length >= 25 && SENTENCE_END.test(text);
  if (!readsAsSentence) return 0;
  return length * (1 - linkShare);
}

/** Sums of prose by element, for the root and everything in it that holds prose. */
export function proseByElement(blocks: readonly WeighedBlock[], root: Element): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const block of blocks) {
    if (block.prose === 0) continue;
    for (let element: Element | null = block.element; element; element = element.parentElement) {
      sums.set(element, (sums.get(element) ?? 0) + block.prose);
      if (element === root) break;
    }
  }
  return sums;
}
