import { browser } from 'wxt/browser';
import type { LibraryResult, LinkRequest, SaveReceipt } from '../library/types.ts';

/** What a click in the menu of a link tells. */
export interface LinkClick {
  readonly linkUrl?: string | undefined;
  /** Firefox alone tells it. */
  readonly linkText?: string | undefined;
  readonly frameId?: number | undefined;
}

/**
 * Keeps the link of a menu click with the words that it has in the page. The page that it leads to is not asked
 * for.
 */
export async function saveLink(
  click: LinkClick,
  tab: { readonly id: number; readonly incognito: boolean },
  save: (request: LinkRequest) => LibraryResult<SaveReceipt>,
): LibraryResult<SaveReceipt> {
  const url = click.linkUrl ?? '';
  const title = tidy(click.linkText) || tidy(await textInPage(tab.id, click.frameId ?? 0, url));
  return save({ url, title, incognito: tab.incognito });
}

function tidy(text: string | undefined): string {
  return (text ?? '').slice(0, 10_000).replaceAll(/\s+/gu, ' ').trim();
}

/** The words of a link, from the page in which it was clicked; empty where that page is closed to us. */
async function textInPage(tabId: number, frameId: number, url: string): Promise<string> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [found] = await browser.scripting.executeScript({ target, func: findLinkText, args: [url] });
    return typeof found?.result === 'string' ? found.result : '';
  } catch {
    return '';
  }
}

/**
 * Runs in the page. The link that was clicked has the focus; where it has not, the first one that says something
 * stands for all to the same address.
 */
export function findLinkText(url: string): string {
  const sayOf = (link: Element) => {
    const words = (link as HTMLElement).innerText || link.textContent || '';
    const image = link.querySelector('img[alt]');
    return (
      words.trim() ||
      link.getAttribute('aria-label') ||
      image?.getAttribute('alt') ||
      link.getAttribute('title') ||
      ''
    ).slice(0, 1_000);
  };
  const links = [...document.querySelectorAll('a[href], area[href]')].filter(
    (link) => (link as HTMLAnchorElement).href === url,
  );
  const focused = links.filter((link) => link === document.activeElement);
  for (const link of [...focused, ...links]) {
    const said = sayOf(link);
    if (said) return said;
  }
  return '';
}
