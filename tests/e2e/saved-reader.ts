import { createHash } from 'node:crypto';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { save, waitForReading } from '../../scripts/lib/screens.ts';
import type { Session } from './session.ts';

/** The id that the library gives a page: of its address. */
export function idOf(url: string): string {
  return createHash('sha256').update(url).digest('hex').slice(0, 32);
}

/** Saves a page by a click on the toolbar icon and opens what was saved in the reader tab. */
export async function saveAndOpen(session: Session, url: string): Promise<View> {
  const visit = await session.visit(url);
  await save(visit.popup);
  await session.leave(visit);
  return openSaved(session, url);
}

/** Opens a page that is saved in the reader tab. */
export async function openSaved(session: Session, url: string): Promise<View> {
  const reader = await session.browser.openOwnPage(`reader.html#saved=${idOf(url)}`);
  await waitForReading(reader);
  await waitUntil(reader, 'its tools', () => document.querySelector('[data-note]') !== null, null);
  return reader;
}

/** Presses the first button with such words, as a person does with the keyboard. */
export async function press(view: View, words: string): Promise<void> {
  await waitUntil(
    view,
    `the button ${words}`,
    (label) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('button')];
      const button = buttons.find((one) =>
        (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(label),
      );
      button?.focus();
      return button !== undefined && document.activeElement === button;
    },
    words,
  );
  await view.press('Enter');
}
