import { foldWidth } from '../text/normalise.ts';
import {
  ELEMENT_RULES,
  type ElementRule,
  LABEL_RULES,
  type LabelRule,
  TEXT_PAGER,
} from './boilerplate-rules.ts';
import { proseByElement, type WeighedBlock, weighBlocks } from './prose.ts';
import { removeBlock } from './remove-block.ts';
import type { RemovalReason, Trimmed, WithoutComments } from './types.ts';

/**
 * Cuts what is boilerplate by its markup or by its label. Whole elements and whole blocks only; every one is
 * recorded. What could hold the article (too much of the page's prose) stays, whatever it is called.
 */
export function cutBoilerplate(source: WithoutComments): Trimmed {
  const { body } = source;
  if (source.isPlainText) splitLines(body);
  const blocks = weighBlocks(body);
  const prose = proseByElement(blocks, body);
  cutElements(source, prose);
  cutLabels(source, blocks);
  return { ...source, stage: 'trimmed' };
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

function cutElements({ body, removals }: WithoutComments, prose: ReadonlyMap<Element, number>): void {
  const total = Math.max(1, prose.get(body) ?? 0);
  let element = body.firstElementChild;
  while (element) {
    const rule = ruleFor(element);
    const following = nextOutside(element, body);
    if (rule && (prose.get(element) ?? 0) / total <= rule.share) {
      removals.remove(element, rule.reason, rule.id);
      element = following;
    } else {
      element = element.firstElementChild ?? following;
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

const RULES_BY_TAG = new Map<string, ElementRule>(
  ELEMENT_RULES.flatMap((rule) => (rule.tags ?? []).map((tag): [string, ElementRule] => [tag, rule])),
);
const TOKEN_RULES = ELEMENT_RULES.filter((rule) => rule.token);
const ruleByToken = new Map<string, ElementRule | null>();

/** Quotations, code and tables are never boilerplate by their name: an embedded post may be called `tweet`. */
const EXEMPT = new Set(['BLOCKQUOTE', 'PRE', 'CODE', 'TABLE', 'TBODY', 'TR', 'TD', 'TH', 'MAIN', 'ARTICLE']);

function ruleFor(element: Element): ElementRule | null {
  if (EXEMPT.has(element.nodeName.toUpperCase())) return null;
  const byTag = RULES_BY_TAG.get(element.nodeName.toUpperCase());
  if (byTag) return byTag;
  const role = element.getAttribute('role');
  const byRole = role ? RULES_BY_TAG.get(`role:${role.toLowerCase()}`) : undefined;
  if (byRole) return byRole;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names.length === 1) return null;
  for (const token of names.toLowerCase().split(/\s+/u)) {
    const rule = token ? tokenRule(token) : null;
    if (rule) return rule;
  }
  return null;
}

/** Pages say the same tokens again and again, so each is judged once. */
function tokenRule(token: string): ElementRule | null {
  const known = ruleByToken.get(token);
  if (known !== undefined) return known;
  const rule = TOKEN_RULES.find((candidate) => candidate.token?.test(token)) ?? null;
  if (ruleByToken.size > 20_000) ruleByToken.clear();
  ruleByToken.set(token, rule);
  return rule;
}

function cutLabels(source: WithoutComments, blocks: readonly WeighedBlock[]): void {
  const present = blocks.filter(
    (block) => source.body.contains(block.element) && block.nodes[0]?.isConnected,
  );
  present.forEach((block, index) => {
    const rule = labelRule(block, present[index + 1]);
    if (rule) cutBlock(source, block, rule.reason, rule.id);
    else if (TEXT_PAGER.test(foldWidth(block.text))) cutBlock(source, block, 'pager', 'text-pager');
  });
}

function cutBlock(
  { body, removals }: WithoutComments,
  block: WeighedBlock,
  reason: RemovalReason,
  rule: string,
): void {
  removals.note(block.text, reason, rule);
  removeBlock(block, body);
}

const LONGEST_LABEL = 90;
const DECORATION = /^[\s<>«»|・■◆▼▲●★☆※:#\-—–…()[\]【】→←↑↓▶►]+|[\s<>«»|・■◆▼▲●★☆:\-—–…()[\]【】→←↑↓▶►]+$/gu;
const COUNT_AFTER = /\s*[(:]?\s*\d+\s*(?:件|개|条|則)?\s*\)?$/u;

function labelRule(block: WeighedBlock, next: WeighedBlock | undefined): LabelRule | null {
  if (block.text.length > LONGEST_LABEL) return null;
  const folded = foldWidth(block.text).toLowerCase();
  const label = folded.replace(DECORATION, '').replace(COUNT_AFTER, '');
  const rule = LABEL_RULES.find(({ labels }) => labels.test(label) || labels.test(folded));
  if (!rule) return null;
  if (rule.alone) return rule;
  const leadsToProse = next !== undefined && next.prose > 0 && next.linkShare < 0.3;
  return block.linkShare > 0.6 || !leadsToProse ? rule : null;
}
