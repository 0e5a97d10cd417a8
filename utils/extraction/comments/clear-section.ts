import { tidyLine } from '../../text/normalise.ts';
import type { RemovalReason } from '../types/removals.ts';
import type { Source } from '../types/source.ts';
import { isCommentNamed } from './find-items.ts';
import { isNamedItem, namesOf } from './names.ts';
import type { Scan } from './scan.ts';
import { type Label, labelKind } from './vocabulary.ts';

/** More text than this in what is left of a section means that it holds something else too. */
const REST_LIMIT = 700;
const LONGEST_SECTION = 20_000;
const ARTICLE =
  'h1:not([id*="comment"]), [itemprop="articleBody"], .entry-content, .post-content, .e-content, .hentry, .post-body';
const PING = / (?:pingback|pingbacks|trackback|trackbacks|pings|pinglist|pingslist|tb area) /u;
const RECENT =
  / (?:recentcomments|recent comments|recent comment|latest comments|lastcomments|recentcomment|comments recent|comments latest|sdw recentcomments) /u;

const REASONS: Readonly<Record<Label, RemovalReason>> = {
  heading: 'comment-heading',
  form: 'comment-form',
  trackback: 'trackback',
  recent: 'widget',
};

/** Takes lists of trackbacks and pingbacks out before comments are looked for: they look like comments. */
export function removePings(source: Source, { named }: Scan): void {
  for (const element of named) {
    if (!PING.test(namesOf(element)) || !element.isConnected || element === source.body) continue;
    if (holdsArticle(element) || /^(?:A|SPAN|INPUT)$/u.test(element.nodeName)) continue;
    source.removals.remove(element, 'trackback', 'trackback-name');
  }
}

/** Takes out widgets that show the latest comments of the whole blog. */
export function removeRecentComments(source: Source, { named, labels }: Scan): void {
  for (const element of named) {
    if (RECENT.test(namesOf(element)) && element.isConnected && !isNamedItem(element) && isSmall(element))
      source.removals.remove(element, 'widget', 'recent-comments-name');
  }
  for (const heading of labels.recent) {
    if (!heading.isConnected) continue;
    const box = boxOf(heading);
    if (box) source.removals.remove(box, 'widget', 'recent-comments-heading');
    else removeWithFollowing(source, heading, 'recent');
  }
}

/** The element that holds a heading and its list, and nothing else. */
function boxOf(heading: Element): Element | null {
  const parent = heading.parentElement;
  if (!parent || parent.nodeName === 'BODY' || holdsArticle(parent)) return null;
  const headings = parent.querySelectorAll(heading.nodeName).length;
  return headings === 1 && parent.children.length <= 4 && isSmall(parent) ? parent : null;
}

function isSmall(element: Element): boolean {
  return !holdsArticle(element) && (element.textContent ?? '').length < 8000;
}

function holdsArticle(element: Element): boolean {
  return (
    /^(?:BODY|MAIN|HTML)$/u.test(element.nodeName) ||
    element.matches(ARTICLE) ||
    element.querySelector(ARTICLE) !== null
  );
}

/** Takes out what is left of comment sections after their comments are gone: forms, headings, lists. */
export function clearSections(source: Source, { named, labels }: Scan, touched: ReadonlySet<Element>): void {
  for (const element of named) {
    if (!isCommentNamed(element) || !element.isConnected || isLong(element) || holdsArticle(element))
      continue;
    if (/^(?:A|SPAN|LI)$/u.test(element.nodeName) && element.closest('p, h1, h2, h3, ul, ol')) continue;
    clear(source, element);
  }
  for (const kind of ['form', 'trackback'] as const)
    for (const heading of labels[kind]) if (heading.isConnected) removeWithFollowing(source, heading, kind);
  for (const heading of labels.heading) {
    const parent = heading.parentElement;
    if (parent && (touched.has(parent) || isFollowedByNothing(heading)))
      source.removals.remove(heading, 'comment-heading', 'comment-heading-label');
  }
  for (const form of [...source.body.querySelectorAll('form')])
    if (
      form.querySelector('textarea') &&
      / comment|kommentar|commentaire/iu.test(`${namesOf(form)} ${form.getAttribute('action')}`)
    )
      source.removals.remove(form, 'comment-form', 'comment-form-name');
}

/** True for what holds so much that it is more than a section, whatever its forms hold. */
function isLong(element: Element): boolean {
  return (element.textContent ?? '').length > LONGEST_SECTION;
}

/** Removes an emptied section piece by piece, so that every piece says why it went. */
function clear(source: Source, section: Element): void {
  const text = textWithoutForms(section);
  if (text.length > REST_LIMIT) return;
  for (const child of [...section.children]) {
    const label = labelKind(child.textContent ?? '');
    if (label) source.removals.remove(child, REASONS[label], `comment-section-${label}`);
    else if (child.matches('form') || child.querySelector('form, textarea'))
      source.removals.remove(child, 'comment-form', 'comment-section-form');
  }
  source.removals.remove(
    section,
    labelKind(text) === 'form' ? 'comment-form' : 'comment-heading',
    'comment-section-rest',
  );
}

function textWithoutForms(section: Element): string {
  const forms = [...section.querySelectorAll('form')].filter((form) => !form.parentElement?.closest('form'));
  const text = tidyLine(section.textContent ?? '');
  const length = forms.reduce((sum, form) => sum - tidyLine(form.textContent ?? '').length, text.length);
  return text.slice(0, Math.max(length, 0));
}

/** Removes a heading with what it stands over, up to the next heading: a form, an address, nothing longer. */
function removeWithFollowing(source: Source, heading: Element, kind: Label): void {
  const rule = `comment-label-${kind}`;
  for (let next = heading.nextSibling; next; ) {
    const following: ChildNode | null = next.nextSibling;
    const text = tidyLine(next.textContent ?? '');
    if (/^H\d$/u.test(next.nodeName) || (kind !== 'form' && text.length > 300)) break;
    if (next.nodeType === 1) {
      const element = next as Element;
      const isForm =
        element.matches('form, input, textarea, iframe') ||
        element.querySelector('form, textarea, input') !== null;
      if (
        !isForm &&
        (kind === 'form' || labelKind(text) === null) &&
        !(kind === 'recent' && element.matches('ul, ol, div, dd')) &&
        !(kind === 'trackback' && labelKind(text))
      )
        break;
      if (holdsArticle(element)) break;
      source.removals.remove(next, REASONS[kind], rule);
      if (kind === 'recent') break;
    }
    next = following;
  }
  source.removals.remove(heading, REASONS[kind], rule);
}

function isFollowedByNothing(heading: Element): boolean {
  if (!/^H\d$/u.test(heading.nodeName)) return false;
  for (let next = heading.nextSibling; next; next = next.nextSibling)
    if (tidyLine(next.textContent ?? '') && labelKind(next.textContent ?? '') === null) return false;
  return true;
}
