import { browser } from 'wxt/browser';
import { type InterfaceLanguage, interfaceLanguage } from './i18n.ts';
import type { Settings } from './settings.ts';

/** The language that the interface speaks: the reader's choice, else the browser's. */
export function languageFor(settings: Pick<Settings, 'language'>): InterfaceLanguage {
  return settings.language === 'auto' ? interfaceLanguage(browser.i18n.getUILanguage()) : settings.language;
}
