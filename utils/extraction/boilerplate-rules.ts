import type { RemovalReason } from './types/removals.ts';

/**
 * What boilerplate looks like, as data. A rule names the elements it means by their tag, role or by the names in
 * their class and id. `share` is the largest share of the page's prose that such an element may hold and still
 * be cut: labels lie, and a theme that calls its whole column `widget` must not lose its article.
 */
export interface ElementRule {
  readonly id: string;
  readonly reason: RemovalReason;
  /** Matches the element's tag name or `role:<role>`. */
  readonly tags?: readonly string[];
  /**
   * Names apart by spaces, in kebab-case whatever the page's case and separators are. `name` is a whole name,
   * `name*` its beginning, `*name` its end, `*name*` any part. A dot before it: class only; a hash: id only.
   */
  readonly names?: string;
  readonly share: number;
  /** True where even a link in the middle of a sentence may be cut for its name. */
  readonly evenInProse?: boolean;
}

/** Where rules overlap, the first one in this list decides. */
export const ELEMENT_RULES: readonly ElementRule[] = [
  {
    id: 'navigation',
    reason: 'navigation',
    tags: ['NAV', 'role:navigation', 'role:menu', 'role:menubar'],
    share: 0.1,
  },
  { id: 'dialog', reason: 'consent', tags: ['DIALOG', 'role:dialog', 'role:alertdialog'], share: 0.1 },
  {
    // Names that only consent services and their plugins use; their texts may be longer than the article.
    id: 'consent-service',
    reason: 'consent',
    names:
      'onetrust* cmplz* didomi* cky* truste* cli-modal* cli-bar* cli-settings-popup wt-cli* cookielawinfo* ' +
      'cookie-law-info* borlabs-cookie* borlabscookie* cookiebot* cybot* usercentrics* iubenda-cs* klaro ' +
      'moove-gdpr* cc-window cc-banner sp-message-container* qc-cmp2* tarteaucitron* termly* osano-cm* axeptio* ' +
      'hs-eu-cookie-confirmation* tx-cookies*',
    share: 0.9,
  },
  {
    id: 'consent-token',
    reason: 'consent',
    names:
      '*cookie-banner* *cookiebanner* *cookie-consent* *cookieconsent* *cookie-notice* *cookienotice* ' +
      '*cookie-law* *cookielaw* *cookie-bar* *cookiebar* *cookie-message* *cookie-modal* *cookie-popup* ' +
      '*cookie-settings* *cookie-overlay* *cookie-info* *cookie-dialog* *cookie-disclaimer* *cookie-hint* ' +
      'gdpr* consent* cookie cookies l-cookie',
    share: 0.3,
  },
  {
    id: 'ad-token',
    reason: 'ad',
    names:
      'ad ads adv advert advertisement advertising adsense adsbygoogle adcontainer adwrapper google-auto-placed ' +
      'wpadvert adfit kakao-ad fc2-text-ad fc2-bottom-bnr grokentryadcontainer ad* ads* adv* advert* adsense* ' +
      'dfp* gpt* outbrain* taboola* sponsor* sponsored* promo* promotion* adslot* revive* ezoic* *ad *ads ' +
      '*advert *adsense *sponsor *sponsored affiliate-disclosure affiliate-disclaimer advertiser-disclosure ' +
      'disclosure-text aawp-disclaimer',
    share: 0.1,
    evenInProse: true,
  },
  {
    id: 'share-token',
    reason: 'share-bar',
    names:
      '*share* *shares* *sharing* *sharebar* *sharethis* *shareaholic* *addtoany* *addthis* *sharedaddy* ' +
      '*sociable* *social* *socials* *socialmedia* *sns* *snsbtn* *tweet* *clap* *reaction* *reactions* ' +
      '*bookmark* *bookmarks* like likes like-button* like-btn* like-box* *like-button *like-count ' +
      'socialicons sociallinks socialbuttons socialbar sociallist shareicons sharelinks sharebuttons sharelist ' +
      'snsicons snslinks snsbuttons snslist jp-post-flair fc2-footer a2a*',
    share: 0.05,
    evenInProse: true,
  },
  {
    id: 'related-token',
    reason: 'related-posts',
    names:
      '*related* *relate* *relatedposts* *relatedpost* *relatedentry* *yarpp* *readnext* *upnext* *mostread* ' +
      '*ogpcard* *oglink* *blogcard* *linkcard* *link-card* *embedded-post* *query-loop* *post-preview* ' +
      '*post-embed* .*recommend* .*recommended* .*recommendation* .*recommendations* .*suggested* .*popular* ' +
      '.*trending* #recommended #popular #trending ' +
      'more-posts* more-stories* more-articles* more-from* more-news* more-reading* more-entries* next-posts* ' +
      'next-stories* next-articles* next-story* nextstory next-news* latest-posts* latest-stories* ' +
      'latest-articles* latest-news* latest-entries* recent-posts* recent-stories* recent-articles* recent-news* ' +
      'recent-entries* other-posts* other-stories* other-articles* other-news* other-entries* next-post* ' +
      'next-article* you-may* you-might* another-category* *read-next* *read-more-posts* *read-also* ' +
      '*also-read* relate-dl elementor-posts elementor-posts-container wp-block-latest-posts ' +
      'summary-block-collection-type-blog*',
    share: 0.2,
  },
  {
    id: 'subscribe-token',
    reason: 'subscribe',
    names:
      '*newsletter* *newsletters* *subscribe* *subscription* *subscriptions* *signup* *sign-up* *optin* *opt-in* ' +
      '*mailchimp* *mc4wp* *convertkit* *leadform* *mailinglist* *mailing-list* *email-capture* *lead-magnet*',
    share: 0.15,
  },
  {
    id: 'author-plugin',
    reason: 'author-box',
    names: 'saboxplugin* molongui* abh-box m-a-box pp-author-boxes* pp-multiple-authors-boxes*',
    share: 0.3,
  },
  {
    id: 'author-box-token',
    reason: 'author-box',
    names:
      'author authors about-author about-the-author authorbox authorbio authorinfo author-info author-description ' +
      'author-about author-details author-section author-block author-area post-author post-author-info ' +
      'entry-author article-author bio written-by profile profile-box profile-card o-notecreatorcard ' +
      'about-author* *author-box* *author-bio* *author-card* *author-profile*',
    share: 0.1,
    evenInProse: true,
  },
  {
    id: 'contents-token',
    reason: 'contents-list',
    names:
      'toc .toc* *toc table-of-content* table-of-contents* tableofcontents* ez-toc* lwptoc* rank-math-toc* ' +
      'o-tableofcontents contents-list kg-toc-card rtoc*',
    share: 0.02,
  },
  {
    id: 'tags-token',
    reason: 'tags',
    names:
      'tag tags tag-list taglist tag-links taglinks tag-link taglink tag-cloud tagcloud tag-container tag-wrap ' +
      'tag-box tags-list tags-links tags-cloud tags-container tags-wrap tags-box post-tag post-tags posttags ' +
      'entry-tag entry-tags entrytags article-tag article-tags articletags post-labels labels cat-links ' +
      'post-category post-categories entry-category entry-categories categories tag-word wp-block-post-terms ' +
      'wrap-tag tag-container-parent hashtag hashtags post-meta-tags ljtags aentry-tags skin-entrythemes ' +
      'skin-entry-themes *tags',
    share: 0.05,
    evenInProse: true,
  },
  {
    id: 'pager-token',
    reason: 'pager',
    names:
      '*pagination* *pager* *paging* *pagenavi* *paginav* *page-navi* *postnav* *navlinks* *nav-links* ' +
      '*nav-link* *articlenav* *article-nav* *post-nav* *postnavigation* *post-navigation* *blog-pager* ' +
      '*content-nav* *entry-navi* *prevnext* *prev-next* *next-prev* *post-pagination* *skin-paging* ' +
      '*sequentialnavi* *page-link* *page-links* navi nav-above nav-below nav-single nav-previous nav-next',
    share: 0.05,
    evenInProse: true,
  },
  {
    id: 'post-meta-token',
    reason: 'post-meta',
    names:
      'entry-meta entrymeta entry-info entryinfo entry-date entrydate entry-footer entryfooter entry-state ' +
      'entry-utility entry-details entry-header-meta entry-terms post-meta postmeta postmetadata post-info ' +
      'postinfo post-date postdate post-footer postfooter post-details post-metadata post-header-meta ' +
      'post-byline post-timestamp post-views post-stats posted posted-on posted-by article-meta articlemeta ' +
      'article-info article-date article-footer article-details article-date-outer article-category-outer ' +
      'article-comment-count article-header-meta meta metadata blog-meta byline* bylines dateline published ' +
      'pubdate date-header timestamp reading-time readingtime read-time ently-footer ently-date contents-footer ' +
      'post-footer-line* asset-meta asset-footer postdesc comment-count commentcount comments-count ' +
      'comment-link comments-link ob-sections breadcrumb* breadcrumbs* *breadcrumbs print-link printlink ' +
      'print-button print-only print edit-link',
    share: 0.05,
    evenInProse: true,
  },
  {
    id: 'sidebar-token',
    reason: 'sidebar',
    names:
      'sidebar* *sidebar side sidemenu side-menu side-column sidecolumn side-area side-contents widget-area ' +
      'widgetarea widget widgets #secondary right-column rightcolumn right-rail rightrail right-side left-column ' +
      'leftcolumn left-rail leftrail left-side rail plg plugin plugins hatena-module box2',
    share: 0.3,
  },
  { id: 'complementary', reason: 'sidebar', tags: ['role:complementary'], share: 0.15 },
  {
    id: 'screen-reader-text',
    reason: 'hidden',
    names:
      'skip-link skiplink screen-reader-text screen-reader-shortcut sr-only visually-hidden visuallyhidden',
    share: 0.1,
    evenInProse: true,
  },
  {
    id: 'site-header-token',
    reason: 'site-header',
    tags: ['role:banner'],
    names:
      'site-header siteheader site-branding site-navigation site-title site-description site-logo masthead ' +
      'top-bar topbar navbar* nav-bar main-nav mainnav main-menu main-navigation header-menu headermenu header-nav ' +
      'header-wrap header-inner header-image global-header globalheader global-nav globalnav blog-title menu ' +
      'amebabar sh-fc2blogheadbar* elementor-location-header et-l-header shopify-section-group-header-group ' +
      'usa-banner',
    share: 0.1,
    evenInProse: true,
  },
  {
    id: 'site-footer-token',
    reason: 'footer',
    tags: ['role:contentinfo'],
    names:
      'site-footer sitefooter footer page-footer pagefooter global-footer globalfooter footer-widget ' +
      'footer-widgets footer-area footer-wrap footer-inner footer-bottom footer-cta footer-nav footer-menu ' +
      'footer-links footer-main footer-section pre-footer colophon copyright credits copyright-notice ' +
      'copyright-box copyright-info license elementor-location-footer et-l-footer ' +
      'shopify-section-group-footer-group',
    share: 0.2,
    evenInProse: true,
  },
  {
    id: 'popup-token',
    reason: 'widget',
    names: '*popup* *modal* popmake* pum-overlay elementor-location-popup',
    share: 0.3,
  },
  {
    id: 'widget-token',
    reason: 'widget',
    names:
      '*login* *search-form* *searchform* *searchbox* *lightbox* *toast* *paywall* overlay *star-rating* ' +
      '*star-container* kk-star-ratings* post-ratings* *donate* *donation* *tipjar* *speechify-ignore* ' +
      '*audio-player* *calendar* *blogranking* *blogmura* *post-views* *back-to-top* *backtotop* *totop* ' +
      '*scroll-top* wpmtst* strong-view*',
    share: 0.05,
  },
  {
    id: 'comment-rules',
    reason: 'comment-form',
    names: '*comment-rules* *comment-policy* *commenting-policy* *comment-guidelines*',
    share: 0.3,
  },
  { id: 'search', reason: 'form', tags: ['SEARCH', 'role:search'], share: 0.05 },
  { id: 'form', reason: 'form', tags: ['FORM'], share: 0.1 },
  {
    id: 'button',
    reason: 'form',
    tags: ['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'LABEL', 'FIELDSET'],
    share: 0.02,
  },
];

/** Names of page builders' boxes, which hold the article itself however their widgets are called. */
export const BUILDER_BOXES = 'so-panel';
