// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { backupFolder, chooseFolder, forgetFolder } from '../../../utils/library/backup/folder.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('no folder is there before one is chosen, and none where the reader changes their mind', async () => {
  expect(await backupFolder()).toBeNull();
  const aborted = new DOMException('', 'AbortError');
  expect(await chooseFolder({ showDirectoryPicker: vi.fn().mockRejectedValue(aborted) })).toBeNull();
  expect(await chooseFolder({})).toBeNull();
  expect(await backupFolder()).toBeNull();
  await forgetFolder();
});

test('what the browser refuses is an error, not a choice', async () => {
  const refused = new DOMException('no', 'SecurityError');
  await expect(chooseFolder({ showDirectoryPicker: vi.fn().mockRejectedValue(refused) })).rejects.toBe(
    refused,
  );
});
