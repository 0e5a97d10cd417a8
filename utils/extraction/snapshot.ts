import { copyPage } from '../page-copy/copy-page.ts';
import { err, ok, type Result } from '../result.ts';
import { toAbsoluteUrl } from '../text/urls.ts';
import { placeStreamedParts } from './content/streamed-parts.ts';
import { tidyContent } from './content/tidy-content.ts';
import { readHead } from './head-facts.ts';
import { addBodyFromData } from './page-data/add-body.ts';
import { recognisePlatform } from './platforms.ts';
import { createRemovals } from './removals.ts';
import { render } from './rendered.ts';
import type { Removals } from './types/removals.ts';
import type { Page, Source, UnreadableReason } from './types/source.ts';

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
  const copied = copyPage(page.document, { isLive: page.isShown !== undefined });
  if (!copied.ok) return copied;
  const document = copied.value;
  const { body } = document;
  if (!body || body.nodeName.toUpperCase() === 'FRAMESET') return err('frames-only');

  const url = toAbsoluteUrl(page.url);
  const baseUrl = baseUrlOf(document, page.url);
  const { facts: head, scripts } = readHead(document, baseUrl);
  const removals = createRemovals();
  const isPlainText = looksLikePlainText(page.contentType, body);
  const { hidden, shown } = render(page, document);
  placeStreamedParts(document, scripts);
  tidyContent(document, { baseUrl, shown, removals });
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
  const all = new Set(hidden);
  const outermost = hidden.filter((element) => body.contains(element) && !isInside(element, all));
  if (outermost.length === 0) return;
  const total = Math.max(1, body.textContent?.length ?? 0);
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

function whyUnreadable({ contentType }: Page): UnreadableReason | null {
  if (contentType === 'application/pdf') return 'pdf';
  const isMedia = /^(?:image|video|audio)\//u.test(contentType) && contentType !== 'image/svg+xml';
  return isMedia ? 'media' : null;
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
