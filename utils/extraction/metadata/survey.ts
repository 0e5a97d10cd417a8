import { isSilentElement, textOf } from '../../text/blocks.ts';
import { tidyLine } from '../../text/normalise.ts';

/** The part of a page that an element stands in, as far as markup tells before anything is cut. */
export type Zone = 'main' | 'aside' | 'comments' | 'navigation' | 'footer';

/** An element that may say something about the post. */
export interface Spot {
  readonly element: Element;
  readonly zone: Zone;
  /** Place in page order, counted in elements: near numbers are near places. */
  readonly order: number;
}

/** What one walk over the page found for the metadata rules. */
export interface Survey {
  readonly headings: readonly Spot[];
  readonly dates: readonly Spot[];
  readonly authors: readonly Spot[];
  readonly links: readonly Spot[];
  readonly pagers: readonly Spot[];
  /** RDF trackback descriptions, which several platforms keep in HTML comments beside each entry. */
  readonly rdf: readonly string[];
  /** Where the comments of the post begin: the first comment section after a place; null where there is none. */
  commentsFrom(order: number): number | null;
}

const EDGE_BEFORE = '(?:^|[\\s_-])';
const EDGE_AFTER = '(?=$|[\\s_-])';

/** Matches any of the words where it stands as a part of a class or id (`entry-author`, `author_name`). */
export function namePattern(words: string): RegExp {
  return new RegExp(`${EDGE_BEFORE}(?:${words})${EDGE_AFTER}`, 'u');
}

const COMMENTS = namePattern(
  'comments?|commentlist|comment-?area|comment-?block|commentarea|respond|disqus|trackbacks?|pingbacks?|replies|notes|discussion|feedbacks?|kommentare?|commentaires?|discourse',
);
const ASIDE = namePattern(
  'side-?bar\\w*|side-?menu|side-?nav|sidecol|widget-?area|plg|related(?!-?(?:topic|tag|keyword))\\w*|relate_dl|recommend\\w*|most-?read|more-?posts|more-?stories|read-?next|further-?reading|also-?like|teasers|teaser-?list|outbrain|taboola|recent-?posts|latest-?posts|latest-?news|popular-?posts|archive-?list|tag-?cloud|ogpcard|link-?card|yarpp\\w*|jp-relatedposts|crp_related|another_category|hatena-module|blogroll|hot-?topics|skin-?widget\\w*',
);
/** Words that say something only as a whole name: `text-secondary` is a colour. */
const ASIDE_WHOLE =
  /(?:^|\s)(?:side|secondary|widgets?|popular|trending|latest|recents?|promos?|newsletter|subscri(?:be|ption)|embed|upsell|carousel|modal|popup|relate)(?=\s|$)/u;
const NAVIGATION = namePattern(
  'nav|navbar|menu|menus|submenu|dropdown|breadcrumbs?|bread-?crumbs?|pankuzu|topicpath|topic-?path|skip-?link|toc|table-of-contents|language-?switcher|share|sharing|social|masthead-?nav|cookie|consent|gnb|global-?nav',
);
/** Whole names only: an `entry-footer` is the post's own. */
const FOOTER = /(?:^|\s)(?:(?:site|page|main|global|blog|body)[_-]?footer(?:-\w+)?|footer|colophon)(?=\s|$)/u;

