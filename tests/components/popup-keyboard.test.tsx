import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { ENGLISH } from './articles.ts';
import { summary } from './library-services.ts';
import { openPopup, press, reading, tab } from './popup-screen.tsx';

afterEach(cleanup);

describe('the keyboard', () => {
  test('arrows, Home and End move between tabs', async () => {
    await openPopup(reading(ENGLISH));
    tab(/Article/u).focus();
    const selected = () => screen.getByRole('tab', { selected: true }).textContent;
    for (const [key, name] of [
      ['ArrowRight', /Comments/u],
      ['End', /Saved/u],
      ['ArrowRight', /Article/u],
      ['ArrowLeft', /Saved/u],
      ['Home', /Article/u],
    ] as const) {
      press(key);
      await waitFor(() => expect(selected()).toMatch(name));
      expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }));
    }
  });

  test('s saves, o opens a tab, ? helps and j walks through the comments', async () => {
    const { openInTab, library } = await openPopup(reading(ENGLISH));
    await screen.findByRole('heading', { level: 1 });
    press('o');
    expect(openInTab).toHaveBeenCalledOnce();
    press('s');
    await waitFor(() => expect(library.items).toHaveLength(1));
    fireEvent.click(tab(/Comments/u));
    press('j');
    press('j');
    expect(document.activeElement?.textContent).toContain('Two spits');
    press('k');
    expect(document.activeElement?.textContent).toContain('How deep did you dig');
  });

  test('u undoes a removal from anywhere', async () => {
    const { library } = await openPopup(reading(ENGLISH), { saved: [summary('Peas')] });
    fireEvent.click(tab(/Saved/u));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove “Peas”' }));
    await screen.findByRole('button', { name: 'Undo' });
    expect(library.items).toHaveLength(0);
    press('u');
    await waitFor(() => expect(library.items).toHaveLength(1));
  });

  test('typing in the filter is not a shortcut', async () => {
    const { openInTab } = await openPopup(reading(ENGLISH), { saved: [summary('Peas')] });
    fireEvent.click(tab(/Saved/u));
    (await screen.findByRole('searchbox')).focus();
    press('o');
    expect(openInTab).not.toHaveBeenCalled();
  });

  test('shortcuts with a modifier belong to the browser', async () => {
    const { library } = await openPopup(reading(ENGLISH));
    fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
    await Promise.resolve();
    expect(library.items).toHaveLength(0);
  });

  test('Escape closes a menu and gives the focus back', async () => {
    await openPopup(reading(ENGLISH));
    const button = screen.getByRole('button', { name: 'Text settings' });
    fireEvent.click(button);
    const smaller = await screen.findByRole('button', { name: 'Smaller text' });
    smaller.focus();
    fireEvent.keyDown(smaller, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Smaller text' })).toBeNull());
    expect(document.activeElement).toBe(button);
  });
});

test('text settings change what they name', async () => {
  const { actions } = await openPopup(reading(ENGLISH));
  fireEvent.click(screen.getByRole('button', { name: 'Text settings' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Larger text' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Serif' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Always' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Wide' }));
  expect(actions.changeSettings.mock.calls.map(([changes]) => changes)).toEqual([
    { textSize: 1 },
    { font: 'serif' },
    { appearance: 'dark' },
    { showImages: 'always' },
    { lineWidth: 'wide' },
  ]);
});

test('the menu copies the shown article', async () => {
  const { actions } = await openPopup(reading(ENGLISH));
  for (const name of ['Copy as Markdown', 'Copy link with title']) {
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    fireEvent.click(await screen.findByRole('button', { name }));
  }
  expect(actions.copyMarkdown.mock.calls[0]?.[0].article).toBe(ENGLISH);
  expect(actions.copyLink.mock.calls[0]?.[0].article).toBe(ENGLISH);
});
