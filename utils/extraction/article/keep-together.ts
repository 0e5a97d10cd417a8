import type { WeighedBlock } from '../prose.ts';
import type { Candidate, Flags, Search } from './candidates.ts';

const CELLS = new Set(['TR', 'TD', 'TH', 'CAPTION']);
/** Of a table that belongs to the article, the judge takes so many rows at least for its text. */
const LEAST_ROWS = 0.4;
/** References to notes, as Markdown renderers, blog tools and DPUB-ARIA mark them. */
const REFERENCES = 'a[role="doc-noteref"], a.footnote-anchor, a.footnote-ref, a.fn-ref';
/** References that are plain links, each after what holds it: where a page has none of that, no link need be read. */
const HELD_REFERENCES = [
  ['sup', 'sup a[href*="#"]'],
  ['.footnote', '.footnote > a[href*="#"]'],
] as const;
const MOST_NOTES = 1_000;

/**
 * Brings back what belongs to a kept part of the article however little it reads like prose: the other rows of a
 * table, and the notes that the text refers to. Rows only where the chosen candidate held them; notes stand behind
 * everything.
 *
 * @param judged what is left of the chosen candidate
 */
export function keepTogether(judged: Candidate, chosen: Candidate, search: Search): Candidate {
  const { source, blocks } = search;
  const isTaken = [...judged.isTaken];
  for (const rows of tablesIn(blocks, chosen.isTaken)) {
    const kept = rows.filter((row) => isTaken[row]).length;
    if (kept >= rows.length * LEAST_ROWS) for (const row of rows) isTaken[row] = true;
  }
  const references = referencesIn(source.body);
  if (references.length > 0) keepNotes(notesOf(references, source.body), search, isTaken);
  return { ...judged, isTaken };
}

function referencesIn(body: Element): ArrayLike<Element> & Iterable<Element> {
  const held = HELD_REFERENCES.filter(([holder]) => body.querySelector(holder) !== null);
  return body.querySelectorAll([REFERENCES, ...held.map(([, link]) => link)].join(', '));
}

/** Keeps the notes that stand apart from the text whose references lead to them. */
function keepNotes(notes: ReadonlyMap<Element, Node>, { blocks }: Search, isTaken: boolean[]): void {
  const said = new Set(blocks.flatMap(({ nodes }, index) => (isTaken[index] ? nodes : [])));
  const kept = new Set([...notes].flatMap(([note, text]) => (said.has(text) ? [note] : [])));
  if (kept.size === 0) return;
  for (const [index, { element }] of blocks.entries()) if (isInside(element, kept)) isTaken[index] = true;
}

/** The rows of each table of data that are chosen, by their indexes; a table is one statement. */
function tablesIn(blocks: readonly WeighedBlock[], isChosen: Flags): number[][] {
  const tables = new Map<Element, number[]>();
  blocks.forEach(({ element }, index) => {
    if (!isChosen[index] || !CELLS.has(element.nodeName)) return;
    const table = element.closest('table');
    if (!table) return;
    const rows = tables.get(table);
    if (rows) rows.push(index);
    else tables.set(table, [index]);
  });
  return [...tables.values()].filter((rows) => rows.some((row) => blocks[row]?.element.nodeName === 'TR'));
}

/** The elements of notes, each with the text of a reference that leads there. */
function notesOf(references: Iterable<Element>, body: Element): Map<Element, Node> {
  const notes = new Map<Element, Node>();
  for (const link of references) {
    if (notes.size >= MOST_NOTES) break;
    const text = link.firstChild;
    const note = text && targetOf(link)?.closest('li, dd, aside, p, div');
    if (note && note !== body && !note.contains(link)) notes.set(note, text);
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
