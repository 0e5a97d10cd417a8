import { escapeMarkup, inertLine, inertText } from '../../../text/inert.ts';
import { SAVED_STATES, type SavedSummary } from '../../types.ts';
import type { Part, WriteContext } from './types.ts';

/**
 * Bookmarks as every browser and bookmark service reads them, in a folder for each state: the list is gone through
 * once for each. Notes go into `<DD>`, which is never closed in this format.
 */
export async function* writeNetscape(
  summaries: () => AsyncIterable<SavedSummary>,
  { t }: Pick<WriteContext, 't'>,
): AsyncIterable<Part> {
  yield [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
    '<TITLE>Bookmarks</TITLE>',
    '<H1>Bookmarks</H1>',
    '<DL><p>',
    '',
  ].join('\n');
  for (const state of SAVED_STATES) {
    let isOpen = false;
    for await (const summary of summaries()) {
      if (summary.state !== state) continue;
      if (!isOpen) yield `    <DT><H3>${escapeMarkup(t(`exportFolder_${state}`))}</H3>\n    <DL><p>\n`;
      isOpen = true;
      yield bookmark(summary);
    }
    if (isOpen) yield '    </DL><p>\n';
  }
  yield '</DL><p>\n';
}

function bookmark(summary: SavedSummary): string {
  const tags = summary.tags.map((tag) => inertLine(tag).replaceAll(',', ' ')).filter(Boolean);
  const attributes = [
    `HREF="${escapeMarkup(summary.url)}"`,
    `ADD_DATE="${seconds(summary.savedAt)}"`,
    `LAST_MODIFIED="${seconds(summary.updatedAt)}"`,
    tags.length > 0 ? `TAGS="${escapeMarkup(tags.join(','))}"` : '',
    summary.state === 'archived' ? '' : 'TOREAD="1"',
  ];
  const title = escapeMarkup(inertLine(summary.title) || summary.url);
  const note = inertText(summary.note).trim();
  const item = `        <DT><A ${attributes.filter(Boolean).join(' ')}>${title}</A>\n`;
  return note ? `${item}        <DD>${escapeMarkup(note)}\n` : item;
}

function seconds(time: number): number {
  return Number.isFinite(time) ? Math.max(0, Math.floor(time / 1000)) : 0;
}
