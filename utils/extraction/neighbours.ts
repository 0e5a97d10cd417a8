import { foldWidth, tidyLine } from '../text/normalise.ts';
import { PhraseFinder } from '../text/phrases.ts';
import { normaliseUrl, toAbsoluteUrl } from '../text/urls.ts';
import type { Facts } from './metadata/facts.ts';
import { kindsOf, NAMED } from './metadata/name-kinds.ts';
import { lineOf, type Spot } from './metadata/survey.ts';
import type { ArticlePages, NeighbourPost } from './types/metadata.ts';
import type { Source } from './types/source.ts';

export interface Neighbours {
  readonly previous: NeighbourPost | null;
  readonly next: NeighbourPost | null;
}

type Side = keyof Neighbours;

const SIDES = NAMED.previous | NAMED.next;

/** Labels of pager links, in the languages of the platforms' templates. They stand alone or before the title. */
const PREVIOUS_LABELS =
  '(?:read\\s+)?(?:the\\s+)?(?:previous|prev|older|earlier)(?:\\s+(?:post|article|entry|story|page|reading|project))?|vorherige[rs]?(?:\\s+(?:beitrag|artikel))?|vorheriger|älterer\\s+(?:beitrag|post)|zurück|(?:article|billet|post)\\s+précédent|précédente?|plus\\s+ancien|(?:entrada|artículo|post)\\s+(?:anterior|más antigua)|anterior|post\\s+anterior|articolo\\s+precedente|precedente|post\\s+più\\s+vecchio|vorige(?:\\s+bericht)?|ouder\\s+bericht|föregående(?:\\s+inlägg)?|forrige(?:\\s+innlegg)?|edellinen|poprzedni(?:\\s+wpis)?|starszy\\s+post|předchozí|предыдущая(?:\\s+запись)?|previous|(?:一つ|ひとつ)?前の(?:記事|投稿|エントリー?|日記|ページ|話)(?:へ|を読む)?|前へ|前記事|古い(?:記事|投稿)|過去の(?:記事|投稿)|이전\\s*(?:글|포스트|페이지)?|上一?[篇页頁](?:文章)?|较旧的(?:文章|博文)?|較舊的文章|前一篇(?:文章)?|السابق|المقالة السابقة|التدوينة السابقة|المقال السابق|رسالة أقدم';
const NEXT_LABELS =
  '(?:read\\s+)?(?:the\\s+)?(?:next|newer|later)(?:\\s+(?:post|article|entry|story|page|reading|project))?|nächste[rs]?(?:\\s+(?:beitrag|artikel))?|neuerer\\s+(?:beitrag|post)|weiter|(?:article|billet|post)\\s+suivant|suivante?|plus\\s+récent|(?:entrada|artículo|post)\\s+(?:siguiente|más reciente)|siguiente|próxim[oa](?:\\s+post)?|articolo\\s+successivo|successivo|post\\s+più\\s+recente|volgende(?:\\s+bericht)?|nieuwer\\s+bericht|nästa(?:\\s+inlägg)?|neste(?:\\s+innlegg)?|seuraava|następny(?:\\s+wpis)?|nowszy\\s+post|následující|další|следующая(?:\\s+запись)?|(?:一つ|ひとつ)?次の(?:記事|投稿|エントリー?|日記|ページ|話)(?:へ|を読む)?|次へ|次記事|新しい(?:記事|投稿)|다음\\s*(?:글|포스트|페이지)?|下一?[篇页頁](?:文章)?|较新的(?:文章|博文)?|較新的文章|後一篇(?:文章)?|التالي|المقالة التالية|التدوينة التالية|المقال التالي|رسالة أحدث';

