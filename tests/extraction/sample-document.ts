import type { Sample } from '../../scripts/lib/samples.ts';

/** The document that a browser makes of a sample. */
export function documentOf({ contentType, body }: Sample): Document {
  const text = body.toString('utf8');
  if (contentType === 'text/html') return new DOMParser().parseFromString(text, 'text/html');
  const page = document.implementation.createHTMLDocument('');
  page.body.append(Object.assign(page.createElement('pre'), { textContent: text }));
  return page;
}
