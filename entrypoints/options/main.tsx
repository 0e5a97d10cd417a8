import { render } from 'preact';
import { BackupSection } from '../../components/backup/BackupSection.tsx';
import { OptionsApp } from '../../components/options/OptionsApp.tsx';
import { Screen } from '../../components/Screen.tsx';
import { createBlogRecords } from '../../components/state/blog-records.ts';
import { createNotices } from '../../components/state/notices.ts';
import { createStorage } from '../../components/state/storage.ts';
import { StorageSection } from '../../components/storage/StorageSection.tsx';
import { backupServices } from '../../utils/backup-services.ts';
import { languageFor } from '../../utils/current-interface.ts';
import { pageMemory } from '../../utils/memory/with-memory.ts';
import { optionsServices } from '../../utils/options-services.ts';
import { liveSettings } from '../../utils/screen-services.ts';
import { storageServices } from '../../utils/storage-services.ts';
import '../../components/styles/base.css';

const notices = createNotices();
const records = createBlogRecords(pageMemory(), notices);
const services = optionsServices(notices);
const storage = createStorage({ ...storageServices, changeSettings: services.changeSettings }, notices);
const backups = backupServices();
const settings = await liveSettings();
const root = document.querySelector('#app');

if (root) {
  render(
    <Screen settings={settings} languageFor={languageFor}>
      {(current) => (
        <OptionsApp settings={current} services={services} records={records} notices={notices}>
          <StorageSection storage={storage} settings={current} />
          <BackupSection
            services={backups}
            notices={notices}
            settings={current}
            onChange={services.changeSettings}
          />
        </OptionsApp>
      )}
    </Screen>,
    root,
  );
}
// Articles are read in other tabs meanwhile.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  void records.refresh();
  void storage.measure();
});
await Promise.all([records.refresh(), storage.measure()]);