const EDGE = '(?=$|[\\s:：»›>→\\]）)|-])';
const LABEL_START: Readonly<Record<Side, RegExp>> = {
  previous: new RegExp(`^(?:${PREVIOUS_LABELS})${EDGE}[\\s:：»›>|-]*`, 'iu'),
  next: new RegExp(`^(?:${NEXT_LABELS})${EDGE}[\\s:：»›>|-]*`, 'iu'),
};
const LABEL_END: Readonly<Record<Side, RegExp>> = {
  previous: new RegExp(`[\\s:：|-]+(?:${PREVIOUS_LABELS})$`, 'iu'),
  next: new RegExp(`[\\s:：|-]+(?:${NEXT_LABELS})$`, 'iu'),
};
/** Every label has one of these: most links have none, which one pass tells. */
const IN_LABELS = new PhraseFinder([
  (
    'prev|older|earlier|vorherig|älter|zurück|précéd|ancien|anterior|antigua|precedent|vecchio|vorig|ouder|föreg|' +
    'forrige|edellinen|poprzedni|starszy|předchozí|предыдущ|前|古い|過去|이전|上|旧|舊|السابق|أقدم|' +
    'next|newer|later|nächst|neuer|weiter|suivant|récent|siguiente|reciente|próxim|successivo|recente|volgende|' +
    'nieuwer|nästa|neste|seuraava|następny|nowszy|následující|další|следующ|次|新|다음|下|後|التالي|أحدث'
  ).split('|'),
]);
/** Of the others many only hold the word somewhere. */
const ANY_LABEL = new RegExp(
  `^(?:${PREVIOUS_LABELS}|${NEXT_LABELS})${EDGE}|[\\s:：|-]+(?:${PREVIOUS_LABELS}|${NEXT_LABELS})$`,
  'iu',
);
const ARROWS = '<>«»‹›←→⟵⟶⇐⇒◀▶◁▷◄►＜＞≪≫《》⬅➡❮❯↩↪';
const LEFT_ARROW = /^[<«‹←⟵⇐◀◁◄＜≪⬅❮]/u;
const RIGHT_ARROW = /[>»›→⟶⇒▶▷►＞≫➡❯]$/u;
const ENDS_WITH_ARROW = new RegExp(`[${ARROWS}]$`, 'u');
const OUTER_ARROWS = new RegExp(`^[\\s${ARROWS}|·:：-]+|[\\s${ARROWS}|·:：]+$`, 'gu');

const HOME =
  /^(?:home|homepage|main|top|toppage|index|blog|all posts|back to .*|ホーム|トップ|トップページ|main page|記事一覧|一覧|一覧へ|startseite|accueil|inicio|início|홈|목록|首页|首頁|главная|الرئيسية|الصفحة الرئيسية)$/iu;
/** Links to parts of lists or of the same article are no neighbours. */
const PAGES =
  /^(?:\d+|page \d+|older (?:posts|entries|articles|stories)|newer (?:posts|entries|articles|stories)|(?:older|newer|previous|next) comments?|次のページ|前のページ|next page|previous page|load more|show more|skip|back|slide|image)$/iu;
/**
 * Where the pager says it, not the head: several platforms have `rel` links the other way round.
 * @param pages other pages of the same article, which are nobody's neighbours
 */
export function findNeighbours(facts: Facts, pages: ArticlePages | null): Neighbours {
  const { source, survey } = facts;
  const found: Record<Side, NeighbourPost | null> = { previous: null, next: null };
  const own = new Set(pages?.others.map(({ url }) => normaliseUrl(url)));
  const isPage = (url: string | null) => own.size > 0 && url !== null && own.has(normaliseUrl(url));
  for (const { element } of survey.pagers) {
    if (found.previous && found.next) break;
    const inText = fromTextPager(element, source);
    if (!isPage(inText.previous?.url ?? null)) found.previous ??= inText.previous;
    if (!isPage(inText.next?.url ?? null)) found.next ??= inText.next;
  }
  for (const spot of survey.links) {
    if (found.previous && found.next) break;
    if (spot.zone === 'comments' || spot.zone === 'aside') continue;
    const side = sideOf(spot);
    if (!side || found[side]) continue;
    const post = neighbourAt(spot.element, side, source);
    if (!isPage(post?.url ?? null)) found[side] = post;
  }
  return found;
}

/** Which neighbour a link leads to, by its label, its arrow, or the names around it; null for other links. */
function sideOf(spot: Spot): Side | null {
  const { element, kindsAround } = spot;
  if (kindsAround & NAMED.noPosts) return null;
  const rel = (element.getAttribute('rel') ?? '').toLowerCase();
  const isRelated = rel !== '' && /\b(?:prev|next)/u.test(rel);
  if (!(isRelated || kindsAround & NAMED.nearPager)) return null;
  const text = foldWidth(spot.line);
  const bare = text.replace(OUTER_ARROWS, '');
  if (HOME.test(bare) || PAGES.test(bare)) return null;
  const labelled = sideByLabel(bare) ?? sideByLabelBefore(element);
  if (labelled) return labelled;
  const isNamed = (kindsAround & SIDES) !== 0;
  const named = isNamed ? sideByName(element) : null;
  if (named) return named;
  if (isRelated && /\bprev(?:ious)?\b/u.test(rel)) return 'previous';
  if (isRelated && /\bnext\b/u.test(rel)) return 'next';
  if (!isNamed) return null;
  const { parentElement } = element;
  return sideByName(parentElement) ?? sideByName(parentElement?.parentElement ?? null);
}

