import { weighBlocks } from '../../utils/extraction/prose.ts';
import { snapshot } from '../../utils/extraction/snapshot.ts';
import type { Page, Source, Trimmed } from '../../utils/extraction/types/source.ts';

export const EXAMPLE_URL = 'https://blog.example/2024/05/post.html';

/** A page as the extraction gets it, from HTML. */
export function pageOf(html: string, url = EXAMPLE_URL, contentType = 'text/html'): Page {
  return { document: new DOMParser().parseFromString(html, 'text/html'), url, contentType };
}

/** The private copy of a page made from HTML. */
export function sourceOf(html: string, url = EXAMPLE_URL): Source {
  const taken = snapshot(pageOf(html, url));
  if (!taken.ok) throw new Error(`unreadable: ${taken.error}`);
  return taken.value;
}

/** The private copy of a page made from HTML, as the search for the article gets it. */
export function trimmedOf(html: string, url = EXAMPLE_URL): Trimmed {
  const source = sourceOf(html, url);
  return { ...source, stage: 'trimmed', blocks: weighBlocks(source.body) };
}

/** `count` different paragraphs that read as prose. */
export function paragraphs(count: number, topic = 'the garden'): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<p>Paragraph ${index + 1} about ${topic} goes on for a while, because a reader wants to know, in detail, what happened on day ${index + 1} of the year.</p>`,
  ).join('\n');
}
