import { isBlank, nameOf, rename } from './dom.ts';

/**
 * A table of one caption of words, one head, bodies and one foot, in this order. A table without rows goes; what
 * else stands in it is put before it.
 */
export function rebuildTable(table: Element): void {
  const document = table.ownerDocument;
  const sections: Record<'thead' | 'tbody' | 'tfoot', Element[]> = { thead: [], tbody: [], tfoot: [] };
  let caption: Element | null = null;
  for (const node of [...table.childNodes]) {
    const name = nameOf(node);
    if (isBlank(node)) node.remove();
    else if (name === 'tr') loneRows(sections.tbody, document).append(node);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') sections[name].push(node as Element);
    else if (name === 'caption' && !caption && isLine(node as Element)) caption = node as Element;
    else table.before(name === 'caption' ? rename(node as Element, 'div') : node);
  }
  const [head, ...heads] = sections.thead;
  const [foot, ...feet] = sections.tfoot;
  const bodies = [...heads, ...sections.tbody, ...feet].map((section) => asBody(section));
  table.replaceChildren(
    ...[caption, head, ...bodies, foot].filter((part) => part != null).map((part) => withRows(part)),
  );
  if (!table.querySelector('td, th')) table.remove();
}

/** The body that rows outside any body go to. */
function loneRows(bodies: Element[], document: Document): Element {
  const last = bodies.at(-1);
  if (last) return last;
  const body = document.createElement('tbody');
  bodies.push(body);
  return body;
}

function asBody(section: Element): Element {
  if (nameOf(section) === 'tbody') return section;
  const body = section.ownerDocument.createElement('tbody');
  body.append(...section.childNodes);
  return body;
}

/** Rows hold cells, sections hold rows; the parser has seen to that, and what is not so holds nothing. */
function withRows(section: Element): Element {
  if (nameOf(section) === 'caption') return section;
  for (const row of [...section.childNodes]) {
    if (nameOf(row) !== 'tr') row.remove();
    else for (const cell of [...row.childNodes]) if (!/^t[dh]$/u.test(nameOf(cell))) cell.remove();
  }
  return section;
}

function isLine(caption: Element): boolean {
  return !caption.querySelector(
    'address, blockquote, div, dl, figure, h1, h2, h3, h4, h5, h6, hr, ol, p, pre, table, ul',
  );
}
