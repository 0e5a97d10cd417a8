import { describe, expect, it } from 'vitest';
import { whyClosed, whyRefused } from '../../utils/reading/closed-pages.ts';

describe('before a page is asked', () => {
  it.each([
    ['chrome://settings/', 'browser-page'],
    ['about:config', 'browser-page'],
    ['edge://newtab/', 'browser-page'],
    ['devtools://devtools/bundled/inspector.html', 'browser-page'],
    ['chrome-extension://abcdefghijklmnop/reader.html', 'extension-page'],
    ['moz-extension://0b6e/reader.html', 'extension-page'],
    ['view-source:https://blog.example/', 'view-source'],
    ['about:reader?url=https%3A%2F%2Fblog.example%2F', 'reader-view'],
    ['chrome-error://chromewebdata/', 'error-page'],
    ['about:neterror?e=dnsNotFound', 'error-page'],
  ])('%s is closed: %s', (url, reason) => {
    expect(whyClosed({ url })).toBe(reason);
  });

  it.each([
    'https://blog.example/about:config',
    'http://127.0.0.1/',
    'file:///home/mika/post.html',
    'https://chromewebstore.google.com/',
    '',
  ])('%j may be asked', (url) => {
    expect(whyClosed({ url })).toBeNull();
  });

  it('a sleeping tab is not woken', () => {
    expect(whyClosed({ url: 'https://blog.example/', discarded: true })).toBe('discarded');
  });
});

describe('after a page was refused', () => {
  const NO_HOST = 'Missing host permission for the tab';
  const NO_ACCESS =
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.';

  it.each([
    ['No tab with id: 7.', 'https://blog.example/', 'closed'],
    ['Frame with ID 0 is showing error page', 'https://nowhere.example/', 'error-page'],
    ['The extensions gallery cannot be scripted.', '', 'extension-store'],
    ['This page cannot be scripted due to an ExtensionsSettings policy.', 'https://bank.example/', 'blocked'],
    ['Cannot access a chrome:// URL', '', 'browser-page'],
    ['Cannot access a chrome-extension:// URL of different extension', '', 'extension-page'],
    ['Frame with ID 0 was removed.', 'https://blog.example/', 'navigated'],
    ['No frame with id 0 in tab 7', 'https://blog.example/', 'navigated'],
    [NO_HOST, 'https://addons.mozilla.org/en-US/firefox/', 'extension-store'],
    [NO_HOST, 'https://accounts.firefox.com/settings', 'extension-store'],
    [NO_HOST, 'https://addons.mozilla.org.evil.example/', 'not-granted'],
    [NO_HOST, 'https://blog.example/', 'not-granted'],
    [NO_ACCESS, 'file:///home/mika/post.html', 'file-access'],
    [NO_ACCESS, 'https://blog.example/', 'not-granted'],
    [NO_ACCESS, '', 'not-granted'],
    ['Cannot access contents of url "data:text/html,x".', 'data:text/html,x', 'blocked'],
  ])('%s (%s): %s', (message, url, reason) => {
    expect(whyRefused(message, { url }, false)).toBe(reason);
  });

  it('a PDF viewer is told by the address, as long as nothing else explains it', () => {
    const pdf = { kind: 'unreadable', reason: 'pdf' };
    expect(whyRefused(NO_HOST, { url: 'https://blog.example/paper.pdf#page=2' }, true)).toEqual(pdf);
    expect(whyRefused(NO_HOST, { url: 'https://blog.example/?q=paper.pdf' }, true)).toBe('not-granted');
  });

  it('a page whose address stays hidden after a click was never going to open', () => {
    expect(whyRefused(NO_ACCESS, { url: '', status: 'complete' }, true)).toBe('blocked');
    expect(whyRefused(NO_ACCESS, { url: '' }, false)).toBe('not-granted');
  });

  it('a hidden page that is still loading has taken the place of the one that was clicked', () => {
    expect(whyRefused(NO_ACCESS, { url: '', status: 'loading' }, true)).toBe('navigated');
  });

  it('Firefox tells its error pages and its PDF viewer by their icons', () => {
    const tab = { url: 'https://blog.example/paper', favIconUrl: 'chrome://global/skin/icons/info.svg' };
    expect(whyRefused(NO_HOST, tab, true)).toBe('error-page');
    const viewer = { ...tab, favIconUrl: 'chrome://global/skin/icons/pdf.svg' };
    expect(whyRefused(NO_HOST, viewer, true)).toEqual({ kind: 'unreadable', reason: 'pdf' });
    const page = { ...tab, favIconUrl: 'https://blog.example/chrome://global/skin/icons/pdf.svg' };
    expect(whyRefused(NO_HOST, page, true)).toBe('not-granted');
  });
});
