import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ColourScheme, type View, waitUntil } from '../../scripts/lib/driver.ts';
import { fillLibrary, openLibrary } from '../../scripts/lib/library/fill.ts';
import { searchLibrary, waitForRows } from '../../scripts/lib/library/pictures.ts';
import { waitForReading } from '../../scripts/lib/screens.ts';
import { KINDS, type Session, startSession } from './session.ts';
import { violationsIn } from './violations.ts';

/** What is pressed in the list, and what shows that it has been done. */
type Screens = readonly (readonly [name: string, keys: readonly string[], shown: string])[];

const SCREENS: Screens = [
  ['the list', [], 'li[data-id]'],
  ['chosen entries', ['j', 'x', 'j', 'j', 'X'], 'input:checked'],
  ['a notice that can be undone', ['Escape', 'e'], '[role="status"] button'],
  ['the tags of an entry', ['t'], 'dialog input'],
  ['the note on an entry', ['Escape', 'n'], 'dialog textarea'],
  ['the keys', ['Escape', '?'], 'dialog kbd'],
];

const shows = (view: View, selector: string) =>
  waitUntil(view, selector, (query) => document.querySelector(query)?.checkVisibility() ?? false, selector);
const click = (view: View, selector: string) =>
  view.run((query) => document.querySelector<HTMLElement>(query)?.click(), selector);

describe.each(KINDS)('axe and the library tab in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('finds nothing wrong with an empty list', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await session.browser.setColourScheme(scheme);
      const page = await openLibrary(session.browser);
      expect(await violationsIn(page)).toEqual([]);
      await page.close();
    }
    await fillLibrary(session.browser, 30);
  });

  describe.each(['light', 'dark'] as const)('%s', (scheme: ColourScheme) => {
    let page: View;
    beforeAll(async () => {
      await session.browser.setColourScheme(scheme);
      page = await openLibrary(session.browser);
      await waitForRows(page);
    });
    afterAll(() => session.tidy());

    it.each(SCREENS)('finds nothing wrong with %s', async (_, keys, shown) => {
      for (const key of keys) await page.press(key);
      await shows(page, shown);
      expect(await violationsIn(page)).toEqual([]);
    });

    it('finds nothing wrong with the tags of the whole list, nor with one that is renamed', async () => {
      await page.press('Escape');
      await click(page, '#library-side section + button');
      await shows(page, 'dialog li');
      expect(await violationsIn(page)).toEqual([]);
      await click(page, 'dialog li button');
      await shows(page, 'dialog form');
      expect(await violationsIn(page)).toEqual([]);
      await page.press('Escape');
      await page.press('Escape');
    });

    it('finds nothing wrong with hits, with none, with a line that means nothing, with the help', async () => {
      for (const query of ['heron', 'zebra crossing', 'is:zebra heron']) {
        await searchLibrary(page, query);
        expect(await violationsIn(page)).toEqual([]);
      }
      await click(page, 'search button[aria-expanded="false"]');
      await shows(page, 'search code');
      expect(await violationsIn(page)).toEqual([]);
    });

    it('finds nothing wrong with the import', async () => {
      const imports = await session.browser.openOwnPage('library.html#import');
      await shows(imports, 'main h1');
      expect(await violationsIn(imports)).toEqual([]);
    });

    it('finds nothing wrong with the list in the popup', async () => {
      const { popup } = await session.visitSample('links');
      await waitForReading(popup);
      await popup.press('3');
      await shows(popup, '#panel-saved li');
      expect(await violationsIn(popup)).toEqual([]);
    });
  });
});
