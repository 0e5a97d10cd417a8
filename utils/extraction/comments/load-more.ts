import { foldWidth } from '../../text/normalise.ts';
import { toAbsoluteUrl } from '../../text/urls.ts';
import type { MoreComments } from '../types/comments.ts';
import type { Source } from '../types/source.ts';
import { isCommentNamed } from './find-items.ts';
import { mayBeLabel } from './vocabulary.ts';

const COMMENTS = {
  en: 'comments?|replies|reply|responses?|discussion',
  de: 'kommentare?|antworten',
  fr: 'commentaires?|réponses?',
  es: 'comentarios?|respuestas?',
  pt: 'comentários?|respostas?',
  it: 'commenti|risposte',
  ja: 'コメント|返信',
  ko: '댓글|답글',
  zh: '评论|評論|留言|回复|回覆|迴響',
} as const;

/** Words on controls that show more of a thread, by language; a number may stand where `N` does. */
const ASKING: readonly string[] = [
  `(?:load|show|view|see|read|display)\\s+(?:N\\s*|all\\s+|the\\s+|more\\s+|older\\s+|newer\\s+|previous\\s+|next\\s+|other\\s+)+(?:${COMMENTS.en})`,
  `(?:N\\s*more|more|older|newer|previous|next|all\\s*N?)\\s+(?:${COMMENTS.en})`,
  `(?:alle|N|weitere|ältere|neuere|mehr)(?:\\s*N)?(?:\\s*weitere)?\\s+(?:${COMMENTS.de})(?:\\s+(?:anzeigen|laden|lesen|ansehen|einblenden))`,
  `(?:weitere|ältere|neuere|mehr|alle)\\s+(?:${COMMENTS.de})`,
  `(?:(?:voir|afficher|charger|lire)\\s+)?(?:plus\\s+de|tous\\s+les|toutes\\s+les|les|d.autres)\\s+(?:N\\s*)?(?:autres\\s+)?(?:${COMMENTS.fr})`,
  `(?:(?:ver|cargar|mostrar|leer)\\s+)(?:más|todos\\s+los|los|todas\\s+las|N)\\s*(?:N\\s*)?(?:${COMMENTS.es})`,
  `(?:(?:ver|carregar|mostrar|ler)\\s+)(?:mais|todos\\s+os|os|N)\\s*(?:N\\s*)?(?:${COMMENTS.pt})`,
  `(?:(?:mostra|carica|vedi|leggi)\\s+)(?:altri|tutti\\s+i|i|N)\\s*(?:N\\s*)?(?:${COMMENTS.it})`,
  `(?:${COMMENTS.ja})を?(?:N件)?(?:もっと|さらに|すべて|全て|全部)(?:N件)?(?:を?(?:見る|みる|読む|読み込む|表示)(?:する)?)?`,
  `(?:もっと|すべての|全ての|以前の|過去の|次の|前の|残りN?件?の)(?:${COMMENTS.ja})(?:を?(?:見る|みる|読む|読み込む|表示)(?:する)?)?`,
  `(?:${COMMENTS.ko})\\s*(?:N개)?\\s*(?:더\\s?보기|모두\\s?보기|전체\\s?보기)|(?:이전|다음)\\s(?:${COMMENTS.ko})`,
  `(?:查看|加载|載入|显示|顯示|展开|展開|看)?(?:更多|全部|所有|剩余)\\s*(?:N\\s*[条條则則]?)?\\s*(?:的)?(?:${COMMENTS.zh})`,
];
const ABOUT_COMMENTS = new RegExp(
  `^(?:${ASKING.join('|').replaceAll('N', '(?:[(（]?\\d[\\d.,]*[)）]?)')})\\s*(?:[(（]\\d[\\d.,]*[)）])?$`,
  'iu',
);
/** Says nothing of comments; among them it can mean nothing else. */
const AMONG_COMMENTS =
  /^(?:(?:load|show|view|see) (?:more|all|older|newer)|もっと(?:見る|みる|読む)|さらに表示|더\s?보기|加载更多|載入更多|查看更多|(?:mehr|weitere) (?:laden|anzeigen)|(?:voir|afficher|charger) (?:plus|la suite)|(?:ver|cargar|mostrar) más|(?:ver|carregar|mostrar) mais|(?:mostra|carica) (?:altri|di più))$/iu;
