import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { pngPicture } from '../../scripts/lib/picture.ts';
import type { Served } from '../../scripts/lib/sample-server.ts';
import { save } from '../../scripts/lib/screens.ts';
import { idOf, openSaved, press } from './saved-reader.ts';
import { english, KINDS, type Session, startSession } from './session.ts';

const POST = 'http://slow.sample.example/post';
const CDN = 'http://img.slow.example';
const COUNT = 8;

/** A blog whose pictures come when the test lets them. */
function slowPages() {
  const waiting: ServerResponse[] = [];
  let allowed = 0;
  const give = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' });
    response.end(pngPicture(64, 48, 1 + waiting.indexOf(response)));
  };
  const serve = () => {
    const next = waiting.find((response) => !response.writableEnded && !response.destroyed);
    if (!next || allowed === 0) return;
    allowed -= 1;
    give(next);
    serve();
  };
  const respond = (response: ServerResponse) => {
    waiting.push(response);
    serve();
  };
  const text = 'The ferry was late again, and nobody on the quay seemed to mind it very much that morning.';
  const parts = Array.from(
    { length: COUNT },
    // The page itself must not ask for them: its own answers would be held back as well.
    (_, index) => `<p>${text} (${index})</p><img data-src="${CDN}/${index}.png" alt="${index}">`,
  );
  const body = `<!doctype html><html lang="en"><title>Slow</title><article><h1>Slow</h1>${parts.join('')}</article>`;
  const pages = new Map<string, Served>([
    [POST, { contentType: 'text/html', body }],
    ['http://slow.sample.example/favicon.ico', { contentType: 'image/x-icon', body: '' }],
  ]);
  for (let index = 0; index < COUNT; index += 1) {
    pages.set(`${CDN}/${index}.png`, { contentType: 'image/png', body: '', respond });
  }
  return {
    pages,
    /** Answers so many, those that wait and those that come, and no more. */
    allow(count: number) {
      allowed = count;
      serve();
    },
  };
}

const KEEP = english('keepImages').split('{count}')[1] ?? '';

/** The images of the article that lie on the disk. */
const keptIn = (view: View) =>
  view.run(async (id) => {
    const opening = indexedDB.open('library');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const uses = opening.result.transaction('imageUses').objectStore('imageUses').index('by-id');
    const counting = uses.getAll(id);
    await new Promise((resolve) => {
      counting.onsuccess = resolve;
    });
    opening.result.close();
    return counting.result.map(({ url }: { readonly url: string }) => url);
  }, idOf(POST));

describe.each(KINDS)('images are fetched in %s', (kind) => {
  let session: Session;
  let server: ReturnType<typeof slowPages>;
  beforeAll(async () => {
    server = slowPages();
    session = await startSession(kind, { pages: server.pages });
  });
  afterAll(() => session?.close());

  it('although the popup that began it is closed', async () => {
    const { popup } = await session.visit(POST);
    await save(popup);
    await session.browser.allowHosts([`${CDN}/*`]);
    await press(popup, KEEP);
    await waitUntil(popup, 'the work to begin', () => document.querySelector('progress') !== null, null);
    await popup.close();

    const reader = await openSaved(session, POST);
    await waitUntil(reader, 'the progress', () => document.querySelector('progress') !== null, null);
    expect(await keptIn(reader)).toEqual([]);
    server.allow(Number.POSITIVE_INFINITY);
    await waitUntil(
      reader,
      'the images to be kept',
      (label) => document.querySelector(`[aria-label="${label}"]`) !== null,
      english('imagesDropHint'),
    );
    expect(await keptIn(reader)).toHaveLength(COUNT);
    for (let index = 0; index < COUNT; index += 1) {
      const asked = session.server.requests.filter(({ url }) => url === `${CDN}/${index}.png`);
      expect(asked).toHaveLength(1);
    }
    await session.expectNoTroubles();
  });

  it('and let go of at a click', async () => {
    const reader = await openSaved(session, POST);
    await press(reader, english('imagesDropHint'));
    await waitUntil(
      reader,
      'them to be gone',
      (label) => document.querySelector(`[aria-label="${label}"]`) === null,
      english('imagesDropHint'),
    );
    expect(await keptIn(reader)).toEqual([]);
    await reader.close();
  });

  it('and go on where the browser stopped the background, without what is there already', async () => {
    server.allow(0);
    const before = session.server.requests.length;
    const reader = await openSaved(session, POST);
    await press(reader, KEEP);
    await waitUntil(reader, 'the work to begin', () => document.querySelector('progress') !== null, null);
    server.allow(2);
    await waitUntil(reader, 'two images', () => (document.querySelector('progress')?.value ?? 0) >= 2, null);
    await session.browser.stopBackground();
    await reader.close();
    const there = await keptIn(await session.browser.openOwnPage('options.html'));
    expect(there).toHaveLength(2);

    server.allow(Number.POSITIVE_INFINITY);
    const again = await openSaved(session, POST);
    await waitUntil(
      again,
      'the images to be kept',
      (label) => document.querySelector(`[aria-label="${label}"]`) !== null,
      english('imagesDropHint'),
    );
    expect(await keptIn(again)).toHaveLength(COUNT);
    const asked = session.server.requests.slice(before).map(({ url }) => url);
    // What was on its way when the background was stopped had to be asked for again, but nothing else.
    for (const url of there) expect(asked.filter((one) => one === url)).toHaveLength(1);
  });
});
