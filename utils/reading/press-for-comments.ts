import { moreButtons } from '../extraction/comments.ts';
import { joinThreads } from '../extraction/pages/join-threads.ts';
import { readThread } from '../extraction/read-thread.ts';
import { snapshot } from '../extraction/snapshot.ts';
import type { CommentsProblem, Thread } from '../extraction/types/comments.ts';
import type { Page } from '../extraction/types/source.ts';
import { originOf } from '../page-copy/copy-page.ts';
import { err, type Result } from '../result.ts';

/** How long a page may take, milliseconds. */
const TIME_LIMIT = 8_000;
/** How often to look, how long without a change is quiet, and when to look at a page that is never quiet. */
const TICK = 250;
const QUIET = 500;
const OVERDUE = 1_500;
/** Each press may be a request of the page's; the next click presses more. */
const MOST_AT_ONCE = 30;

/**
 * Presses the page's own buttons for more comments, as the reader would, and reads the page again once the comments
 * have come. That the page changes is what the reader asked for; that it is left is prevented.
 *
 * @param label what the buttons say; another number may stand in it
 */
export async function pressForComments(page: Page, label: string): Promise<Result<Thread, CommentsProblem>> {
  const before = readThread(page);
  const buttons = liveButtons(page, label);
  if (!before.ok || buttons.length === 0) return err('no-button');
  const watch = watchChanges([page.document, ...buttons.map((button) => button.getRootNode())]);
  try {
    press(buttons);
    return await newThread(page, before.value, watch);
  } finally {
    watch.end();
  }
}

function liveButtons(page: Page, label: string): HTMLElement[] {
  const taken = snapshot(page);
  if (!taken.ok) return [];
  return moreButtons(taken.value, label)
    .map(originOf)
    .filter((button): button is HTMLElement => button instanceof HTMLElement)
    .slice(0, MOST_AT_ONCE);
}

/** A form that is sent, or a link that no script of the page's takes care of, would load another page. */
function press(buttons: readonly HTMLElement[]): void {
  const stay = (event: Event) => {
    const [target] = event.composedPath();
    const link = target instanceof Element ? target.closest('a') : null;
    const runsScript = /^\s*javascript:/iu.test(link?.getAttribute('href') ?? '');
    if (event.type === 'submit' || (link && !runsScript)) event.preventDefault();
  };
  for (const type of ['click', 'submit']) window.addEventListener(type, stay);
  try {
    for (const button of buttons) button.click();
  } finally {
    for (const type of ['click', 'submit']) window.removeEventListener(type, stay);
  }
}

/** The thread with comments that were not there before. */
async function newThread(page: Page, before: Thread, watch: Watch): Promise<Result<Thread, CommentsProblem>> {
  const least = joinThreads([before]).comments.length;
  const sizeWith = (thread: Thread) => joinThreads([before, thread]).comments.length;
  const end = Date.now() + TIME_LIMIT;
  let lookedAt = Date.now();
  let lastSize = least;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, TICK));
    const now = Date.now();
    const isQuiet = watch.changedAt !== null && now - watch.changedAt >= QUIET;
    if (watch.changedAt === null || (!isQuiet && now - lookedAt < OVERDUE)) continue;
    if (isQuiet) watch.changedAt = null;
    lookedAt = now;
    const read = readThread(page);
    const size = read.ok ? sizeWith(read.value) : least;
    if (read.ok && size > least && (isQuiet || size === lastSize)) return read;
    lastSize = size;
  }
  const last = readThread(page);
  return last.ok && sizeWith(last.value) > least ? last : err('nothing-new');
}

interface Watch {
  /** When something changed last; null for not since somebody looked. */
  changedAt: number | null;
  end(): void;
}

function watchChanges(roots: readonly Node[]): Watch {
  const observer = new MutationObserver(() => {
    watch.changedAt = Date.now();
  });
  const watch: Watch = { changedAt: null, end: () => observer.disconnect() };
  for (const root of new Set(roots)) {
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['class', 'hidden', 'style'],
    });
  }
  return watch;
}
