import { type BlockTree, blockTreeOf } from './block-tree.ts';
import { keepContent, ruleOfElement } from './boilerplate-elements.ts';
import { isTextPager, ruleOfLabel } from './boilerplate-labels.ts';
import { ruleOfLine } from './boilerplate-lines.ts';
import { standingBlocks, type WeighedBlock, weighBlocks } from './prose.ts';
import type { RemovalReason } from './types/removals.ts';
import type { Trimmed, WithoutComments } from './types/source.ts';

/**
 * Cuts what is boilerplate by its markup or by its label. Whole elements and whole blocks only; every one is
 * recorded. What could hold the article (too much of the page's prose) stays, whatever it is called.
 */
export function cutBoilerplate(source: WithoutComments): Trimmed {
  const { body } = source;
  if (source.isPlainText) splitLines(body);
  const blocks = weighBlocks(body);
  const prose = blocks.filter((block) => block.prose > 0);
  cutElements(source, blockTreeOf(prose, body));
  return { ...source, stage: 'trimmed', blocks: cutLabels(source, standingBlocks(blocks)) };
}

/** A text document's lines are its paragraphs. */
function splitLines(body: HTMLElement): void {
  const holder = body.querySelector('pre') ?? body;
  const paragraphs = (holder.textContent ?? '').split(/\r?\n/u).filter((line) => line.trim());
  holder.replaceWith(
    ...paragraphs.map((line) => {
      const paragraph = body.ownerDocument.createElement('p');
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

/** @param tree of the blocks that are prose */
function cutElements({ body, removals }: WithoutComments, { root, byElement }: BlockTree): void {
  const total = Math.max(1, root.prose);
  let element = body.firstElementChild;
  while (element) {
    const rule = ruleOfElement(element, byElement);
    if (rule && (byElement.get(element)?.prose ?? 0) / total <= rule.share) {
      const following = nextOutside(element, body);
      if (!keepContent(element)) removals.remove(element, rule.reason, rule.id);
      element = following;
    } else {
      element = element.firstElementChild ?? nextOutside(element, body);
    }
  }
}

/** The next element in page order that is not inside this one. */
function nextOutside(element: Element, root: Element): Element | null {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    if (at.nextElementSibling) return at.nextElementSibling;
  }
  return null;
}

interface Verdict {
  readonly reason: RemovalReason;
  readonly id: string;
}

/** Cuts the blocks that are labels or lines of boilerplate; returns the others. */
function cutLabels({ body, removals }: WithoutComments, blocks: readonly WeighedBlock[]): WeighedBlock[] {
  return blocks.filter((block, index) => {
    const verdict = labelVerdict(block, blocks[index + 1]) ?? ruleOfLine(block);
    if (!verdict) return true;
    removals.removeBlock(block, body, verdict.reason, verdict.id);
    return false;
  });
}

function labelVerdict(block: WeighedBlock, next: WeighedBlock | undefined): Verdict | null {
  if (isTextPager(block.text)) return { reason: 'pager', id: 'text-pager' };
  const rule = ruleOfLabel(block.text);
  if (!rule || rule.alone) return rule;
  const leadsToProse = next !== undefined && next.prose > 0 && next.linkShare < 0.3;
  return block.linkShare > 0.6 || !leadsToProse ? rule : null;
}
