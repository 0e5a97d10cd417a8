/**
 * The words that screens put around comments, as data, by language. Labels are compared with whole blocks
 * after `foldWidth`, case folding and the loss of counts and decoration (`labelOf`).
 */

import { memoised } from '../../text/memo.ts';
import { foldWidth } from '../../text/normalise.ts';
import { PhraseFinder } from '../../text/phrases.ts';

/** A block's text as a label: folded, without counts, quotes and decoration around it. */
export const labelOf = memoised((text) =>
  foldWidth(text)
    .toLowerCase()
    .replace(/[([{（【]\s*[\d.,\s]*\s*[)\]}）】]|\d[\d.,\s]*(?:件|개|條|条|則)?の?/gu, ' ')
    .replace(/[«»<>()（）|・■◆▼▲●:：—–\-…[\]【】"“”„'’!！?？.。,、»›]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim(),
);

/** A word list, one entry a line. */
export const listOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*\n\s*/u));

/** Headings of a list of comments. */
const HEADINGS = listOf(`
  コメント
  コメント一覧
  この記事へのコメント
  この記事に対するコメント
  comments
  comment
  reader comments
  user comments
  responses
  replies
  discussion
  discussion about this post
  join the discussion
  join the conversation
  kommentare
  kommentar
  leserkommentare
  leserpost
  leserbriefe
  diskussion
  meinungen
  commentaires
  commentaire
  réactions
  vos commentaires
  vos réactions
  comentarios
  comentários
  commenti
  reacties
  komentarze
  kommentarer
  комментарии
  комментарий
  댓글
  댓글 목록
  评论
  评论列表
  网友评论
  留言
  留言列表
  迴響
  تعليقات
  التعليقات
  ブロガーへの応援コメント
`);

/** "7 thoughts on …", "3 Kommentare zu …": headings that carry the post's title. */
const HEADING_START =
  /^(?:\d[\d.,]*|one|two|three|no|ein|eine|un|une|aucun|keine?|noch keine|bisher keine)\s+(?:comments?|thoughts?|responses?|replies|reactions?|kommentare?n?|antworten?|gedanken?|meinung(?:en)?|leser-?kommentare?|commentaires?|réponses?|réflexions?|comentarios?|comentários?|commenti|commento|reacties|reactie|komentarz[ey]?|komentarzy|комментари[йяев]+|svar)(?:\s|:|$|»)/iu;

/** Headings and labels of the form that takes a new comment. */
const FORM_LABELS = listOf(`
  コメントの投稿
  コメントを投稿する
  コメントを投稿
  コメントを書く
  コメントする
  コメントをどうぞ
  コメントを残す
  この記事にコメントする
  コメント投稿
  コメントの編集
  leave a comment
  leave a reply
  leave reply
  leave comment
  post a comment
  post comment
  add a comment
  add comment
  add new comment
  write a comment
  write a response
  submit a comment
  new comment
  join the discussion
  kommentar schreiben
  kommentar verfassen
  kommentar hinzufügen
  kommentar hinterlassen
  kommentar abgeben
  kommentieren
  schreibe einen kommentar
  schreib einen kommentar
  hinterlasse einen kommentar
  hinterlasse eine antwort
  antwort schreiben
  einen kommentar schreiben
  einen kommentar hinterlassen
  deine meinung
  ihr kommentar
  dein kommentar
  laisser un commentaire
  poster un commentaire
  ajouter un commentaire
  écrire un commentaire
  enregistrer un commentaire
  répondre à cet article
  réagissez à cet article
  deja un comentario
  deja una respuesta
  publicar un comentario
  deixe um comentário
  deixe uma resposta
  postar um comentário
  enviar um comentário
  lascia un commento
  posta un commento
  geef een reactie
  plaats een reactie
  dodaj komentarz
  zostaw komentarz
  добавить комментарий
  оставить комментарий
  댓글 달기
  댓글쓰기
  댓글 작성
  发表评论
  发表回复
  發表留言
  發表迴響
  اترك تعليقا
`);

