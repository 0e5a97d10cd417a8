import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BackupNotice } from '../../components/backup/BackupNotice.tsx';
import { BackupSection } from '../../components/backup/BackupSection.tsx';
import { LibraryReminder } from '../../components/backup/LibraryReminder.tsx';
import { Restore } from '../../components/backup/Restore.tsx';
import type { BackupServices, FolderServices } from '../../components/backup/services.ts';
import { createNotices } from '../../components/state/notices.ts';
import { type InterfaceLanguage, translator } from '../../utils/i18n.ts';
import type { BackupPreview } from '../../utils/library/backup/inspect-backup.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { brokenRules, show } from './screen.tsx';

const t = translator('en');
afterEach(cleanup);

const PREVIEW: BackupPreview = {
  exportedAt: '2024-05-06T12:00:00.000Z',
  isPartial: false,
  fates: { new: 3, newer: 2, same: 900, older: 1, 'removed-here': 4, odd: 0 },
  toRemove: 0,
};

function services(given: Partial<BackupServices> = {}) {
  return {
    lastAt: vi.fn<BackupServices['lastAt']>(async () => null),
    make: vi.fn<BackupServices['make']>(async () => ({ ok: true, value: { name: 'b.seidoku' } })),
    isBackup: vi.fn<BackupServices['isBackup']>(async () => true),
    isSealed: vi.fn<BackupServices['isSealed']>(async () => false),
    inspect: vi.fn<BackupServices['inspect']>(async () => ({ ok: true, value: PREVIEW })),
    restore: vi.fn<BackupServices['restore']>(async () => ({
      ok: true,
      value: { added: 7, updated: 2, removed: 0, unchanged: 901, refused: 0 },
    })),
    folder: null,
    ...given,
  };
}

function open(given: Partial<BackupServices> = {}, language: InterfaceLanguage = 'en') {
  const notices = createNotices();
  const verbs = services(given);
  const onChange = vi.fn();
  const { container } = show(
    <BackupSection services={verbs} notices={notices} settings={DEFAULT_SETTINGS} onChange={onChange} />,
    language,
  );
  return { container, notices, verbs, onChange };
}

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const file = new File(['x'], 'old.json.gz');
const choose = () =>
  fireEvent.change(screen.getByLabelText(t('restoreChoose')), { target: { files: [file] } });

describe('making a backup', () => {
  test('of everything, without a passphrase', async () => {
    const { verbs, notices } = open();
    expect(screen.queryByText(t('backupNever'))).not.toBeNull();
    expect(screen.queryByRole('radiogroup', { name: t('backupKind') })).toBeNull();
    click(t('backupMake'));
    await waitFor(() => expect(notices.current.value).toMatchObject({ message: 'backupDone' }));
    expect(vi.mocked(verbs.make).mock.calls[0]?.slice(0, 2)).toEqual(['whole', '']);
  });

  test('of changes, with a passphrase that was written twice', async () => {
    const { verbs } = open({ lastAt: async () => Date.UTC(2024, 4, 6) });
    fireEvent.click(await screen.findByRole('radio', { name: t('backupKind_changes') }));
    type(t('backupPassphrase'), 'open sesame');
    type(t('backupPassphraseAgain'), 'open sesam');
    click(t('backupMake'));
    expect(await screen.findByText(t('backupPassphraseDiffers'))).toBeDefined();
    expect(verbs.make).not.toHaveBeenCalled();
    type(t('backupPassphraseAgain'), 'open sesame');
    click(t('backupMake'));
    await waitFor(() =>
      expect(vi.mocked(verbs.make).mock.calls[0]?.slice(0, 2)).toEqual(['changes', 'open sesame']),
    );
    await waitFor(() => expect(screen.getByLabelText(t('backupPassphrase'))).toHaveProperty('value', ''));
  });

  test('says why it failed', async () => {
    open({ make: async () => ({ ok: false, error: { kind: 'list-failed', details: '' } }) });
    click(t('backupMake'));
    expect(await screen.findByText(t('backupError_list_failed'))).toBeDefined();
  });

  test('can be stopped, and tells how far it is', async () => {
    let stopped = false;
    open({
      make: (_kind, _passphrase, tell, signal) =>
        new Promise((resolve) => {
          tell(4, 9);
          signal.addEventListener('abort', () => {
            stopped = true;
            resolve({ ok: false, error: { kind: 'cancelled', details: '' } });
          });
        }),
    });
    click(t('backupMake'));
    expect(await screen.findByText(t('backupProgress', { done: 4, count: 9 }))).toBeDefined();
    click(t('restoreCancel'));
    await waitFor(() => expect(stopped).toBe(true));
  });

  test('is reminded of as often as is wished', () => {
    const { onChange } = open();
    fireEvent.click(screen.getByRole('radio', { name: t('backupRemind_weekly') }));
    expect(onChange).toHaveBeenCalledWith({ backupReminder: 'weekly' });
  });
});