/** What only the post itself holds. */
const POST = 'article, .article, .post, .entry, .hentry';
const POST_PARTS = 'h1, .entry-content, .post-body, [itemprop="articleBody"]';
/** An `<aside>` with less text is a part of the post's own frame, such as its topics. */
const SMALL_ASIDE = 250;
const MAX_OWN_TEXT = 90;
/** A short text that may hold a whole date. */
const DATE_TEXT = /(?=.*\d)(?:(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d\d|[年년])/u;
/** A short text that begins as bylines do, or labels a name. */
export const BYLINE_TEXT =
  /^(?:[•·|–—-]\s*)?(?:(?:written |posted |published |story |words |text |article |reported |created |submitted )?by|von|verfasst von|geschrieben von|autor(?:in|en|innen)?|author|par|écrit par|publié par|auteure?|por|escrito por|publicado por|di|a cura di|scritto da|pubblicato da|door|av|af|przez|autore|автор)(?:\s*[:：]\s*|\s+)\S|^(?:by|von|par|por|written by|author)\s*[:：]?$|\bby\s+[\p{L}\s.'-]{2,40}$|^(?:投稿者|作者|著者|文|執筆者?|筆者|ライター|작성자|글쓴이|글)\s*[:：]/iu;
export const AUTHOR_HREF =
  /\/(?:authors?|autor(?:en|es|in)?|auteurs?|contributors?|writers?|redakteure?|journalists?|people|profile|profil|staff|team|users?|experts?|by)\/[^/?#]+\/?(?:[?#].*)?$/iu;
/** `« A | Home | B »` without any telling name around it. */
const PAGER_TEXT = /[«»‹›←→≪≫＜＞<>].*[|｜│]|[|｜│].*[«»‹›←→≪≫＜＞<>]/u;

/** Characters that a comment section holds at least; less is a link to it or a count. */
const COMMENT_SECTION = 80;

const PAGER = namePattern(
  'pager|paging|pagination|paginav|pagenavi?|page-?navi|page_navi|navi|navigation|navigator|index-?navigator|content-?nav|entry-?navi?|post-?navi?\\w*|nav-?(?:single|posts?|links|below|above|previous|next)|post-?nav|article-?nav|article-?pager|single-?nav|prev-?next|next-?prev|blog-?pager|item-?pagination|post-?links?|sequential-?navi|neighbou?rs|older-?newer|skin-?paging\\w*|postnavigation|adjacent',
);
const AUTHOR = namePattern(
  'author\\w*|byline\\w*|by-?line|writer\\w*|vcard|fn|posted-?by|post-?by|nick|nickname|user-?name|username|autor\\w*|auteur|autore|contributor\\w*|creator\\w*|posted|ljuser|journalist|reporter|redakteur|signature|written-?by|writtenby|meta-?author',
);
const DATE = namePattern(
  'date\\w*|time|timestamp|published|pubdate|posted\\w*|posted-?on|publish\\w*|updated|entry-?date|post-?date|created|datum|fecha|hiduke|data|pubtime|meta|entry-?meta|post-?meta|byline\\w*|post-?info|article-?info|info|dateline|day|when|submitted|sub_footer|entry_date|entry_state|blog2_container|kiji',
);
const TITLE = namePattern(
  'title|entry-?title|post-?title|article-?title|headline|page-?title|entry-?header|entry_header|ently_title|story-?title|heading|entrytitle|posttitle|articletitle|asset-name|entrysubj|postheader|topic-?title|skin-?article-?title|se-title-text|subject',
);

/** WordPress and its kin write a post's terms into its class: `hentry category-notes tag-sea`. */
const POST_CLASS = /(?:^|\s)(?:hentry|post-\d+|type-\w+|status-publish|gh-article|post)(?=\s|$)/u;
const TERM_CLASS = /(?:^|\s)(?:category|tag|author|format|status|type)-\S+/gu;

/** Rules ask for the same names again and again; a page's classes do not change while it is described. */
const names = new WeakMap<Element, string>();

/** Class and id of an element as lower-case words; camelCase is parted. */
export function nameOf(element: Element): string {
  const known = names.get(element);
  if (known !== undefined) return known;
  const name = readName(element);
  names.set(element, name);
  return name;
}

function readName(element: Element): string {
  const id = element.getAttribute('id');
  let classes = element.getAttribute('class');
  const part = element.getAttribute('data-testid') ?? element.getAttribute('data-hook');
  if (!id && !classes && !part) return '';
  if (classes && POST_CLASS.test(classes)) classes = classes.replace(TERM_CLASS, '');
  return `${classes ?? ''} ${id ?? ''} ${part ?? ''}`.replace(/([a-z\d])([A-Z])/gu, '$1-$2').toLowerCase();
}

/** The text that an element holds itself, without that of its children; empty for long texts. */
export function ownText(element: Element): string {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += ` ${child.nodeValue ?? ''}`;
    if (text.length > MAX_OWN_TEXT * 4) return '';
  }
  const line = tidyLine(text);
  return line.length <= MAX_OWN_TEXT ? line : '';
}

/** The text of an element on one line. */
export function lineOf(element: Element): string {
  return textOf(element).replace(/\s*\n\s*/gu, ' ');
}

/** Walks over a page once and notes what the metadata rules look at. Reads only. */
export function survey(body: HTMLElement): Survey {
  const surveyor = new Surveyor(body);
  surveyor.visit(body, 'main');
  return surveyor;
}

class Surveyor implements Survey {
  readonly headings: Spot[] = [];
  readonly dates: Spot[] = [];
  readonly authors: Spot[] = [];
  readonly links: Spot[] = [];
  readonly pagers: Spot[] = [];
  readonly rdf: string[] = [];
  private readonly commentSections: number[] = [];
  private order = 0;
  private readonly length: number;

  constructor(body: HTMLElement) {
    this.length = body.textContent?.length ?? 0;
  }

  commentsFrom(order: number): number | null {
    return this.commentSections.find((section) => section > order) ?? null;
  }

  visit(parent: Element, zone: Zone): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 1) this.visitElement(child as Element, zone);
      else if (child.nodeType === 8 && child.nodeValue?.includes('rdf:Description'))
        this.rdf.push(child.nodeValue);
    }
  }

  private visitElement(element: Element, outer: Zone): void {
    if (isSilentElement(element)) return;
    this.order += 1;
    const name = nameOf(element);
    const isPager = name !== '' && PAGER.test(name) && !COMMENTS.test(name);
    const zone = this.zoneOf(element, name, outer, isPager);
    const spot: Spot = { element, zone, order: this.order };
    if (isPager) this.pagers.push(spot);
    if (zone === 'comments' && outer !== 'comments' && (element.textContent?.length ?? 0) > COMMENT_SECTION)
      this.commentSections.push(this.order);
    this.note(spot, name);
    this.visit(element, zone);
  }

  private note(spot: Spot, name: string): void {
    const { element } = spot;
    const tag = element.localName;
    const itemprop = element.getAttribute('itemprop') ?? '';
    const text = ownText(element);
    const isLink = tag === 'a' && element.hasAttribute('href');
    if (isLink) this.links.push(spot);
    if (/^h[1-4]$/u.test(tag) || /headline/u.test(itemprop) || (name && TITLE.test(name)))
      this.headings.push(spot);
    if (tag === 'time' || /^date/u.test(itemprop) || (name && DATE.test(name)) || DATE_TEXT.test(text))
      this.dates.push(spot);
    const isAuthor =
      /author|creator/u.test(`${itemprop} ${element.getAttribute('rel') ?? ''}`) ||
      /^(?:address|byline)$/u.test(tag);
    if (
      isAuthor ||
      (name && AUTHOR.test(name)) ||
      BYLINE_TEXT.test(text) ||
      (isLink && AUTHOR_HREF.test(element.getAttribute('href') ?? ''))
    )
      this.authors.push(spot);
    if (PAGER_TEXT.test(text) && element.childElementCount <= 4) this.pagers.push(spot);
  }

  private zoneOf(element: Element, name: string, outer: Zone, isPager: boolean): Zone {
    if (outer === 'comments' || outer === 'aside' || outer === 'footer') return outer;
    const zone = zoneByMarkup(element, name, isPager);
    if (!zone || zone === outer) return outer;
    return this.holdsThePost(element, zone) ? outer : zone;
  }

  /** Names mislead: `<div class="has-sidebar">` is often the whole page. */
  private holdsThePost(element: Element, zone: Zone): boolean {
    if (element.querySelector(zone === 'aside' ? POST_PARTS : 'h1'))
      return zone !== 'navigation' || element.localName !== 'nav';
    return zone !== 'comments' && (element.textContent?.length ?? 0) > this.length * 0.5;
  }
}

function zoneByMarkup(element: Element, name: string, isPager: boolean): Zone | null {
  const tag = element.localName;
  if (tag === 'article' || tag === 'main') return null;
  if (name) {
    if (COMMENTS.test(name) || element.getAttribute('id') === 'cm') return 'comments';
    if (ASIDE.test(name) || ASIDE_WHOLE.test(name)) return 'aside';
    if (FOOTER.test(name) && !element.closest(POST)) return 'footer';
    if (!isPager && NAVIGATION.test(name)) return 'navigation';
  }
  if (tag === 'aside' && (element.textContent?.length ?? 0) > SMALL_ASIDE) return 'aside';
  if (tag === 'nav' && !isPager) return 'navigation';
  if (tag === 'footer' && element.parentElement?.localName === 'body') return 'footer';
  return null;
}
