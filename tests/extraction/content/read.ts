import { extract } from '../../../utils/extraction/extract.ts';
import type { Article } from '../../../utils/extraction/types/article.ts';
import { articleToMarkdown } from '../../../utils/text/markdown.ts';
import { EXAMPLE_URL, pageOf, paragraphs } from '../html.ts';

export interface Reading {
  readonly article: Article;
  /** The sanitised HTML, parsed. */
  readonly body: HTMLElement;
  readonly text: string;
  readonly markdown: string;
}

const BEFORE = `${paragraphs(3, 'the workshop')}`;
const AFTER = [
  'By noon the shavings lay knee-deep, and nobody minded, since they make the best kindling there is.',
  'My neighbour came by with two cups of tea, looked at the bench, and said that it wanted sweeping.',
  'We swept, then we drank, and the rest of the day went by without a single cut finger.',
]
  .map((sentence) => `<p>${sentence}</p>`)
  .join('');

/** A post with the given content between paragraphs, read as the extension reads it. */
export function readPost(content: string, more = ''): Reading {
  return read(
    `<title>Evenings with a lathe</title><nav><a href="/">Home</a></nav><article><h1>Evenings with a lathe</h1>${BEFORE}${content}${AFTER}${more}</article>`,
  );
}

export function read(html: string): Reading {
  const outcome = extract(pageOf(html));
  if (outcome.kind !== 'article') throw new Error(`no article: ${JSON.stringify(outcome)}`);
  const { article } = outcome;
  return {
    article,
    body: new DOMParser().parseFromString(article.html, 'text/html').body,
    text: article.text,
    markdown: articleToMarkdown(article, EXAMPLE_URL),
  };
}
