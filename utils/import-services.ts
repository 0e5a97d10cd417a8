import { browser } from 'wxt/browser';
import type { ImportServices } from '../components/import/ImportView.tsx';
import { localCanary } from './library/local-canary.ts';
import { createImporter } from './library/transfer/import/client.ts';

/** What the import screen asks of the browser. */
export function importServices(): ImportServices {
  return {
    importer: createImporter({
      start: () => new Worker(browser.runtime.getURL('/import-worker.js')),
      canary: localCanary,
      isPrivate: browser.extension.inIncognitoContext,
    }),
    saveFile,
    listHref: '/library.html',
  };
}

/** Gives a file to the reader's downloads. */
function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
