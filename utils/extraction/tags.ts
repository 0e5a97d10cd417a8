import { foldWidth, keyOf, tidyLine } from '../text/normalise.ts';
import type { Facts } from './metadata/facts.ts';
import { metaValues } from './metadata/facts.ts';
import { strings } from './metadata/json-ld.ts';
import { bitsOfPatterns } from './metadata/names.ts';
import type { FoundTitle } from './metadata/title.ts';
import { EvidenceReader, type Kind, labelText, withoutHash } from './tags/evidence.ts';
import { type Group, groupLabels, type Label } from './tags/groups.ts';
import { MORE_POSTS } from './tags/vocabulary.ts';

export type Labels = Readonly<Record<Kind, readonly string[]>>;

/** Characters beside the labels that a line of labels may hold ("Posted by … on …, filed under"). */
const MAX_REST = 110;
/** The same where only the links' addresses speak of tags: sentences hold such links too. */
const MAX_REST_UNNAMED = 40;
/** More tags than this in one list are a tag cloud, unless each is marked as a tag of this post. */
const MAX_GROUP = 40;
const MAX_MARKED_GROUP = 150;
/** More categories than this in one list are a menu. */
const MAX_CATEGORIES = 8;
/** This share of a list that hidden metadata names too confirms that the list is the post's. */
const CONFIRMED_SHARE = 0.5;
/** What stands so many elements above the title is a menu. */
const FAR_ABOVE = 40;
/** What is called nothing but a sidebar is one, even within the post's element. */
const SIDEBAR = /(?:^|\s)(?:side-?bar|widgets?|related\S*)(?=\s|$)/u;
const sidebarNames = bitsOfPatterns(SIDEBAR);
/** An element with more text than this around a list of labels is the post itself, not a card of another one. */
const POST_TEXT = 1500;

/** The tags and categories that the page shows with this post: no tag clouds, sidebars or related posts. */
export function findLabels(facts: Facts, title: FoundTitle): Labels {
  const from = title.spot?.order ?? 0;
  const comments = facts.survey.commentsFrom(from) ?? Number.POSITIVE_INFINITY;
  const end = Math.min(comments, morePostsFrom(facts, from));
  const asides = new Set<Element>();
  const found: Label[] = [];
  const evidences = new EvidenceReader();
  for (const spot of facts.survey.links) {
    const evidence = evidences.of(spot);
    const { element, order } = spot;
    if (!evidence || (order > end && evidence.by === 'address')) continue;
    if (evidence.by !== 'mark' && order < from - FAR_ABOVE) continue;
    const text = labelText(spot);
    if (!text) continue;
    if (spot.zone === 'aside') asides.add(element);
    found.push({ ...evidence, text, order, element });
  }
  const groups = groupLabels(found).filter(
    (group) =>
      isOwn(group) &&
      (!group.labels.some(({ element }) => asides.has(element)) || isConfirmed(group, facts, title)),
  );
  return merged(groups, end, comments);
}

/**
 * Labels before the comments and before other posts; where there are none, the first marked ones after them, since
 * a link "3 comments" over the post may have passed for the comments.
 */
function merged(groups: readonly Group[], end: number, comments: number): Labels {
  const labels = groups.flatMap((group) => group.labels);
  const before = labels.filter(({ order, by }) => order <= (by === 'mark' ? comments : end));
  const later = groups.find(
    ({ labels: [first] }) => first && first.order > comments && first.by !== 'address',
  );
  const own = before.length > 0 ? before : (later?.labels ?? []);
  const of = (kind: Kind) => mergeTags(own.filter((label) => label.kind === kind).map(({ text }) => text));
  return { tags: of('tags'), categories: of('categories') };
}

/** True for a line or list that holds hardly more than labels, and not as many as a cloud or a menu. */
function isOwn({ labels, length }: Group): boolean {
  const isMarked = labels.every(({ by }) => by === 'mark');
  if (labels.length > (isMarked ? MAX_MARKED_GROUP : MAX_GROUP)) return false;
  if (isMarked) return true;
  if (labels.filter(({ kind }) => kind === 'categories').length > MAX_CATEGORIES) return false;
  const rest = length - labels.reduce((sum, { text }) => sum + text.length, 0);
  const limit = labels.every(({ by }) => by === 'address') ? MAX_REST_UNNAMED : MAX_REST;
  return rest <= limit + labels.length * 4 || labels.some(({ by }) => by === 'mark');
}

/** True in what looks like a sidebar when it stands within the post, or when hidden metadata names its labels too. */
function isConfirmed({ labels }: Group, facts: Facts, title: FoundTitle): boolean {
  const first = labels[0]?.element;
  const post = first?.closest('article, .hentry');
  const isPost = post?.contains(title.spot?.element ?? null) || (post?.textContent ?? '').length > POST_TEXT;
  if (first && post && isPost && !isInSidebar(first, post)) return true;
  const keywords = new Set(findKeywords(facts).map(keyOf));
  return labels.filter(({ text }) => keywords.has(keyOf(text))).length >= labels.length * CONFIRMED_SHARE;
}

function isInSidebar(element: Element, post: Element): boolean {
  for (let node = element.parentElement; node && node !== post; node = node.parentElement)
    if (sidebarNames(node) !== 0) return true;
  return false;
}

/** Where other posts begin: at a heading such as "Related posts". */
function morePostsFrom({ survey }: Facts, from: number): number {
  const heading = survey.headings.find(
    (spot) => spot.order > from && spot.zone === 'main' && MORE_POSTS.test(foldWidth(spot.line)),
  );
  return heading?.order ?? Number.POSITIVE_INFINITY;
}

/** Tags without a leading #, each once: equal are those that differ in width, case or spaces only. */
export function mergeTags(...lists: readonly (readonly string[])[]): string[] {
  const byKey = new Map<string, string>();
  for (const raw of lists.flat()) {
    const tag = withoutHash(raw);
    const key = keyOf(tag);
    if (key && !byKey.has(key)) byKey.set(key, tag);
  }
  return [...byKey.values()];
}

/** Hidden metadata that names what a post is about: suggestions, for pages fill it for search engines. */
export function findKeywords(facts: Facts): string[] {
  const lists = [
    ...(facts.source.head.meta.get('article:tag') ?? []),
    ...strings(facts.article?.keywords),
    ...metaValues(facts, 'news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords'),
  ];
  return mergeTags(lists.flatMap((list) => list.split(/[,;、，]/u)).map(tidyLine)).slice(0, MAX_GROUP);
}
