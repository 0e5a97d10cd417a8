import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NoticeBar } from '../../components/NoticeBar.tsx';
import { createNotices } from '../../components/state/notices.ts';
import { createStorage, type StorageServices, type StorageUse } from '../../components/state/storage.ts';
import { StorageSection } from '../../components/storage/StorageSection.tsx';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import type { ArticleId } from '../../utils/library/types.ts';
import { err, ok } from '../../utils/result.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const USE: StorageUse = {
  entries: 12_345,
  images: { count: 210, bytes: 48_300_000 },
  searchIndex: 7_000_000,
  usage: 120_000_000,
  quota: 60_000_000_000,
  littleLeft: null,
  isPersistent: true,
  archived: { ids: ['a', 'b'] as ArticleId[], bytes: 9_400_000 },
};

async function open(
  use: Partial<StorageUse> = {},
  given: Partial<StorageServices> = {},
  language: InterfaceLanguage = 'en',
) {
  const services = {
    measure: vi.fn<StorageServices['measure']>(async () => ok({ ...USE, ...use })),
    persist: vi.fn(async () => true),
    dropImages: vi.fn(async (_: readonly ArticleId[]) => ok(null)),
    allowAllSites: vi.fn(async () => true),
    changeSettings: vi.fn(),
    ...given,
  };
  const notices = createNotices();
  const storage = createStorage(services, notices);
  const { container } = show(
    <main>
      <StorageSection storage={storage} settings={DEFAULT_SETTINGS} />
      <NoticeBar notices={notices} />
    </main>,
    language,
  );
  await storage.measure();
  return { services, container };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the use of the disk', () => {
  test('is told by kind', async () => {
    const { container } = await open();
    await screen.findByText('12,345');
    const rows = [...container.querySelectorAll('dl > div')].map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'Articles and links12,345',
      'Images kept on this device210 · 48 MB',
      'Search index7 MB',
      'Room taken on the disk120 MB',
      'Room that the browser gives60 GB',
    ]);
  });

  test('that the browser does not tell is not made up', async () => {
    await open({ usage: null, quota: null, searchIndex: null });
    expect(await screen.findAllByText('The browser does not say')).toHaveLength(3);
  });

  test('is warned of before anything fails', async () => {
    await open({ littleLeft: 90_000_000 });
    expect((await screen.findByRole('alert')).textContent).toContain('Little room is left: 90 MB.');
  });

  test('that cannot be measured says why, and is measured again', async () => {
    const measure = vi
      .fn<StorageServices['measure']>()
      .mockResolvedValueOnce(err({ kind: 'private-window', details: '' }))
      .mockResolvedValue(ok(USE));
    await open({}, { measure });
    expect((await screen.findByRole('alert')).textContent).toContain('could not be measured');
    fireEvent.click(button('Try again'));
    expect(await screen.findByText('12,345')).toBeTruthy();
  });
});

describe('freeing some', () => {
  test('asks first, and the answer at hand is no', async () => {
    const { services } = await open();
    fireEvent.click(await screen.findByRole('button', { name: /2 archived articles \(9\.4 MB\)/u }));
    expect(document.activeElement).toBe(button('Keep them'));
    fireEvent.click(button('Keep them'));
    expect(services.dropImages).not.toHaveBeenCalled();
    fireEvent.click(button(/2 archived articles/u));
    fireEvent.click(button('Remove them'));
    await waitFor(() => expect(services.dropImages).toHaveBeenCalledWith(['a', 'b']));
    expect(await screen.findByText('The images of 2 articles were removed.')).toBeTruthy();
    expect(services.measure).toHaveBeenCalledTimes(2);
  });

  test('says so when there is nothing to free', async () => {
    await open({ archived: { ids: [], bytes: 0 } });
    expect(await screen.findByText(/No archived article has images/u)).toBeTruthy();
  });
});

describe('protection', () => {
  test('is asked for at the reader’s click, and a no is told', async () => {
    const { services } = await open({ isPersistent: false }, { persist: vi.fn(async () => false) });
    fireEvent.click(await screen.findByRole('button', { name: 'Ask the browser to keep everything' }));
    expect(await screen.findByText(/did not agree/u)).toBeTruthy();
    expect(services.persist).toHaveBeenCalledTimes(1);
  });

  test('that is there needs no button', async () => {
    await open();
    expect(await screen.findByText(/keeps everything until you remove it/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /keep everything/u })).toBeNull();
  });
});

describe('keeping images always', () => {
  const always = () => screen.getByLabelText<HTMLInputElement>('Always');

  test('needs the permission, asked for at that click', async () => {
    const { services } = await open();
    fireEvent.click(always());
    await waitFor(() => expect(services.changeSettings).toHaveBeenCalledWith({ keepImages: 'always' }));
    expect(services.allowAllSites).toHaveBeenCalledTimes(1);
  });

  test('is not set without it, and the choice shows so', async () => {
    const { services } = await open({}, { allowAllSites: vi.fn(async () => false) });
    fireEvent.click(always());
    expect(await screen.findByText(/Without the permission/u)).toBeTruthy();
    expect(services.changeSettings).not.toHaveBeenCalled();
    expect(always().checked).toBe(false);
    expect(screen.getByLabelText<HTMLInputElement>('When I ask').checked).toBe(true);
  });

  test('has a limit that can be set', async () => {
    const { services } = await open();
    fireEvent.click(screen.getByLabelText('10 GB'));
    expect(services.changeSettings).toHaveBeenCalledWith({ imageLimit: 10_000 });
  });
});

test.each(['en', 'ja'] as const)('breaks no rule of accessibility in %s', async (language) => {
  const { container } = await open({ littleLeft: 1, isPersistent: false }, {}, language);
  await waitFor(() => expect(container.querySelector('dl')).toBeTruthy());
  expect(await brokenRules(container)).toEqual([]);
});
