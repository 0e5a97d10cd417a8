import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../scripts/lib/driver.ts';
import {
  articleOf,
  commentsOf,
  openEverything,
  save,
  selectTab,
  waitForReading,
} from '../../scripts/lib/screens.ts';
import { KINDS, type Session, sample, startSession, type Visit } from './session.ts';

/** Everything in a screen that could run, ask the network or mislead. */
function dangersIn(view: View): Promise<readonly string[]> {
  return view.run(() => {
    const found: string[] = [];
    const scope = document.querySelector('#app') ?? document.body;
    const own = new URL('/', location.href).href;
    const ACTIVE =
      'script, iframe, object, embed, form, base, meta, link, style, audio, video, marquee, math';
    for (const element of scope.querySelectorAll(ACTIVE)) found.push(element.outerHTML.slice(0, 100));
    for (const element of scope.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/iu.test(name)) found.push(`${name}=${value}`);
        if (/^(?:src|srcset|poster|background|ping)$/iu.test(name) && /^(?:https?:)?\/\//iu.test(value)) {
          found.push(`${name}=${value}`);
        }
        if (/^(?:href|action|formaction|xlink:href)$/iu.test(name)) {
          const isKnown = /^(?:https?:\/\/|\/reader\.html#|#)/iu.test(value) || value.startsWith(own);
          if (!isKnown) found.push(`${name}=${value}`);
        }
      }
    }
    return found;
  }, null);
}

/** Marks that the sample's scripts leave behind, in the page or in one of ours. */
function ranIn(view: View): Promise<string | null> {
  return view.run(() => String(Reflect.get(window, 'ran') ?? '') || null, null);
}

describe.each(KINDS)('a hostile page in %s', (kind) => {
  let session: Session;
  let visit: Visit;
  let ranBefore: string | null;
  let trafficBefore: readonly string[];
  beforeAll(async () => {
    session = await startSession(kind);
    const page = await session.browser.open(sample('hostile').expected.url);
    trafficBefore = await session.settledTraffic();
    ranBefore = await ranIn(page);
    const popup = await session.browser.clickToolbar();
    await waitForReading(popup);
    visit = { page, popup };
  });
  afterAll(() => session?.close());

  it('is read all the same', async () => {
    const { lines } = await articleOf(visit.popup);
    const wanted = sample('hostile').expected.contains ?? [];
    expect(lines.filter((line) => wanted.includes(line))).toEqual(wanted);
    await selectTab(visit.popup, 'comments');
    expect((await commentsOf(visit.popup))[0]?.text).toContain('I was there that winter.');
    await openEverything(visit.popup);
    await selectTab(visit.popup, 'article');
  });

  it('puts nothing into the popup that could run, ask the network or mislead', async () => {
    expect(await dangersIn(visit.popup)).toEqual([]);
    expect(await ranIn(visit.popup)).toBeNull();
  });

  it('runs nothing more for being read, and asks nothing more of the network', async () => {
    expect(await ranIn(visit.page)).toBe(ranBefore);
    expect(await session.settledTraffic()).toEqual(trafficBefore);
  });

  it('cannot pass for another site', async () => {
    expect((await articleOf(visit.popup)).site).toBe('hostile.sample.example');
  });

  it('is as harmless when it was saved', async () => {
    await save(visit.popup);
    await visit.popup.press('o');
    const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html`);
    await waitForReading(reader);
    expect(await dangersIn(reader)).toEqual([]);
    expect(await ranIn(reader)).toBeNull();
    expect(await session.settledTraffic()).toEqual(trafficBefore);
    await reader.close();
  });

  it('causes no uncaught error of ours', async () => {
    const ours = (await session.browser.troubles()).filter((line) =>
      line.startsWith(session.browser.ownOrigin),
    );
    expect(ours).toEqual([]);
  });
});
