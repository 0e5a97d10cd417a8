import { findFurtherPages } from './further-pages.ts';
import { findAuthor } from './metadata/author.ts';
import { gatherFacts } from './metadata/facts.ts';
import { describePlainText } from './metadata/plain-text.ts';
import { findDates } from './metadata/published.ts';
import { findDirection, findLanguage, findLeadImage, findSiteName, findUrl } from './metadata/site.ts';
import { findTitle } from './metadata/title.ts';
import { findNeighbours } from './neighbours.ts';
import { findKeywords, findLabels } from './tags.ts';
import type { Metadata } from './types/metadata.ts';
import type { Source } from './types/source.ts';

/**
 * Describes a post: title, author, dates, language, neighbours, tags. Reads only; the source still holds
 * comments, sidebars and related posts, which the rules keep out by where they stand.
 */
export function describe(source: Source): Metadata {
  if (source.isPlainText) return describePlainText(source);
  const facts = gatherFacts(source);
  const title = findTitle(facts);
  const lang = findLanguage(facts);
  const pages = findFurtherPages(facts);
  const { previous, next } = findNeighbours(facts, pages);
  const { tags, categories } = findLabels(facts, title);
  return {
    title: title.text,
    author: findAuthor(facts, title, lang),
    siteName: findSiteName(facts, title),
    ...findDates(facts, title, lang),
    lang,
    dir: findDirection(facts, lang),
    leadImage: findLeadImage(facts),
    url: findUrl(facts),
    previous,
    next,
    pages,
    tags,
    categories,
    keywords: findKeywords(facts),
  };
}
