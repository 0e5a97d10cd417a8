import { hasBody, hasWhoOrWhen, type Items } from './find-items.ts';
import { COMMENT_NAME, namesOf } from './names.ts';
import { type Reading, readItem } from './read-item.ts';
import { labelKind } from './vocabulary.ts';

/**
 * Many templates write a comment as two or three siblings: heading, body and footer, or `dt` and `dd`. They are
 * put into one element each, so that everything after this reads one element a comment.
 */
export function groupSiblings(candidates: readonly Element[], items: Items): void {
  groupDefinitionLists(candidates, items);
  const parents = new Map<Element, Element[]>();
  for (const body of candidates) {
    const parent = body.parentElement;
    if (!parent || !isLoneBody(body, items)) continue;
    parents.set(parent, [...(parents.get(parent) ?? []), body]);
  }
  for (const bodies of parents.values()) groupAround(bodies, items);
}

function groupDefinitionLists(candidates: readonly Element[], items: Items): void {
  const lists = new Set(
    candidates.filter((element) => /^D[TD]$/u.test(element.nodeName)).map((element) => element.parentElement),
  );
  for (const list of lists) {
    if (list?.nodeName !== 'DL' || list.closest('form') || items.skip.has(list)) continue;
    for (const run of termsOf(list)) wrap(run, items);
  }
}

/** Groups a list of `dt` and `dd` without names, in which each group says who wrote it and when. */
export function groupDefinitions(list: Element, items: Items): void {
  if (list.closest('form')) return;
  for (const run of termsOf(list)) wrap(run, items, ({ author, date }) => author !== null && date !== null);
}

/** Each `dt` with what follows it. */
function termsOf(list: Element): ChildNode[][] {
  const terms = [...list.children].filter((child) => child.nodeName === 'DT');
  return terms.map((term) => {
    const run: ChildNode[] = [term];
    for (let next = term.nextSibling; next && next.nodeName !== 'DT'; next = next.nextSibling) run.push(next);
    return run;
  });
}

/** True for a named element with a text of its own that says neither who wrote it nor when. */
function isLoneBody(body: Element, items: Items): boolean {
  if (!body.isConnected || !/^(?:DIV|P|DD|BLOCKQUOTE|SECTION|TD)$/u.test(body.nodeName)) return false;
  for (let node: Element | null = body; node; node = node.parentElement)
    if (items.skip.has(node)) return false;
  return readItem(body, items.skip, items.lang).text.length > 0;
}

function groupAround(bodies: readonly Element[], items: Items): void {
  const first = bodies[0];
  const last = bodies.at(-1);
  if (!first || !last) return;
  const before = run(first, 'previousSibling').reverse();
  const after = run(last, 'nextSibling');
  const leading = new Set(before.map(kindOf));
  const trailing = new Set(after.map(kindOf));
  let head: ChildNode[] = before;
  bodies.forEach((body, index) => {
    const next = bodies[index + 1];
    const gap = next ? between(body, next) : after;
    const split = next ? splitAt(gap, leading, trailing) : gap.length;
    const own = [...head, body, ...gap.slice(0, split)];
    head = gap.slice(split);
    wrap(own, items);
  });
}

/** Siblings of a body that may belong to it: short, no form, no label of a section. */
function run(body: Element, direction: 'previousSibling' | 'nextSibling'): ChildNode[] {
  const found: ChildNode[] = [];
  for (let node = body[direction]; node && found.length < 6; node = node[direction]) {
    const text = (node.textContent ?? '').trim();
    if (text.length > 200 || labelKind(text) !== null) break;
    if (/^(?:FORM|H1|H2|NAV|HR|TABLE|ARTICLE|IFRAME)$/u.test(node.nodeName)) break;
    if (/^(?:UL|OL)$/u.test(node.nodeName) && !COMMENT_NAME.test(namesOf(node as Element))) break;
    if (node.nodeType === 1 && (node as Element).querySelector('form, textarea, h1')) break;
    found.push(node);
  }
  return found;
}

function between(from: ChildNode, to: ChildNode): ChildNode[] {
  const found: ChildNode[] = [];
  for (let node = from.nextSibling; node && node !== to; node = node.nextSibling) found.push(node);
  return found;
}

/** Where the heading of the next comment starts in what stands between two bodies. */
function splitAt(
  gap: readonly ChildNode[],
  leading: ReadonlySet<string>,
  trailing: ReadonlySet<string>,
): number {
  const named = gap.findIndex(
    (node) => leading.has(kindOf(node)) && !trailing.has(kindOf(node)) && kindOf(node) !== '#text',
  );
  if (named >= 0) return named;
  const heading = gap.findIndex((node) => /^H\d$/u.test(node.nodeName));
  return heading >= 0 ? heading : leading.size > trailing.size ? 0 : gap.length;
}

function kindOf(node: Node): string {
  return node.nodeType === 1 ? `${node.nodeName}${namesOf(node as Element)}` : '#text';
}

function wrap(
  nodes: readonly ChildNode[],
  items: Items,
  isCertain: (reading: Reading) => boolean = hasWhoOrWhen,
): void {
  const first = nodes.find((node) => node.nodeType === 1) as Element | undefined;
  const parent = nodes[0]?.parentNode;
  if (!first || !parent) return;
  const wrapper = first.ownerDocument.createElement('div');
  wrapper.className = nodes
    .map((node) => (node.nodeType === 1 ? ((node as Element).getAttribute('class') ?? '') : ''))
    .join(' ')
    .trim();
  wrapper.id =
    nodes.map((node) => (node.nodeType === 1 ? (node as Element).id : '')).find((id) => /\d/u.test(id)) ?? '';
  parent.insertBefore(wrapper, nodes[0] ?? null);
  wrapper.append(...nodes);
  const reading = readItem(wrapper, items.skip, items.lang);
  const isNamed = nodes.some((node) => node.nodeType === 1 && COMMENT_NAME.test(namesOf(node as Element)));
  const isComment = isCertain === hasWhoOrWhen ? isNamed && hasWhoOrWhen(reading) : isCertain(reading);
  if (isComment && hasBody(reading)) items.add(wrapper, reading);
  else wrapper.replaceWith(...wrapper.childNodes);
}
