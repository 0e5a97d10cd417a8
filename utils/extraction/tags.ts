import { findDate } from '../text/dates.ts';
import { foldWidth, keyOf, tidyLine } from '../text/normalise.ts';
import type { Facts } from './metadata/facts.ts';
import { metaValues } from './metadata/facts.ts';
import { strings } from './metadata/json-ld.ts';
import { nameOf, namePattern } from './metadata/names.ts';
import { lineOf, type Spot } from './metadata/survey.ts';
import type { FoundTitle } from './metadata/title.ts';

export interface Labels {
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

type Kind = keyof Labels;

const TAG_HREF =
  /[/?&](?:tags?|tagged|hashtags?|label|labels|topics?|keywords?|stichwort|schlagwort(?:e|er)?|mots?-?cles?|etiquetas?|etichette|tagi?|taglist|blogtag)(?:[/=:]|$|\.)|\/search\/label\/|[?&]tag=|\/t\/[^/]+\/?$/iu;
const CATEGORY_HREF =
  /[/?&](?:categor(?:y|ies|ia|ias|ie|ias|ias)|kategorien?|rubriken?|rubrique|cat|themes?|genre|section|blog-category-\d+)(?:[/=_-]|$|\.)|[?&]cat(?:egory)?=|\/archives\/cat_|[?&]cid=|blog-category-\d+|\/theme-?\d|theme-\d+\.html/iu;
/** Addresses that lead to one tag, whatever the markup around them. */
const SURE_TAG_HREF =
  /\/(?:tags?|tagged|hashtags?|search\/label|schlagworte?|stichworte?|motcle|mots-cles|etiquetas?|tagi|topics?)\/[^/?#]+/iu;
const TAG_NAME = namePattern(
  'tags?|tag-?list|taglist|tag-?links?|tags-?links?|tag-?cloud-post|post-?tags?|entry-?tags?|article-?tags?|labels?|post-?labels|hash-?tags?|entry-?hashtags?|keywords?|topics?|tagged|tag-?words?|tag-?container\\w*|ljtags|schlagworte|schlagwoerter|chips?|article-?topics|taxonomy-post_tag|p-category|wrap_tag|blog-?item-?tag|blog_tag',
);
const TERMS_NAME = /tag|label|terms?|categor/u;
const CATEGORY_NAME = namePattern(
  'categor(?:y|ies)|cat-?links?|post-?categories|entry-?categor(?:y|ies)|article-?category\\w*|entry-?themes?|kicker|rubrik|genre|taxonomy-category|post-?category|blog2_series|blog-?item-?category|section-?name|in-?category|posted-?in|skin-?entry-?themes',
);
const TAG_LABEL =
  /(?:^|[\s|/·])(?:tags?|tagged(?:\s+(?:with|as))?|labels?|topics?|keywords?|hashtags|schlagw(?:ort|orte|örter)|stichw(?:ort|orte|örter)|tagi|mots?[- ]clés?|étiquettes?|etiquetas?|etichette|trefwoorden|marcadores|метки|теги|タグ|ハッシュタグ|キーワード|태그|标签|標籤|文章標籤|الوسوم|وسوم)\s*(?:[:：]|$)/iu;
const CATEGORY_LABEL =
  /(?:^|[\s|/·])(?:categor(?:y|ies)|filed\s+(?:under|in)|posted\s+in|kategorien?|veröffentlicht\s+in|abgelegt\s+unter|rubrik|catégories?|publié\s+dans|classé\s+(?:dans|sous)|categor[íi]as?|publicado\s+en|categori[ae]|pubblicato\s+in|categorie|カテゴリー?|テーマ|ジャンル|카테고리|分类|分類|個人分類|рубрика|категории)\s*(?:[:：]|$)/iu;
/** A label of the blog host's own classification, not of the writer's. */
const HOST_LABEL = /全站分類|ジャンル|コミュニティ/u;
const COUNTER =
  /^[(（]?\d{1,3}[)）]?$|^(?:コメント|トラックバック|comments?|trackbacks?|拍手|cm|tb)\s*[(（:：]?\s*[\d-]*\s*[)）]?$/iu;
const NOT_LABELS =
  /^(?:tags?|labels?|categories|category|all|more|read more|show all|see all|edit|home|permalink|permanentlink|link|タグ|カテゴリー?|一覧|uncategorized|uncategorised|allgemein(?=$)|view all.*|weitere.*|\+\d+|…|\.\.\.)$/iu;
/** Permanent links, authors, comments, shares, dates: they stand in the same line as labels. */
const NOT_LABEL_HREF =
  /#(?:respond|comments?|disqus)|\/authors?\/|[?&]share=|^(?:mailto|javascript|tel):|\/\d{4}\/\d{2}\/(?:\d{2}\/?)?$|\.(?:jpe?g|png|gif|webp)$/iu;
/** Headings after which other posts follow. */
const MORE_POSTS =
  /^(?:related(?! (?:topics?|tags?|keywords?))|more (?:from|on|in|stories|posts|articles|like)|read (?:more|next|also)|you (?:may|might|will)|recommended|recent posts|latest|popular|trending|similar|keep reading|up next|further reading|関連|おすすめ|あわせて読みたい|最新記事|人気記事|この記事を読んだ|ähnliche|verwandte|mehr (?:zum|von|aus)|weitere|das könnte|auch interessant|neueste|articles? (?:similaires?|liés|récents)|à lire|sur le même|vous (?:aimerez|pourriez)|entradas? relacionad|te puede|también te|articoli correlati|potrebbe|leggi anche|leia também|posts relacionados|관련|相关|相關|推荐|延伸閱讀|猜你喜欢|похожие|читайте также)/iu;
/** Characters beside the labels that a line of labels may hold ("Posted by … on …, filed under"). */
const MAX_REST = 110;
const MAX_LABEL = 60;
/** More tags than this in one list are a tag cloud. */
const MAX_GROUP = 40;

interface Evidence {
  readonly kind: Kind;
  /** Marked as a label in so many words (`rel`), so that it may stand in a sentence. */
  readonly isSure: boolean;
}

interface Label extends Evidence {
  readonly text: string;
}

/** The tags and categories that the page shows with this post: no tag clouds, sidebars or related posts. */
export function findLabels(facts: Facts, title: FoundTitle): Labels {
  const comments = facts.survey.commentsFrom(title.spot?.order ?? 0) ?? Number.POSITIVE_INFINITY;
  const end = Math.min(comments, morePostsFrom(facts, title));
  const groups = new Map<Element, Label[]>();
  for (const spot of facts.survey.links) {
    if (spot.order > comments) break;
    const evidence = kindOf(spot);
    const text = evidence && labelText(spot.element);
    if (!text || (spot.order > end && !evidence.isSure)) continue;
    const group = groupOf(spot.element);
    const members = groups.get(group) ?? [];
    members.push({ ...evidence, text });
    groups.set(group, members);
  }
  const labels: Record<Kind, string[]> = { tags: [], categories: [] };
  for (const [group, members] of groups) {
    if (members.length > MAX_GROUP) continue;
    const rest = lineOf(group).length - members.reduce((sum, { text }) => sum + text.length, 0);
    const isLine = rest <= MAX_REST + members.length * 4;
    for (const { kind, text, isSure } of members) if (isSure || isLine) labels[kind].push(text);
  }
  return { tags: mergeTags(labels.tags), categories: mergeTags(labels.categories) };
}

/** Where other posts begin: at a heading such as "Related posts". */
function morePostsFrom({ survey }: Facts, title: FoundTitle): number {
  const from = title.spot?.order ?? 0;
  const heading = survey.headings.find(
    ({ element, zone, order }) =>
      order > from && zone === 'main' && MORE_POSTS.test(foldWidth(lineOf(element))),
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

function withoutHash(raw: string): string {
  return tidyLine(raw)
    .replace(/^[#＃♯„“"»«]+\s*|[”“"»«]+$/gu, '')
    .replace(/[,、，;]+$/u, '')
    .trim();
}

function kindOf({ element, zone }: Spot): Evidence | null {
  if (zone !== 'main') return null;
  const rel = (element.getAttribute('rel') ?? '').toLowerCase();
  const href = element.getAttribute('href') ?? '';
  if (NOT_LABEL_HREF.test(href) || /\b(?:bookmark|author|next|prev)\b/u.test(rel)) return null;
  const label = labelBefore(element);
  if (HOST_LABEL.test(label)) return null;
  const names = namesAround(element);
  const isCategory = /\bcategory\b/u.test(rel) || CATEGORY_HREF.test(href);
  const as = (kind: Kind, isSure = false): Evidence => ({ kind, isSure });
  if (/\btag\b/u.test(rel)) {
    const inCategories = !TAG_HREF.test(href) && (CATEGORY_NAME.test(names) || CATEGORY_LABEL.test(label));
    return as(isCategory || inCategories ? 'categories' : 'tags', true);
  }
  if (TAG_LABEL.test(label)) return as(CATEGORY_HREF.test(href) ? 'categories' : 'tags');
  if (CATEGORY_LABEL.test(label)) return as(TAG_HREF.test(href) ? 'tags' : 'categories');
  if (CATEGORY_NAME.test(names)) return as(TAG_HREF.test(href) ? 'tags' : 'categories');
  if (TAG_NAME.test(names) || SURE_TAG_HREF.test(href)) {
    return as(isCategory ? 'categories' : 'tags', TAG_NAME.test(nameOf(element)));
  }
  return null;
}

function namesAround(element: Element): string {
  let names = nameOf(element);
  let parent = element.parentElement;
  for (
    let level = 0;
    parent && level < 3 && !/^(?:article|main|body|section)$/u.test(parent.localName);
    level += 1
  ) {
    names += ` ${nameOf(parent)}`;
    parent = parent.parentElement;
  }
  return names;
}

/** The label that a list of links begins with: the text before the first link of the same line. */
function labelBefore(element: Element): string {
  const holder = element.parentElement;
  if (!holder) return '';
  const own = textUpTo(holder, element);
  if (own) return own;
  const outer = holder.parentElement;
  return outer && /^(?:li|dd|span|em|strong|b|td|p)$/u.test(holder.localName) ? textUpTo(outer, holder) : '';
}

/** Text directly before an element among its siblings, links skipped, back to the last other label. */
function textUpTo(holder: Element, element: Element): string {
  let text = '';
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    if (node.nodeType === 8) continue;
    const isLink =
      node.nodeType === 1 && ((node as Element).localName === 'a' || (node as Element).querySelector('a'));
    if (isLink) continue;
    const part = foldWidth(node.textContent ?? '');
    if (/[\p{L}]/u.test(part)) {
      text = part;
      break;
    }
  }
  return holder && text.length <= 60 ? text : '';
}

function labelText(element: Element): string {
  const text = withoutHash(lineOf(element)).replace(/\s*[(（]\d+(?:\s+\p{L}+)?[)）]$/u, '');
  if (
    !text ||
    text.length > MAX_LABEL ||
    findDate(text)?.iso ||
    COUNTER.test(foldWidth(text)) ||
    NOT_LABELS.test(foldWidth(text))
  )
    return '';
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

/** The list that a link belongs to. */
function groupOf(element: Element): Element {
  const span = element.parentElement;
  if (span?.localName === 'span' && TERMS_NAME.test(nameOf(span))) return span;
  return element.closest('ul, ol, dl, p, td, div, section, footer, header, article') ?? element;
}
