import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OptionsApp, type OptionsServices } from '../../components/options/OptionsApp.tsx';
import { PERMISSION_REASONS } from '../../components/options/PermissionsSection.tsx';
import { createBlogRecords } from '../../components/state/blog-records.ts';
import { createNotices } from '../../components/state/notices.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import { choiceOf } from '../../utils/memory/choice-keys.ts';
import { createMemory, type Memory } from '../../utils/memory/memory.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { aMemory, given } from '../memory/a-memory.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

async function open(memory: Memory = aMemory().memory, language: InterfaceLanguage = 'en') {
  const notices = createNotices();
  const records = createBlogRecords(memory, notices);
  const services: OptionsServices = {
    changeSettings: vi.fn(),
    shortcuts: {
      list: async () => [
        { message: 'commandOpen', key: 'Alt+Shift+E' },
        { message: 'commandSave', key: '' },
      ],
      change: vi.fn(),
    },
    permissions: {
      installed: ['activeTab', 'storage'],
      sites: async () => ['https://images.example/*'],
      revoke: vi.fn(async () => {}),
    },
  };
  const { container } = show(
    <OptionsApp settings={DEFAULT_SETTINGS} services={services} records={records} notices={notices} />,
    language,
  );
  await records.refresh();
  await screen.findByText('Alt+Shift+E');
  return { container, services, memory, records };
}

const section = (name: string) => within(screen.getByRole('region', { name }));

async function filled(): Promise<Memory> {
  const { memory } = aMemory();
  await given(
    memory.keep({
      host: 'one.example',
      choices: ['back ad ad-token div.ad', 'unfold repeat div.a div.b'].map(choiceOf),
      forgotten: [],
    }),
  );
  await given(memory.keep({ host: 'two.example', choices: [choiceOf('instead 0 repeat p')], forgotten: [] }));
  for (const name of ['a', 'b']) {
    await given(
      memory.meet(
        {
          host: 'one.example',
          url: `https://one.example/${name}`,
          blocks: ['shared', `${name}1`, `${name}2`],
        },
        true,
      ),
    );
  }
  return memory;
}

describe('the settings', () => {
  test.each(['en', 'ja'] as const)(
    'are complete and accessible in %s, with nothing remembered',
    async (language) => {
      const { container } = await open(undefined, language);
      expect(screen.getAllByRole('region')).toHaveLength(7);
      expect(await brokenRules(container)).toEqual([]);
    },
  );

  test('change what they say', async () => {
    const { services } = await open();
    fireEvent.click(section('Language').getByRole('radio', { name: '日本語' }));
    expect(services.changeSettings).toHaveBeenLastCalledWith({ language: 'ja' });
    fireEvent.click(section('Images').getByRole('radio', { name: /always/iu }));
    expect(services.changeSettings).toHaveBeenLastCalledWith({ showImages: 'always' });
    fireEvent.click(section('Learned blogs').getByRole('radio', { name: 'No' }));
    expect(services.changeSettings).toHaveBeenLastCalledWith({ learnBlogs: 'off' });
  });

  test('tell the keys, also those that are not set, and lead to where they are changed', async () => {
    const { services } = await open();
    const keys = section('Keyboard shortcuts');
    expect(keys.getByText('no key')).toBeTruthy();
    fireEvent.click(keys.getByRole('button', { name: "Change them in the browser's settings" }));
    expect(services.shortcuts.change).toHaveBeenCalled();
  });

  test('say why each permission is there, and take back what was allowed besides', async () => {
    const { services } = await open();
    const permissions = section('Permissions, and why');
    expect(permissions.getByText(/look at the page that you click on/u)).toBeTruthy();
    fireEvent.click(
      await permissions.findByRole('button', {
        name: 'Take back the permission for https://images.example/*',
      }),
    );
    expect(services.permissions.revoke).toHaveBeenCalledWith('https://images.example/*');
  });

  test('list choices by host, forget one, and remember it again', async () => {
    const { container } = await open(await filled());
    const choices = () => section('Remembered choices');
    expect(
      choices()
        .getAllByRole('heading', { level: 3 })
        .map((host) => host.textContent),
    ).toEqual(['two.example', 'one.example']);
    expect(await brokenRules(container)).toEqual([]);
    fireEvent.click(choices().getByRole('button', { name: 'Forget “Put back: Advertising” of one.example' }));
    await waitFor(() => expect(choices().queryByText(/Put back: Advertising/u)).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await choices().findByText(/Put back: Advertising/u);
    fireEvent.click(choices().getByRole('button', { name: 'Forget everything of one.example' }));
    await waitFor(() => expect(choices().queryByText('one.example')).toBeNull());
    fireEvent.click(choices().getByRole('button', { name: 'Forget all choices' }));
    await choices().findByText(/Nothing is remembered yet/u);
  });

  test('list learned blogs and forget them', async () => {
    await open(await filled());
    const blogs = () => section('Learned blogs');
    expect(blogs().getByText(/2 posts · 1 paragraph in common/u)).toBeTruthy();
    fireEvent.click(blogs().getByRole('button', { name: 'Forget everything of one.example' }));
    await blogs().findByText('No blog has been learned yet.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await blogs().findByText('one.example');
  });

  test('say what is wrong where nothing can be looked up, and try again', async () => {
    let isBroken = true;
    const { memory } = aMemory();
    const broken = createMemory(async () => {
      throw new DOMException('', 'SecurityError');
    });
    const choices: Memory['choices'] = () => (isBroken ? broken.choices() : memory.choices());
    await open({ ...broken, blogs: () => (isBroken ? broken.blogs() : memory.blogs()), choices });
    const alert = within(section('Remembered choices').getByRole('alert'));
    expect(alert.getByText(/can't be opened/u)).toBeTruthy();
    isBroken = false;
    fireEvent.click(alert.getByRole('button', { name: 'Try again' }));
    await section('Remembered choices').findByText(/Nothing is remembered yet/u);
  });
});

test('every permission of the manifest has its reason', async () => {
  const config = (await import('../../wxt.config.ts')).default;
  const make = config.manifest as (env: object) => { readonly permissions: readonly string[] };
  for (const browser of ['chrome', 'firefox']) {
    const { permissions } = make({ browser, manifestVersion: browser === 'chrome' ? 3 : 2 });
    for (const name of permissions.filter((one) => !one.includes(':'))) {
      expect([name, PERMISSION_REASONS[name]]).toEqual([name, expect.any(String)]);
    }
  }
});