describe('restoring', () => {
  test('shows what would change, writes nothing before, and brings back only what is wanted', async () => {
    const { verbs, notices } = open();
    choose();
    expect(await screen.findByText(t('restoreFate_new'))).toBeDefined();
    expect(screen.queryByText(t('restoreFate_odd'))).toBeNull();
    expect(verbs.restore).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('checkbox', { name: t('restoreBringBack') }));
    click(t('restoreAction'));
    await waitFor(() =>
      expect(notices.current.value).toMatchObject({ message: 'restoreDone', values: { added: 7 } }),
    );
    expect(vi.mocked(verbs.restore).mock.calls[0]?.slice(0, 3)).toEqual([file, '', false]);
    expect(screen.queryByText(t('restoreFate_new'))).toBeNull();
  });

  test('asks for the passphrase of a sealed file, again where it was another', async () => {
    const inspect = vi.fn<BackupServices['inspect']>(async (_file, passphrase) =>
      passphrase === 'open sesame'
        ? { ok: true, value: PREVIEW }
        : { ok: false, error: { kind: 'wrong-passphrase', details: '' } },
    );
    const { verbs } = open({ inspect, isSealed: async () => true });
    choose();
    await screen.findByLabelText(t('restorePassphrase'));
    expect(inspect).not.toHaveBeenCalled();
    type(t('restorePassphrase'), 'sesame');
    click(t('restoreOpen'));
    expect(await screen.findByText(t('backupError_wrong_passphrase'))).toBeDefined();
    type(t('restorePassphrase'), 'open sesame');
    click(t('restoreOpen'));
    fireEvent.click(await screen.findByRole('button', { name: t('restoreAction') }));
    await waitFor(() =>
      expect(vi.mocked(verbs.restore).mock.calls[0]?.slice(0, 3)).toEqual([file, 'open sesame', true]),
    );
  });

  test.each(['foreign', 'newer', 'truncated', 'damaged'] as const)('says that a file is %s', async (kind) => {
    open({ inspect: async () => ({ ok: false, error: { kind, details: '' } }) });
    choose();
    expect(await screen.findByText(t(`backupError_${kind}`))).toBeDefined();
    expect(screen.queryByRole('button', { name: t('restoreAction') })).toBeNull();
  });

  test('begins with the file that was dropped on the import', async () => {
    const verbs = services();
    show(<Restore services={verbs} notices={createNotices()} given={file} />);
    expect(await screen.findByText(t('restoreFate_new'))).toBeDefined();
    expect(verbs.inspect).toHaveBeenCalledTimes(1);
    expect(screen.queryByLabelText(t('restoreChoose'))).toBeNull();
  });

  test('offers nothing where there is nothing to do', async () => {
    const fates = { new: 0, newer: 0, same: 5, older: 0, 'removed-here': 0, odd: 0 };
    open({ inspect: async () => ({ ok: true, value: { ...PREVIEW, fates } }) });
    choose();
    expect(await screen.findByText(t('restoreNothing'))).toBeDefined();
    expect(screen.queryByRole('button', { name: t('restoreAction') })).toBeNull();
  });
});

