import { signal } from '@preact/signals';
import { render } from 'preact';
import { LibraryReminder } from '../../components/backup/LibraryReminder.tsx';
import { Restore } from '../../components/backup/Restore.tsx';
import { ExportDialog } from '../../components/export/ExportDialog.tsx';
import { ImportView } from '../../components/import/ImportView.tsx';
import { createImportSession } from '../../components/import/state/import-session.ts';
import { LibraryApp, type LibrarySlots } from '../../components/library/LibraryApp.tsx';
import { createLibraryScreen } from '../../components/library/state/screen.ts';
import { Screen } from '../../components/Screen.tsx';
import { backupServices, dismissBackupDue, dueBackup } from '../../utils/backup-services.ts';
import { languageFor } from '../../utils/current-interface.ts';
import { exportOfList } from '../../utils/export-services.ts';
import { importServices } from '../../utils/import-services.ts';
import { watchLibrary } from '../../utils/library/local-canary.ts';
import { libraryTarget } from '../../utils/library-address.ts';
import { copyLinks, hrefOfEntry, listServices } from '../../utils/list-services.ts';
import { keepAwake } from '../../utils/messaging/keep-awake.ts';
import { liveSettings, openOptions } from '../../utils/screen-services.ts';
import '../../components/styles/base.css';

const services = listServices();
const library = createLibraryScreen(services, { view: 'unread', isSparing: false });
const target = signal(libraryTarget(location.hash));

function followAddress(): void {
  target.value = libraryTarget(location.hash);
  if (target.value.kind === 'list' && target.value.text) {
    library.listing.ask({ view: 'all', text: target.value.text });
  }
}

/** While the import is shown nobody looks at the list, and thousands of changes come. */
async function refreshList(): Promise<void> {
  if (target.value.kind !== 'import') await library.listing.refresh();
}

const backups = backupServices();
const imports = importServices();
const importSession = createImportSession(imports.importer, backups.isBackup);

/** What other parts of the extension add. */
const slots: LibrarySlots = {
  importView: () => (
    <ImportView
      session={importSession}
      services={imports}
      restore={(file) => (
        <Restore
          services={backups}
          notices={library.notices}
          given={file}
          onLeft={() => importSession.again()}
        />
      )}
    />
  ),
  exportDialog: (ids, onClose) => (
    <ExportDialog
      offer={exportOfList(ids, library.listing.asked.value.tag)}
      notices={library.notices}
      onClose={onClose}
    />
  ),
  reminder: () => (
    <LibraryReminder
      folder={backups.folder}
      due={dueBackup}
      dismiss={dismissBackupDue}
      href="/options.html#backup"
      notices={library.notices}
    />
  ),
};

followAddress();
const settings = await liveSettings();
const root = document.querySelector('#app');

if (root) {
  render(
    <Screen settings={settings} languageFor={languageFor}>
      {() => (
        <LibraryApp
          screen={library}
          slots={slots}
          isImporting={target.value.kind === 'import'}
          hrefOf={hrefOfEntry}
          copyLinks={(ids) => void copyLinks(services, library.notices, ids)}
          onOpenOptions={() => {
            openOptions(library.notices);
          }}
          onImport={() => {
            location.hash = 'import';
          }}
        />
      )}
    </Screen>,
    root,
  );
}
window.addEventListener('hashchange', () => {
  followAddress();
  void refreshList();
});
keepAwake();
watchLibrary(() => void refreshList());
await refreshList();
