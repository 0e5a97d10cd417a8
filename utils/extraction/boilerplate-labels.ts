import { foldWidth } from '../text/normalise.ts';
import type { RemovalReason } from './types/removals.ts';

/**
 * Labels that are boilerplate when a whole block says nothing else. Written as after `foldWidth`, lower case,
 * without decoration, colons and counts. `alone` labels are safe anywhere; the others only where the block is
 * a link or a heading without prose under it.
 */
export interface LabelRule {
  readonly id: string;
  readonly reason: RemovalReason;
  readonly alone: boolean;
  /** Labels apart by `|`, word for word. */
  readonly labels: string;
  /** Labels with changing parts, as alternatives of one expression. */
  readonly shapes?: string;
}

export const LABEL_RULES: readonly LabelRule[] = [
  {
    id: 'ad-label',
    reason: 'ad',
    alone: true,
    labels:
      'スポンサーサイト|スポンサー広告|スポンサーリンク|スポンサードリンク|sponsored link|sponsored links|' +
      'sponsored content|advertisement|advertisements|advertisement - continue reading below|' +
      'story continues below advertisement|article continues below advertisement|' +
      'article continues after advertisement|pr]|[pr]|一定期間更新がないため広告を表示しています|' +
      '新しい記事を書く事で広告が消せます|新しい記事を書く事で広告が消せます。|contenu sponsorisé|' +
      'contenido patrocinado|conteúdo patrocinado|contenuto sponsorizzato|artykuł sponsorowany',
    shapes:
      '上記の広告は1ヶ月以上更新のないブログに表示されています。?.*|この広告は\\d+日以上(?:新しい記事の)?更新がないブログに表示.*|' +
      '.*この広告は1年以上新しい記事の投稿がないブログに表示.*',
  },
  {
    id: 'ad-label-weak',
    reason: 'ad',
    alone: false,
    labels:
      '広告|pr|ad|ads|sponsored|anzeige|werbung|publicité|publicidad|anuncio|publicidade|anúncio|pubblicità|' +
      'реклама|reklama|reklame|annons|annonce|advertentie|광고|广告|廣告|إعلان|推广|promoted',
  },
  {
    id: 'trackback-label',
    reason: 'trackback',
    alone: true,
    labels:
      'トラックバック|トラックバックurl|トラックバック一覧|トラックバッククローズ中|trackback|trackbacks|trackback url|' +
      'pingback|pingbacks|links to this post|rétroliens|트랙백',
    shapes: 'この記事(?:に|への?)トラックバック.*|この記事のトラックバックurl.*',
  },
  {
    id: 'comment-form-label',
    reason: 'comment-form',
    alone: true,
    labels:
      'コメントの投稿|コメントを投稿する|コメントを書く|コメントする|コメントをどうぞ|コメントを残す|コメントクローズ中|' +
      'コメントは受け付けていません|コメントは受け付けていません。|コメントを見る|この記事へのコメントを見る|' +
      '管理者にだけ表示を許可する|非公開コメント|管理人への秘密コメント|add new comment|comments are closed|' +
      'comments are closed.|cancel reply|schreibe einen kommentar|hinterlasse einen kommentar|' +
      'kommentar schreiben|kommentar verfassen|kommentar hinterlassen|antwort abbrechen|' +
      'kommentare sind geschlossen|laisser un commentaire|poster un commentaire|les commentaires sont fermés|' +
      'deja un comentario|deja una respuesta|publicar un comentario|los comentarios están cerrados|' +
      'deixe um comentário|deixe uma resposta|postar um comentário|comentários encerrados|lascia un commento|' +
      'posta un commento|i commenti sono chiusi|dodaj komentarz|geef een reactie|lämna en kommentar|' +
      'добавить комментарий|оставить комментарий|комментарии закрыты|댓글달기|댓글 달기|댓글쓰기|댓글 쓰기|댓글 작성|' +
      '发表评论|发表回复|评论已关闭|發表留言|發表迴響|留言功能已關閉',
    shapes:
      '(?:leave|post|add|write) a (?:comment|reply)|your email address will not be published\\.?.*|' +
      'ihre? e-mail-adresse wird nicht veröffentlicht\\.?.*|deine e-mail-adresse wird nicht veröffentlicht\\.?.*|' +
      'votre adresse e-mail ne sera pas publiée\\.?.*|tu dirección de correo electrónico no será publicada\\.?.*',
  },
  {
    id: 'comment-heading-label',
    reason: 'comment-heading',
    alone: false,
    labels:
      'コメント|コメント一覧|この記事へのコメント|最新コメント|kommentar|kommentare|commentaire|commentaires|comentarios|' +
      'comentários|commenti|komentarze|reacties|댓글|评论|留言|комментарии|تعليقات|discussion about this post',
    shapes: '(?:\\d+ |no )?(?:comments?|responses?)',
  },
  {
    id: 'share-label',
    reason: 'share-bar',
    alone: false,
    labels:
      'シェア|シェアする|共有|共有する|ツイート|ツイートする|いいね|いいね!|拍手|拍手する|友達に教える|share|share this|tweet|' +
      'tweet this|like this|pin it|pin it for later|pin this|pin for later|email this|blogthis!|facebook|twitter|x|' +
      'linkedin|whatsapp|pinterest|reddit|email|print|copy link|teilen|diesen beitrag teilen|beitrag teilen|' +
      'artikel teilen|gefällt mir|partager|partager l’article|j’aime|compartir|compártelo|me gusta|compartilhar|' +
      'curtir isso|condividi|mi piace|udostępnij|delen|dela|공유하기|공감|分享|分享到|点赞|收藏|按讚|поделиться|нравится|' +
      'follow us|このエントリーをはてなブックマークに追加|この記事をはてなブックマークに追加|はてなブックマークに追加|' +
      'lineで送る|このエントリーをツイート|この記事をツイート',
    shapes:
      'share (?:on|via|with) .*|share this (?:post|article|story|entry).*|partager sur.*|compartilhe em.*|' +
      'teilen auf.*|follow us on.*|click to share on .*|人気ブログランキング.*|にほんブログ村.*|ブログランキング.*|' +
      'ランキング参加中.*',
  },
  {
    id: 'related-label',
    reason: 'related-posts',
    alone: false,
    labels:
      '関連記事|関連コンテンツ|関連するコンテンツ|関連エントリ|関連エントリー|関連する記事|あわせて読みたい|合わせて読みたい|' +
      'おすすめ記事|おすすめの記事|こちらもおすすめ|こちらもどうぞ|同じカテゴリの記事|related|see also|also read|up next|' +
      'popular posts|popular articles|recent posts|recent articles|latest posts|latest articles|latest news|' +
      'trending|trending now|what to read next|featured posts|explore more|ähnliche beiträge|ähnliche artikel|' +
      'verwandte artikel|verwandte themen|verwandte inhalte|mehr zum thema|mehr zu diesem thema|' +
      'das könnte ihnen auch gefallen|auch interessant|schon gelesen?|zum weiterlesen|passend zum thema|' +
      'lesen sie auch|mehr dazu|weiterführende links|meistgelesen|articles similaires|articles liés|' +
      'contenus liés|sur le même sujet|dans la même rubrique|vous pourriez aimer|à lire également|' +
      'entradas relacionadas|artículos relacionados|contenidos relacionados|noticias relacionadas|' +
      'notas relacionadas|te puede interesar|también te puede interesar|le puede interesar|leia também|' +
      'leia mais|veja também|publicações relacionadas|conteúdo relacionado|articoli correlati|' +
      'contenuti correlati|potrebbe interessarti anche|leggi anche|zobacz także|zobacz też|zobacz również|' +
      'czytaj także|czytaj też|czytaj również|przeczytaj także|przeczytaj również|lees ook|gerelateerd|' +
      'läs också|läs mer|les også|læs også|관련글|관련 글|相关文章|相关推荐|相關文章|延伸閱讀|猜你喜欢|推荐阅读|похожие записи|' +
      'читайте также|также рекомендуем|مقالات مشابهة|محتوى مشابه',
    shapes:
      '「.*」カテゴリの(?:最新)?記事|.{1,30}の最新記事|related (?:posts?|articles?|content|stories|reads?|reading|topics|' +
      "news|entries|links|resources)(?: .*)?|you (?:may|might|'ll|’ll) also (?:like|enjoy|love|be interested in).*|" +
      '(?:more|recommended) (?:from|for|posts|stories|articles|reading|in) ?.*|read (?:more|next|also).*|' +
      '(?:das )?könnte (?:dich|sie|euch) (?:auch|ebenfalls) interessieren.*|das (?:thema )?könnte (?:dich|sie|euch) ' +
      '(?:auch|ebenfalls) interessieren.*|weitere (?:artikel|beiträge|themen|meldungen|nachrichten).*|' +
      'mehr (?:zu|zum|zur|von|aus) .{2,40}|lesen sie auch.*|à lire aussi.*|lire aussi.*|what others are reading.*',
  },
  {
    id: 'subscribe-label',
    reason: 'subscribe',
    alone: false,
    labels:
      'subscribe|sign up|sign me up|ready for more?|読者登録|読者になる|フォローする|購読する|newsletter|' +
      'newsletter abonnieren|abonnieren|jetzt abonnieren|s’abonner|s’inscrire|suscribirse|suscríbete|inscreva-se|' +
      'assinar|iscriviti|zapisz się|구독하기|이웃추가|订阅|訂閱|关注|關注|追蹤|подписаться',
    shapes:
      'subscribe (?:now|today|to|via|by).*|sign up (?:for|to|now).*|join (?:our|the|my) (?:newsletter|mailing list|' +
      'email list|community).*|get (?:our|the|my) (?:free )?newsletter.*|thanks for reading.*subscribe.*',
  },
  {
    id: 'read-more-label',
    reason: 'read-more',
    alone: false,
    labels:
      '続きを読む|もっと読む|続きはこちら|続き|read more|read on|read full article|read the full article|' +
      'continue reading|keep reading|learn more|click here|show more|load more|view all|see all|see more|' +
      'weiterlesen|mehr lesen|mehr erfahren|mehr anzeigen|lire la suite|en savoir plus|leer más|seguir leyendo|' +
      'ver más|leia mais|ler mais|leggi di più|leggi tutto|continua a leggere|czytaj więcej|czytaj dalej|' +
      'lees meer|läs mer|les mer|læs mere|더보기|더 보기|계속 읽기|阅读全文|展开全文|閱讀全文|繼續閱讀|читать далее|далее',
    shapes: '(?:read more|continue reading|weiterlesen|lire la suite|leer más)\\s*[.…»>→]+',
  },
  {
    id: 'pager-label',
    reason: 'pager',
    alone: false,
    labels:
      'ホーム|トップ|トップページ|top|home|前の記事|前の記事へ|前のページ|前のページへ|前へ|次の記事|次の記事へ|次のページ|' +
      '次のページへ|次へ|このページのトップへ|トップへ|上へ|先頭へ|トップへ戻る|上へ戻る|先頭へ戻る|ページトップへ|戻る|' +
      'previous|previous post|previous article|previous page|next|next post|next article|next page|newer|' +
      'newer post|newer posts|older|older post|older posts|post navigation|return to top|startseite|nach oben|' +
      'zurück|zur startseite|zur übersicht|weiter|nächste seite|vorherige seite|nächster beitrag|' +
      'vorheriger beitrag|accueil|haut de page|article précédent|article suivant|page suivante|page précédente|' +
      'inicio|volver arriba|entrada anterior|entrada siguiente|página siguiente|início|voltar ao topo|' +
      'post anterior|próxima página|torna su|articolo precedente|articolo successivo|홈|이전글|다음글|맨 위로|首页|' +
      '首頁|返回顶部|回頂端|上一篇|下一篇|предыдущая|следующая|главная',
    shapes: '(?:back|return) to (?:top|home|blog|articles?|news|overview|list).*|zurück zur? .{2,30}',
  },
  {
    id: 'copyright-label',
    reason: 'copyright',
    alone: false,
    labels: 'alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|版权声明',
    shapes:
      '(?:copyright|©|\\(c\\)).*|.*all rights reserved\\.?|powered by .*|proudly powered by .*|' +
      '無断転載(?:禁止|を禁じます).*|版权声明.*',
  },
  {
    id: 'contents-label',
    reason: 'contents-list',
    alone: false,
    labels:
      '目次|もくじ|table of contents|contents|in this article|in this post|on this page|inhaltsverzeichnis|inhalt|' +
      'sommaire|table des matières|índice|indice|sumário|spis treści|inhoudsopgave|목차|目录|目錄|содержание',
    shapes: 'jump to.*',
  },
  {
    id: 'archive-label',
    reason: 'sidebar',
    alone: false,
    labels:
      '月別アーカイブ|アーカイブ|最新記事|記事一覧|カレンダー|検索フォーム|ブログ内検索|プロフィール|リンク|カテゴリ|カテゴリー|' +
      'タグクラウド|archive|archives|blog archive|categories|tag cloud|blogroll|search|search this blog|' +
      'search this site|archiv|about me|labels|글 보관함|文章彙整|最新文章|站內搜尋',
  },
];