describe('a folder', () => {
  const folder = (given: Partial<FolderServices> = {}) => ({
    current: vi.fn<FolderServices['current']>(async () => null),
    choose: vi.fn<FolderServices['choose']>(async () => ({ name: 'Copies', isAllowed: true })),
    allow: vi.fn<FolderServices['allow']>(async () => ({ name: 'Copies', isAllowed: true })),
    forget: vi.fn<FolderServices['forget']>(async () => undefined),
    writeDaily: vi.fn<FolderServices['writeDaily']>(async () => ({ ok: true, value: null })),
    ...given,
  });

  test('gets a backup as soon as it is chosen, until it is forgotten', async () => {
    const verbs = folder();
    open({ folder: verbs });
    click(t('backupFolderChoose'));
    expect(await screen.findByText(t('backupFolderChosen', { name: 'Copies' }))).toBeDefined();
    await waitFor(() => expect(verbs.writeDaily).toHaveBeenCalledTimes(1));
    click(t('backupFolderForget'));
    await waitFor(() => expect(screen.queryByText(t('backupFolderChosen', { name: 'Copies' }))).toBeNull());
    expect(verbs.forget).toHaveBeenCalled();
  });

  test('is allowed again at a click', async () => {
    const verbs = folder({ current: async () => ({ name: 'Copies', isAllowed: false }) });
    open({ folder: verbs });
    expect(await screen.findByText(t('backupFolderAsks', { name: 'Copies' }))).toBeDefined();
    click(t('backupFolderAllow'));
    await waitFor(() => expect(verbs.writeDaily).toHaveBeenCalled());
  });

  test('that is gone is told of', async () => {
    const verbs = folder({ writeDaily: async () => ({ ok: false, error: { kind: 'failed', details: '' } }) });
    const { notices } = open({ folder: verbs });
    click(t('backupFolderChoose'));
    await waitFor(() =>
      expect(notices.current.value).toMatchObject({ message: 'backupFolderFailed', isError: true }),
    );
  });
});

test.each(['en', 'ja'] as const)('breaks no rule of accessibility in %s', async (language) => {
  const { container } = open({ lastAt: async () => 1 }, language);
  type(translator(language)('backupPassphrase'), 'x');
  fireEvent.change(screen.getByLabelText(translator(language)('restoreChoose')), {
    target: { files: [file] },
  });
  await screen.findByText(translator(language)('restoreFate_new'));
  expect(await brokenRules(container)).toEqual([]);
});

test('the reminder says how old the last backup is, and can be put aside', () => {
  const onLater = vi.fn();
  show(<BackupNotice due={{ days: 40 }} href="options.html#backup" onLater={onLater} />);
  expect(screen.queryByText(t('backupDue', { count: 40 }))).not.toBeNull();
  expect(screen.getByRole('link', { name: t('backupMake') }).getAttribute('href')).toBe(
    'options.html#backup',
  );
  click(t('backupLater'));
  expect(onLater).toHaveBeenCalled();
});

describe('the list when it is opened', () => {
  const FOLDER = {
    current: async () => null,
    choose: async () => null,
    allow: async () => ({ name: 'Copies', isAllowed: true }),
    forget: async () => undefined,
  };

  function openList(folder: FolderServices | null, days: number | null | 'none' = 40) {
    const dismiss = vi.fn(async () => undefined);
    const notices = createNotices();
    show(
      <LibraryReminder
        folder={folder}
        due={async () => (days === 'none' ? null : { days })}
        dismiss={dismiss}
        href="#"
        notices={notices}
      />,
    );
    return { dismiss, notices };
  }

  test('reminds, until later', async () => {
    const { dismiss } = openList(null);
    expect(await screen.findByText(t('backupDue', { count: 40 }))).toBeDefined();
    click(t('backupLater'));
    expect(dismiss).toHaveBeenCalled();
    await waitFor(() => expect(screen.queryByText(t('backupDue', { count: 40 }))).toBeNull());
  });

  test('writes to the folder without a word where it may', async () => {
    const writeDaily = vi.fn(async () => ({ ok: true as const, value: null }));
    const current = async () => ({ name: 'Copies', isAllowed: true });
    openList({ ...FOLDER, current, writeDaily }, 'none');
    await waitFor(() => expect(writeDaily).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('asks first where the browser wants to ask', async () => {
    const writeDaily = vi.fn(async () => ({ ok: true as const, value: null }));
    const current = async () => ({ name: 'Copies', isAllowed: false });
    openList({ ...FOLDER, current, writeDaily });
    const allow = await screen.findByRole('button', { name: t('backupFolderAllow') });
    expect(writeDaily).not.toHaveBeenCalled();
    fireEvent.click(allow);
    await waitFor(() => expect(writeDaily).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  });
});
