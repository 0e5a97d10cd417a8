import type TurndownService from 'turndown';

/** Forms of content that CommonMark has no sign for, as its common extensions write them. */
export function addContentRules(turndown: TurndownService): void {
  turndown.addRule('table', {
    filter: 'table',
    replacement: (_, node) => tableOf(node as Element, turndown),
  });
  turndown.addRule('math', {
    filter: (node) => node.hasAttribute('data-math'),
    replacement: (_, node) => formulaOf(node as Element),
  });
  turndown.addRule('note', {
    filter: (node) => node.hasAttribute('data-note'),
    replacement: (content, node) => noteOf(content, (node as Element).getAttribute('data-note') ?? ''),
  });
  turndown.addRule('deletion', { filter: ['del', 's'], replacement: (content) => `~~${content}~~` });
  turndown.addRule('term', { filter: 'dt', replacement: (content) => `\n\n${content.trim()}\n` });
  turndown.addRule('definition', {
    filter: 'dd',
    replacement: (content) => `\n: ${content.trim().replace(/\n/gu, '\n  ')}\n`,
  });
  turndown.addRule('summary', {
    filter: 'summary',
    replacement: (content) => `\n\n**${content.trim()}**\n\n`,
  });
}

/** A table of GitHub's kind. The first row is its head where the page names none, since it must have one. */
function tableOf(table: Element, turndown: TurndownService): string {
  const rows = [...table.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === table)
    .map((row) => cellsOf(row, turndown));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows;
  if (!head || width === 0) return '';
  if (width === 1) return `\n\n${rows.flat().join('\n\n')}\n\n`;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const caption = table.querySelector('caption')?.textContent?.trim();
  const lines = [line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)];
  return `\n\n${caption ? `${turndown.escape(caption)}\n\n` : ''}${lines.join('\n')}\n\n`;
}

function cellsOf(row: Element, turndown: TurndownService): string[] {
  return [...row.children].flatMap((cell) => {
    const text = turndown
      .turndown(cell.innerHTML)
      .replace(/\s*\n\s*/gu, ' ')
      .replace(/(?<!\\)\|/gu, '\\|');
    const span = Math.min(20, Number(cell.getAttribute('colspan')) || 1);
    return [text, ...Array.from({ length: span - 1 }, () => '')];
  });
}

/** Between dollar signs. A bare `<` would begin HTML where no formulas are known. */
function formulaOf(node: Element): string {
  const tex = (node.textContent ?? '')
    .replace(/\s+/gu, ' ')
    .replaceAll('<', '\\lt ')
    .replaceAll('$', '\\$')
    .trim();
  return node.getAttribute('data-math') === 'block' ? `\n\n$$${tex}$$\n\n` : `$${tex}$`;
}

function noteOf(content: string, mark: string): string {
  const [kind, number] = mark.split(':');
  if (kind === 'reference') return `[^${number}]`;
  return `\n\n[^${number}]: ${content
    .replace(/^[\s:：.]+/u, '')
    .trim()
    .replace(/\n+/gu, '\n    ')}\n\n`;
}

/**
 * Marks notes and their references with `data-note`, and takes the links back out: a note is a target that a
 * reference in `<sup>`, or of a few signs, leads to, and that holds a link back or stands in a list of notes.
 * Other links within the article become their text. Changes the given copy.
 */
export function markNotes(body: HTMLElement): void {
  const numbers = new Map<Element, number>();
  const links = [...body.querySelectorAll('a[href^="#jump-"]')];
  for (const link of links) {
    const target = body.querySelector(`[id="${(link.getAttribute('href') ?? '').slice(1)}"]`);
    const note = target && isReference(link) && isAfter(link, target) ? noteAround(target) : null;
    if (!note || note.contains(link)) continue;
    const number = numbers.get(note) ?? numbers.size + 1;
    numbers.set(note, number);
    const reference = body.ownerDocument.createElement('span');
    reference.setAttribute('data-note', `reference:${number}`);
    reference.textContent = String(number);
    (link.closest('sup') ?? link).replaceWith(reference);
  }
  for (const [note, number] of numbers) replaceNote(note, number);
  for (const link of links) if (body.contains(link)) link.replaceWith(...link.childNodes);
}

function isReference(link: Element): boolean {
  return (
    link.closest('sup') !== null ||
    /^[[(]?(?:\*?\d{1,3}|\*{1,3}|[†‡])[\])]?$/u.test(link.textContent?.trim() ?? '')
  );
}

function isAfter(link: Element, target: Element): boolean {
  return (link.compareDocumentPosition(target) & 4) !== 0;
}

/** The whole note: names of notes often stand on an anchor or number at their beginning. */
function noteAround(target: Element): Element | null {
  return target.closest('li, p, div, dd, aside') ?? null;
}

function replaceNote(note: Element, number: number): void {
  const holder = note.ownerDocument.createElement('div');
  holder.setAttribute('data-note', `note:${number}`);
  for (const link of note.querySelectorAll('a[href^="#jump-"]')) link.remove();
  holder.append(...note.childNodes);
  const list = note.parentElement;
  if (note.nodeName === 'LI' && list && /^[OU]L$/u.test(list.nodeName)) {
    list.before(holder);
    note.remove();
    if (!list.children.length) list.remove();
  } else {
    note.replaceWith(holder);
  }
}
