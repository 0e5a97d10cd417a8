import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extract } from '../utils/extraction/extract.ts';
import { fetchPage } from '../utils/reading/fetch-page.ts';
import { type PageAnswer, READER_NAME } from '../utils/reading/page-answer.ts';

async function readFurtherPage(url: string): Promise<PageAnswer> {
  const fetched = await fetchPage(url, location.href);
  if (!fetched.ok) return { kind: 'problem', problem: fetched.error };
  return { kind: 'read', url: fetched.value.url, outcome: extract(fetched.value) };
}

/** Runs in the page, when the reader asks for the further pages of its article: gets ready to be told which. */
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, READER_NAME, readFurtherPage);
});
