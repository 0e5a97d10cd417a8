import type { PageProblem } from '../extraction/types/metadata.ts';
import type { Page } from '../extraction/types/source.ts';
import { err, ok, type Result } from '../result.ts';

/** Milliseconds until a page must have come whole. */
const TIME_LIMIT = 15_000;
/** Bytes of a page; the largest articles have less than a tenth. */
const LARGEST = 10_000_000;

/** In Firefox, what belongs to the page itself: its requests carry the page's cookies and referrer. */
interface PageScope {
  readonly content?: { readonly XMLHttpRequest?: typeof XMLHttpRequest };
}

/**
 * Asks the page's own server for another page, as a link in the page would. For scripts in a page: the browser
 * lets them reach the page's own origin and nothing else. `XMLHttpRequest` and not `fetch`, because it decodes
 * and parses what comes by all rules of HTML, whatever its encoding. No script of it runs and nothing that it
 * names is loaded.
 *
 * @param url an address of the same origin; any other is not asked for
 * @param here the address of the page in which this runs
 */
export function fetchPage(url: string, here: string): Promise<Result<Page, PageProblem>> {
  if (URL.parse(url)?.origin !== URL.parse(here)?.origin) return Promise.resolve(err('elsewhere'));
  const { promise, resolve } = Promise.withResolvers<Result<Page, PageProblem>>();
  const Request = (globalThis as PageScope).content?.XMLHttpRequest ?? XMLHttpRequest;
  const request = new Request();
  request.open('GET', url);
  request.responseType = 'document';
  request.timeout = TIME_LIMIT;
  request.onprogress = ({ loaded }) => {
    if (loaded <= LARGEST) return;
    resolve(err('too-large'));
    request.abort();
  };
  request.ontimeout = () => resolve(err('timeout'));
  request.onerror = () => resolve(err('unreachable'));
  request.onload = () => resolve(pageOf(request, url));
  request.send();
  return promise;
}

function pageOf(request: XMLHttpRequest, asked: string): Result<Page, PageProblem> {
  if (request.status < 200 || request.status >= 300) return err('refused');
  const document = request.responseXML;
  if (!document?.body) return err('no-article');
  return ok({ document, url: request.responseURL || asked, contentType: 'text/html' });
}
