import { Readability } from '@mozilla/readability';
import { blocksOf } from '../text/blocks.ts';
import { keyOf } from '../text/normalise.ts';
import { platformById } from './platforms.ts';
import { type WeighedBlock, weighBlocks } from './prose.ts';
import type { Found, Metadata, NotArticleReason, Trimmed } from './types.ts';

/** A text node or image that one strategy takes for a part of the article. */
type Leaf = Node;

/** One strategy's answer: which leaves of the tree are the article. */
interface Candidate {
  readonly strategy: string;
  readonly leaves: ReadonlySet<Leaf>;
}

interface Search {
  readonly source: Trimmed;
  readonly blocks: readonly WeighedBlock[];
  readonly title: string;
}

/** Finds leaves or gives null where the page has nothing for it to go by. */
type Strategy = (search: Search) => ReadonlySet<Leaf> | null;

/**
 * In order of precision. A later strategy wins only where its score is so many times better than the best before
 * it: taking a whole page always gathers the most prose, but seldom only the article's.
 */
const STRATEGIES: readonly (readonly [name: string, strategy: Strategy, margin: number])[] = [
  ['platform', byPlatform, 1],
  ['microformat', byMicroformat, 1.3],
  ['readability', byReadability, 1.3],
  ['landmark', byLandmark, 1.5],
  ['density', byDensity, 1.6],
];

/** The shortest article: a diary's one sentence, in units of `readingLength`. */
const SHORTEST = 40;

export interface NotFound {
  readonly stage: 'none';
  readonly reason: NotArticleReason;
  /** What could be shown all the same; null where the page says nothing. */
  readonly bestEffort: Found | null;
}

/**
 * Finds the article in what is left of the page. Every strategy names the text that it takes for the article;
 * the best score wins. The result's tree is the part of the page that holds it, with all else taken out and
 * recorded.
 */
export function findArticle(source: Trimmed, meta: Metadata): Found | NotFound {
  const blocks = weighBlocks(source.body);
  if (blocks.every((block) => block.text === '')) return { stage: 'none', reason: 'empty', bestEffort: null };
  const search: Search = { source, blocks, title: meta.title };
  let best: { candidate: Candidate; score: number } | null = null;
  for (const [name, strategy, margin] of STRATEGIES) {
    const leaves = strategy(search);
    if (!leaves || leaves.size === 0) continue;
    const candidate: Candidate = { strategy: name, leaves };
    const score = scoreOf(candidate, blocks);
    if (!best || score > Math.max(best.score, 1) * margin) best = { candidate, score };
  }
  const chosen = best
    ? complete(best.candidate, search)
    : { strategy: 'whole-page', leaves: leavesOf([source.body]) };
  const found: Found = { stage: 'found', root: isolate(chosen, search), strategy: chosen.strategy, source };
  if (!best || best.score < SHORTEST) return { stage: 'none', reason: whyNone(blocks), bestEffort: found };
  return found;
}

function whyNone(blocks: readonly WeighedBlock[]): NotArticleReason {
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const linked = blocks.reduce((sum, block) => sum + block.length * block.linkShare, 0);
  if (length === 0) return 'empty';
  return linked / length > 0.5 ? 'links-only' : 'too-short';
}

// ---------------------------------------------------------------- one score for all

/** Strategies that go by names which only articles have; short lines in them are verse or dialogue, not labels. */
const TRUSTED = new Set(['platform', 'microformat']);

/**
 * How well a choice of leaves covers what reads as prose and nothing else: prose taken counts for it, once
 * however often the page says it; labels and links taken count against it.
 */
function scoreOf({ strategy, leaves }: Candidate, blocks: readonly WeighedBlock[]): number {
  const trusted = TRUSTED.has(strategy);
  const seen = new Set<string>();
  let score = 0;
  for (const block of blocks) {
    if (!block.nodes.some((node) => leaves.has(node))) continue;
    if (block.prose > 0) {
      if (!seen.has(block.text)) score += block.prose;
      seen.add(block.text);
    } else if (trusted && block.linkShare < 0.3) {
      score += block.length / 2;
    } else {
      score -= Math.min(block.length, 40) * (0.3 + block.linkShare);
    }
  }
  return score;
}

