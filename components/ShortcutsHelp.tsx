import { Dialog } from './Dialog.tsx';
import { useInterface } from './interface.ts';
import { type ShortcutRow, ShortcutRows } from './ShortcutRows.tsx';

export interface ShortcutsHelpProps {
  readonly rows: readonly ShortcutRow[];
  readonly onClose: () => void;
}

/** A list of keys. */
export function ShortcutsHelp({ rows, onClose }: ShortcutsHelpProps) {
  const { t } = useInterface();
  return (
    <Dialog heading={t('shortcuts')} onClose={onClose}>
      <ShortcutRows rows={rows} />
    </Dialog>
  );
}
