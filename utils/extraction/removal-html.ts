import { writeSafely } from './sanitise.ts';
import type { Removal, RemovalReason } from './types/removals.ts';

/** HTML kept with all removals of a page together: it is sent and saved with the article. Characters. */
const MOST_HTML = 200_000;

/** Beside the article only these may be parts of it; menus and footers are put back as their text. */
const MAY_BE_CONTENT: ReadonlySet<RemovalReason> = new Set(['hidden', 'outside-article']);

/**
 * Adds the HTML of the removals that were nodes, those within the article first, for they are the likeliest to be
 * put back; ends at the limit. Takes the nodes out of their tree.
 *
 * @param said what each removal took
 */
export function withHtml(
  removals: readonly Removal[],
  said: readonly (Node | string)[],
  baseUrl: string,
): Removal[] {
  const written = new Map<number, string>();
  let left = MOST_HTML;
  for (const isWithin of [true, false]) {
    for (const [index, removal] of removals.entries()) {
      const { place, whole } = removal;
      const node = said[index];
      if ((place === 'within') !== isWithin || !node || typeof node === 'string') continue;
      if (!isWithin && !MAY_BE_CONTENT.has(removal.reason)) continue;
      // Markup is never shorter than its text.
      if (whole.length > left) continue;
      const html = htmlOf(node, baseUrl);
      if (html.length > left) continue;
      left -= html.length;
      written.set(index, html);
    }
  }
  return removals.map((removal, index) => {
    const html = written.get(index);
    return html ? { ...removal, html } : removal;
  });
}

function htmlOf(node: Node, baseUrl: string): string {
  const holder = (node.ownerDocument as Document).createElement('div');
  holder.append(node);
  return writeSafely(holder, baseUrl, true);
}