// ---------------------------------------------------------------- strategies

/** Readability's answer, traced back from its copy of the tree to ours by walking both in step. */
function byReadability({ source }: Search): ReadonlySet<Leaf> | null {
  const copy = source.document.cloneNode(true) as Document;
  const originals = new Map<Node, Node>();
  const ours = leafWalker(source.document);
  const theirs = leafWalker(copy);
  for (let node = ours.nextNode(), twin = theirs.nextNode(); node && twin; ) {
    originals.set(twin, node);
    node = ours.nextNode();
    twin = theirs.nextNode();
  }
  const isCjk = /^(?:ja|zh|ko)/u.test(source.head.lang) || cjkShare(source.body) > 0.3;
  let content: Node | null | undefined;
  try {
    const reader = new Readability<Node>(copy, {
      charThreshold: isCjk ? 150 : 500,
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => node,
    });
    content = reader.parse()?.content;
  } catch {
    // Forms whose fields are named like DOM members make it throw; the other strategies read such pages.
    return null;
  }
  if (!content) return null;
  const leaves = new Set<Leaf>();
  const found = leafWalker(content);
  for (let node = found.nextNode(); node; node = found.nextNode()) {
    const original = originals.get(node);
    if (original) leaves.add(original);
  }
  return leaves;
}

function leafWalker(root: Node): TreeWalker {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  if (!document) throw new Error('a leaf walker needs a node of a document');
  const images = 1;
  const texts = 4;
  return document.createTreeWalker(root, images | texts, (node) =>
    node.nodeType === 3 || node.nodeName.toUpperCase() === 'IMG' ? 1 : 3,
  );
}

function cjkShare(body: Element): number {
  const text = body.textContent ?? '';
  return (
    (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu)?.length ?? 0) /
    Math.max(1, text.replace(/\s/gu, '').length)
  );
}

function byPlatform({ source }: Search): ReadonlySet<Leaf> | null {
  const platform = platformById(source.platform);
  for (const selector of platform?.article ?? []) {
    const parts = outermost([...source.body.querySelectorAll(selector)]).filter(
      (part) => textLength(part) > 0,
    );
    if (parts.length > 0) return leavesOf(parts);
  }
  return null;
}

function byMicroformat({ source }: Search): ReadonlySet<Leaf> | null {
  for (const selector of ['[itemprop~="articleBody"]', '.h-entry .e-content', '.hentry .entry-content']) {
    const parts = outermost([...source.body.querySelectorAll(selector)]).filter(
      (part) => textLength(part) > 0,
    );
    if (parts.length > 0) return leavesOf(parts);
  }
  return null;
}

function byLandmark({ source }: Search): ReadonlySet<Leaf> | null {
  const articles = outermost([...source.body.querySelectorAll('article, [role="article"]')]);
  if (articles.length === 1) return leavesOf(articles);
  const mains = outermost([...source.body.querySelectorAll('main, [role="main"]')]);
  return mains.length === 1 ? leavesOf(mains) : null;
}

/** The element that gathers the most prose for the labels and links that it brings along. */
function byDensity({ source, blocks }: Search): ReadonlySet<Leaf> | null {
  const sums = new Map<Element, number>();
  for (const block of blocks) {
    const gain = block.prose > 0 ? block.prose : -Math.min(block.length, 40) * (0.5 + 2 * block.linkShare);
    for (let element: Element | null = block.element; element; element = element.parentElement) {
      sums.set(element, (sums.get(element) ?? 0) + gain);
      if (element === source.body) break;
    }
  }
  let best: Element = source.body;
  let most = 0;
  for (const [element, sum] of sums) {
    if (sum < most || (sum === most && !best.contains(element))) continue;
    best = element;
    most = sum;
  }
  return most > 0 ? leavesOf([best]) : null;
}

