import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Asked for at the click that needs it, never at installation. */
const OPTIONAL_HOSTS = ['*://*/*'];

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: http: data: blob:",
  "font-src 'self'",
  // For the background, which fetches images at the reader's wish; pages are denied it below.
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** No page of the extension asks the network for anything but the images that its reader wants to see. */
const QUIET_PAGES: Plugin = {
  name: 'quiet-pages',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'self'" },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [QUIET_PAGES] }),
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser, manifestVersion }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Seidoku',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus'],
    ...(manifestVersion === 3
      ? { optional_host_permissions: OPTIONAL_HOSTS }
      : { optional_permissions: OPTIONAL_HOSTS }),
    content_security_policy:
      manifestVersion === 3 ? { extension_pages: CONTENT_SECURITY_POLICY } : CONTENT_SECURITY_POLICY,
    commands: {
      [manifestVersion === 3 ? '_execute_action' : '_execute_browser_action']: {
        // Chromium keeps Alt+Shift+R to itself.
        suggested_key: { default: 'Alt+Shift+E' },
      },
      'save-page': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandSave__',
      },
      'open-reader': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_commandOpenReader__',
      },
      'open-library': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandOpenLibrary__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'seidoku@seidoku.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '126', incognito: 'split' as const }),
  }),
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip' },
});
