import { type View, waitUntil } from '../driver.ts';

/** What the screens show of choices about blogs, and how they are made; see `scripts/lib/screens.ts`. */

/** Presses a button by the beginning of its name, inside folded parts too. */
export async function pressButton(view: View, name: string): Promise<void> {
  const wasPressed = await view.run((wanted) => {
    const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent ?? '';
    const button = [...document.querySelectorAll('button')].find((one) => nameOf(one).startsWith(wanted));
    button?.click();
    return button !== undefined;
  }, name);
  if (!wasPressed) throw new Error(`There is no button ${name}`);
}

/** Waits until a text stands in the article, or no longer does. */
export function waitForText(view: View, text: string, isThere = true): Promise<void> {
  return waitUntil(
    view,
    `${isThere ? '' : 'no '}“${text}” in the article`,
    ([words, wanted]) => {
      const body = document.querySelector('[data-kind="article"]')?.cloneNode(true);
      if (!(body instanceof Element)) return false;
      // What a chip shows is not the article.
      for (const chip of body.querySelectorAll('[data-chip]')) chip.remove();
      return (body.textContent?.includes(words) ?? false) === wanted;
    },
    [text, isThere] as const,
  );
}

/** Opens the first chip of the article. */
export async function openChip(view: View): Promise<void> {
  await view.run(() => document.querySelector<HTMLElement>('[data-chip] > button')?.click(), null);
  await waitUntil(
    view,
    'the copies of a repeat',
    () => document.querySelector('[data-chip] > button[aria-expanded="true"]') !== null,
    null,
  );
}

/** What an open chip shows of a copy: its text with the differences as a reader sees them. */
export function differencesOf(
  view: View,
): Promise<readonly { readonly kind: string; readonly text: string }[]> {
  return view.run(() => {
    return [...document.querySelectorAll('[data-chip] :is(ins, del)')].map((mark) => {
      const shown = mark.cloneNode(true) as Element;
      for (const spoken of shown.querySelectorAll('.visually-hidden')) spoken.remove();
      return { kind: mark.tagName.toLowerCase(), text: shown.textContent ?? '' };
    });
  }, null);
}

/** The blocks that are dimmed as known from other posts, without the notes about them. */
export function dimmedOf(view: View): Promise<readonly string[]> {
  return view.run(
    () =>
      [...document.querySelectorAll('[data-kind="article"] [data-seen]')].map((block) => {
        const shown = block.cloneNode(true) as Element;
        for (const own of shown.querySelectorAll('[data-own], [data-repeat]')) own.remove();
        return shown.textContent ?? '';
      }),
    null,
  );
}

/** What a section of the settings' page lists, a line a record. */
export function recordsOf(view: View, section: 'choices' | 'blogs'): Promise<readonly string[]> {
  return view.run(
    (id) =>
      [...document.querySelectorAll(`#${id} li:has(> button), #${id} li h3`)].map(
        (record) => record.textContent ?? '',
      ),
    section,
  );
}

/** Waits until the settings' page has looked up what is remembered. */
export function waitForRecords(view: View): Promise<void> {
  return waitUntil(
    view,
    'what is remembered',
    () => document.querySelector('#choices') !== null && !document.querySelector('main [aria-busy="true"]'),
    null,
  );
}

/** How many choices about blogs, or blogs that something was learned of, are on the disk. Asked in a page of the extension. */
export function remembered(view: View, kind: 'choices' | 'blogs'): Promise<number> {
  return view.run(
    (store) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('memory');
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction(store).objectStore(store).count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
    kind,
  );
}
