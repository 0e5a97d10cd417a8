import { labelOf, listOf } from './vocabulary.ts';

/** Labels lose their digits; a date beside one must not. */
const DATE_LIKE = /\d{4}|\d:\d/u;

/** "link78" is somebody's name. */
const NAME_WITH_NUMBER = /\p{L}\d/u;

/** Controls that stand inside a comment: compared with a whole link, button or line. */
const CONTROLS = listOf(`
  reply
  edit
  delete
  report
  flag
  share
  like
  quote
  link
  permalink
  log in to reply
  reply to this
  reply thread
  report this comment
  report comment
  read more
  expand full comment
  more
  link to this comment
  copy link
  liked by
  url
  antworten
  antwort
  zitieren
  bearbeiten
  löschen
  melden
  kommentar melden
  beitrag melden
  zum antworten anmelden
  auf diesen kommentar antworten
  répondre
  modifier
  supprimer
  signaler
  signaler un abus
  haut de page
  responder
  eliminar
  denunciar
  rispondi
  beantwoorden
  odpowiedz
  zgłoś
  ответить
  返信
  返信する
  編集
  削除
  通報
  いいね
  답글
  수정
  삭제
  신고
  공감
  수정/삭제
  댓글쓰기
  回复
  回覆
  引用
  檢舉
  رد
  gefällt mir
  j aime
`);

export function isControl(text: string): boolean {
  return (
    text.length < 50 && !DATE_LIKE.test(text) && !NAME_WITH_NUMBER.test(text) && CONTROLS.has(labelOf(text))
  );
}

/** A badge that marks a commenter as the post's author. */
const AUTHOR_BADGES = listOf(`
  author
  post author
  article author
  op
  autor
  autorin
  beitragsautor
  artikelautor
  auteur
  autore
  автор
  投稿者
  記事作成者
  ブログ主
  著者
  管理人
  블로그주인
  글쓴이
  작성자
  作者
  博主
  楼主
  版主
  الكاتب
`);

export function isAuthorBadge(text: string): boolean {
  return text.length < 30 && !DATE_LIKE.test(text) && AUTHOR_BADGES.has(labelOf(text));
}