const TRACKBACK_LABELS = listOf(`
  トラックバック
  トラックバック一覧
  トラックバックurl
  トラックバック url
  この記事へのトラックバック
  この記事へのトラックバックurl
  この記事へのトラックバック一覧です
  この記事のトラックバックurl
  この記事にトラックバックする fcブログユーザー
  trackbacks
  trackback
  trackback url
  trackbacks/pingbacks
  pingbacks
  pingback
  links to this post
  rétroliens
  트랙백
  引用通告
`);

const RECENT_LABELS = listOf(`
  最新コメント
  最近のコメント
  新着コメント
  recent comments
  latest comments
  newest comments
  neueste kommentare
  neue kommentare
  letzte kommentare
  aktuelle kommentare
  commentaires récents
  derniers commentaires
  comentarios recientes
  comentários recentes
  commenti recenti
  recente reacties
  ostatnie komentarze
  najnowsze komentarze
  последние комментарии
  свежие комментарии
  최근 댓글
  최근댓글
  最新评论
  近期评论
  最新留言
  近期留言
  最新迴響
  近期迴響
`);

/** Titles that a platform writes where a commenter wrote none. */
const NO_TITLE = listOf(`
  no title
  無題
  タイトルなし
  re タイトルなし
  (no subject)
  no subject
  kein betreff
`);

/** What stands in place of a comment that is secret, deleted or waits for approval. */
const PLACEHOLDER =
  /^(?:この(?:コメント|投稿)は.{0,30}(?:閲覧できます|削除|承認|非公開|のみ)|管理人のみ閲覧|(?:承認待ち|非公開|秘密|鍵)の?コメント|(?:this|the|your) comment (?:has been|was|is|have been) .{0,30}(?:removed|deleted|awaiting|hidden|moderat)|(?:this )?comment (?:removed|deleted|awaiting)|(?:removed|deleted) by|\[(?:removed|deleted|gelöscht)\]|dieser kommentar wurde|der kommentar wurde|ce commentaire a été|(?:이 댓글은|삭제된 댓글|비밀\s?댓글|블로그 관리인만|작성자의 요청으로)|(?:该|此|這則|本)?(?:评论|留言)已(?:被)?(?:删除|刪除)|私密留言|悄悄話|komentarz (?:został )?usunięty)/iu;

export type Label = 'heading' | 'form' | 'trackback' | 'recent';

/** Every label, by what it says. */
export const LABELS: Readonly<Record<Label, ReadonlySet<string>>> = {
  recent: RECENT_LABELS,
  form: FORM_LABELS,
  trackback: TRACKBACK_LABELS,
  heading: HEADINGS,
};

const KINDS = ['recent', 'form', 'trackback', 'heading'] as const;

/**
 * A part of a word that every label and heading has, or full-width and half-width letters, which hide one. Most
 * short texts of a page have none, and need no folding.
 */
const LABEL_PARTS = new PhraseFinder([
  (
    'comment|coment|koment|kommen|коммент|respon|répon|respu|respo|repl|rispo|reac|réac|réag|discuss|diskuss|' +
    'conversation|thought|gedank|réflex|leser|meinung|antwort|track|pingback|links to this|rétrolien|svar|' +
    'コメント|トラックバック|댓글|트랙백|评论|評論|发表|發表|留言|迴響|引用通告|تعليق'
  ).split('|'),
]);
const OTHER_WIDTH = /[\uff21-\uff5a\uff66-\uff9f]/u;

export function mayBeLabel(text: string): boolean {
  return LABEL_PARTS.find(text) !== 0 || OTHER_WIDTH.test(text);
}

/** What a short block says about the comments around it; null where it says nothing. */
export function labelKind(text: string): Label | null {
  if (text.length > 160 || !mayBeLabel(text)) return null;
  const label = labelOf(text);
  if (!label) return null;
  for (const kind of KINDS) if (LABELS[kind].has(label)) return kind;
  return HEADING_START.test(foldWidth(text)) ? 'heading' : null;
}

export function isNoTitle(text: string): boolean {
  return NO_TITLE.has(labelOf(text)) || !labelOf(text);
}

export function isPlaceholder(text: string): boolean {
  return text.length < 200 && PLACEHOLDER.test(foldWidth(text));
}
