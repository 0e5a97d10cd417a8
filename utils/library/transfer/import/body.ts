import { articleText } from '../../../extraction/article-text.ts';
import { linkEmbeds } from '../../../extraction/content/embeds.ts';
import { tidyContent } from '../../../extraction/content/tidy-content.ts';
import { digestOf } from '../../../extraction/digest.ts';
import { writeSafely } from '../../../extraction/sanitise.ts';
import { tidyStructure } from '../../../extraction/tidy-structure.ts';
import type { Article } from '../../../extraction/types/article.ts';
import type { Metadata } from '../../../extraction/types/metadata.ts';
import type { AbsoluteUrl } from '../../../extraction/types/source.ts';
import { parseCopy } from '../../../page-copy/parse-copy.ts';
import { err, ok, type Result } from '../../../result.ts';
import { blocksOf } from '../../../text/blocks.ts';
import { detectLanguage, directionOf } from '../../../text/language.ts';
import { readingTime } from '../../../text/reading-time.ts';
import type { BodyProblem } from './types.ts';

/** Longer than any article, with pictures in it as data. Characters. */
export const MAX_BODY = 3_000_000;
const STRATEGY = 'imported';

/** What a file says of an article beside its text. */
export interface About {
  readonly url: AbsoluteUrl;
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly published: string | null;
  readonly lang: string | null;
}

/**
 * An article made of the HTML that another reading list kept of it: tidied and written safely by the rules that
 * pages are. Needs no DOM.
 */
export function articleOf(html: string, about: About): Result<Article, BodyProblem> {
  if (html.length > MAX_BODY) return err('too-large');
  const parsed = parseCopy(html);
  if (!parsed.ok) return parsed;
  const { body } = parsed.value;
  tidyContent(parsed.value, { baseUrl: about.url, shown: new Map() });
  const text = articleText(blocksOf(body));
  if (!text && !body.querySelector('img')) return err('empty');
  tidyStructure(body, about.url);
  linkEmbeds(body);
  const meta = metadataOf(about, text);
  const { minutes, count, unit } = readingTime(text, meta.lang);
  const thread = { comments: [], elsewhere: null };
  return ok({
    meta,
    html: writeSafely(body, about.url),
    text,
    repeats: [],
    removals: [],
    thread,
    digest: digestOf(thread, meta),
    strategy: STRATEGY,
    readingMinutes: minutes,
    length: { count, unit },
  });
}

function metadataOf({ url, title, author, siteName, published, lang }: About, text: string): Metadata {
  const language = lang ?? detectLanguage(text);
  return {
    title,
    author,
    siteName,
    published,
    updated: null,
    lang: language,
    dir: directionOf(language),
    leadImage: null,
    url,
    previous: null,
    next: null,
    pages: null,
    tags: [],
    categories: [],
    keywords: [],
  };
}