/** A pager written as text: `<<older | ホーム | newer>>`, `« prev | Top | next »`, `| ホーム |`. */
const TEXT_PAGER =
  /^(?:(?:<<|«|←|≪|‹)\s*[^|]{0,200})?\s*\|\s*(?:ホーム|トップページ|トップ|top|home|main|メイン|目次)\s*(?:\|\s*(?:[^|]{0,200}(?:>>|»|→|≫|›))?)?$/iu;

const RULE_BY_LABEL = new Map<string, LabelRule>(
  LABEL_RULES.toReversed().flatMap((rule) =>
    rule.labels.split('|').map((label): [string, LabelRule] => [label, rule]),
  ),
);
const LONGEST_LISTED = Math.max(...Array.from(RULE_BY_LABEL.keys(), ({ length }) => length));
const SHAPED = LABEL_RULES.flatMap((rule) =>
  rule.shapes ? [{ rule, shape: new RegExp(`^(?:${rule.shapes})$`, 'u') }] : [],
);
/** All shapes at once: nearly every block has none of them, and is asked once instead of a dozen times. */
const ANY_SHAPE = new RegExp(`^(?:${LABEL_RULES.flatMap(({ shapes }) => shapes ?? []).join('|')})$`, 'u');

const LONGEST_LABEL = 90;
const DECORATION = new Set(' <>«»|・■◆▼▲●★☆※:#-—–…()[]【】→←↑↓▶►\t\n');
const COUNT_AFTER = /\s*[(:]?\s*\d+\s*(?:件|个|条|則)?\s*\)?$/u;
/** How a label with a count ends. */
const COUNT_END = /[\d件个条則)\s]/u;
const NOT_PLAIN = /[^ -~]/u;

