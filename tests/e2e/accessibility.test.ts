import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blogPages, postUrl, widgetOf } from '../../scripts/lib/blog/posts.ts';
import { openChip, pressButton, waitForRecords, waitForText } from '../../scripts/lib/blog/screens.ts';
import { type ColourScheme, type View, waitUntil } from '../../scripts/lib/driver.ts';
import {
  loadFurtherPages,
  loadMoreComments,
  openEverything,
  save,
  selectTab,
  waitForReading,
} from '../../scripts/lib/screens.ts';
import { threadPage, threadUrl } from '../../scripts/lib/threads/page.ts';
import { searchThread } from '../../scripts/lib/threads/pictures.ts';
import { splitPages, splitUrl } from '../../scripts/lib/threads/split.ts';
import { english, KINDS, type Session, startSession } from './session.ts';
import { violationsIn } from './violations.ts';

function clickButton(view: View, label: string): Promise<void> {
  return view.run((name) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    buttons.find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name)?.click();
  }, label);
}

/** Brings a screen up, tells when it is there, and is looked at in both colour schemes. */
type Screens = readonly (readonly [string, (session: Session, scheme: ColourScheme) => Promise<View>])[];

const popupOf = async (session: Session, name: string) => (await session.visitSample(name)).popup;

const SCREENS: Screens = [
  [
    'an English article, everything open',
    async (session) => {
      const popup = await popupOf(session, 'wordpress-thread');
      await openEverything(popup);
      return popup;
    },
  ],
  [
    'a Japanese article with repeats, everything open',
    async (session) => {
      const popup = await popupOf(session, 'fc2-more');
      await openEverything(popup);
      return popup;
    },
  ],
  ['an Arabic article', (session) => popupOf(session, 'arabic')],
  [
    'comments with digest',
    async (session) => {
      const popup = await popupOf(session, 'wordpress-thread');
      await selectTab(popup, 'comments');
      return popup;
    },
  ],
  [
    'a long thread, some of it closed',
    async (session) => {
      const { popup } = await session.visit(threadUrl('en', 60));
      await selectTab(popup, 'comments');
      await clickButton(popup, english('threadCollapseAll'));
      return popup;
    },
  ],
  [
    'a search in a thread',
    async (session) => {
      const { popup } = await session.visit(threadUrl('en', 60));
      await selectTab(popup, 'comments');
      await searchThread(popup, 'heron');
      return popup;
    },
  ],
  [
    'more comments on offer',
    async (session) => {
      const { popup } = await session.visit(splitUrl('en', 'broken'));
      await selectTab(popup, 'comments');
      return popup;
    },
  ],
  [
    'more comments that could not be had',
    async (session) => {
      const { popup } = await session.visit(splitUrl('en', 'broken'));
      await selectTab(popup, 'comments');
      await loadMoreComments(popup);
      return popup;
    },
  ],
  [
    'the saved list, filled, with a notice',
    async (session, scheme) => {
      const popup = await popupOf(session, scheme === 'light' ? 'wordpress-thread' : 'chinese');
      await save(popup);
      await selectTab(popup, 'saved');
      return popup;
    },
  ],
  ['an article on several pages', (session) => popupOf(session, 'paged')],
  [
    'several pages as one article',
    async (session) => {
      const popup = await popupOf(session, 'paged-2');
      await loadFurtherPages(popup);
      return popup;
    },
  ],
  ['a list of posts', (session) => popupOf(session, 'front-page')],
  ['a page that is no article', (session) => popupOf(session, 'links')],
  ['a page that cannot be read', async (session) => (await session.visit('https://nowhere.example/')).popup],
  [
    'text settings',
    async (session) => {
      const popup = await popupOf(session, 'arabic');
      await clickButton(popup, english('textSettings'));
      return popup;
    },
  ],
  [
    'the menu',
    async (session) => {
      const popup = await popupOf(session, 'arabic');
      await clickButton(popup, english('more'));
      return popup;
    },
  ],
  [
    'the help about shortcuts',
    async (session) => {
      const popup = await popupOf(session, 'arabic');
      await popup.press('?');
      return popup;
    },
  ],
  [
    'the reader tab',
    async (session) => {
      const popup = await popupOf(session, 'wordpress-thread');
      await popup.press('o');
      const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html#tab=`);
      await waitForReading(reader);
      return reader;
    },
  ],
  [
    'a repeat unfolded, and what was put back',
    async (session, scheme) => {
      const { popup } = await session.visit(postUrl('weir'));
      // In dark colours it is as it was chosen in light ones.
      if (scheme === 'light') {
        await openChip(popup);
        await pressButton(popup, english('foldNot'));
        await pressButton(popup, `Put back: ${widgetOf('weir')}`);
      }
      await waitForText(popup, widgetOf('weir'));
      await openEverything(popup);
      return popup;
    },
  ],
  [
    'blocks that other posts of the blog have too',
    async (session) => {
      await session.visit(postUrl('weir'));
      await session.tidy();
      const { popup } = await session.visit(postUrl('lock'));
      await waitUntil(popup, 'dimmed blocks', () => document.querySelector('[data-seen]') !== null, null);
      await openChip(popup);
      return popup;
    },
  ],
  [
    'the settings, with what is remembered',
    async (session) => {
      const options = await session.browser.openOwnPage('options.html');
      await waitForRecords(options);
      return options;
    },
  ],
  [
    'the reader tab with nothing to read',
    async (session) => {
      const reader = await session.browser.openOwnPage('reader.html');
      await waitForReading(reader);
      return reader;
    },
  ],
];

describe.each(KINDS)('axe in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, {
      pages: new Map([[threadUrl('en', 60), threadPage('en', 60)], ...splitPages('en'), ...blogPages()]),
    });
  });
  afterAll(() => session?.close());

  describe.each(['light', 'dark'] as const)('%s', (scheme: ColourScheme) => {
    beforeAll(() => session.browser.setColourScheme(scheme));
    afterEach(() => session.tidy());
    it.each(SCREENS)('finds nothing wrong with %s', async (_, show) => {
      const view = await show(session, scheme);
      const isDark = await view.run(() => matchMedia('(prefers-color-scheme: dark)').matches, null);
      expect(isDark).toBe(scheme === 'dark');
      expect(await violationsIn(view)).toEqual([]);
    });
  });
});
