import { foldWidth, tidyLine } from '../../text/normalise.ts';
import { toAbsoluteUrl } from '../../text/urls.ts';
import type { CommentsElsewhere } from '../types/comments.ts';
import type { AbsoluteUrl, Source } from '../types/source.ts';
import { namesOf } from './names.ts';
import type { Scan } from './scan.ts';

/** Comment services by the address of their script or frame. Facts of the services. */
const SERVICES: readonly (readonly [word: string, address: RegExp])[] = [
  ['giscus', /giscus\.app/u],
  ['utterances', /utteranc\.es/u],
  ['disqus', /disqus(?:cdn)?\.com|\/disqus(?:[-_./]|$)/u],
  ['livedoor', /comment\.blogcms\.jp/u],
  ['facebook', /facebook\.com\/plugins\/(?:comments|feedback)/u],
  ['discourse', /javascripts\/embed\.js|\/embed\/comments\?/u],
  ['commento', /commento\.io|\/commento\.js/u],
  ['cusdis', /cusdis\.com/u],
  ['hyvor', /talk\.hyvor\.com/u],
  ['remark42', /remark42/u],
  ['cackle', /cackle\.me/u],
  ['openweb', /spot\.im|openweb\.com/u],
  ['coral', /coral\.[a-z.-]+\/assets|\/coral\/|coralproject/u],
  ['viafoura', /viafoura/u],
  ['intensedebate', /intensedebate\.com/u],
  ['hypercomments', /hypercomments\.com/u],
  ['graphcomment', /graphcomment\.com/u],
  ['livere', /livere\.com/u],
  ['isso', /\/isso\/js\//u],
  ['blogger', /blogger\.com\/comment\/frame/u],
];

/** Elements that a service or a platform fills by script. */
const HOSTS: readonly (readonly [word: string, selector: string])[] = [
  ['giscus', '.giscus, .giscus-frame'],
  ['utterances', '.utterances, .utterances-frame'],
  ['disqus', '#disqus_thread'],
  ['facebook', '.fb-comments'],
  ['discourse', '#discourse-comments'],
  ['commento', '#commento'],
  ['cusdis', '#cusdis_thread'],
  ['remark42', '#remark42'],
  ['hyvor', 'hyvor-talk-comments, #hyvor-talk-view'],
  ['cackle', '#mc-container'],
  ['isso', '#isso-thread'],
  ['waline', '#waline, [data-waline]'],
  ['twikoo', '#twikoo, #tcomment'],
  ['valine', '#vcomments'],
  ['ghost', '.gh-comments, .article-comments, [data-ghost-comments]'],
  ['ameba', '[amb-component="comments"]'],
  ['note', '.o-noteComments'],
  ['squarespace', '.squarespace-comments'],
  ['hubspot', '#comments-listing'],
  ['naver', '#naverComment, .area_comment'],
];

const COUNT_LABEL =
  /^(?:(?:show|view|see|read|load)\s+(?:all\s+)?)?(?:(\d[\d.,]*)\s+(?:more\s+)?(?:comments?|responses?|replies|kommentare?|commentaires?|comentarios?|comentários?|commenti|komentarzy)|(?:comments?|responses?|kommentare?|commentaires?|comentarios?|コメント|댓글|评论|留言)\s*[(:（]?\s*(\d[\d.,]*)\s*[)）]?)(?:…|\.\.\.)?$/iu;

/**
 * Where comments are kept that the page itself does not hold: another site's frame or script, or another page.
 * Called before the section is cleared; null where the page says that there are none, or shows no sign of any.
 */
export function findElsewhere(source: Source, scan: Scan): CommentsElsewhere | null {
  const counts = countsIn(source, scan);
  const count = counts.find((entry) => entry.count > 0);
  const isNone = counts.length > 0 && !count;
  const found = serviceOf(source) ?? hostOf(source);
  if (found && !(isNone && found.isPlatform))
    return { where: found.where, url: found.url, count: count?.count ?? null };
  if (!count) return null;
  return { where: placeOf(count, source), url: count.url, count: count.count };
}

interface Place {
  readonly where: string;
  readonly url: AbsoluteUrl | null;
  /** True for a platform's own comments, which a count of none rules out. */
  readonly isPlatform: boolean;
}

/** Most addresses are of none of them, which one look tells. */
const ANY_SERVICE = new RegExp(SERVICES.map(([, address]) => address.source).join('|'), 'u');

function serviceOf(source: Source): Place | null {
  const embeds = source.head.embeds.filter(({ src }) => ANY_SERVICE.test(src));
  if (embeds.length === 0) return null;
  for (const [where, address] of SERVICES) {
    const embed = embeds.find(({ src }) => address.test(src));
    if (embed && !(where === 'blogger'))
      return {
        where,
        url: embed.kind === 'frame' ? toAbsoluteUrl(embed.src, source.baseUrl) : null,
        isPlatform: false,
      };
  }
  return null;
}

const ANY_HOST = HOSTS.map(([, selector]) => selector).join(', ');

function hostOf(source: Source): Place | null {
  if (!source.body.querySelector(ANY_HOST)) return null;
  for (const [where, selector] of HOSTS) {
    if (source.body.querySelector(selector))
      return {
        where,
        url: null,
        isPlatform: /^(?:ameba|note|naver|squarespace|hubspot|ghost)$/u.test(where),
      };
  }
  return null;
}

interface Count {
  readonly count: number;
  readonly url: AbsoluteUrl | null;
  readonly isLink: boolean;
}

/** What labels such as "Responses (4)" say, outside lists of other posts. */
function countsIn(source: Source, scan: Scan): Count[] {
  const counts: Count[] = [];
  for (const element of scan.counts) {
    if (!element.isConnected || element.children.length > 2) continue;
    const text = element.textContent ?? '';
    const label = COUNT_LABEL.exec(foldWidth(tidyLine(text)));
    if (!label || isAboutOthers(element)) continue;
    const count = Number((label[1] ?? label[2] ?? '').replace(/[.,]/gu, ''));
    const link = element.closest('a') ?? element.querySelector('a');
    counts.push({
      count,
      url: toAbsoluteUrl(link?.getAttribute('href'), source.baseUrl),
      isLink: link !== null,
    });
  }
  return counts;
}

/** True inside a list of posts, where each has its own count. */
function isAboutOthers(element: Element): boolean {
  for (let node = element.parentElement; node; node = node.parentElement)
    if (
      node.nodeName === 'ASIDE' ||
      / (?:sidebar|related|recommend|popular|widget|footer widget|recent|card|teaser) /u.test(namesOf(node))
    )
      return true;
  return false;
}

/** `page` for comments that a link leads to on another page; the platform's name where it is known. */
function placeOf(count: Count, source: Source): string {
  const isOther = count.url && source.url && count.url.split('#')[0] !== source.url.split('#')[0];
  return isOther ? 'page' : (source.platform ?? 'script');
}
