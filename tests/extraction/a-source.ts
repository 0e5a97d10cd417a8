import { snapshot } from '../../utils/extraction/snapshot.ts';
import type { Source } from '../../utils/extraction/types/source.ts';

interface PageParts {
  readonly head?: string;
  readonly body: string;
  readonly url?: string;
  readonly html?: string;
}

/** The source of a page with this head and body. */
export function sourceOf({
  head = '',
  body,
  url = 'https://quay.example/2021/a-post',
  html = '',
}: PageParts): Source {
  const document = new DOMParser().parseFromString(
    `<!doctype html><html ${html}><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
  const taken = snapshot({ document, url, contentType: 'text/html' });
  if (!taken.ok) throw new Error(taken.error);
  return taken.value;
}

/** The source of a text without markup. */
export function plainSourceOf(text: string): Source {
  const page = document.implementation.createHTMLDocument('');
  page.body.append(Object.assign(page.createElement('pre'), { textContent: text }));
  const taken = snapshot({ document: page, url: 'https://quay.example/post.txt', contentType: 'text/plain' });
  if (!taken.ok) throw new Error(taken.error);
  return taken.value;
}

/** Prose that makes a page look like a post. */
export const PROSE =
  '<p>The harbour was quiet that morning, and nobody had yet come down to the boats.</p>'.repeat(8);