/** Most controls have none of these words; folding every one would take long. */
const MAYBE_MORE =
  /more|older|newer|\ball\b|mehr|weitere|plus|suite|más|mais|altri|più|もっと|さらに|더|更多/iu;
const DECORATION = /^[\s«»‹›<>←→↓▼▽+…·|]+|[\s«»‹›<>←→↓▼▽+…·|.:：]+$/gu;
const FEED = /\/feed\/?$|\.(?:rss|rdf|xml)$/iu;
const LONGEST = 60;

/**
 * The links and buttons by which a page itself offers more of its comments: "Show 22 comments", "Older comments",
 * もっと見る among comments. The same in a live page as in a copy, so that what was found in the one can be pressed
 * in the other.
 *
 * @param controls links and buttons, in page order.
 */
export function moreControls(controls: Iterable<Element>): Element[] {
  const found: Element[] = [];
  for (const control of controls) {
    const label = labelOf(control);
    if (label && (ABOUT_COMMENTS.test(label) || (AMONG_COMMENTS.test(label) && isAmongComments(control))))
      found.push(control);
  }
  return found;
}

/**
 * What the page offers first, as data; null where it offers nothing, or only a way to a place on itself.
 *
 * @param known addresses without fragments whose comments are here already
 */
export function findMore(
  source: Source,
  controls: Iterable<Element>,
  known: ReadonlySet<string>,
): MoreComments | null {
  for (const { more } of offersIn(source, controls)) {
    if (!more.url || !known.has(withoutFragment(more.url))) return more;
  }
  return null;
}

/** The controls to press for more comments that say the same as a label, whatever number stands in it. */
export function findButtons(source: Source, controls: Iterable<Element>, label: string): Element[] {
  const wording = (text: string) => text.replace(/\d[\d.,]*/gu, 'N');
  return Array.from(offersIn(source, controls))
    .filter(({ more }) => more.kind === 'button' && wording(more.label) === wording(label))
    .map(({ control }) => control);
}

interface Offer {
  readonly control: Element;
  readonly more: MoreComments;
}

function* offersIn(source: Source, controls: Iterable<Element>): Generator<Offer> {
  const here = withoutFragment(source.url ?? '');
  for (const control of moreControls(controls)) {
    const href = control.getAttribute('href');
    const target = toAbsoluteUrl(href, source.baseUrl);
    const isHere = target !== null && withoutFragment(target) === here;
    if (href && ((isHere && new URL(target).hash.length > 1) || FEED.test(href))) continue;
    const label = labelOf(control);
    const count = /\d[\d.,]*/u.exec(label)?.[0].replace(/[.,]/gu, '');
    const url = isHere ? null : target;
    const kind = url ? 'link' : 'button';
    yield { control, more: { kind, label, url, count: count ? Number(count) : null } };
  }
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? '';
}

/** Whether a control with this text may offer more comments, if its text is no label. */
export function mayOfferMore(text: string): boolean {
  return MAYBE_MORE.test(text);
}

function labelOf(control: Element): string {
  const text = control.textContent ?? '';
  if (!mayBeLabel(text) && !mayOfferMore(text)) return '';
  return text.length <= LONGEST * 2 ? foldWidth(text).replace(DECORATION, '').slice(0, LONGEST) : '';
}

function isAmongComments(control: Element): boolean {
  for (let node = control.parentElement; node && node.nodeName !== 'BODY'; node = node.parentElement)
    if (isCommentNamed(node)) return node.querySelector('h1') === null;
  return false;
}
