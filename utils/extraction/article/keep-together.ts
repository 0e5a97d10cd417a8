import type { WeighedBlock } from '../prose.ts';
import type { Candidate, Search } from './candidates.ts';

const CELLS = new Set(['TR', 'TD', 'TH', 'CAPTION']);
/** Of a table that belongs to the article, the judge takes so many rows at least for its text. */
const LEAST_ROWS = 0.4;
/** References to notes, as Markdown renderers, blog tools and DPUB-ARIA mark them. */
const REFERENCES =
  'sup a[href*="#"], a[role="doc-noteref"], a.footnote-anchor, .footnote > a[href*="#"], a.footnote-ref, a.fn-ref';
const MOST_NOTES = 1_000;

/**
 * Brings back what belongs to a kept part of the article however little it reads like prose: the other rows of a
 * table, and the notes that the text refers to. Rows only where the chosen candidate held them; notes stand behind
 * everything.
 *
 * @param judged what is left of the chosen candidate
 */
export function keepTogether(judged: Candidate, chosen: Candidate, { source, blocks }: Search): Candidate {
  const leaves = new Set(judged.leaves);
  const isIn = ({ nodes }: WeighedBlock, candidate: Pick<Candidate, 'leaves'>) =>
    nodes.some((node) => candidate.leaves.has(node));
  const keep = ({ nodes }: WeighedBlock) => {
    for (const node of nodes) leaves.add(node);
  };
  for (const rows of tablesIn(blocks.filter((block) => isIn(block, chosen)))) {
    const kept = rows.filter((row) => isIn(row, judged)).length;
    if (kept >= rows.length * LEAST_ROWS) rows.forEach(keep);
  }
  const notes = notesOf(source.body, (text) => leaves.has(text));
  if (notes.size > 0) for (const block of blocks) if (isInside(block.element, notes)) keep(block);
  return { ...judged, leaves };
}

/** The rows of each table of data, which is one statement. */
function tablesIn(blocks: readonly WeighedBlock[]): WeighedBlock[][] {
  const tables = new Map<Element, WeighedBlock[]>();
  for (const block of blocks) {
    if (!CELLS.has(block.element.nodeName)) continue;
    const table = block.element.closest('table');
    if (!table) continue;
    const rows = tables.get(table);
    if (rows) rows.push(block);
    else tables.set(table, [block]);
  }
  return [...tables.values()].filter((rows) => rows.some(({ element }) => element.nodeName === 'TR'));
}

/** The elements of the notes that kept references lead to. */
function notesOf(body: Element, isKept: (text: Node) => boolean): Set<Element> {
  const notes = new Set<Element>();
  for (const link of body.querySelectorAll(REFERENCES)) {
    if (notes.size >= MOST_NOTES) break;
    const text = link.firstChild;
    const target = text && isKept(text) ? targetOf(link) : null;
    const note = target?.closest('li, dd, aside, p, div');
    if (note && note !== body && !note.contains(link)) notes.add(note);
  }
  return notes;
}

function targetOf(link: Element): Element | null {
  const name = (link.getAttribute('href') ?? '').replace(/^[^#]*#/u, '');
  const document = link.ownerDocument;
  return document.getElementById(name) ?? document.getElementsByName(name)[0] ?? null;
}

function isInside(element: Element, holders: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (holders.has(at)) return true;
  return false;
}