/** The rule that a block's whole text is a label of; null for every other text. */
export function ruleOfLabel(text: string): LabelRule | null {
  if (text === '' || text.length > LONGEST_LABEL) return null;
  const folded = (NOT_PLAIN.test(text) ? foldWidth(text) : text).toLowerCase();
  const label = withoutCount(withoutDecoration(folded));
  const exact = listed(label) ?? (label === folded ? undefined : listed(folded));
  if (exact) return exact;
  if (!ANY_SHAPE.test(label) && (label === folded || !ANY_SHAPE.test(folded))) return null;
  return SHAPED.find(({ shape }) => shape.test(label) || shape.test(folded))?.rule ?? null;
}

/** Longer texts are not looked up: that would have to read them whole. */
function listed(label: string): LabelRule | undefined {
  return label.length <= LONGEST_LISTED ? RULE_BY_LABEL.get(label) : undefined;
}

function withoutCount(text: string): string {
  return COUNT_END.test(text.slice(-1)) ? text.replace(COUNT_AFTER, '') : text;
}

function withoutDecoration(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && DECORATION.has(text.charAt(start))) start += 1;
  while (end > start && DECORATION.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether a block is a pager written as text. */
export function isTextPager(text: string): boolean {
  return text.includes('|') || text.includes('｜') ? TEXT_PAGER.test(foldWidth(text)) : false;
}
