import { describe, expect, test } from 'vitest';
import type { BackupMemory } from '../../../utils/library/backup/backup-memory.ts';
import { isFolderDue } from '../../../utils/library/backup/folder.ts';
import { backupDue } from '../../../utils/library/backup/reminder.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date(2024, 4, 20, 12).getTime();

function memory(daysAgo: number | null, given: Partial<BackupMemory> = {}): BackupMemory {
  const last = daysAgo === null ? null : { identity: 'x', revision: 1, at: NOW - daysAgo * DAY };
  return { last, folderAt: null, dismissedAt: 0, ...given };
}

describe('a reminder of a backup', () => {
  test.each<[string, BackupMemory, 'never' | 'weekly' | 'monthly', number, number | null | 'none']>([
    ['comes where there was none', memory(null), 'monthly', 10, null],
    ['does not for a list of a few', memory(null), 'monthly', 9, 'none'],
    ['never comes where that is wished', memory(400), 'never', 5_000, 'none'],
    ['comes after a week', memory(7), 'weekly', 50, 7],
    ['does not before', memory(6.9), 'weekly', 50, 'none'],
    ['comes after a month', memory(31.5), 'monthly', 50, 31],
    ['counts backups to the folder', memory(40, { folderAt: NOW - DAY }), 'monthly', 50, 'none'],
    ['stays aside for a week', memory(40, { dismissedAt: NOW - 6 * DAY }), 'monthly', 50, 'none'],
    ['and comes again then', memory(40, { dismissedAt: NOW - 8 * DAY }), 'monthly', 50, 40],
    ['was not put aside in the future', memory(40, { dismissedAt: NOW + DAY }), 'monthly', 50, 40],
  ])('%s', (_name, given, often, articles, days) => {
    expect(backupDue(given, often, articles, NOW)).toEqual(days === 'none' ? null : { days });
  });
});

test('the folder gets one a day', () => {
  expect(isFolderDue(null, NOW)).toBe(true);
  expect(isFolderDue(NOW - 3 * 60 * 60 * 1000, NOW)).toBe(false);
  expect(isFolderDue(NOW - 13 * 60 * 60 * 1000, NOW)).toBe(true);
});
