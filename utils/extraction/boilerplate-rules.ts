import type { RemovalReason } from './types.ts';

/**
 * What boilerplate looks like, as data. A rule names the elements it means by their tag, role or by tokens of
 * their class and id. `share` is the largest share of the page's prose that such an element may hold and still
 * be cut: labels lie, and a theme that calls its whole column `widget` must not lose its article.
 */
export interface ElementRule {
  readonly id: string;
  readonly reason: RemovalReason;
  /** Matches the element's tag name or `role:<role>`. */
  readonly tags?: readonly string[];
  /** Matches any one token of class or id, lower-cased. */
  readonly token?: RegExp;
  readonly share: number;
}

/** A token that is, begins or ends with one of these words, joined by `-` or `_`. */
function word(...words: readonly string[]): RegExp {
  return new RegExp(`(?:^|[-_])(?:${words.join('|')})(?:[-_]|$)`, 'u');
}

export const ELEMENT_RULES: readonly ElementRule[] = [
  {
    id: 'navigation',
    reason: 'navigation',
    tags: ['NAV', 'role:navigation', 'role:menu', 'role:menubar'],
    share: 0.1,
  },
  { id: 'dialog', reason: 'consent', tags: ['DIALOG', 'role:dialog', 'role:alertdialog'], share: 0.1 },
  {
    id: 'consent-token',
    reason: 'consent',
    token:
      /cookie-?(?:banner|consent|notice|law|bar)|^(?:gdpr|consent|onetrust|cmplz|didomi|cky|truste)(?:[-_]|$)|^cookies?$/u,
    share: 0.3,
  },
  {
    id: 'ad-token',
    reason: 'ad',
    token:
      /^(?:ad|ads|adv|advert|advertisement|advertising|adsense|adsbygoogle|adcontainer|adwrapper|google-auto-placed|wpadvert|adfit|kakao_ad|ad_header|fc2_text_ad|fc2_bottom_bnr|grokentryadcontainer)$|^(?:ad|ads|adv|advert|adsense|dfp|gpt|outbrain|taboola|sponsor|sponsored|promo|promotion|adslot|revive)[-_]|[-_](?:ad|ads|advert|adsense|sponsor|sponsored)(?:[-_]\d+)?$|^(?:outbrain|taboola|ezoic)/u,
    share: 0.1,
  },
  {
    id: 'share-token',
    reason: 'share-bar',
    token:
      /(?:^|[-_])(?:share|shares|sharing|sharebar|sharethis|shareaholic|addtoany|addthis|sharedaddy|sociable|social|socials|socialmedia|sns|snsbtn|tweet|likes?|clap|reactions?|bookmarks?)(?:[-_]|$)|^(?:social|share|sns)(?:icons?|links?|buttons?|bar|list|media)|^jp-post-flair$|^fc2_footer$|^a2a/u,
    share: 0.05,
  },
  {
    id: 'related-token',
    reason: 'related-posts',
    token:
      /(?:^|[-_])(?:related|relate|relatedposts?|recommend|recommended|recommendations?|yarpp|suggested|popular|trending|readnext|upnext|mostread|ogpcard|oglink|blogcard|linkcard|link-card|relatedentry|embedded-post|query-loop|post-preview|post-embed)(?:[-_]|$)|^(?:more|next|latest|recent|other)[-_](?:posts?|stories|articles?|from|news|reading|entries)|^(?:you[-_](?:may|might))|another_category|read[-_](?:next|more[-_]posts)|^relatedpost|^relate_dl$/u,
    share: 0.2,
  },
  {
    id: 'subscribe-token',
    reason: 'subscribe',
    token:
      /(?:^|[-_])(?:newsletter|newsletters|subscribe|subscription|subscriptions|signup|sign-up|optin|opt-in|mailchimp|mc4wp|convertkit|leadform|mailinglist)(?:[-_]|$)|^kg-signup|^subscribe/u,
    share: 0.1,
  },
  {
    id: 'author-box-token',
    reason: 'author-box',
    token:
      /^(?:author|authors|about-author|about-the-author|author-?(?:box|bio|info|card|profile|description|about|details|section|block|area)|post-author(?:-box|-bio|-info)?|entry-author|article-author|bio|author_(?:box|bio|info|card|profile)|saboxplugin-wrap|molongui.*|abh_box|written-by|profile(?:-box|-card)?|o-notecreatorcard)$|(?:^|[-_])author[-_](?:box|bio|card|profile)(?:[-_]|$)/u,
    share: 0.1,
  },
  {
    id: 'contents-token',
    reason: 'contents-list',
    token:
      /^(?:toc|toc[-_].*|.*[-_]toc|table-?of-?contents?(?:[-_].*)?|ez-toc.*|lwptoc.*|rank-math-toc.*|o-tableofcontents|contents-list|kg-toc-card|rtoc.*)$/u,
    share: 0.02,
  },
  {
    id: 'tags-token',
    reason: 'tags',
    token:
      /^(?:tags?|tags?-?(?:list|links?|cloud|container|wrap|box)|post-?tags?|entry-?tags?|article-?tags?|tagcloud|post-labels|labels|cat-links|post-?categor(?:y|ies)|entry-?categor(?:y|ies)|categories|tag-word|wp-block-post-terms|wrap_tag|tag-container-parent|hashtags?|post-meta-tags|ljtags|aentry-tags|skin-entrythemes|.*__tags?)$/u,
    share: 0.05,
  },
  {
    id: 'pager-token',
    reason: 'pager',
    token:
      /(?:^|[-_])(?:pagination|pager|paging|pagenavi|paginav|page_navi|postnav|navlinks|article-?nav|post-?nav|post-?navigation|nav-?links|blog-pager|content-nav|entry_navi|prevnext|prev-next|next-prev|post-?pagination|skin-paging|sequentialnavi|page-links?)(?:[-_]|$)|^navi$|^(?:nav-(?:above|below|single|previous|next))$/u,
    share: 0.05,
  },
  {
    id: 'post-meta-token',
    reason: 'post-meta',
    token:
      /^(?:entry-?(?:meta|info|date|footer|state|utility|details|header-meta|terms)|entry_(?:date|footer|state|info|meta)|post-?(?:meta|info|date|footer|details|metadata|header-meta|byline|timestamp|views|stats)|postmeta(?:data)?|posted(?:-on|-by)?|post_(?:meta|info|date|footer)|article-?(?:meta|info|date|footer|date-outer|category-outer|comment-count|header-meta|details)|meta|metadata|article__meta|blog-?meta|byline.*|dateline|published|pubdate|date-header|timestamp|reading-?time|read-time|ently_footer|ently_date|contents_footer|post-footer(?:-line.*)?|asset-meta|asset-footer|postdesc|posted_by|comment-?count|comments-?link|ob-sections|breadcrumbs?.*|breadcrumb[-_].*|print-?(?:link|button|only)?|edit-link)$/u,
    share: 0.05,
  },
  {
    id: 'sidebar-token',
    reason: 'sidebar',
    token:
      /^(?:sidebar.*|.*[-_]sidebar|side|side-?bar|sidemenu|side-?column|side_?(?:area|menu|contents)|widget-?area|widgets?|secondary|right-?(?:column|rail|side)|left-?(?:column|rail|side)|rail|plg|plugins?|hatena-module|box2)$/u,
    share: 0.3,
  },
  { id: 'complementary', reason: 'sidebar', tags: ['role:complementary'], share: 0.15 },
  {
    id: 'site-header-token',
    reason: 'site-header',
    tags: ['role:banner'],
    token:
      /^(?:site-?(?:header|branding|navigation|title|description|logo)|masthead|top-?bar|navbar.*|main-?(?:nav|menu|navigation)|header-?(?:menu|nav|wrap|inner|image)|global-?(?:header|nav)|skip-?link|screen-reader-(?:text|shortcut)|sr-only|visually-?hidden|headermenu|blog-?title|menu|amebabar|sh_fc2blogheadbar.*)$/u,
    share: 0.1,
  },
  {
    id: 'site-footer-token',
    reason: 'footer',
    tags: ['role:contentinfo'],
    token:
      /^(?:site-?footer|footer|page-?footer|global-?footer|footer-?(?:widgets?|area|wrap|inner|bottom|cta|nav|menu|links)|colophon|copyright|credits|copyright-?(?:notice|box|info)?|license)$/u,
    share: 0.15,
  },
  {
    id: 'widget-token',
    reason: 'widget',
    token: word(
      'login',
      'search-form',
      'searchform',
      'searchbox',
      'popup',
      'modal',
      'lightbox',
      'overlay',
      'toast',
      'paywall',
      'rating',
      'ratings',
      'donate',
      'donation',
      'tipjar',
      'speechify-ignore',
      'audio-player',
      'calendar',
      'star-container',
      'ranking',
      'blogranking',
      'blogmura',
      'post-views',
      'back-to-top',
      'backtotop',
      'totop',
      'scroll-top',
    ),
    share: 0.05,
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

/**
 * Labels that are boilerplate when a whole block says nothing else. Written as after `foldWidth`, lower case,
 * without decoration, colons and counts. `alone` labels are safe anywhere; the others only where the block is
 * a link or a heading without prose under it.
 */
export interface LabelRule {
  readonly id: string;
  readonly reason: RemovalReason;
  readonly alone: boolean;
  readonly labels: RegExp;
}

export const LABEL_RULES: readonly LabelRule[] = [
  {
    id: 'ad-label',
    reason: 'ad',
    alone: true,
    labels:
      /^(?:スポンサーサイト|スポンサー広告|スポンサーリンク|スポンサードリンク|sponsored links?|sponsored content|advertisements?|advertisement - continue reading below|story continues below advertisement|article continues (?:below|after) advertisement|\[?pr\]|一定期間更新がないため広告を表示しています|新しい記事を書く事で広告が消せます。?|上記の広告は1ヶ月以上更新のないブログに表示されています。?.*|この広告は\d+日以上(?:新しい記事の)?更新がないブログに表示.*|.*この広告は1年以上新しい記事の投稿がないブログに表示.*|contenu sponsorisé)$/u,
  },
  {
    id: 'ad-label-weak',
    reason: 'ad',
    alone: false,
    labels:
      /^(?:広告|pr|ad|ads|sponsored|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|광고|广告|廣告|إعلان|推广|promoted)$/u,
  },
  {
    id: 'trackback-label',
    reason: 'trackback',
    alone: true,
    labels:
      /^(?:トラックバック(?:url|一覧|クローズ中)?|この記事(?:に|への)トラックバック.*|この記事のトラックバックurl.*|trackback(?:s| url)?|pingbacks?|links to this post|트랙백)$/u,
  },
  {
    id: 'comment-form-label',
    reason: 'comment-form',
    alone: true,
    labels:
      /^(?:コメント(?:の投稿|を投稿する|を書く|する|をどうぞ|を残す|クローズ中|は受け付けていません。?)|(?:この記事への)?コメントを見る|管理者にだけ表示を許可する|非公開コメント|(?:leave|post|add|write) a (?:comment|reply)|add new comment|your email address will not be published\.?.*|comments are closed\.?|cancel reply|(?:schreibe einen|hinterlasse einen) kommentar|kommentar schreiben|laisser un commentaire|deja un comentario|publicar un comentario|deixe um comentário|lascia un commento|댓글 ?(?:달기|쓰기)|发表(?:评论|回复)|發表(?:留言|迴響))$/u,
  },
  {
    id: 'comment-heading-label',
    reason: 'comment-heading',
    alone: false,
    labels:
      /^(?:コメント(?:一覧)?|この記事へのコメント|最新コメント|(?:\d+ |no )?(?:comments?|responses?)|kommentare?|commentaires?|comentarios?|comentários?|commenti|댓글|评论|留言|комментарии|تعليقات)$/u,
  },
  {
    id: 'share-label',
    reason: 'share-bar',
    alone: false,
    labels:
      /^(?:シェア(?:する)?|共有(?:する)?|ツイート(?:する)?|いいね!?|拍手(?:する)?|友達に教える|share(?: (?:on|this|via|with).*)?|share this (?:post|article|story|entry).*|tweet(?: this)?|like this|pin it|email this|blogthis!|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|email|print|copy link|teilen|diesen beitrag teilen|partager(?: sur.*)?|compartir|compartilhar|condividi|공유하기|공감|分享(?:到)?|点赞|收藏|поделиться|follow us(?: on.*)?|click to share on .*|このエントリーをはてなブックマークに追加|この記事をはてなブックマークに追加|(?:このエントリーを|この記事を)?ツイート|はてなブックマークに追加|lineで送る|人気ブログランキング.*|にほんブログ村.*|ブログランキング.*|ランキング参加中.*)$/u,
  },
  {
    id: 'related-label',
    reason: 'related-posts',
    alone: false,
    labels:
      /^(?:関連(?:記事|する?コンテンツ|エントリー?|する記事)|あわせて読みたい|合わせて読みたい|おすすめ(?:の)?記事|こちらも(?:おすすめ|どうぞ)|同じカテゴリの記事|「.*」カテゴリの(?:最新)?記事|.{1,30}の最新記事|related(?: (?:posts?|articles?|content|stories|reading|topics|news|entries|links))?|you (?:may|might|'ll|’ll) also (?:like|enjoy|love|be interested in).*|(?:more|recommended) (?:from|for|posts|stories|articles|reading|in).*|read (?:more|next|also).*|see also|also read|up next|popular (?:posts|articles)|recent (?:posts|articles)|latest (?:posts|articles|news)|trending(?: now)?|what to read next|ähnliche (?:beiträge|artikel)|das könnte (?:dich|sie) auch interessieren.*|weitere (?:artikel|beiträge).*|articles (?:similaires|liés)|à lire aussi.*|lire aussi.*|entradas relacionadas|artículos relacionados|también te puede interesar|leia também|articoli correlati|관련 ?글|相关(?:文章|推荐)|相關文章|延伸閱讀|猜你喜欢|推荐阅读|похожие записи|читайте также|مقالات مشابهة)$/u,
  },
  {
    id: 'subscribe-label',
    reason: 'subscribe',
    alone: false,
    labels:
      /^(?:subscribe(?: (?:now|to|via|by).*)?|sign up(?: (?:for|to|now).*)?|join (?:our|the) (?:newsletter|mailing list).*|get (?:our|the) newsletter.*|ready for more\?|thanks for reading.*subscribe.*|読者(?:登録|になる)|フォローする|購読する|newsletter|abonnieren|s’abonner|s'abonner|suscríbete|구독하기|订阅|訂閱|关注|關注)$/u,
  },
  {
    id: 'read-more-label',
    reason: 'read-more',
    alone: false,
    labels:
      /^(?:続きを読む|もっと読む|続きはこちら|read more|continue reading|keep reading|learn more|click here|show more|load more|view all|see all|see more|weiterlesen|mehr lesen|lire la suite|leer más|leia mais|leggi di più|더 ?보기|阅读全文|閱讀全文|читать далее)\s*[.…»>→]*$/u,
  },
  {
    id: 'pager-label',
    reason: 'pager',
    alone: false,
    labels:
      /^(?:ホーム|トップ(?:ページ)?|top|home|前(?:の記事|のページ|へ)へ?|次(?:の記事|のページ|へ)へ?|(?:このページの)?(?:トップ|上|先頭)へ?(?:戻る)?|previous(?: (?:post|article|page))?|next(?: (?:post|article|page))?|newer(?: posts?)?|older(?: posts?)?|post navigation|back to (?:top|home|blog).*|return to top|startseite|nach oben|accueil|haut de page|inicio|início|홈|이전글|다음글|首页|首頁|返回顶部|上一篇|下一篇)$/u,
  },
  {
    id: 'copyright-label',
    reason: 'copyright',
    alone: false,
    labels:
      /^(?:(?:copyright|©|\(c\)).*|.*all rights reserved\.?|powered by .*|proudly powered by .*|無断転載(?:禁止|を禁じます).*|版权声明.*)$/u,
  },
  {
    id: 'contents-label',
    reason: 'contents-list',
    alone: false,
    labels:
      /^(?:目次|もくじ|table of contents|contents|in this (?:article|post)|on this page|inhaltsverzeichnis|inhalt|sommaire|table des matières|índice|indice|sumário|목차|目录|目錄|jump to.*)$/u,
  },
  {
    id: 'archive-label',
    reason: 'sidebar',
    alone: false,
    labels:
      /^(?:月別アーカイブ|アーカイブ|最新記事|記事一覧|カレンダー|検索フォーム|ブログ内検索|プロフィール|リンク|カテゴリー?|タグクラウド|archives?|blog archive|categories|tag cloud|blogroll|search|search this blog|archiv|about me|labels|글 보관함|文章彙整|最新文章|站內搜尋)$/u,
  },
];

/** A pager written as text: `<<older | ホーム | newer>>`, `« prev | Top | next »`, `| ホーム |`. */
export const TEXT_PAGER =
  /^(?:(?:<<|«|←|≪|‹)\s*[^|]{0,200})?\s*\|\s*(?:ホーム|トップページ|トップ|top|home|main|メイン|目次)\s*(?:\|\s*(?:[^|]{0,200}(?:>>|»|→|≫|›))?)?$/iu;
