import { render } from 'preact';
import { OptionsApp } from '../../components/options/OptionsApp.tsx';
import { Screen } from '../../components/Screen.tsx';
import { createBlogRecords } from '../../components/state/blog-records.ts';
import { createNotices } from '../../components/state/notices.ts';
import { languageFor } from '../../utils/current-interface.ts';
import { pageMemory } from '../../utils/memory/with-memory.ts';
import { optionsServices } from '../../utils/options-services.ts';
import { liveSettings } from '../../utils/screen-services.ts';
import '../../components/styles/base.css';

const notices = createNotices();
const records = createBlogRecords(pageMemory(), notices);
const services = optionsServices(notices);
const settings = await liveSettings();
const root = document.querySelector('#app');

if (root) {
  render(
    <Screen settings={settings} languageFor={languageFor}>
      {(current) => <OptionsApp settings={current} services={services} records={records} notices={notices} />}
    </Screen>,
    root,
  );
}
// Articles are read in other tabs meanwhile.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void records.refresh();
});
await records.refresh();
