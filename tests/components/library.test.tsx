import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { LibraryApp } from '../../components/library/LibraryApp.tsx';
import { createLibraryScreen } from '../../components/library/state/screen.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import type { LibraryErrorKind, SavedSummary } from '../../utils/library/types.ts';
import { memoryLibrary, summary } from './library-services.ts';
import { brokenRules, show } from './screen.tsx';

beforeAll(() => {
  // jsdom lays nothing out; a list that draws what can be seen needs something to see.
  Object.defineProperty(Element.prototype, 'clientHeight', { get: () => 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 120 });
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  Element.prototype.scrollTo ??= () => {};
});
afterEach(cleanup);

const PEAS = summary('Peas', { tags: ['spring', 'garden'], savedAt: 5 });
const PRESS = summary('Press', { siteName: 'Ink', tags: ['print'], lang: 'ja', savedAt: 4 });
const BEET = summary('Beet', { isFavourite: true, note: 'Ask Jun', savedAt: 3 });
const HALF = summary('Half', { state: 'reading', place: { percent: 42, block: 3 }, savedAt: 2 });
const OLD = summary('Old', { state: 'archived', tags: ['garden'], savedAt: 1 });
const LINK = summary('Link', { kind: 'link', readAt: 0, readingMinutes: 0, savedAt: 0 });
const ALL = [PEAS, PRESS, BEET, HALF, OLD, LINK];

interface Given {
  readonly language?: InterfaceLanguage;
  readonly failure?: LibraryErrorKind | null;
}

async function open(items: readonly SavedSummary[] = ALL, { language = 'en', failure = null }: Given = {}) {
  const library = memoryLibrary(items, failure);
  const list = createLibraryScreen(library.services, { view: 'unread', isSparing: false });
  library.watch(() => void list.listing.refresh());
  const copyLinks = vi.fn();
  const exportDialog = vi.fn(() => <p>Export</p>);
  const rendered = show(
    <LibraryApp
      screen={list}
      slots={{ importView: () => <h1>Import</h1>, exportDialog, reminder: () => <p>Back up</p> }}
      isImporting={false}
      hrefOf={({ id }) => `/reader.html#saved=${id}`}
      copyLinks={copyLinks}
      onImport={vi.fn()}
      onOpenOptions={vi.fn()}
    />,
    language,
  );
  await list.listing.refresh();
  return { ...rendered, ...library, list, copyLinks, exportDialog };
}

const titles = () => [...document.querySelectorAll('li[data-id] h2')].map(({ textContent }) => textContent);
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const focused = () => document.activeElement?.textContent;
const shows = (...wanted: readonly string[]) => waitFor(() => expect(titles()).toEqual(wanted));
const view = async (name: RegExp) =>
  fireEvent.click(await within(screen.getByRole('navigation')).findByRole('button', { name }));

describe('what it shows', () => {
  test.each(['en', 'ja'] as const)('in %s the views with their numbers', async (language) => {
    const { container } = await open(ALL, { language });
    await shows('Peas', 'Press', 'Beet', 'Link');
    const counts = [...document.querySelectorAll('nav button')].map(
      ({ lastChild }) => lastChild?.textContent,
    );
    expect(counts).toEqual(['4', '1', '1', '1', '6']);
    expect(await brokenRules(container)).toEqual([]);
  });

  test.each([
    [/^Reading/u, ['Half']],
    [/^Favourites/u, ['Beet']],
    [/^Archived/u, ['Old']],
    [/^All/u, ['Peas', 'Press', 'Beet', 'Half', 'Old', 'Link']],
  ] as const)('the view %s', async (name, wanted) => {
    await open();
    await view(name);
    await shows(...wanted);
  });

  test('how far an entry was read, and that a link waits for its text', async () => {
    const { container } = await open();
    await screen.findByText(/Only the link is kept so far/u);
    await view(/^Reading/u);
    await waitFor(() => expect(container.textContent).toContain('42 % read'));
  });

  test('each entry says where it is in the whole list, of which only a part is drawn', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => summary(`Post ${index}`, { savedAt: index }));
    await open(many);
    await waitFor(() => expect(titles()[0]).toBe('Post 2999'));
    await waitFor(() =>
      expect(document.querySelector('li[data-id]')?.getAttribute('aria-setsize')).toBe('3000'),
    );
    const rows = [...document.querySelectorAll('li[data-id]')];
    expect(rows.length).toBeLessThan(50);
    expect(rows.map((row) => row.getAttribute('aria-posinset')).slice(0, 3)).toEqual(['1', '2', '3']);
  });

  test('facets narrow the list, and are let go', async () => {
    await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    fireEvent.click(screen.getByRole('button', { name: /^Ink/u }));
    await shows('Press');
    fireEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await shows('Peas', 'Press', 'Beet', 'Link');
  });

  test('the order of choice, in both directions', async () => {
    await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    fireEvent.click(screen.getByRole('button', { name: /^Descending/u }));
    await shows('Link', 'Beet', 'Press', 'Peas');
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'site' } });
    await waitFor(() => expect(titles()[0]).toBe('Press'));
  });
});

