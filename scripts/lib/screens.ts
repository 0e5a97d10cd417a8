import { type View, waitUntil } from './driver.ts';

/**
 * What Seidoku's screens show and how they are handled, read from their roles and states as a reader who
 * listens would have them. The only place that knows how the screens are made.
 */

export interface ShownComment {
  readonly author: string;
  readonly isAuthor: boolean;
  /** YYYY-MM-DD, or as shown where the full day is unknown. */
  readonly date: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly depth: number;
}

export interface ShownArticle {
  readonly site: string;
  readonly title: string;
  readonly byline: string;
  readonly lang: string | null;
  readonly dir: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** Every line of the article as it is laid out, chips apart. */
  readonly lines: readonly string[];
  /** The labels of the chips where repeats were folded. */
  readonly repeats: readonly string[];
  readonly previous: string | null;
  readonly next: string | null;
  readonly leftOut: readonly { readonly reason: string; readonly text: string }[];
}

export interface ShownMessage {
  readonly heading: string;
  readonly text: string;
}

export interface ShownPost {
  readonly title: string;
  readonly date: string;
  readonly href: string;
}

export interface ShownSaved {
  readonly title: string;
  readonly facts: string;
  readonly tags: readonly string[];
  readonly href: string;
}

/** The further pages of the shown article, as offered at its end. */
export interface ShownPages {
  readonly summary: string;
  readonly apart: readonly { readonly label: string; readonly href: string; readonly problem: string }[];
  /** The label of the button that loads them; null where there is none. */
  readonly button: string | null;
}

export type PopupTab = 'article' | 'comments' | 'saved';

/** Waits until reading is over, whatever came of it. */
export function waitForReading(view: View): Promise<void> {
  return waitUntil(
    view,
    'the page to be read',
    () => document.querySelector('#panel-article h1, main:not(:has([role="tabpanel"])) h1') !== null,
    null,
  );
}

export async function selectTab(view: View, tab: PopupTab): Promise<void> {
  await view.run((name) => document.querySelector<HTMLElement>(`#tab-${name}`)?.click(), tab);
  await waitUntil(
    view,
    `the ${tab} tab`,
    (name) => document.querySelector(`#panel-${name}`)?.matches(':not([hidden])') ?? false,
    tab,
  );
}

/** Opens every folded part: the drawer of what was left out with all its groups, and the other copies. */
export async function openEverything(view: View): Promise<void> {
  await view.run(() => {
    for (const drawer of document.querySelectorAll('details')) drawer.open = true;
    for (const chip of document.querySelectorAll<HTMLElement>('[data-chip] > [aria-expanded="false"]')) {
      chip.click();
    }
  }, null);
}

/** Opens the drawer of what was left out and brings it into view. */
export async function openLeftOut(view: View): Promise<void> {
  await view.run(() => {
    const drawer = document.querySelector<HTMLDetailsElement>('article footer details');
    if (!drawer) return;
    drawer.open = true;
    drawer.style.scrollMarginBlockStart = '5rem';
    drawer.scrollIntoView({ block: 'start' });
  }, null);
}

/** Saves what is shown; resolves once the screen says that it is saved. */
export async function save(view: View): Promise<void> {
  await waitUntil(
    view,
    'saving to be possible',
    () => document.querySelector('[aria-pressed="false"][aria-disabled="false"]') !== null,
    null,
  );
  await view.run(() => document.querySelector<HTMLElement>('[aria-pressed="false"]')?.click(), null);
  await waitUntil(
    view,
    'the article to be saved',
    () => document.querySelector('[aria-pressed="true"]') !== null,
    null,
  );
}

/** What the status line says; empty when it says nothing. */
export function noticeOf(view: View): Promise<string> {
  return view.run(() => {
    const notices = [...document.querySelectorAll<HTMLElement>('#app [role="status"]')];
    return notices.at(-1)?.querySelector('span')?.textContent ?? '';
  }, null);
}

/** The message that stands in place of an article or a list; null when there is none. */
export function messageOf(view: View, tab: PopupTab = 'article'): Promise<ShownMessage | null> {
  return view.run((name) => {
    const panel = document.querySelector(`#panel-${name}`) ?? document.querySelector('main');
    const heading = panel?.querySelector('h1:not(.visually-hidden)');
    if (!heading || heading.closest('article')) return null;
    return { heading: heading.textContent ?? '', text: heading.nextElementSibling?.textContent ?? '' };
  }, tab);
}

/** The posts that stand below the message about a list of posts. */
export function postsOf(view: View): Promise<readonly ShownPost[]> {
  return view.run(
    () =>
      [...document.querySelectorAll('main section:not([hidden]) > ul > li:has(> [data-list-item])')].map(
        (item) => {
          const link = item.querySelector('a');
          return {
            title: link?.textContent ?? '',
            date: item.querySelector('time')?.textContent ?? '',
            href: link?.href ?? '',
          };
        },
      ),
    null,
  );
}

