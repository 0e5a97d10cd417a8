import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportView } from '../../components/import/ImportView.tsx';
import { reportWords } from '../../components/import/report-words.ts';
import { createImportSession } from '../../components/import/state/import-session.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { translator } from '../../utils/i18n.ts';
import type { Importer } from '../../utils/library/transfer/import/client.ts';
import { previewFiles } from '../../utils/library/transfer/import/preview.ts';
import { importFiles } from '../../utils/library/transfer/import/run.ts';
import { ok } from '../../utils/result.ts';
import { aLibrary, freshDisk } from '../library/a-library.ts';
import { brokenRules, show } from './screen.tsx';

const POCKET = 'title,url,time_added,tags,status\n';
const ROWS = `${POCKET}On ferries,https://boats.example/,1700000000,boats,archive\nBad,javascript:alert(1),1,,unread\n`;

function fileOf(text: string, name: string): File {
  return new File([text], name);
}

/** Imports here and now, without a worker, into a list of this test's own. */
async function importer(): Promise<Importer & { finish(): void }> {
  freshDisk();
  const library = await aLibrary();
  let isCancelled = false;
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    preview: (files, tell) => previewFiles(files, library, { tell, isCancelled: () => isCancelled }),
    async run(files, words, tell) {
      tell({ bytes: 50, totalBytes: 100, items: 7 });
      await held;
      return ok(await importFiles(files, library, words, { tell: () => {}, isCancelled: () => isCancelled }));
    },
    cancel: () => {
      isCancelled = true;
    },
    finish: () => finish(),
  };
}

async function open(language: InterfaceLanguage = 'en') {
  const given = await importer();
  const session = createImportSession(given);
  const saveFile = vi.fn();
  const services = { importer: given, saveFile, listHref: '/library.html' };
  const view = show(
    <main>
      <ImportView session={session} services={services} />
    </main>,
    language,
  );
  return { ...view, session, saveFile, finish: given.finish };
}

async function choose(container: Element, ...files: readonly File[]): Promise<void> {
  const input = container.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('There is nothing to choose files by');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  fireEvent.change(input);
}

afterEach(cleanup);

describe.each(['en', 'ja'] as const)('the import in %s', (language) => {
  const t = translator(language);

  it('goes from files through a preview to a report', async () => {
    const { container, saveFile, finish } = await open(language);
    expect(await brokenRules(container)).toEqual([]);

    await choose(container, fileOf(ROWS, 'mine.csv'), fileOf('Dear reader,', 'letter.txt'));
    const preview = await screen.findByRole('heading', { level: 1, name: t('importPreviewHeading') });
    await waitFor(() => expect(document.activeElement).toBe(preview));
    const file = screen.getByRole('region', { name: 'mine.csv' });
    expect(file.textContent).toContain(t('importKind_pocket_csv'));
    expect(within(file).getByText('On ferries')).toBeTruthy();
    expect(within(file).getByText(t('importSkipped_not_web'))).toBeTruthy();
    const letter = screen.getByRole('region', { name: 'letter.txt' });
    expect(letter.textContent).toContain(t('importFile_unknown'));
    expect(await brokenRules(container)).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: t('importStart', { count: 1 }) }));
    const bar = await screen.findByRole('progressbar', { name: t('importWriting') });
    expect(bar.getAttribute('value')).toBe('0.5');
    expect(screen.getByText(t('importSoFar', { count: 7 }))).toBeTruthy();
    expect(await brokenRules(container)).toEqual([]);
    finish();

    await screen.findByRole('heading', { level: 1, name: t('importDone') });
    expect(screen.getByText(t('importSum', { added: 1, merged: 0, unchanged: 0, skipped: 1 }))).toBeTruthy();
    // What was left out comes first.
    expect(screen.queryByText('On ferries')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: t('importResult_all') }));
    expect(screen.getByText('On ferries')).toBeTruthy();
    expect(await brokenRules(container)).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: t('importSaveReport') }));
    expect(saveFile).toHaveBeenCalledWith(
      expect.objectContaining({ type: expect.stringContaining('csv') }),
      'seidoku-import.csv',
    );
  });
});

describe('the import', () => {
  it('takes files that are dropped anywhere on it, and nothing else', async () => {
    const { container } = await open();
    const view = container.querySelector('[class*="view"]') ?? container;
    const text = { types: ['text/plain'], files: [] };
    expect(fireEvent.dragOver(view, { dataTransfer: text })).toBe(true);
    const files = { types: ['Files'], files: [fileOf(ROWS, 'dropped.csv')] };
    fireEvent.dragEnter(view, { dataTransfer: files });
    expect(view.hasAttribute('data-over')).toBe(true);
    expect(fireEvent.drop(view, { dataTransfer: files })).toBe(false);
    await screen.findByRole('region', { name: 'dropped.csv' });
    expect(view.hasAttribute('data-over')).toBe(false);
  });

  it('offers nothing to import where there is nothing', async () => {
    const { container } = await open();
    await choose(container, fileOf('', 'empty.csv'));
    await screen.findByText(translator('en')('importNothing'));
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Choose other files',
    ]);
    fireEvent.click(screen.getByRole('button'));
    await screen.findByRole('button', { name: 'Choose files' });
  });

  it('can be stopped, and says what stays', async () => {
    const { container, session, finish } = await open();
    await choose(container, fileOf(ROWS, 'mine.csv'));
    fireEvent.click(await screen.findByRole('button', { name: 'Import one entry' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    expect((screen.getByRole('button', { name: 'Stopping…' }) as HTMLButtonElement).disabled).toBe(true);
    finish();
    await screen.findByRole('heading', { name: translator('en')('importStopped') });
    expect(session.state.value).toMatchObject({ kind: 'done', report: { isCancelled: true } });
  });

  it('says why it could not begin', async () => {
    const session = createImportSession({
      preview: async () => ({ ok: false, error: { kind: 'private-window', details: '' } }),
      run: async () => ({ ok: false, error: { kind: 'failed', details: '' } }),
      cancel: () => {},
    });
    const services = { importer: await importer(), saveFile: () => {}, listHref: '/library.html' };
    const { container } = show(
      <main>
        <ImportView session={session} services={services} />
      </main>,
    );
    await choose(container, fileOf(ROWS, 'mine.csv'));
    await screen.findByText(translator('en')('libraryError_private_window'));
    expect(await brokenRules(container)).toEqual([]);
  });

  it('has a word for everything in its table', () => {
    const { heading, flaw, ...groups } = reportWords(translator('ja'));
    const words = [...heading, flaw, ...Object.values(groups).flatMap((group) => Object.values(group))];
    expect(
      words.filter((word) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)),
    ).toEqual([]);
  });
});
