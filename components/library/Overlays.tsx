import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import type { ArticleId, SavedSummary } from '../../utils/library/types.ts';
import { useInterface } from '../interface.ts';
import { ShortcutsHelp } from '../ShortcutsHelp.tsx';
import type { LibrarySlots } from './LibraryApp.tsx';
import { LIBRARY_SHORTCUTS } from './library-shortcuts.ts';
import { NoteDialog } from './NoteDialog.tsx';
import type { LibraryScreen } from './state/screen.ts';
import { TagDialog } from './TagDialog.tsx';
import { TagManager } from './TagManager.tsx';
import type { Overlay } from './use-library-verbs.ts';

export interface OverlaysProps {
  readonly screen: LibraryScreen;
  readonly overlay: Signal<Overlay | null>;
  readonly exportDialog: LibrarySlots['exportDialog'];
}

/** The dialog that is open, if one is. */
export function Overlays({ screen, overlay, exportDialog }: OverlaysProps) {
  const open = overlay.value;
  // A dialog tells late that it was closed: another one may be open by then.
  const close = () => {
    if (overlay.value === open) overlay.value = null;
  };
  switch (open?.kind) {
    case undefined:
      return null;
    case 'tags':
      return <Tags screen={screen} ids={open.ids} onClose={close} />;
    case 'note':
      return <Note screen={screen} id={open.id} onClose={close} />;
    case 'tag-manager':
      return (
        <TagManager
          load={screen.listing.allTags}
          listed={screen.listing.state.value}
          onRename={(from, to) => void screen.verbs.renameTag(from, to)}
          onDelete={(tag) => void screen.verbs.deleteTag(tag)}
          notices={screen.notices}
          onClose={close}
        />
      );
    case 'help':
      return <ShortcutsHelp rows={LIBRARY_SHORTCUTS} onClose={close} />;
    case 'export':
      return <>{exportDialog?.(open.ids, close)}</>;
    case 'export-all':
      return <>{exportDialog?.(null, close)}</>;
  }
}

interface TagsProps extends Pick<OverlaysProps, 'screen'> {
  readonly ids: readonly ArticleId[];
  readonly onClose: () => void;
}

/** More entries than this are tagged without their tags having been looked up. */
const LOOKED_UP = 1_000;

function Tags({ screen: { listing, verbs }, ids, onClose }: TagsProps) {
  const items = useSignal<readonly SavedSummary[] | null>(null);
  const known = useSignal<readonly string[]>([]);
  useEffect(() => {
    void listing.load(ids.slice(0, LOOKED_UP)).then((loaded) => {
      items.value = loaded.ok ? loaded.value : [];
    });
    void listing.allTags().then((tags) => {
      if (tags.ok) known.value = tags.value.map(({ value }) => value);
    });
  }, []);
  if (!items.value) return null;
  return (
    <TagDialog
      items={items.value}
      count={ids.length}
      known={known.value}
      onTag={(add, remove) => void verbs.tag(ids, add, remove)}
      onClose={onClose}
    />
  );
}

interface NoteProps extends Pick<OverlaysProps, 'screen'> {
  readonly id: ArticleId;
  readonly onClose: () => void;
}

function Note({ screen: { listing, verbs, notices }, id, onClose }: NoteProps) {
  const { t } = useInterface();
  const item = useSignal<SavedSummary | null>(null);
  useEffect(() => {
    void listing.load([id]).then((loaded) => {
      const found = loaded.ok ? loaded.value[0] : undefined;
      if (found) item.value = found;
      else {
        const kind = loaded.ok ? 'not-found' : loaded.error.kind;
        notices.show(messageKey('libraryError', kind), { isError: true });
        onClose();
      }
    });
  }, []);
  if (!item.value) return null;
  return (
    <NoteDialog
      title={item.value.title || t('untitled')}
      note={item.value.note}
      onSave={(note) => verbs.note(id, note)}
      onClose={onClose}
    />
  );
}