/** The article that is shown; throws when there is none. The tab that shows it must be selected. */
export function articleOf(view: View): Promise<ShownArticle> {
  return view.run(() => {
    const article = document.querySelector('main article');
    const body = article?.querySelector<HTMLElement>('[data-kind="article"]');
    if (!article || !body) throw new Error(`No article is shown: ${document.body.textContent}`);
    const textsOf = (selector: string) =>
      [...article.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '');
    // Chips and places for images are Seidoku's own words, not the article's. What is laid out is wanted,
    // so they are hidden for the moment in which it is read.
    const own = [...body.querySelectorAll<HTMLElement>('[data-repeat], [data-own], span:has(> svg)')];
    for (const element of own) element.style.display = 'none';
    const lines = body.innerText.split('\n').map((line) => line.trim());
    for (const element of own) element.style.removeProperty('display');
    const title = article.querySelector('h1');
    return {
      site: textsOf('header > p:first-child')[0] ?? '',
      title: title?.textContent ?? '',
      byline: textsOf('header h1 + p > *').join(' · '),
      lang: body.closest('[lang]')?.getAttribute('lang') ?? null,
      dir: body.closest('[dir]')?.getAttribute('dir') ?? null,
      tags: textsOf('[data-kind="tag"] li'),
      categories: textsOf('[data-kind="category"] li'),
      lines: lines.filter(Boolean),
      repeats: textsOf('[data-chip] > button'),
      previous: textsOf('[data-side="previous"] bdi')[0] ?? null,
      next: textsOf('[data-side="next"] bdi')[0] ?? null,
      leftOut: [...article.querySelectorAll('footer details li')].map((item) => ({
        reason: item.closest('section')?.querySelector('h2')?.textContent ?? '',
        text: item.textContent ?? '',
      })),
    };
  }, null);
}

/** What the shown article says of its further pages; null for an article on one page. */
export function furtherPagesOf(view: View): Promise<ShownPages | null> {
  return view.run(() => {
    const pages = document.querySelector('main article nav:has([role="status"])');
    if (!pages) return null;
    return {
      summary: pages.querySelector('[role="status"]')?.textContent ?? '',
      apart: [...pages.querySelectorAll('li')].map((item) => ({
        label: item.querySelector('a')?.textContent ?? '',
        href: item.querySelector('a')?.href ?? '',
        problem: item.querySelector('span')?.textContent?.trim() ?? '',
      })),
      button: pages.querySelector('button')?.textContent ?? null,
    };
  }, null);
}

/** Presses the button for the further pages; resolves once they have been asked for. */
export async function loadFurtherPages(view: View): Promise<void> {
  await view.run(() => {
    document.querySelector<HTMLElement>('main article nav:has([role="status"]) button')?.click();
  }, null);
  await waitForPages(view);
}

/** Waits until further pages that were asked for have been added. */
export function waitForPages(view: View): Promise<void> {
  return waitUntil(
    view,
    'the further pages',
    () => {
      const pages = document.querySelector('main article nav:has([role="status"])');
      const wasAsked = pages?.contains(document.activeElement) ?? false;
      return wasAsked && !pages?.querySelector('button[aria-disabled="true"]');
    },
    null,
  );
}

/** What the shown thread says of more comments that the page offers. */
export function moreCommentsOf(
  view: View,
): Promise<{ readonly button: string | null; readonly said: string }> {
  return view.run(() => {
    const more = document.querySelector('[data-more-comments]');
    return {
      button: more?.querySelector('button')?.textContent ?? null,
      said: more?.querySelector('[role="status"]')?.textContent ?? '',
    };
  }, null);
}

/** Waits until more comments that were asked for have come, or why they have not. */
export function waitForMoreComments(view: View): Promise<void> {
  return waitUntil(
    view,
    'more comments',
    () => {
      const more = document.querySelector('[data-more-comments]');
      const said = more?.querySelector('[role="status"]')?.textContent;
      return Boolean(said) && !more?.querySelector('button[aria-disabled="true"]');
    },
    null,
  );
}

/** Presses the button for more comments and waits for what comes of it. The tab that shows it must be selected. */
export async function loadMoreComments(view: View): Promise<void> {
  await view.run(() => {
    document.querySelector<HTMLElement>('[data-more-comments] button')?.click();
  }, null);
  await waitForMoreComments(view);
}

/** The comments in page order. The tab that shows them must be selected. */
export function commentsOf(view: View): Promise<readonly ShownComment[]> {
  return view.run(() => {
    const items = [...document.querySelectorAll<HTMLElement>('li[id^="comment-"]')];
    // What is out of sight is not laid out; asking each by itself for it takes minutes, all at once does not.
    for (const item of items) item.style.contentVisibility = 'visible';
    const comments = items.map((item) => {
      const byline = item.querySelector('p');
      const time = byline?.querySelector('time');
      return {
        author: byline?.querySelector('bdi')?.textContent ?? '',
        isAuthor: byline?.querySelector(':scope > span:not(:has(time))') !== null,
        date: time ? time.dateTime || (time.textContent ?? '') : null,
        title: item.querySelector('h3')?.textContent ?? null,
        text: item.querySelector<HTMLElement>('[data-kind="comment"]')?.innerText.trim() ?? '',
        depth: Number(item.ariaLevel) - 1,
      };
    });
    for (const item of items) item.style.removeProperty('content-visibility');
    return comments;
  }, null);
}

/** The lines of the digest; empty when there is none. The tab that shows it must be selected. */
export function digestOf(view: View): Promise<readonly string[]> {
  return view.run(() => {
    const thread = document.querySelector('li[id^="comment-"]')?.closest('section');
    const digest = thread?.previousElementSibling;
    if (!(digest instanceof HTMLElement) || digest.tagName !== 'SECTION') return [];
    return digest.innerText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }, null);
}

/** The reading list, newest first. */
export function savedOf(view: View): Promise<readonly ShownSaved[]> {
  return view.run(
    () =>
      [...document.querySelectorAll('#panel-saved li:has(> div [data-list-item])')].map((item) => {
        const link = item.querySelector<HTMLAnchorElement>('[data-list-item]');
        return {
          title: link?.textContent ?? '',
          facts: [...item.querySelectorAll('p > *')].map((fact) => fact.textContent ?? '').join(' · '),
          tags: [...item.querySelectorAll('[data-kind="tag"] li')].map((tag) => tag.textContent ?? ''),
          href: link?.href ?? '',
        };
      }),
    null,
  );
}
