import { namePattern } from '../metadata/names.ts';

/** How pages mark, name and label the links to their tags and categories, as data. */

export const TAG_HREF =
  /(?:^|[/?&])(?:tags?|tagged|hashtags?|label|labels|topics?|keywords?|stichwort|schlagwort(?:e|er)?|mots?-?cles?|etiquetas?|etichette|tagi?|taglist|blogtag)(?:[/=:]|$|\.)|\/search\/label\/|[?&]tag=|\/t\/[^/]+\/?$|(?:^|\/)\+-[^/]+-\+/iu;

export const CATEGORY_HREF =
  /[/?&](?:categor(?:y|ies|ia|ias|ie|ias|ias)|kategorien?|rubriken?|rubrique|cat|themes?|genre|section|blog-category-\d+)(?:[/=_-]|$|\.)|[?&]cat(?:egory)?=|\/archives\/cat_|[?&]cid=|blog-category-\d+|\/theme-?\d|theme-\d+\.html/iu;

/** Addresses that lead to one tag, whatever the markup around them. */
export const SURE_TAG_HREF =
  /(?:^|\/)(?:(?:tags?|tagged|hashtags?|search\/label|schlagworte?|stichworte?|motcle|mots-cles|etiquetas?|tagi|topics?)\/[^/?#]+|\+-[^/]+-\+)/iu;

export const TAG_WORDS =
  'tags?|tag-?list|taglist|tag-?links?|tags-?links?|tag-?cloud-post|post-?tags?|entry-?tags?|article-?tags?|labels|post-?labels|hash-?tags?|entry-?hashtags?|keywords?|topics?|tagged|tag-?words?|tag-?container\\w*|ljtags|schlagworte|schlagwoerter|chips?|article-?topics|taxonomy-post_tag|p-category|wrap_tag|blog-?item-?tag|blog_tag';

export const TERMS_NAME = /tag|label|terms?|categor/u;

export const CATEGORY_WORDS =
  'categor(?:y|ies)|cat-?links?|(?:post|blog|entry|article)-?cats?|post-?categories|entry-?categor(?:y|ies)|article-?category\\w*|entry-?themes?|kicker|rubrik|genre|taxonomy-category|post-?category|blog2_series|blog-?item-?category|section-?name|in-?category|posted-?in|skin-?entry-?themes';

export const TAG_LABEL =
  /(?:^|[\s|/·])(?:tags?|tagged(?:\s+(?:with|as))?|labels?|topics?|keywords?|hashtags|schlagw(?:ort|orte|örter)|stichw(?:ort|orte|örter)|tagi|mots?[- ]clés?|étiquettes?|etiquetas?|etichette|trefwoorden|marcadores|метки|теги|タグ|ハッシュタグ|キーワード|태그|标签|標籤|文章標籤|الوسوم|وسوم)\s*(?:[:：]|$)/iu;

export const CATEGORY_LABEL =
  /(?:^|[\s|/·])(?:categor(?:y|ies)|filed\s+(?:under|in)|posted\s+in|kategorien?|veröffentlicht\s+in|abgelegt\s+unter|rubrik|catégories?|publié\s+dans|classé\s+(?:dans|sous)|categor[íi]as?|publicado\s+en|categori[ae]|pubblicato\s+in|categorie|カテゴリー?|テーマ|ジャンル|카테고리|分类|分類|個人分類|рубрика|категории)\s*(?:[:：]|$)/iu;

/** A label of the blog host's own classification, not of the writer's. */
export const HOST_LABEL = /全站分類|ジャンル|コミュニティ/u;

export const COUNTER =
  /^[(（]?\d{1,3}[)）]?$|^(?:コメント|トラックバック|comments?|trackbacks?|拍手|cm|tb)\s*[(（:：]?\s*[\d-]*\s*[)）]?$/iu;

export const NOT_LABELS =
  /^(?:tags?|labels?|categories|category|all|more|read more|show all|see all|edit|home|permalink|permanentlink|link|タグ|カテゴリー?|一覧|view all.*|weitere.*|\+\d+|…|\.\.\.)$/iu;

/** Permanent links, authors, comments, shares, dates: they stand in the same line as labels. */
export const NOT_LABEL_HREF =
  /#(?:respond|comments?|disqus)|\/authors?\/|[?&]share=|^(?:mailto|javascript|tel):|\/\d{4}\/\d{2}\/(?:\d{2}\/?)?$|\.(?:jpe?g|png|gif|webp)$/iu;

/** The path to a post: its links are navigation, but for those whose addresses say that they lead to a category. */
export const BREADCRUMB = namePattern('\\w*-?bread-?crumbs?\\w*|pankuzu|topic-?path');

/** Banners about cookies have categories and labels of their own. */
export const NOT_LABEL_NAME = /cookie|consent/u;

/** Headings after which other posts follow. */
export const MORE_POSTS =
  /^(?:related(?! (?:topics?|tags?|keywords?))|more (?:from|on|in|stories|posts|articles|like)|read (?:more|next|also)|you (?:may|might|will)|recommended|recent posts|latest|popular|trending|similar|keep reading|up next|further reading|関連|おすすめ|あわせて読みたい|最新記事|人気記事|この記事を読んだ|ähnliche|verwandte|mehr (?:zum|von|aus)|weitere|das könnte|auch interessant|neueste|articles? (?:similaires?|liés|récents)|à lire|sur le même|vous (?:aimerez|pourriez)|entradas? relacionad|te puede|también te|articoli correlati|potrebbe|leggi anche|leia também|posts relacionados|관련|相关|相關|推荐|延伸閱讀|猜你喜欢|похожие|читайте также)/iu;
