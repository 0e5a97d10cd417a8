import type { BackupMemory } from './backup-memory.ts';

/** Message key: `messageKey('backupRemind', often)`. */
export const BACKUP_REMINDERS = ['never', 'weekly', 'monthly'] as const;
export type BackupReminder = (typeof BACKUP_REMINDERS)[number];

const DAY = 24 * 60 * 60 * 1000;
const PERIODS: Record<BackupReminder, number> = {
  never: Number.POSITIVE_INFINITY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
};
/** A list of fewer is made anew in an evening. */
const WORTH_KEEPING = 10;
/** So long a reminder that was put aside stays aside. */
const PAUSE = 7 * DAY;

export interface BackupDue {
  /** Whole days since the last backup; null where there was none. */
  readonly days: number | null;
}

/** Whether the reader is to be reminded now; null where not. */
export function backupDue(
  { last, folderAt, dismissedAt }: BackupMemory,
  reminder: BackupReminder,
  articles: number,
  now: number,
): BackupDue | null {
  if (reminder === 'never' || articles < WORTH_KEEPING) return null;
  if (dismissedAt <= now && now - dismissedAt < PAUSE) return null;
  const lastAt = Math.max(last?.at ?? 0, folderAt ?? 0);
  if (lastAt === 0) return { days: null };
  const age = now - lastAt;
  return age >= PERIODS[reminder] ? { days: Math.floor(age / DAY) } : null;
}
