import { stringify } from 'yaml';
import { inertLine, inertText } from '../../../text/inert.ts';
import type { SavedSummary } from '../../types.ts';

/**
 * What is known of an entry as YAML between two lines of hyphens, as Obsidian and its kin read it. Every value is
 * quoted where YAML would take it for something else.
 */
export function frontMatter(summary: SavedSummary): string {
  const tags = summary.tags.map(inertLine).filter(Boolean);
  const obsidian = [...new Set(tags.map(obsidianTag).filter(Boolean))];
  const facts = {
    title: inertLine(summary.title),
    url: summary.url || undefined,
    author: optional(summary.author),
    site: optional(summary.siteName),
    published: summary.published ?? undefined,
    saved: isoTime(summary.savedAt),
    lang: optional(summary.lang),
    state: summary.state,
    favourite: summary.isFavourite || undefined,
    progress: summary.place?.percent,
    tags: obsidian.length > 0 ? obsidian : undefined,
    // Tags as the reader wrote them, where Obsidian has no such tag.
    keywords: tags.every((tag) => obsidian.includes(tag)) ? undefined : tags,
    note: inertText(summary.note).trim() || undefined,
  };
  // Words in quotes, always: what YAML takes for a number, a date or a mark of its own differs by program.
  const yaml = stringify(facts, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
  return `---\n${yaml}---\n`;
}

function optional(text: string | null): string | undefined {
  return inertLine(text ?? '') || undefined;
}

function isoTime(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Letters, digits, hyphens and slashes, and not digits alone: Obsidian knows no other tags. */
function obsidianTag(tag: string): string {
  const word = tag
    .replace(/^#+/u, '')
    .trim()
    .replace(/\s+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]/gu, '')
    .replace(/^[/-]+|[/-]+$/gu, '');
  return /^[\d/_-]+$/u.test(word) ? `_${word}` : word;
}
