import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../scripts/lib/browsers.ts';
import type { Served } from '../../scripts/lib/sample-server.ts';
import { messageOf, waitForReading } from '../../scripts/lib/screens.ts';
import { secureTunnels } from './secure-server.ts';
import { english, KINDS, type Session, startSession } from './session.ts';

const HOST = 'http://bad.sample.example';
const STORES: Record<BrowserKind, string> = {
  chromium: 'https://chromewebstore.google.com/',
  firefox: 'https://addons.mozilla.org/',
};
const BROWSER_PAGES: Record<BrowserKind, readonly string[]> = {
  chromium: ['chrome://version/', 'chrome://settings/'],
  firefox: ['about:support', 'about:config'],
};

/** One empty page of PDF, as small as the format allows. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

const LONG_PAGE = `<!doctype html><html lang="en"><title>A page that leaves</title><article><h1>A page that leaves</h1>
${Array.from({ length: 4000 }, (_, index) => `<p>Paragraph ${index} of a page that goes away while somebody reads it, with enough words to be an article.</p>`).join('\n')}
</article>`;

const PAGES = new Map<string, Served>([
  [`${HOST}/paper.pdf`, { contentType: 'application/pdf', body: PDF }],
  [
    `${HOST}/picture.svg`,
    { contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  ],
  [
    `${HOST}/frames.html`,
    { contentType: 'text/html', body: '<frameset cols="*"><frame src="/x"></frameset>' },
  ],
  [`${HOST}/data.json`, { contentType: 'application/json', body: '{"one": 1}' }],
  [`${HOST}/broken.html`, { contentType: 'text/html', body: '<p><table><b><i></p><tr><form><div></b>' }],
  [`${HOST}/leaving.html`, { contentType: 'text/html', body: LONG_PAGE }],
]);

const store = (url: string): Served => ({
  contentType: 'text/html',
  body: `<!doctype html><html lang="en"><title>Store</title><h1>Extensions</h1><p>At ${url}</p>`,
});

describe.each(KINDS)('what cannot be read, in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    const secure = new Map(Object.values(STORES).map((url) => [url, store(url)]));
    session = await startSession(kind, { pages: PAGES, tunnels: secureTunnels(secure) });
  });
  afterAll(() => session?.close());

  /** Clicks the icon on an address and gives the message of the popup. */
  async function messageAt(url: string) {
    const visit = await session.visit(url);
    const message = await messageOf(visit.popup);
    await session.leave(visit);
    await session.expectNoTroubles();
    return message;
  }

  const unreadable = (key: Parameters<typeof english>[0]) => ({
    heading: english('headingUnreadable'),
    text: english(key),
  });
  const noArticle = (key: Parameters<typeof english>[0]) => ({
    heading: english('headingNotArticle'),
    text: english(key),
  });

  it.each(BROWSER_PAGES[kind])("the browser's own page %s", async (url) => {
    expect(await messageAt(url)).toEqual(unreadable('cannotRead_browser_page'));
  });

  it('the store', async () => {
    expect(await messageAt(STORES[kind])).toEqual(unreadable('cannotRead_extension_store'));
  });

  it("the extension's own page", async () => {
    const url = `${session.browser.ownOrigin}reader.html`;
    expect(await messageAt(url)).toEqual(unreadable('cannotRead_extension_page'));
  });

  it('a PDF', async () => {
    expect(await messageAt(`${HOST}/paper.pdf`)).toEqual(unreadable('unreadable_pdf'));
  });

  it('the source of a page', async () => {
    // Chromium hides from us what it shows there, so only the general sentence is true.
    const key = kind === 'firefox' ? 'cannotRead_view_source' : 'cannotRead_blocked';
    expect(await messageAt(`view-source:${HOST}/data.json`)).toEqual(unreadable(key));
  });

  it('a page that did not load', async () => {
    expect(await messageAt('https://nowhere.sample.example/')).toEqual(unreadable('cannotRead_error_page'));
  });

  it('a page of frames', async () => {
    expect(await messageAt(`${HOST}/frames.html`)).toEqual(unreadable('unreadable_frames_only'));
  });

  it('an empty page', async () => {
    expect(await messageAt('http://empty.sample.example/')).toEqual(noArticle('notArticle_empty'));
  });

  it('a page of links only', async () => {
    expect(await messageAt('http://links.sample.example/')).toEqual(noArticle('notArticle_links_only'));
  });

  it.each(['picture.svg', 'data.json', 'broken.html', 'missing.html'])('%s', async (name) => {
    const message = await messageAt(`${HOST}/${name}`);
    expect(message?.heading).not.toBe('');
    expect(message?.text).not.toBe('');
  });

  it('a page that goes away during the click', async () => {
    const page = await session.browser.open(`${HOST}/leaving.html`);
    await page.run((url) => void setTimeout(() => location.assign(url), 30), 'http://links.sample.example/');
    const popup = await session.browser.clickToolbar();
    await waitForReading(popup);
    const message = await messageOf(popup);
    const heading = message?.heading ?? 'A page that leaves';
    expect([english('headingUnreadable'), english('headingNotArticle'), 'A page that leaves']).toContain(
      heading,
    );
    await session.leave({ page, popup });
    await session.expectNoTroubles();
  });

  it('an address of the reader tab that names nothing', async () => {
    const reader = await session.browser.openOwnPage('reader.html#nonsense');
    await waitForReading(reader);
    expect((await messageOf(reader))?.heading).toBe(english('headingBadAddress'));
    await reader.close();
    await session.expectNoTroubles();
  });
});