describe('states', () => {
  test('an empty list offers to take in another', async () => {
    const { container } = await open([]);
    expect(await screen.findByText('Your reading list is empty.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import another reading list' })).toBeTruthy();
    expect(await brokenRules(container)).toEqual([]);
  });

  test('an empty view leads to the rest', async () => {
    await open([OLD]);
    expect(await screen.findByText('Nothing is waiting to be read.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await shows('Old');
  });

  test('a search without hits here goes on in the whole list', async () => {
    await open();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'half' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Search the whole list' }));
    await shows('Half');
  });

  test.each(['private-window', 'newer-version', 'unavailable', 'failed'] as const)(
    'a list that cannot be opened (%s) says why',
    async (failure) => {
      const { container } = await open([], { failure });
      expect(await screen.findByText('said the browser')).toBeTruthy();
      expect(await brokenRules(container)).toEqual([]);
    },
  );

  test('a finder that does not answer leaves the newest entries, and says so', async () => {
    const { services, list } = await open();
    Object.assign(services.finder(), {
      find: async () => ({ ok: false, error: { kind: 'no-answer', details: '' } }),
    });
    list.listing.ask({ view: 'all' });
    expect(await screen.findByText(/The search does not answer/u)).toBeTruthy();
    await shows('Peas', 'Press', 'Beet', 'Half', 'Old', 'Link');
  });
});

describe('the keyboard', () => {
  test('j and k walk, e archives, the neighbour gets the focus, Ctrl+Z takes it back', async () => {
    const { items } = await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('j');
    await waitFor(() => expect(focused()).toBe('Peas'));
    press('j');
    await waitFor(() => expect(focused()).toBe('Press'));
    press('k');
    press('j');
    press('e');
    await shows('Peas', 'Beet', 'Link');
    await waitFor(() => expect(focused()).toBe('Beet'));
    expect(items.find(({ title }) => title === 'Press')?.state).toBe('archived');
    press('z', { ctrlKey: true });
    await shows('Peas', 'Press', 'Beet', 'Link');
  });

  test('# deletes, u brings back; f makes a favourite and no favourite', async () => {
    const { items } = await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('j');
    press('#');
    await shows('Press', 'Beet', 'Link');
    press('u');
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('k');
    await waitFor(() => expect(focused()).toBe('Peas'));
    press('f');
    const isFavourite = (title: string) => items.find((item) => item.title === title)?.isFavourite;
    await waitFor(() => expect(items.filter((item) => item.isFavourite)).toHaveLength(2));
    press('f');
    await waitFor(() => expect(items.filter((item) => item.isFavourite)).toHaveLength(1));
    expect(isFavourite('Beet')).toBe(true);
  });

  test('x and X choose a range, Ctrl+A everything, Escape nothing', async () => {
    await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    const chosen = () => document.querySelectorAll('input:checked').length;
    press('j');
    press('x');
    press('j');
    press('j');
    press('X');
    await waitFor(() => expect(chosen()).toBe(3));
    expect(screen.getByText('3 chosen')).toBeTruthy();
    press('a', { ctrlKey: true });
    await waitFor(() => expect(chosen()).toBe(4));
    press('Escape');
    await waitFor(() => expect(chosen()).toBe(0));
  });

  test('t changes tags, n the note; ? shows the keys, and while it does the others rest', async () => {
    const { items } = await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('j');
    press('t');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'garden' }));
    fireEvent.input(screen.getByLabelText('Add tags'), { target: { value: 'new, #豆' } });
    fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
    await waitFor(() => expect(items[0]?.tags).toEqual(['spring', 'new', '豆']));
    cleanup();
    const again = await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('j');
    press('n');
    fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'Sow early' } });
    fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
    await waitFor(() => expect(again.items[0]?.note).toBe('Sow early'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    press('?');
    await screen.findByRole('dialog');
    press('#');
    expect(again.items).toHaveLength(ALL.length);
  });

  test('a note with changes is not closed by a stray Escape', async () => {
    await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('j');
    press('n');
    const field = await screen.findByRole('textbox');
    fireEvent.input(field, { target: { value: 'Half a thou' } });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(await screen.findByRole('alert')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Discard them' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('many at once', () => {
  test('Shift-click chooses what lies between; what is chosen is handed on in the order of the list', async () => {
    const { copyLinks, exportDialog, container } = await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    const boxes = screen.getAllByRole('checkbox');
    fireEvent.click(boxes[2] as HTMLElement);
    fireEvent.click(boxes[0] as HTMLElement, { shiftKey: true });
    await screen.findByText('3 chosen');
    expect(await brokenRules(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy links' }));
    expect(copyLinks).toHaveBeenCalledWith(['Peas', 'Press', 'Beet']);
    fireEvent.click(screen.getByRole('button', { name: 'Export…' }));
    await waitFor(() => expect(exportDialog).toHaveBeenCalled());
    expect(exportDialog.mock.calls[0]?.slice(0, 1)).toEqual([['Peas', 'Press', 'Beet']]);
  });

  test('archives and deletes what is chosen, and takes both back in turn', async () => {
    await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('j');
    press('x');
    fireEvent.click(await screen.findByRole('button', { name: 'Archive' }));
    await shows('Press', 'Beet', 'Link');
    fireEvent.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
    fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    await shows('Beet', 'Link');
    press('u');
    await shows('Press', 'Beet', 'Link');
    press('u');
    await shows('Peas', 'Press', 'Beet', 'Link');
  });

  test('a change that fails is told, and nothing is claimed', async () => {
    const { trouble, items } = await open();
    await shows('Peas', 'Press', 'Beet', 'Link');
    press('j');
    trouble.kind = 'disk-full';
    press('#');
    expect(await screen.findByText(/disk is full/u)).toBeTruthy();
    expect(items).toHaveLength(ALL.length);
  });
});

describe('tags of the whole list', () => {
  async function manage() {
    const opened = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Manage tags…' }));
    const dialog = within(await screen.findByRole('dialog'));
    return { ...opened, dialog };
  }

  test('are renamed, and merged where the name is taken', async () => {
    const { dialog, items } = await manage();
    fireEvent.click(await dialog.findByRole('button', { name: 'Rename “print”' }));
    const field = await dialog.findByRole('textbox', { name: 'Rename “print”' });
    fireEvent.input(field, { target: { value: 'ＧＡＲＤＥＮ' } });
    expect(await dialog.findByText(/“garden” is there already, 2 times/u)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Merge' })).toBeTruthy();
    fireEvent.input(field, { target: { value: 'letterpress' } });
    fireEvent.click(await dialog.findByRole('button', { name: 'Rename' }));
    await waitFor(() => expect(items[1]?.tags).toEqual(['letterpress']));
    expect(await dialog.findByText('letterpress')).toBeTruthy();
  });

  test('are deleted, and that is taken back', async () => {
    const { dialog, items, container } = await manage();
    expect(await brokenRules(container)).toEqual([]);
    fireEvent.click(await dialog.findByRole('button', { name: 'Delete the tag “garden”' }));
    await waitFor(() => expect(items.flatMap(({ tags }) => tags)).not.toContain('garden'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(items[0]?.tags).toContain('garden'));
  });
});
