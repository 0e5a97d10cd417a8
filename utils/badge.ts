import { browser } from 'wxt/browser';

const BADGES = {
  saved: { text: '✓', color: '#3b4a9f' },
  failed: { text: '!', color: '#b3261e' },
} as const;

/**
 * Marks the toolbar button of one tab and says why in its tooltip. Browsers take both away when the tab goes
 * to another page.
 */
export async function showBadge(tabId: number, badge: keyof typeof BADGES, title: string): Promise<void> {
  const button = browser.action ?? browser.browserAction;
  const { text, color } = BADGES[badge];
  try {
    await Promise.all([
      button.setBadgeText({ tabId, text }),
      button.setBadgeBackgroundColor({ tabId, color }),
      button.setBadgeTextColor({ tabId, color: '#ffffff' }),
      button.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed in the meantime: there is no button to mark and nobody to tell.
  }
}

/** Takes the mark away again. */
export async function clearBadge(tabId: number): Promise<void> {
  const button = browser.action ?? browser.browserAction;
  const { name } = browser.runtime.getManifest();
  try {
    await Promise.all([button.setBadgeText({ tabId, text: '' }), button.setTitle({ tabId, title: name })]);
  } catch {
    // The tab was closed in the meantime.
  }
}
