import { hostOf } from '../text/urls.ts';
import type { AbsoluteUrl, HeadFacts, PlatformId } from './types/source.ts';

/** What is known of one blog platform, from its own templates. Every list is in order of trust. */
export interface Platform {
  readonly id: PlatformId;
  /** Any of these says that a page was made by it. */
  readonly recognise: {
    readonly generator?: RegExp;
    readonly host?: RegExp;
    /** An element that only this platform's templates have. */
    readonly element?: string;
  };
  /**
   * Containers of the article's parts. The first selector that finds text wins; all elements that it finds
   * within one entry are parts of one article, in page order (a body and its continuation).
   */
  readonly article: readonly string[];
}

export const PLATFORMS: readonly Platform[] = [
  {
    id: 'fc2',
    recognise: {
      host: /\.fc2\.com$/u,
      element: '#sh_fc2blogheadbar, .fc2_footer, .fc2button-clap',
    },
    article: [
      '.entry_body, .entry_more, .more',
      '.ently_text, .ently_more',
      '.mainEntryBody, .mainEntryMore',
      '.entry_text, .entry_more',
      '.entryBody, .entryMore',
      '.main-body .inner-contents',
      '.e_body',
      '.main_txt',
      '.ently_body',
    ],
  },
  {
    id: 'wordpress',
    recognise: { generator: /wordpress/iu, element: '.wp-site-blocks, body.single-post' },
    article: [
      '.wp-block-post-content',
      '.hentry .entry-content, .type-post .entry-content',
      '.entry-content',
      '.post-content',
      '.post-entry',
      '.hentry .entry, .post .entry',
    ],
  },
  {
    id: 'blogger',
    recognise: { generator: /blogger/iu, host: /\.blogspot\.[a-z.]+$/u },
    article: ['.post-body'],
  },
  {
    id: 'movable-type',
    recognise: { generator: /movable type|typepad/iu, host: /\.(?:typepad\.com|cocolog-nifty\.com)$/u },
    article: ['.asset-body, .asset-more', '.entry-body, .entry-more', '.entry-body-text', '.asset-content'],
  },
  {
    id: 'livedoor',
    recognise: {
      host: /^blog\.livedoor\.jp$|\.(?:livedoor\.(?:blog|biz)|doorblog\.jp|ldblog\.jp|weblog\.to)$/u,
      element: '.article-body-inner',
    },
    article: [
      '.article-body-inner, .article-body-more',
      '#articlebody',
      '.blogbody > .main, .blogbody > .mainmore',
    ],
  },
  {
    id: 'hatena',
    recognise: {
      host: /\.(?:hatenablog\.(?:com|jp)|hateblo\.jp|hatenadiary\.(?:com|jp))$/u,
      element: '.hatenablog-entry',
    },
    article: ['.entry-content.hatenablog-entry', 'article.entry .entry-content'],
  },
  {
    id: 'ameba',
    recognise: { host: /(?:^|\.)ameblo\.jp$/u, element: '.skin-entryBody, [data-uranus-component]' },
    article: ['[data-uranus-component="entryBody"]', '.skin-entryBody', '.articleText', '.subContentsInner'],
  },
  {
    id: 'seesaa',
    recognise: { host: /\.(?:seesaa\.net|sblo\.jp)$/u },
    article: ['.blogbody > .text', '.article__content', '.entry .text'],
  },
  {
    id: 'note',
    recognise: { host: /^note\.com$/u, element: '.note-common-styles__textnote-body' },
    article: ['.note-common-styles__textnote-body', '[data-name="body"]', '.o-noteContentText'],
  },
  {
    id: 'jugem',
    recognise: { host: /\.jugem\.(?:jp|cc)$/u, element: '.jgm_entry_desc_mark' },
    article: ['.entry_body, .entry_more', '.entry-body, .entry-more'],
  },
  {
    id: 'goo',
    recognise: { host: /^blog\.goo\.ne\.jp$/u },
    article: ['.entry-body-text', '.entry-body', '.etBody'],
  },
  {
    id: 'exblog',
    recognise: { host: /\.exblog\.jp$/u },
    article: ['.post-body', '.postBody', '.post_body', '.POST_BODY', '.story'],
  },
  {
    id: 'shinobi',
    recognise: { host: /\.blog\.shinobi\.jp$/u, element: '.EntryTextBox' },
    article: ['.EntryTextBox .EntryText', '.EntryText'],
  },
  {
    id: 'tistory',
    recognise: { host: /\.tistory\.com$/u, element: '.tt_article_useless_p_margin' },
    article: ['.tt_article_useless_p_margin', '.contents_style', '.entry-content'],
  },
  {
    id: 'naver',
    recognise: { host: /blog\.naver\.com$/u, element: '.se-main-container' },
    article: ['.se-main-container', '#postViewArea', '#post-view'],
  },
  {
    id: 'pixnet',
    recognise: { host: /\.pixnet\.net$/u, element: '#article-content-inner' },
    article: ['.article-content-inner', '.article-content'],
  },
  {
    id: 'livejournal',
    recognise: { host: /\.livejournal\.com$/u },
    article: ['.aentry-post__text', '.b-singlepost-body', '.entry-content'],
  },
  {
    id: 'substack',
    recognise: { host: /\.substack\.com$/u, element: '.newsletter-post .available-content' },
    article: ['.available-content .body.markup', '.available-content'],
  },
  {
    id: 'ghost',
    recognise: { generator: /^ghost/iu },
    article: ['.gh-content', '.post-full-content', '.post-content'],
  },
  {
    id: 'squarespace',
    recognise: { generator: /squarespace/iu, element: '.sqs-layout' },
    article: ['.blog-item-content', '.entry .e-content'],
  },
  { id: 'tumblr', recognise: { host: /\.tumblr\.com$/u }, article: [] },
  {
    id: 'medium',
    recognise: { host: /(?:^|\.)medium\.com$/u, element: '.pw-post-body-paragraph' },
    article: [],
  },
  {
    id: 'drupal',
    recognise: { generator: /drupal/iu },
    article: ['.node__content .field--name-body', '.node .content .field-name-body'],
  },
  { id: 'hugo', recognise: { generator: /^hugo/iu }, article: ['.post-content', '.article-content'] },
  { id: 'hexo', recognise: { generator: /^hexo/iu }, article: ['.article-entry', '.post-body'] },
  { id: 'jekyll', recognise: { generator: /^jekyll/iu }, article: ['.post-content'] },
];

export function platformById(id: PlatformId | null): Platform | null {
  return PLATFORMS.find((platform) => platform.id === id) ?? null;
}

/** Most pages have none of these, which one query tells. */
const ANY_ELEMENT = PLATFORMS.flatMap(({ recognise }) => recognise.element ?? []).join(', ');

/** Which platform made a page; null when nothing says so. Hosts and markup outrank a generator's name. */
export function recognisePlatform({
  document,
  head,
  url,
}: {
  readonly document: Document;
  readonly head: HeadFacts;
  readonly url: AbsoluteUrl | null;
}): PlatformId | null {
  const host = hostOf(url);
  const generators = head.meta.get('generator') ?? [];
  const byHost = PLATFORMS.find(({ recognise }) => recognise.host?.test(host));
  if (byHost) return byHost.id;
  const byGenerator = PLATFORMS.find(({ recognise }) =>
    generators.some((name) => recognise.generator?.test(name)),
  );
  if (byGenerator) return byGenerator.id;
  if (!document.querySelector(ANY_ELEMENT)) return null;
  const byElement = PLATFORMS.find(
    ({ recognise }) => recognise.element && document.querySelector(recognise.element),
  );
  return byElement?.id ?? null;
}
