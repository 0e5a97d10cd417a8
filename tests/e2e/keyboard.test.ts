import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { waitForReading } from '../../scripts/lib/screens.ts';
import { english, KINDS, type Session, startSession } from './session.ts';

/** What has the focus, in words. */
function focused(view: View): Promise<string> {
  return view.run(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    return `${element.tagName} ${element.id} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 60)}`;
  }, null);
}

/** Everything visible that can be acted on, in the words of `focused`; a tab list is one stop. */
function actions(view: View): Promise<readonly string[]> {
  return view.run(() => {
    const ACTIONS = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';
    return [...document.querySelectorAll<HTMLElement>(ACTIONS)]
      .filter(
        (element) => element.checkVisibility() && element.tabIndex >= 0 && !element.matches(':disabled'),
      )
      .map(
        (element) =>
          `${element.tagName} ${element.id} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 60)}`,
      );
  }, null);
}

async function tabTo(view: View, words: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await focused(view)).includes(words)) return;
    await view.press('Tab');
  }
  throw new Error(`Tab never reaches ${words}; it is at ${await focused(view)}`);
}

async function shows(view: View, what: string, selector: string): Promise<void> {
  await waitUntil(view, what, (query) => document.querySelector(query)?.checkVisibility() ?? false, selector);
}

async function hides(view: View, what: string, selector: string): Promise<void> {
  await waitUntil(view, what, (query) => !document.querySelector(query)?.checkVisibility(), selector);
}

describe.each(KINDS)('the keyboard alone in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());
  afterEach(() => session.tidy());

  it.each(['fc2-more', 'wordpress-thread', 'links', 'paged', 'front-page'])(
    'reaches every action of %s',
    async (name) => {
      const visit = await session.visitSample(name);
      const wanted = new Set(await actions(visit.popup));
      const limit = wanted.size * 2 + 10;
      for (let presses = 0; presses < limit && wanted.size > 0; presses++) {
        wanted.delete(await focused(visit.popup));
        await visit.popup.press('Tab');
      }
      expect([...wanted]).toEqual([]);
    },
  );

  it('shows where it is', async () => {
    const visit = await session.visitSample('wordpress-thread');
    await tabTo(visit.popup, english('textSettings'));
    const outline = await visit.popup.run(() => {
      const element = document.activeElement;
      const style = element && getComputedStyle(element);
      return style ? `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow}` : '';
    }, null);
    expect(outline).not.toBe('none 0px none');
  });

  it('saves, removes and takes back', async () => {
    const visit = await session.visitSample('wordpress-thread');
    const { popup } = visit;
    await shows(popup, 'a save button that can be pressed', '[aria-pressed="false"][aria-disabled="false"]');
    await popup.press('s');
    await shows(popup, 'Saved', '[aria-pressed="true"]');
    await popup.press('3');
    await shows(popup, 'the saved article', '#panel-saved [data-list-item]');
    await popup.press('/');
    await waitUntil(
      popup,
      'the filter',
      () => document.activeElement?.matches('[data-filter]') ?? false,
      null,
    );
    await tabTo(popup, english('savedRemove').replace(/“.*/u, '').trim());
    await popup.press('Enter');
    await hides(popup, 'the article to go', '#panel-saved [data-list-item]');
    await tabTo(popup, english('undo'));
    await popup.press('Enter');
    await shows(popup, 'the article again', '#panel-saved [data-list-item]');
  });

  it('changes tabs by number and by arrow', async () => {
    const visit = await session.visitSample('wordpress-thread');
    const { popup } = visit;
    await popup.press('2');
    await shows(popup, 'the comments', '#panel-comments li[id^="comment-"]');
    await waitUntil(popup, 'the panel in focus', () => document.activeElement?.id === 'panel-comments', null);
    await popup.press('j');
    await waitUntil(
      popup,
      'a comment in focus',
      () => document.activeElement?.id.startsWith('comment-') ?? false,
      null,
    );
    await popup.press('1');
    await shows(popup, 'the article', '#panel-article article');
    await tabTo(popup, 'tab-article');
    await popup.press('ArrowRight');
    await shows(popup, 'the comments', '#panel-comments');
    await popup.press('End');
    await shows(popup, 'the list', '#panel-saved');
  });

  it('opens and closes what folds', async () => {
    const visit = await session.visitSample('fc2-more');
    const { popup } = visit;
    await tabTo(popup, english('repeatChipTwice'));
    await popup.press('Enter');
    await shows(popup, 'the other copies', '[data-repeat] [aria-expanded="true"]');
    await tabTo(popup, english('leftOut'));
    await popup.press('Enter');
    await shows(popup, 'what was left out', 'footer details[open] li');
    await tabTo(popup, english('textSettings'));
    await popup.press('Enter');
    await shows(popup, 'the settings', `fieldset[aria-label="${english('textSettings')}"]`);
    await popup.press('Escape');
    await hides(popup, 'the settings to close', `fieldset[aria-label="${english('textSettings')}"]`);
    await popup.press('?');
    await shows(popup, 'the help', 'dialog');
    await popup.press('Escape');
    await hides(popup, 'the help to close', 'dialog');
    expect(await popup.isClosed()).toBe(false);
  });

  it('opens the article in a tab', async () => {
    const visit = await session.visitSample('wordpress-thread');
    await tabTo(visit.popup, english('openInTabHint'));
    await visit.popup.press('Enter');
    const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html#tab=`);
    await waitForReading(reader);
    await shows(reader, 'the article', 'main article h1');
    await session.expectNoTroubles();
  });
});
