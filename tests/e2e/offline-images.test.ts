import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { waitForReading } from '../../scripts/lib/screens.ts';
import { DRAWING, OTHER_POST, PICTURES, POST, picturePages, REFUSED } from './picture-post.ts';
import { idOf, press, saveAndOpen } from './saved-reader.ts';
import { english, KINDS, type Session, startSession } from './session.ts';

const CDN = 'http://img.pictures.example/*';

const KEEP = english('keepImages').split('{count}')[1] ?? '';

const shownImages = (view: View) =>
  view.run(
    () =>
      [...document.querySelectorAll<HTMLImageElement>('[data-kind="article"] img')].map((image) => ({
        scheme: new URL(image.src).protocol,
        width: image.naturalWidth,
      })),
    null,
  );

async function scrollThrough(view: View): Promise<void> {
  await view.run(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      window.scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, null);
}

describe.each(KINDS)('images kept offline in %s', (kind) => {
  let session: Session;
  let reader: View;
  let readerUrl: string;
  let before: number;

  beforeAll(async () => {
    session = await startSession(kind, { pages: picturePages() });
    reader = await saveAndOpen(session, POST);
    readerUrl = `reader.html#saved=${idOf(POST)}`;
    await session.settledTraffic();
    before = session.server.requests.length;
  });
  afterAll(() => session?.close());

  it('asks for nothing before the click: not on saving, not on opening', async () => {
    expect(session.server.requests.slice(before)).toEqual([]);
    expect(await shownImages(reader)).toEqual([]);
  });

  it('fetches them at the click, once each, without cookie or referrer', async () => {
    await session.browser.allowHosts([CDN]);
    await press(reader, KEEP);
    await waitUntil(
      reader,
      'the images to be kept',
      (label) => document.querySelector(`[aria-label="${label}"]`) !== null,
      english('imagesDropHint'),
    );
    const asked = session.server.requests.slice(before);
    for (const url of [...PICTURES, DRAWING]) {
      expect(asked.filter((request) => request.url === url)).toEqual([
        { method: 'GET', url, cookie: '', referrer: '' },
      ]);
    }
  });

  it('shows them from the disk', async () => {
    await scrollThrough(reader);
    await waitUntil(
      reader,
      'every picture',
      (count) => {
        const images = [...document.querySelectorAll<HTMLImageElement>('[data-kind="article"] img')];
        return images.length === count && images.every((image) => image.complete && image.naturalWidth > 0);
      },
      PICTURES.length + 1,
    );
    for (const { scheme } of await shownImages(reader)) expect(scheme).toBe('blob:');
  });

  it('lists what was refused, each with its reason', async () => {
    const listed = await reader.run(
      () =>
        [...document.querySelectorAll('[data-image-failures] li')].map((item) => ({
          url: item.querySelector('a')?.href ?? '',
          said: item.lastChild?.textContent?.trim() ?? '',
        })),
      null,
    );
    const wanted = Object.entries(REFUSED).map(([url, reason]) => ({ url, said: english(reason) }));
    expect(listed.toSorted((a, b) => a.url.localeCompare(b.url))).toEqual(
      wanted.toSorted((a, b) => a.url.localeCompare(b.url)),
    );
    const asked = session.server.requests.slice(before).map(({ url }) => url);
    expect(asked).not.toContain('http://localhost/router.png');
    expect(asked.filter((url) => url.includes('stats.wordpress.com'))).toEqual([]);
  });

  it('runs nothing of a drawing, and lets it ask for nothing', async () => {
    expect(await reader.run(() => String(Reflect.get(window, 'ran') ?? ''), null)).toBe('');
    expect(session.server.requests.filter(({ url }) => url.includes('evil.example'))).toEqual([]);
    expect((await session.browser.requests()).filter((url) => url.includes('evil.example'))).toEqual([]);
  });

  it('asks for no image again for another article', async () => {
    const other = await saveAndOpen(session, OTHER_POST);
    const asked = session.server.requests.length;
    await press(other, KEEP);
    await waitUntil(
      other,
      'the images to be kept',
      (label) => document.querySelector(`[aria-label="${label}"]`) !== null,
      english('imagesDropHint'),
    );
    expect(session.server.requests.slice(asked)).toEqual([]);
    await other.close();
  });

  it('shows them without a network', async () => {
    await reader.close();
    await session.server.close();
    reader = await session.browser.openOwnPage(readerUrl);
    await waitForReading(reader);
    await scrollThrough(reader);
    await waitUntil(
      reader,
      'every picture',
      (count) => {
        const images = [...document.querySelectorAll<HTMLImageElement>('[data-kind="article"] img')];
        return images.length === count && images.every((image) => image.complete && image.naturalWidth > 0);
      },
      PICTURES.length + 1,
    );
    await session.expectNoTroubles();
  });
});
