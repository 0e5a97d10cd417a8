import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extract } from '../utils/extraction/extract.ts';
import type { Outcome } from '../utils/extraction/types/article.ts';
import type { Page } from '../utils/extraction/types/source.ts';
import { fetchPage } from '../utils/reading/fetch-page.ts';
import { getComments } from '../utils/reading/get-comments.ts';
import {
  COMMENTS_NAME,
  type CommentsRequest,
  type PageAnswer,
  READER_NAME,
} from '../utils/reading/page-answer.ts';
import { messageOf } from '../utils/result.ts';

/** `false` only for what the page does not show at all; asked for few elements, and only when needed. */
function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: false,
  });
}

/** Elements can be named so that `document.URL` or `document.contentType` gives them instead of the facts. */
function contentType(): string {
  return String(Reflect.get(Document.prototype, 'contentType', document));
}

function livePage(): Page {
  return { document, url: location.href, contentType: contentType(), isShown };
}

function read(): Outcome {
  try {
    return extract(livePage());
  } catch (thrown) {
    return { kind: 'failed', step: 'extract', message: messageOf(thrown) };
  }
}

async function readFurtherPage(url: string): Promise<PageAnswer> {
  const fetched = await fetchPage(url, location.href);
  if (!fetched.ok) return { kind: 'problem', problem: fetched.error };
  return { kind: 'read', url: fetched.value.url, outcome: extract(fetched.value) };
}

/**
 * Runs in the page, on the reader's click, in a world of its own. Looks, and changes nothing. What reads further
 * pages of the article and gets more comments waits there until the reader asks for them.
 */
export default defineUnlistedScript({
  globalName: true,
  main() {
    Reflect.set(globalThis, READER_NAME, readFurtherPage);
    Reflect.set(globalThis, COMMENTS_NAME, (request: CommentsRequest) => getComments(request, livePage()));
    return { url: location.href, outcome: read() };
  },
});
