import { type DBSchema, openDB } from 'idb';
import { dayOf } from '../transfer/export/file-name.ts';
import { BACKUP_PREFIX, type MadeBackup } from './make-backup.ts';

/**
 * A folder of the reader's that backups are written to. Browsers keep the handle of a folder nowhere but in a
 * database, and ask again whether it may be written to.
 */
interface FolderSchema extends DBSchema {
  handles: { key: 'backups'; value: FileSystemDirectoryHandle };
}

/** What Chromium adds to folders; other browsers have none of it. */
interface PermissionVerbs {
  queryPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Folder = FileSystemDirectoryHandle & PermissionVerbs;

interface FolderPicker {
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: 'readwrite';
    readonly startIn: 'documents';
  }): Promise<FileSystemDirectoryHandle>;
}

export interface BackupFolder {
  readonly name: string;
  /** False where the browser asks the reader again, at a click. */
  readonly isAllowed: boolean;
}

/** Files of the folder that are kept; older ones of ours are deleted. */
const KEPT_FILES = 7;
const OUR_FILE = new RegExp(`^${BACKUP_PREFIX}\\d{4}-\\d{2}-\\d{2}\\.json\\.gz$`, 'u');

const handles = () =>
  openDB<FolderSchema>('backup-folder', 1, {
    upgrade: (database) => void database.createObjectStore('handles'),
  });

export function canChooseFolder(scope: FolderPicker = globalThis as FolderPicker): boolean {
  return typeof scope.showDirectoryPicker === 'function';
}

async function chosenFolder(): Promise<Folder | null> {
  const database = await handles();
  try {
    return ((await database.get('handles', 'backups')) as Folder | undefined) ?? null;
  } finally {
    database.close();
  }
}

async function keep(folder: FileSystemDirectoryHandle | null): Promise<void> {
  const database = await handles();
  try {
    if (folder) await database.put('handles', folder, 'backups');
    else await database.delete('handles', 'backups');
  } finally {
    database.close();
  }
}

export async function backupFolder(): Promise<BackupFolder | null> {
  const folder = await chosenFolder();
  if (!folder) return null;
  const permission = await folder.queryPermission({ mode: 'readwrite' });
  return { name: folder.name, isAllowed: permission === 'granted' };
}

/** Lets the reader choose; null where they did not. To be called at a click. */
export async function chooseFolder(
  scope: FolderPicker = globalThis as FolderPicker,
): Promise<BackupFolder | null> {
  try {
    const folder = await scope.showDirectoryPicker?.({
      id: 'seidoku-backups',
      mode: 'readwrite',
      startIn: 'documents',
    });
    if (!folder) return null;
    await keep(folder);
    return { name: folder.name, isAllowed: true };
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
    throw thrown;
  }
}

/** Asks the reader again. To be called at a click. */
export async function allowFolder(): Promise<BackupFolder | null> {
  const folder = await chosenFolder();
  if (!folder) return null;
  const permission = await folder.requestPermission({ mode: 'readwrite' });
  return { name: folder.name, isAllowed: permission === 'granted' };
}

export function forgetFolder(): Promise<void> {
  return keep(null);
}

/** Writes a backup into the folder: a file of the same name is replaced only once the new one is whole. */
export async function writeToFolder({ name, blob }: Pick<MadeBackup, 'name' | 'blob'>): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) throw new Error('No folder');
  const file = await folder.getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  await writing.write(blob);
  await writing.close();
  await deleteOld(folder);
}

async function deleteOld(folder: FileSystemDirectoryHandle): Promise<void> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
    if (OUR_FILE.test(name)) names.push(name);
  }
  for (const name of names.sort().slice(0, -KEPT_FILES)) await folder.removeEntry(name);
}

/** At most one a day: true where none was written today. */
export function isFolderDue(lastAt: number | null, now: number): boolean {
  return lastAt === null || dayOf(lastAt) !== dayOf(now);
}
