import { err, ok, type Result } from '../result.ts';
import { toAbsoluteUrl } from '../text/urls.ts';
import { memberOf, removeClobberingNames } from './clobbering.ts';
import { placeStreamedParts } from './content/streamed-parts.ts';
import { tidyContent } from './content/tidy-content.ts';
import { readHeadFacts } from './head-facts.ts';
import { addBodyFromData } from './page-data/add-body.ts';
import { recognisePlatform } from './platforms.ts';
import { createRemovals } from './removals.ts';
import { render } from './rendered.ts';
import type { Page, Removals, Source, UnreadableReason } from './types.ts';

/**
 * Deeper trees than this come from scripts, not from writers: HTML parsers stop at 512 levels. Cloning a
 * document kills a Chromium tab at about 30,000 levels, and recursion over it fails earlier.
 */
const MAX_DEPTH = 1_500;
const MAX_NODES = 600_000;

/** A hidden element with this share of the page's text or more is waiting for a script to show it. */
const WAITING_SHARE = 0.3;
/** Where this share of the page is hidden, the page itself is waiting, and only its small hidden parts are not it. */
const WAITING_PAGE_SHARE = 0.5;
const SMALL_SHARE = 0.05;

/**
 * Makes a private copy of a page and reads what only its head and scripts know. The page itself stays
 * untouched. Fails for pages that cannot be copied or hold no HTML text.
 */
export function snapshot(page: Page): Result<Source, UnreadableReason> {
  const unreadable = whyUnreadable(page);
  if (unreadable) return err(unreadable);
  const document = memberOf(page.document, 'cloneNode')(true) as Document;
  removeClobberingNames(document);
  const body = document.body;
  if (!body || body.nodeName.toUpperCase() === 'FRAMESET') return err('frames-only');

  const url = toAbsoluteUrl(page.url);
  const baseUrl = baseUrlOf(document, page.url);
  const head = readHeadFacts(document, baseUrl);
  const removals = createRemovals();
  const isPlainText = looksLikePlainText(page.contentType, body);
  const scripts = [...document.querySelectorAll('script:not([src])')];
  const { hidden, shown } = render(page, document);
  placeStreamedParts(document, scripts);
  tidyContent(document, { baseUrl, shown });
  removeHidden(hidden, body, removals);
  const dataBody = isPlainText ? null : addBodyFromData({ body, baseUrl, head, scripts });
  const platform = recognisePlatform({ document, head, url });
  return ok({
    stage: 'snapshot',
    document,
    body,
    url,
    baseUrl,
    head,
    platform,
    isPlainText,
    removals,
    dataBody,
  });
}

function removeHidden(hidden: readonly Element[], body: HTMLElement, removals: Removals): void {
  const total = Math.max(1, body.textContent?.length ?? 0);
  const all = new Set(hidden);
  const outermost = hidden.filter((element) => body.contains(element) && !isInside(element, all));
  const shares = outermost.map((element) => (element.textContent?.length ?? 0) / total);
  const isWaiting = shares.reduce((sum, share) => sum + share, 0) >= WAITING_PAGE_SHARE;
  outermost.forEach((element, index) => {
    // A list of comments that a button unfolds is a part of the page, wherever it is folded.
    if (!isCommentList(element) && (shares[index] ?? 0) < (isWaiting ? SMALL_SHARE : WAITING_SHARE)) {
      removals.remove(element, 'hidden', 'hidden-in-markup');
    }
  });
}

const COMMENT_LIST =
  /^(?:comments?|(?:comments?|kommentare?)[-_]?(?:list|area|section|wrapper|container|block))$/iu;

function isCommentList(element: Element): boolean {
  return COMMENT_LIST.test(element.id) || [...element.classList].some((token) => COMMENT_LIST.test(token));
}

function isInside(element: Element, others: ReadonlySet<Element>): boolean {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (others.has(outer)) return true;
  }
  return false;
}

function whyUnreadable({ document, contentType }: Page): UnreadableReason | null {
  if (contentType === 'application/pdf') return 'pdf';
  if (/^(?:image|video|audio)\//u.test(contentType) && contentType !== 'image/svg+xml') return 'media';
  const { depth, nodes } = measure(document);
  if (depth > MAX_DEPTH) return 'too-deep';
  if (nodes > MAX_NODES) return 'too-large';
  return null;
}

/** Depth and size of a page, by a walk without recursion. */
function measure(document: Document): { depth: number; nodes: number } {
  const walker = memberOf(document, 'createTreeWalker')(document);
  let level = 0;
  let depth = 0;
  let nodes = 1;
  const enter = () => {
    if (!walker.firstChild()) return false;
    level += 1;
    return true;
  };
  const follow = () => {
    while (!walker.nextSibling()) {
      if (!walker.parentNode()) return false;
      level -= 1;
    }
    return true;
  };
  while (enter() || follow()) {
    nodes += 1;
    depth = Math.max(depth, level);
    if (depth > MAX_DEPTH || nodes > MAX_NODES) break;
  }
  return { depth, nodes };
}

function baseUrlOf(document: Document, url: string): string {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  return toAbsoluteUrl(base, url) ?? url;
}

function looksLikePlainText(contentType: string, body: HTMLElement): boolean {
  if (contentType === 'text/plain') return true;
  const only = body.children.length === 1 ? body.firstElementChild : null;
  return (
    only?.nodeName.toUpperCase() === 'PRE' &&
    (body.textContent ?? '').trim() === (only.textContent ?? '').trim()
  );
}
