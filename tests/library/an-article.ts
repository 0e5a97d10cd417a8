import type { Article } from '../../utils/extraction/types/article.ts';
import type { SaveRequest } from '../../utils/library/types.ts';
import type { Untrusted } from '../../utils/reading/types.ts';

/** A small article; `text` sets it apart from others. */
export function anArticle(text = 'The kettle sang.'): Untrusted<Article> {
  return {
    meta: {
      title: `About: ${text}`,
      author: 'Mika',
      siteName: 'Kitchen notes',
      published: '2024-05-06',
      updated: null,
      lang: 'en',
      dir: 'ltr',
      leadImage: null,
      url: null,
      previous: { title: 'Before', url: null },
      next: null,
      pages: null,
      tags: ['tea'],
      categories: [],
      keywords: [],
    },
    html: `<p>${text}</p>`,
    text,
    repeats: [{ id: 'r1', times: 2, copies: [{ text, differs: false }] }],
    removals: [{ id: 'x1', reason: 'ad', rule: 'ad-class', text: 'Buy a kettle', whole: 'Buy a kettle' }],
    thread: {
      comments: [
        {
          id: 'c1',
          parentId: null,
          depth: 0,
          author: 'Jun',
          date: { shown: '6 May', iso: '2024-05-06' },
          title: null,
          text: 'Mine whistles.',
          html: '<p>Mine whistles.</p>',
          url: null,
          byPostAuthor: false,
        },
      ],
      elsewhere: null,
    },
    digest: {
      comments: 1,
      people: 1,
      from: '2024-05-06',
      to: '2024-05-06',
      authorReplies: [],
      mostAnswered: [],
      questions: [],
      links: [],
      themes: [{ commentId: 'c1', quote: 'Mine whistles.', words: ['whistles'], size: 1 }],
    },
    strategy: 'readability',
    readingMinutes: 1,
    length: { count: 3, unit: 'words' },
  };
}

/** Asks to save a page of `blog.example`. */
export function aRequest(page: string, given: Partial<SaveRequest> & { text?: string } = {}): SaveRequest {
  const { text, ...rest } = given;
  return {
    article: anArticle(text ?? page),
    url: `https://blog.example/${page}`,
    readAt: 1,
    incognito: false,
    ...rest,
  };
}
