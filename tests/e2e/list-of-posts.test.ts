import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../scripts/lib/driver.ts';
import { articleOf, messageOf, postsOf, waitForReading } from '../../scripts/lib/screens.ts';
import { english, KINDS, type Session, sample, startSession } from './session.ts';

const OTTERS = 'http://front.sample.example/otters--at-last';
const PAGES = new Map([[OTTERS, { contentType: 'text/html', body: sample('paged').body }]]);

describe.each(KINDS)('a list of posts, in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, { pages: PAGES });
  });
  afterAll(() => session?.close());
  afterEach(() => session.tidy());

  it('says what it is and names its posts with their days, and asks for none', async () => {
    const page = await session.browser.open(sample('front-page').expected.url);
    const before = await session.settledTraffic();
    const popup = await session.browser.clickToolbar();
    await waitForReading(popup);
    expect(await messageOf(popup)).toEqual({
      heading: english('headingNotArticle'),
      text: english('notArticle_list_of_posts'),
    });
    const posts = await postsOf(popup);
    expect(posts).toHaveLength(5);
    expect(posts[1]).toEqual({ title: 'Otters, at last', date: 'June 9, 2024', href: OTTERS });
    expect(await session.settledTraffic()).toEqual(before);
    await session.leave({ page, popup });
    await session.expectNoTroubles();
  });

  it('opens a post in the tab by the keyboard, which a click then reads', async () => {
    const { popup, page } = await session.visitSample('front-page');
    await popup.press('j');
    await popup.press('j');
    await popup.press('Enter');
    await eventually('the popup to close', async () => ((await popup.isClosed()) ? true : null));
    const tab = await session.browser.tabAt(OTTERS);
    expect(await page.run(() => location.href, null)).toBe(OTTERS);
    expect(await tab.run(() => document.readyState !== 'loading', null)).toBe(true);
    const again = await session.browser.clickToolbar();
    await waitForReading(again);
    expect((await articleOf(again)).title).toBe(sample('paged').expected.title);
    await session.expectNoTroubles();
  });

  it('names the links of a page of links', async () => {
    const { popup } = await session.visitSample('links');
    expect((await postsOf(popup)).map(({ title }) => title)).toContain('Where to find larch');
    await session.expectNoTroubles();
  });
});
