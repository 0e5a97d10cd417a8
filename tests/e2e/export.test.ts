import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, type View, waitUntil } from '../../scripts/lib/driver.ts';
import type { Served } from '../../scripts/lib/sample-server.ts';
import { save } from '../../scripts/lib/screens.ts';
import { english, KINDS, type Session, sample, startSession } from './session.ts';
import { violationsIn } from './violations.ts';

const SAMPLES = ['fc2-br', 'wordpress-thread', 'arabic'] as const;
const PICTURE_POST = 'http://pictures.sample.example/webp';
/** Its picture is WebP, which reading devices do not know, made by the page itself. */
const PICTURES = new Map<string, Served>([
  [
    PICTURE_POST,
    {
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Colours</title><article><h1>Colours</h1>
${Array.from({ length: 6 }, (_, index) => `<p>The paint is the green of school corridors, and below it there is an older green, for the ${index + 1}th time.</p>`).join('')}
<p><img alt="A stripe" width="60" height="40"></p></article><script>
const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 40 });
const pen = canvas.getContext('2d'); pen.fillStyle = 'green'; pen.fillRect(0, 0, 60, 40);
document.querySelector('img').src = canvas.toDataURL('image/webp');
</script></html>`,
    },
  ],
]);
const PASSPHRASE = 'open sesame, 開け';

/** Keeps what a page hands to its reader as a download; the browser's own download goes on. */
function watchDownloads(view: View): Promise<void> {
  return view.run(() => {
    const caught: { name: string; blob: Blob }[] = [];
    const blobs = new Map<string, Blob>();
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (given: Blob | MediaSource) => {
      const address = make(given);
      if (given instanceof Blob) blobs.set(address, given);
      return address;
    };
    document.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLAnchorElement) || !target.download) return;
      const blob = blobs.get(target.href);
      if (blob) caught.push({ name: target.download, blob });
    });
    Object.assign(window, { caught });
  }, null);
}

/** The file that was handed over last, once there is one. */
async function downloaded(view: View): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const file = await eventually('a download', () =>
    view.run(async () => {
      const { caught } = window as unknown as { caught: { name: string; blob: Blob }[] };
      const last = caught.pop();
      if (!last) return null;
      const bytes = new Uint8Array(await last.blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { name: last.name, base64: btoa(text) };
    }, null),
  );
  return { name: file.name, bytes: new Uint8Array(Buffer.from(file.base64, 'base64')) };
}

async function press(view: View, label: string): Promise<void> {
  await waitUntil(
    view,
    `a button “${label}”`,
    (wanted) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('button, label')];
      const button = buttons.find(
        (one) => one.textContent?.trim() === wanted || one.getAttribute('aria-label') === wanted,
      );
      button?.click();
      return button !== undefined;
    },
    label,
  );
}

async function choose(view: View, label: string): Promise<void> {
  await waitUntil(
    view,
    `a choice “${label}”`,
    (wanted) => {
      const input = [...document.querySelectorAll<HTMLInputElement>('dialog input, main input')].find((one) =>
        [...(one.labels ?? [])].some((name) => name.textContent?.includes(wanted)),
      );
      if (input && !input.checked) input.click();
      return input !== undefined;
    },
    label,
  );
}

async function type(view: View, label: string, text: string): Promise<void> {
  await waitUntil(
    view,
    `a field “${label}”`,
    ({ wanted, value }) => {
      const labels = [...document.querySelectorAll('label')];
      const input = labels.find((one) => one.textContent === wanted)?.control;
      if (!(input instanceof HTMLInputElement)) return false;
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    },
    { wanted: label, value: text },
  );
}

/** Gives a file to the page as a reader would choose it. */
function giveFile(view: View, name: string, bytes: Uint8Array): Promise<void> {
  return view.run(
    async ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([bytes], name));
      const input = document.querySelector<HTMLInputElement>('#restore input[type=file]');
      if (!input) throw new Error('no place for a file');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
}

const shows = (view: View, text: string) =>
  waitUntil(view, `“${text}”`, (wanted) => document.body.textContent?.includes(wanted) ?? false, text);

async function exportAll(
  view: View,
  format: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  await press(view, english('more'));
  await press(view, english('listExportAll'));
  await choose(view, format);
  if (format === english('exportFormat_epub')) await choose(view, english('exportVertical'));
  await press(view, english('exportStartAction'));
  return downloaded(view);
}

describe.each(KINDS)('taking the reading list out of %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, { pages: PICTURES });
    for (const name of SAMPLES) {
      const visit = await session.visitSample(name);
      await save(visit.popup);
      await session.leave(visit);
    }
  });
  afterAll(() => session?.close());

  it('as a book that the checker passes, with a cover and Japanese in columns', async () => {
    const library = await session.browser.openOwnPage('library.html');
    await watchDownloads(library);
    await press(library, english('more'));
    await press(library, english('listExportAll'));
    expect(await violationsIn(library)).toEqual([]);
    await press(library, english('exportCancel'));
    const { name, bytes } = await exportAll(library, english('exportFormat_epub'));
    expect(name).toMatch(/^Reading list \d{4}-\d\d-\d\d\.epub$/u);
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
    const files = unzipSync(bytes);
    expect(files['EPUB/images/cover.png']?.length).toBeGreaterThan(1_000);
    const chapters = Object.keys(files)
      .filter((path) => path.includes('chapter'))
      .map((path) => strFromU8(files[path] ?? new Uint8Array()));
    expect(chapters).toHaveLength(SAMPLES.length);
    for (const sampled of SAMPLES) {
      expect(chapters.some((chapter) => chapter.includes(sample(sampled).expected.title ?? ''))).toBe(true);
    }
    expect(chapters.filter((chapter) => chapter.includes('class="vertical"'))).toHaveLength(1);
    await library.close();
  });

  it('as notes in a zip, and as everything', async () => {
    const library = await session.browser.openOwnPage('library.html');
    await watchDownloads(library);
    const notes = await exportAll(library, english('exportFormat_markdown'));
    expect(Object.keys(unzipSync(notes.bytes)).filter((path) => path.endsWith('.md'))).toHaveLength(3);
    const json = await exportAll(library, english('exportFormat_json'));
    expect(JSON.parse(strFromU8(json.bytes))).toMatchObject({ format: 'seidoku-reading-list', version: 1 });
    await library.close();
    await session.expectNoTroubles();
  });

  it('from the menu of the article shown', async () => {
    const visit = await session.visitSample('wordpress-thread');
    await watchDownloads(visit.popup);
    await press(visit.popup, english('more'));
    await press(visit.popup, english('exportAction'));
    await choose(visit.popup, english('exportFormat_html'));
    await press(visit.popup, english('exportStartAction'));
    const { name, bytes } = await downloaded(visit.popup);
    expect(name).toMatch(/\.html$/u);
    expect(strFromU8(bytes)).toContain(`<h1>${sample('wordpress-thread').expected.title}</h1>`);
    await session.leave(visit);
  });

  it('with its picture in a form that reading devices know', async () => {
    const visit = await session.visit(PICTURE_POST);
    await watchDownloads(visit.popup);
    await press(visit.popup, english('more'));
    await press(visit.popup, english('exportAction'));
    await choose(visit.popup, english('exportFormat_epub'));
    await press(visit.popup, english('exportStartAction'));
    const { bytes } = await downloaded(visit.popup);
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
    const files = unzipSync(bytes);
    const picture = files['EPUB/images/chapter-00001-1.jpg'];
    expect(picture && [...picture.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    await session.leave(visit);
  });

  it('as a sealed backup, and back after all is gone', async () => {
    const options = await session.browser.openOwnPage('options.html#backup');
    await watchDownloads(options);
    await type(options, english('backupPassphrase'), PASSPHRASE);
    await type(options, english('backupPassphraseAgain'), PASSPHRASE);
    await press(options, english('backupMake'));
    const { name, bytes } = await downloaded(options);
    expect(name).toMatch(/^seidoku-backup-\d{4}-\d\d-\d\d\.seidoku$/u);
    expect(Buffer.from(bytes).includes('blog')).toBe(false);

    await options.run(async () => {
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('library');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const database = opening.result;
          const stores = ['summaries', 'bodies', 'tombstones', 'images', 'imageUses'];
          const wiping = database.transaction(stores, 'readwrite');
          for (const store of stores) wiping.objectStore(store).clear();
          wiping.oncomplete = () => {
            database.close();
            resolve(null);
          };
        };
      });
    }, null);

    await giveFile(options, name, bytes);
    await type(options, english('restorePassphrase'), 'wrong');
    await press(options, english('restoreOpen'));
    await shows(options, english('backupError_wrong_passphrase'));
    await type(options, english('restorePassphrase'), PASSPHRASE);
    await press(options, english('restoreOpen'));
    await shows(options, english('restoreFate_new'));
    expect(await violationsIn(options)).toEqual([]);
    await press(options, english('restoreAction'));
    await shows(options, 'Restored: 3 added');
    const kept = await options.run(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('library');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('bodies').objectStore('bodies').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
      null,
    );
    expect(kept).toBe(3);
    await options.close();
    await session.expectNoTroubles();
  });
});
