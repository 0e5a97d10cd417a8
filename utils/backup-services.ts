import { browser } from 'wxt/browser';
import type { BackupServices, FolderServices } from '../components/backup/services.ts';
import { changeBackupMemory, loadBackupMemory } from './library/backup/backup-memory.ts';
import { type Backups, createBackups } from './library/backup/client.ts';
import { type BackupError, backupError } from './library/backup/errors.ts';
import {
  allowFolder,
  backupFolder,
  canChooseFolder,
  chooseFolder,
  forgetFolder,
  isFolderDue,
  writeToFolder,
} from './library/backup/folder.ts';
import { type BackupDue, backupDue } from './library/backup/reminder.ts';
import { localCanary } from './library/local-canary.ts';
import { download } from './library/transfer/export/collect-blob.ts';
import { withLibrary } from './library/with-library.ts';
import { err, ok, type Result } from './result.ts';
import { loadSettings } from './settings.ts';

/** Backups as pages make them: in a worker of their own. */
export function backupServices(): BackupServices {
  const backups = createBackups({
    start: () => new Worker('/backup-worker.js', { name: 'backup' }),
    canary: localCanary,
    isPrivate: browser.extension.inIncognitoContext,
  });
  return {
    lastAt: () =>
      loadBackupMemory().then(
        ({ last }) => last?.at ?? null,
        () => null,
      ),
    make: (kind, passphrase, tell, signal) =>
      attempt(async () => {
        const { last } = await loadBackupMemory();
        const order = { since: kind === 'changes' ? last : null, passphrase, now: Date.now() };
        const made = await backups.make(order, tell, signal);
        if (!made.ok) return made;
        download(made.value);
        await changeBackupMemory({ last: made.value.mark });
        return ok({ name: made.value.name });
      }),
    async isBackup(file) {
      const { isBackupFile } = await import('./library/backup/open-file.ts');
      return isBackupFile(file).catch(() => false);
    },
    async isSealed(file) {
      const { isSealedFile } = await import('./library/backup/open-file.ts');
      return isSealedFile(file);
    },
    inspect: (file, passphrase, tell, signal) => backups.inspect(file, passphrase, tell, signal),
    restore: (file, passphrase, bringsBack, tell, signal) =>
      backups.restore({ file, passphrase, bringsBack }, tell, signal),
    folder: canChooseFolder() ? folderServices(backups) : null,
  };
}

function folderServices(backups: Backups): FolderServices {
  const orNull = <T>(asked: Promise<T | null>) => asked.catch(() => null);
  return {
    current: () => orNull(backupFolder()),
    choose: () => orNull(chooseFolder()),
    allow: () => orNull(allowFolder()),
    forget: () => forgetFolder().catch(() => undefined),
    writeDaily: () =>
      attempt(async () => {
        const now = Date.now();
        const { folderAt } = await loadBackupMemory();
        if (!isFolderDue(folderAt, now)) return ok(null);
        const order = { since: null, passphrase: '', now };
        const made = await backups.make(order, () => {}, new AbortController().signal);
        if (!made.ok) return made;
        await writeToFolder(made.value);
        await changeBackupMemory({ folderAt: now });
        return ok(null);
      }),
  };
}

/** Whether the reader is to be reminded of a backup; null where not, or where nobody can tell. */
export async function dueBackup(): Promise<BackupDue | null> {
  try {
    const [memory, settings, articles] = await Promise.all([
      loadBackupMemory(),
      loadSettings(),
      withLibrary((library) => library.count()),
    ]);
    return articles.ok ? backupDue(memory, settings.backupReminder, articles.value, Date.now()) : null;
  } catch {
    return null;
  }
}

export async function dismissBackupDue(): Promise<void> {
  await changeBackupMemory({ dismissedAt: Date.now() }).catch(() => undefined);
}

async function attempt<T>(work: () => Promise<Result<T, BackupError>>): Promise<Result<T, BackupError>> {
  try {
    return await work();
  } catch (thrown) {
    return err(backupError(thrown));
  }
}
