import { textOf } from '../text/blocks.ts';
import { keyOf } from '../text/normalise.ts';
import { toAbsoluteUrl } from '../text/urls.ts';
import { isMarkedAsOwner, postAuthorsOf } from './comments/authorship.ts';
import { isWordOnly } from './comments/byline.ts';
import { clearSections, removePings, removeRecentComments } from './comments/clear-section.ts';
import { bodyOf } from './comments/copy-body.ts';
import { type Placed, placeItems } from './comments/depth.ts';
import { findElsewhere } from './comments/elsewhere.ts';
import { candidatesIn, findNamedItems, type Item, Items } from './comments/find-items.ts';
import { findListItems } from './comments/find-lists.ts';
import { findNumberedItems } from './comments/find-numbered.ts';
import { groupSiblings } from './comments/group-siblings.ts';
import { findButtons, findMore } from './comments/load-more.ts';
import { isOwnerAnswer } from './comments/owner-answer.ts';
import { takePlainComments } from './comments/plain-text.ts';
import type { Reading } from './comments/read-item.ts';
import { unshownLines } from './comments/rest.ts';
import { type Scan, scanPage } from './comments/scan.ts';
import type { RawComment, RawThread } from './types/comments.ts';
import type { AbsoluteUrl, Source, WithoutComments } from './types/source.ts';

/**
 * Finds what readers wrote under the post and detaches the whole comment section from the private copy, so that
 * nothing of it can leak into the article. Comments go to the thread; headings, forms, trackbacks and widgets go
 * to the removals.
 *
 * @param known addresses without fragments whose comments are here already: no link to them offers more
 */
export function takeComments(
  source: Source,
  known: ReadonlySet<string> = new Set(),
): { thread: RawThread; rest: WithoutComments } {
  const thread = source.isPlainText ? takePlain(source) : takeMarked(source, known);
  return { thread, rest: { ...source, stage: 'without-comments' } };
}

function takePlain(source: Source): RawThread {
  const { document } = source;
  const comments = takePlainComments(source).map((comment, index): RawComment => {
    const body = document.createDocumentFragment();
    for (const line of comment.text.split('\n')) {
      const paragraph = document.createElement('p');
      paragraph.textContent = line;
      body.append(paragraph);
    }
    return {
      ...comment,
      id: `c${index + 1}`,
      parentId: null,
      depth: 0,
      url: null,
      byPostAuthor: false,
      body,
    };
  });
  return { comments, elsewhere: null };
}

function takeMarked(source: Source, known: ReadonlySet<string>): RawThread {
  const scan = scanOwn(source);
  const more = findMore(source, controlsIn(scan), known);
  const items = findItems(source, scan);
  const placed = placeItems(items);
  const { touched, place } = detach(items, source);
  const byItem = toComments(placed, source, items.length > 0 ? postAuthorsOf(source) : new Set());
  const comments = [...byItem.values()];
  const around = items.flatMap((item) => unshownLines(item, byItem.get(item) ?? null));
  // One removal for all: most of it is the same with each.
  source.removals.note(around.join('\n'), 'comment-details', 'comment-details', place);
  const elsewhere = comments.length > 0 ? null : findElsewhere(source, scan);
  clearSections(source, scan, touched);
  return { comments, elsewhere, ...(more ? { more } : {}) };
}

/**
 * The controls of the private copy that offer more comments in a label's words and are to be pressed; the source is
 * of no further use.
 */
export function moreButtons(source: Source, label: string): Element[] {
  return findButtons(source, controlsIn(scanOwn(source)), label);
}

/** A look at the page without comments on other posts and without trackbacks. */
function scanOwn(source: Source): Scan {
  const scan = scanPage(source.body);
  removeRecentComments(source, scan);
  removePings(source, scan);
  return scan;
}

function controlsIn({ controls }: Scan): Element[] {
  return controls.filter(({ isConnected }) => isConnected);
}

