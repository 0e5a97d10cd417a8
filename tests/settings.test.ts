import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  loadSettings,
  parseSettings,
  watchSettings,
} from '../utils/settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('settings', () => {
  it('are the defaults until something was changed, and images are asked for', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toMatchObject({ showImages: 'ask', appearance: 'auto', language: 'auto' });
  });

  it('keep changes that two pages make at the same time', async () => {
    await Promise.all([changeSettings({ font: 'serif' }), changeSettings({ textSize: 3 })]);
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, font: 'serif', textSize: 3 });
  });

  it.each([
    ['setting.appearance', 'sepia'],
    ['setting.textSize', 1.5],
    ['setting.textSize', 99],
    ['setting.textSize', '1'],
    ['setting.showImages', null],
    ['setting.language', { en: true }],
  ])('fall back where %s is %j, and nowhere else', (key, value) => {
    expect(parseSettings({ 'setting.font': 'serif', [key]: value })).toEqual({
      ...DEFAULT_SETTINGS,
      font: 'serif',
    });
  });

  it('tell of changes until nobody watches any more, and only of their own', async () => {
    const changed = vi.fn();
    const stop = watchSettings(changed);
    await browser.storage.local.set({ other: 1 });
    expect(changed).not.toHaveBeenCalled();
    await changeSettings({ appearance: 'dark' });
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    expect(changed).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, appearance: 'dark' });
    stop();
    await changeSettings({ appearance: 'light' });
    await loadSettings();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
