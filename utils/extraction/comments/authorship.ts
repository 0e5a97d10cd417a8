import { keyOf, tidyLine } from '../../text/normalise.ts';
import type { JsonLdNode, Source } from '../types/source.ts';
import { cleanName, readByline } from './byline.ts';
import type { Item } from './find-items.ts';
import { namesOf } from './names.ts';
import { isOwnerAnswer } from './owner-answer.ts';

const OWNER_NAMES =
  / (?:bypostauthor|blog author|entry author|rp admin|is author|by post author|owner|user admin|bypost author) /u;

/** True when names around the comment or a badge in it say that the post's author wrote it. */
export function isMarkedAsOwner(item: Item): boolean {
  if (item.reading.badge || isOwnerAnswer(item.element)) return true;
  for (let node: Element | null = item.element; node; node = node === item.frame ? null : node.parentElement)
    if (OWNER_NAMES.test(namesOf(node))) return true;
  return false;
}

/** Keys of the names under which the post's author is known on the page. */
export function postAuthorsOf(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (text: unknown) => {
    const name = typeof text === 'string' ? cleanName(text) : null;
    if (name) names.add(keyOf(name));
  };
  for (const key of ['author', 'article:author', 'dc.creator', 'twitter:creator'])
    for (const value of source.head.meta.get(key) ?? []) add(value);
  for (const node of source.head.jsonLd)
    if (/Article|Posting|WebPage/u.test(String(node['@type']))) addAuthors(node, add);
  for (const element of source.body.querySelectorAll(
    '[rel~="author"], [itemprop="author"], .author, .fn, .byline, .posted, .post-author, .entry-footer, .post-footers, .entry_state, .article-author, .by',
  )) {
    const text = tidyLine(element.textContent ?? '');
    if (!text || text.length > 120) continue;
    add(text);
    add(readByline(text, null).author);
  }
  return names;
}

function addAuthors(node: JsonLdNode, add: (text: unknown) => void): void {
  const authors = Array.isArray(node.author) ? node.author : [node.author];
  for (const author of authors)
    add(typeof author === 'object' && author !== null ? (author as JsonLdNode).name : author);
}