function outermost(elements: readonly Element[]): Element[] {
  return elements.filter(
    (element) => !elements.some((other) => other !== element && other.contains(element)),
  );
}

function textLength(element: Element): number {
  return element.textContent?.trim().length ?? 0;
}

function leavesOf(elements: readonly Element[]): Set<Leaf> {
  const leaves = new Set<Leaf>();
  for (const element of elements) {
    const walker = leafWalker(element);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) leaves.add(node);
  }
  return leaves;
}

// ---------------------------------------------------------------- completing it

/** Elements whose short text belongs to the article that stands on both sides of it. */
const FITTING = new Set([
  'LI',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'DT',
  'DD',
  'TR',
  'TD',
  'PRE',
  'P',
  'FIGCAPTION',
  'BLOCKQUOTE',
  'CAPTION',
]);

/**
 * Adds what a strategy lost on the way: the lead between the title and the body, and what stands between two
 * parts of the article and is no list of links.
 */
function complete(candidate: Candidate, { blocks, title }: Search): Candidate {
  const isKept = blocks.map((block) => block.nodes.some((node) => candidate.leaves.has(node)));
  const first = isKept.indexOf(true);
  const last = isKept.lastIndexOf(true);
  const titleKey = keyOf(title);
  const heading = blocks.findLastIndex(
    (block, index) =>
      index < first && keyOf(block.text) === titleKey && /^H[1-3]$/u.test(block.element.nodeName),
  );
  const leaves = new Set(candidate.leaves);
  blocks.forEach((block, index) => {
    if (isKept[index] || index > last) return;
    const isLead = heading >= 0 && index > heading && index < first && block.prose > 0;
    const isWithin =
      index > first && (block.prose > 0 || (FITTING.has(block.element.nodeName) && block.linkShare < 0.3));
    if (isLead || isWithin) for (const node of block.nodes) leaves.add(node);
  });
  return { ...candidate, leaves };
}

// ---------------------------------------------------------------- cutting it out

/** Takes everything but the article out of the tree and returns the smallest element that holds all of it. */
function isolate({ leaves }: Candidate, { source, blocks }: Search): HTMLElement {
  const kept = blocks.filter((block) => block.nodes.some((node) => leaves.has(node)));
  const root = commonAncestor(kept.map((block) => block.element)) ?? source.body;
  const inside = new Set<Node>();
  for (const block of kept) {
    for (let node: Node | null = block.element; node && node !== root; node = node.parentNode)
      inside.add(node);
    for (const leaf of block.nodes) {
      for (let node: Node | null = leaf; node && node !== root; node = node.parentNode) inside.add(node);
    }
  }
  removeOutside(root, inside, source);
  noteElsewhere(root, source);
  return root as HTMLElement;
}

function removeOutside(parent: Element, inside: ReadonlySet<Node>, source: Trimmed): void {
  for (const child of [...parent.childNodes]) {
    if (inside.has(child)) {
      if (child.nodeType === 1) removeOutside(child as Element, inside, source);
    } else if (child.nodeName.toUpperCase() !== 'BR' && child.nodeName.toUpperCase() !== 'HR') {
      source.removals.remove(child, 'outside-article', 'find-article');
    }
  }
}

/** Records what stands beside the article on the way up to the body. */
function noteElsewhere(root: Element, source: Trimmed): void {
  for (let at = root; at !== source.body && at.parentElement; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      if (sibling === at) continue;
      const text = blocksOf(sibling)
        .map((block) => block.text)
        .join(' ');
      source.removals.note(text, 'outside-article', 'find-article');
    }
  }
}

function commonAncestor(elements: readonly Element[]): Element | null {
  let common: Element | null = elements[0] ?? null;
  for (const element of elements) {
    while (common && !common.contains(element)) common = common.parentElement;
  }
  return common;
}