/** @param bare a label without arrows around it */
function sideByLabel(bare: string): Side | null {
  if (IN_LABELS.find(bare) === 0 || !ANY_LABEL.test(bare)) return null;
  return LABEL_START.previous.test(bare) || LABEL_END.previous.test(bare) ? 'previous' : 'next';
}

function sideByLabelBefore(element: Element): Side | null {
  const text = textBefore(element);
  return text === '' ? null : sideByLabel(foldWidth(text).replace(OUTER_ARROWS, ''));
}

/** The side that an element's names tell; null where they tell none, or both. */
function sideByName(element: Element | null): Side | null {
  const sides = element === null ? 0 : kindsOf(element) & SIDES;
  if (sides === NAMED.previous) return 'previous';
  return sides === NAMED.next ? 'next' : null;
}

/** A label that stands before the link: `上一篇：<a>…</a>`, `<span>Previous:</span> <a>…</a>`. */
function textBefore(element: Element): string {
  let node: Node | null = element.previousSibling;
  while (node && !(node.textContent ?? '').trim()) node = node.previousSibling;
  if (!node || node.nodeName === 'A') return '';
  const text = tidyLine(node.textContent ?? '');
  return text.length <= 40 ? text : '';
}

function neighbourAt(link: Element, side: Side, source: Source): NeighbourPost | null {
  const heading = link.querySelector('h1, h2, h3, h4, h5, [class*="title"], .post-navigation-title, strong');
  const shown = titleFrom(heading ? lineOf(heading) : lineOf(link), side) || titleFrom(lineOf(link), side);
  const title =
    shown ||
    titleFrom(link.getAttribute('title') ?? link.getAttribute('aria-label') ?? '', side) ||
    tidyLine(lineOf(link));
  if (!title) return null;
  return { title, url: toAbsoluteUrl(link.getAttribute('href'), source.baseUrl) };
}

/** A title without the pager's arrows and labels. */
function titleFrom(text: string, side: Side): string {
  let title = tidyLine(text).replace(OUTER_ARROWS, '');
  for (let before = ''; before !== title; ) {
    before = title;
    title = title.replace(LABEL_START[side], '').replace(LABEL_END[side], '').replace(OUTER_ARROWS, '');
  }
  return title;
}

/** `<<A | ホーム | B>>`: the left part is the previous post and the right one the next, whatever their age. */
function fromTextPager(element: Element, source: Source): Neighbours {
  const links = [...element.querySelectorAll('a[href]')];
  if (links.length === 0 || links.length > 4) return { previous: null, next: null };
  const found: Record<Side, NeighbourPost | null> = { previous: null, next: null };
  for (const link of links) {
    const text = lineOf(link);
    const isLeft = LEFT_ARROW.test(text) || ENDS_WITH_ARROW.test(tidyText(link.previousSibling));
    if (!isLeft && !RIGHT_ARROW.test(text) && !RIGHT_ARROW.test(tidyText(link.nextSibling))) continue;
    const title = text.replace(OUTER_ARROWS, '');
    const folded = foldWidth(title);
    if (!title || HOME.test(folded) || PAGES.test(folded) || isLabelled(text)) continue;
    const url = toAbsoluteUrl(link.getAttribute('href'), source.baseUrl);
    if (isLeft) found.previous ??= { title, url };
    else found.next ??= { title, url };
  }
  return found;
}

function isLabelled(text: string): boolean {
  return sideByLabel(foldWidth(text).replace(OUTER_ARROWS, '')) !== null;
}

/** What a text node says; empty for other nodes. */
function tidyText(node: Node | null): string {
  return node?.nodeType === 3 ? tidyLine(node.nodeValue ?? '') : '';
}

/** The pager line of a plain text page; null where a line is none. */
export function neighboursInLine(line: string): Neighbours | null {
  const parts = foldWidth(line).split(/\s*\|\s*/u);
  if (
    parts.length < 2 ||
    parts.length > 4 ||
    !parts.some((part) => HOME.test(part.replace(OUTER_ARROWS, '')))
  )
    return null;
  const original = tidyLine(line).split(/\s*[|｜]\s*/u);
  const [first = ''] = original;
  const last = original.at(-1) ?? '';
  const previous = LEFT_ARROW.test(first) ? first.replace(OUTER_ARROWS, '') : '';
  const next = RIGHT_ARROW.test(last) ? last.replace(OUTER_ARROWS, '') : '';
  return {
    previous: previous ? { title: previous, url: null } : null,
    next: next ? { title: next, url: null } : null,
  };
}
