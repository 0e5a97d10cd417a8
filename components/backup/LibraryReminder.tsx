import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BackupFolder } from '../../utils/library/backup/folder.ts';
import type { BackupDue } from '../../utils/library/backup/reminder.ts';
import type { Notices } from '../state/notices.ts';
import { BackupNotice } from './BackupNotice.tsx';
import { FolderNotice } from './FolderNotice.tsx';
import type { FolderServices } from './services.ts';

export interface LibraryReminderProps {
  /** Null where the browser lets no page write to a folder. */
  readonly folder: FolderServices | null;
  readonly due: () => Promise<BackupDue | null>;
  readonly dismiss: () => Promise<void>;
  /** Where backups are made. */
  readonly href: string;
  readonly notices: Notices;
}

/**
 * What the list says of backups when it is opened: today's is written to the reader's folder without a word where
 * that may be, else there is a quiet line about what is missing.
 */
export function LibraryReminder({ folder, due, dismiss, href, notices }: LibraryReminderProps) {
  const asking = useSignal<BackupFolder | null>(null);
  const reminder = useSignal<BackupDue | null>(null);

  const write = async (chosen: BackupFolder | null) => {
    if (!folder || !chosen) return;
    asking.value = chosen.isAllowed ? null : chosen;
    if (!chosen.isAllowed) return;
    const written = await folder.writeDaily();
    if (!written.ok) notices.show('backupFolderFailed', { values: { name: chosen.name }, isError: true });
  };
  const look = async () => {
    await write((await folder?.current()) ?? null);
    if (!asking.value) reminder.value = await due();
  };
  useEffect(() => void look(), []);

  if (folder && asking.value) {
    return <FolderNotice name={asking.value.name} onAllow={() => void folder.allow().then(write)} />;
  }
  if (!reminder.value) return null;
  return (
    <BackupNotice
      due={reminder.value}
      href={href}
      onLater={() => {
        reminder.value = null;
        void dismiss();
      }}
    />
  );
}
