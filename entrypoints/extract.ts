import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extract } from '../utils/extraction/extract.ts';
import type { Outcome } from '../utils/extraction/types.ts';
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

function read(): Outcome {
  try {
    return extract({ document, url: location.href, contentType: contentType(), isShown });
  } catch (thrown) {
    return { kind: 'failed', step: 'extract', message: messageOf(thrown) };
  }
}

/** Runs in the page, on the reader's click. Looks, and changes nothing. */
export default defineUnlistedScript({
  globalName: true,
  main: () => ({ url: location.href, outcome: read() }),
});
