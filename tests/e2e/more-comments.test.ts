import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../scripts/lib/driver.ts';
import {
  articleOf,
  commentsOf,
  digestOf,
  loadMoreComments,
  moreCommentsOf,
  save,
  savedOf,
  selectTab,
  waitForMoreComments,
  waitForReading,
} from '../../scripts/lib/screens.ts';
import { threadPage, threadUrl } from '../../scripts/lib/threads/page.ts';
import {
  SPLIT_OFFERED,
  SPLIT_SHOWN,
  type SplitKind,
  splitPages,
  splitRestUrl,
  splitUrl,
} from '../../scripts/lib/threads/split.ts';
import { english, KINDS, type Session, startSession } from './session.ts';

const ALL = SPLIT_SHOWN + SPLIT_OFFERED;
const WHOLE = threadUrl('en', ALL);
const PAGES = new Map([...splitPages('en'), [WHOLE, threadPage('en', ALL)]]);
const ADDED = english('commentsAdded').replace('{count}', String(SPLIT_OFFERED));

describe.each(KINDS)('more comments that the page offers, in %s', (kind) => {
  let session: Session;
  let whole: Awaited<ReturnType<typeof commentsOf>>;
  beforeAll(async () => {
    session = await startSession(kind, { pages: PAGES });
    whole = await commentsOf(await openComments(WHOLE));
    await session.tidy();
  });
  afterAll(() => session?.close());
  afterEach(() => session.tidy());

  async function openComments(url: string): Promise<View> {
    const { popup } = await session.visit(url);
    await selectTab(popup, 'comments');
    return popup;
  }

  /** What the server was asked for the rest of the comments. */
  const askedFor = (what: SplitKind) =>
    session.server.requests.filter(({ url }) => url === splitRestUrl('en', what)).length;

  it.each(['link', 'button'] as const)(
    'are asked for at the click and never before, by its %s, and saved with the others',
    async (what) => {
      const popup = await openComments(splitUrl('en', what));
      expect(await commentsOf(popup)).toHaveLength(SPLIT_SHOWN);
      expect((await moreCommentsOf(popup)).button).toContain(english('commentsMore'));
      await save(popup);
      await session.settledTraffic();
      expect(askedFor(what)).toBe(0);

      await loadMoreComments(popup);
      expect(await moreCommentsOf(popup)).toEqual({ button: null, said: ADDED });
      expect(await commentsOf(popup)).toEqual(whole);
      expect((await digestOf(popup)).join(' ')).toContain(`${ALL} comments`);
      await session.settledTraffic();
      expect(askedFor(what)).toBe(1);

      await save(popup);
      await selectTab(popup, 'saved');
      const href = new URL((await savedOf(popup))[0]?.href ?? '');
      const reader = await session.browser.openOwnPage(href.pathname.slice(1) + href.hash);
      await waitForReading(reader);
      expect(await commentsOf(reader)).toEqual(whole);
      await session.expectNoTroubles();
    },
  );

  it('come in the reader tab by keyboard, where the page itself is out of sight', async () => {
    const { popup } = await session.visit(splitUrl('en', 'button'));
    await popup.press('o');
    const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html`);
    await waitForReading(reader);
    for (let presses = 0; presses < 90; presses += 1) {
      const isThere = await reader.run(
        () => document.activeElement?.matches('[data-more-comments] button') ?? false,
        null,
      );
      if (isThere) break;
      await reader.press('Tab');
    }
    await reader.press('Enter');
    await waitForMoreComments(reader);
    expect(await commentsOf(reader)).toEqual(whole);
    const focused = await reader.run(
      () => document.activeElement?.matches('[data-more-comments]') ?? false,
      null,
    );
    expect(focused).toBe(true);
    await session.expectNoTroubles();
  });

  it('that the server does not have: why, and nothing is lost', async () => {
    const popup = await openComments(splitUrl('en', 'broken'));
    const before = await commentsOf(popup);
    await loadMoreComments(popup);
    expect(await moreCommentsOf(popup)).toEqual({
      button: english('commentsMore'),
      said: english('commentsProblem_refused'),
    });
    expect(await commentsOf(popup)).toEqual(before);
    await selectTab(popup, 'article');
    expect((await articleOf(popup)).lines.length).toBeGreaterThan(0);
  });
});
