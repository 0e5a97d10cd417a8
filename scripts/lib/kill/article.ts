import type { Article } from '../../../utils/extraction/types/article.ts';
import type { Untrusted } from '../../../utils/reading/types.ts';

/** An article of about 5 kB whose text begins with given words. */
export function articleSaying(words: string): Untrusted<Article> {
  const text = `${words}\n${'The rest of it is long. '.repeat(200)}`;
  return {
    meta: {
      title: words,
      author: null,
      siteName: null,
      published: null,
      updated: null,
      lang: 'en',
      dir: 'ltr',
      leadImage: null,
      url: null,
      previous: null,
      next: null,
      pages: null,
      tags: [],
      categories: [],
      keywords: [],
    },
    html: `<p>${words}</p>`,
    text,
    repeats: [],
    removals: [],
    thread: { comments: [], elsewhere: null },
    digest: {
      comments: 0,
      people: 0,
      from: null,
      to: null,
      authorReplies: [],
      mostAnswered: [],
      questions: [],
      links: [],
      themes: [],
    },
    strategy: 'readability',
    readingMinutes: 4,
    length: { count: 1_000, unit: 'words' },
  };
}