/** All comments of the page in page order. */
function findItems(source: Source, scan: Scan): Item[] {
  const items = new Items(source.head.lang || null);
  const candidates = candidatesIn(scan);
  const coloured = candidates.length > 0 ? [...source.body.querySelectorAll('div[style*="background"]')] : [];
  const answers = coloured.filter(
    (element) =>
      isOwnerAnswer(element) &&
      element.querySelector('ul, .sub_footer') &&
      element.parentElement?.closest('[id^="comment"]'),
  );
  const all = answers.length > 0 ? [...new Set([...candidates, ...answers])].sort(inPageOrder) : candidates;
  findNamedItems(all, items);
  groupSiblings(all, items);
  findListItems(scan, items);
  findNumberedItems(scan, items);
  return [...items.byElement.values()]
    .filter((item) => !isElsewhere(item, source))
    .sort((a, b) => inPageOrder(a.element, b.element));
}

const EXCERPT = /(?:…|\.\.\.)\]?$/u;
const SIDEBAR = 'aside, [class*="sidebar"], [id*="sidebar"], [class*="widget"], [role="complementary"]';
const ONE_COMMENT = /#comments?[-_]?\d/u;
const PING = /^(?:ping|track)back\b|^トラックバック/iu;

/** True for pingbacks, templates, and excerpts of comments on other posts, which link there. */
function isElsewhere({ reading, element }: Item, source: Source): boolean {
  if (EXCERPT.test(reading.text) && !reading.date?.iso && element.closest(SIDEBAR)) return true;
  if (PING.test(reading.author ?? '') || PING.test(reading.title ?? '')) return true;
  if (isContentsList(reading, element) || isTemplate(reading, element)) return true;
  if (reading.date !== null || !source.url) return false;
  const page = source.url.split('#')[0] ?? '';
  return [...element.querySelectorAll('a[href*="#comment"]')].some((link) => {
    const href = link.getAttribute('href') ?? '';
    const target = ONE_COMMENT.test(href) ? toAbsoluteUrl(href, source.baseUrl) : null;
    return target !== null && !target.startsWith(page);
  });
}

/** True for a form in the shape of a comment, and for the empty comment that a script fills in. */
function isTemplate(reading: Reading, element: Element): boolean {
  return reading.date === null && (element.querySelector('textarea') !== null || isWordOnly(reading.text));
}

/** True where all that is said leads to places on the page: a list of who commented, not a comment. */
function isContentsList(reading: Reading, element: Element): boolean {
  const links = [...element.querySelectorAll('a[href^="#"]')].map((link) => keyOf(link.textContent ?? ''));
  const text = keyOf(reading.text);
  return text !== '' && links.join('').includes(text);
}

function inPageOrder(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & 4 ? -1 : 1;
}

function toComments(
  placed: readonly Placed[],
  source: Source,
  owners: ReadonlySet<string>,
): ReadonlyMap<Item, RawComment> {
  const comments = new Map<Item, RawComment>();
  const ids = new Map<number, string>();
  const seen = new Set<string>();
  placed.forEach(({ item, depth, parent }, index) => {
    const { reading } = item;
    const key = `${item.element.id}|${keyOf(reading.text)}`;
    if (reading.isPlaceholder || (item.element.id && seen.has(key))) return;
    seen.add(key);
    const id = `c${comments.size + 1}`;
    ids.set(index, id);
    const body = bodyOf(reading);
    comments.set(item, {
      id,
      parentId: (parent !== null && ids.get(parent)) || null,
      depth,
      author: reading.author,
      date: reading.date,
      title: reading.title,
      text: textOf(body),
      body,
      url: linkOf(item, source),
      byPostAuthor: isMarkedAsOwner(item) || (reading.author !== null && owners.has(keyOf(reading.author))),
    });
  });
  return comments;
}

/** The comment's own address: a link to its anchor, or the page with its id. */
function linkOf(item: Item, source: Source): AbsoluteUrl | null {
  for (
    let node: Element | null = item.element;
    node;
    node = node === item.frame ? null : node.parentElement
  ) {
    const id = node.id || node.querySelector('a[name]')?.getAttribute('name');
    if (id && /\d/u.test(id) && source.url) return toAbsoluteUrl(`#${id}`, source.url);
  }
  return null;
}

/** Takes the comments out of the tree; returns what held them, and what stands in place of the first. */
function detach(
  items: readonly Item[],
  { removals }: Source,
): { touched: ReadonlySet<Element>; place: Node | null } {
  const touched = new Set<Element>();
  let place: Node | null = null;
  for (const { frame } of items) {
    if (frame.parentElement) touched.add(frame.parentElement);
    const mark = removals.detach(frame);
    place ??= mark;
  }
  return { touched, place };
}
