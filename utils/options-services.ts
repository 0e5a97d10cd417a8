import { browser } from 'wxt/browser';
import type { OptionsServices } from '../components/options/OptionsApp.tsx';
import type { Notices } from '../components/state/notices.ts';
import type { MessageKey } from './i18n.ts';
import { changeSettings } from './settings.ts';

/** The commands of the manifest; the toolbar's has another name in each version of it. */
const COMMANDS: Readonly<Record<string, MessageKey>> = {
  _execute_action: 'commandOpen',
  _execute_browser_action: 'commandOpen',
  'save-page': 'commandSave',
  'open-reader': 'commandOpenReader',
  'open-library': 'commandOpenLibrary',
};

/** Where Chromium lets keys be changed; Firefox has a function for it. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

/** What the settings' page does in the browser. What fails is said in a notice. */
export function optionsServices(notices: Notices): OptionsServices {
  const settle = (work: Promise<unknown>, message: MessageKey) => {
    work.catch(() => notices.show(message, { isError: true }));
  };
  return {
    changeSettings: (changes) => settle(changeSettings(changes), 'noticeSettingsFailed'),
    shortcuts: {
      async list() {
        const commands = await browser.commands.getAll();
        return commands.flatMap(({ name = '', shortcut = '' }) => {
          const message = COMMANDS[name];
          return message ? [{ message, key: shortcut }] : [];
        });
      },
      change: () => settle(openShortcutSettings(), 'noticeOpenFailed'),
    },
    permissions: {
      installed: browser.runtime.getManifest().permissions?.map(String) ?? [],
      sites: async () => (await browser.permissions.getAll()).origins ?? [],
      async revoke(site) {
        await browser.permissions.remove({ origins: [site] });
      },
    },
  };
}

async function openShortcutSettings(): Promise<void> {
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  if (typeof open === 'function') await open.call(browser.commands);
  else await browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
}
