import { findDate } from '../../text/dates.ts';
import { tidyLine } from '../../text/normalise.ts';
import type { CommentDate } from '../types/comments.ts';
import { isControl } from './controls.ts';

/** What one line of a comment says about who wrote it and when. */
export interface Byline {
  readonly author: string | null;
  readonly date: CommentDate | null;
}

/** Words before a name. */
const BEFORE =
  /^(?:#?\d{1,4}\s*[.:)|.、]\s*|#\d+\s+|posted (?:by|on|at)\b|comment(?:ed)? by\b|commented\b|kommentar von\b|commentaire (?:de|par)\b|written by\b|written on\b|comment from\b|geschrieben von\b|erstellt von\b|gepostet von\b|publié par\b|publicado por\b|enviado por\b|posted\b|by\b|von\b|par\b|de\b|por\b|da\b|from\s*[:：]|от\b|投稿者?\s*[:：]|投稿者\s+|author\s*[:：]|名前\s*[:：]|name\s*[:：]|by\s*[:：]|於|発表|發表於|发表于|on\b|am\b|um\b|at\b|le\b|el\b|il\b|vom\b|à\b|[,;:：|│/·•–—-]+|@\s)\s*/iu;
/** Words after a name. */
const AFTER =
  /\s*(?:(?:^|\s)(?:says?|said|wrote|writes|commented|replied|responded|asks?|sagte?|meinte?|schrieb|schreibt|kommentiert(?:e)?|antwortete?|a dit|dit|a écrit|écrit|dice|dijo|escribió|scrive|ha scritto|zegt|schreef|pisze|napisał\(?a?\)?|disse|diz|on|am|um|at|le|el|il|vom|à|uhr|يقول|تقول|قال)|より|說道|說|说|说道|님|님의 말|\.{2,}|…|[@,;:：|│/·•–—-]+)\s*$/iu;
const TIME = /(?:^|[\s@(])\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?m\.?|uhr))*\)?/giu;
const SEPARATOR = /\s*[|│•·]\s*|\s+[–—-]\s+|\s+[:：]\s*|\s+\/\s+|\n/u;
const NAME_LIMIT = 80;

/** Takes words such as "says:", "von" and separators off a commenter's name; null where no name is left. */
export function cleanName(text: string): string | null {
  let name = tidyLine(text);
  for (let before = ''; before !== name; ) {
    before = name;
    const shorter = name.replace(BEFORE, '').replace(AFTER, '').trim();
    if (shorter) name = shorter;
    else if (!/[\p{L}\p{N}]/u.test(name)) return null;
  }
  return name && name.length <= NAME_LIMIT ? name : null;
}

/** Reads "Posted by X at DATE", "DATE : X : edit", "X | DATE" and their like. */
export function readByline(text: string, lang: string | null): Byline {
  const found = text.length > 300 ? null : findDate(text, lang);
  const rest = found
    ? `${text.slice(0, found.index)} | ${text.slice(found.index + found.shown.length)}`
    : text;
  const names = rest
    .replace(TIME, ' ')
    .split(SEPARATOR)
    .filter((part) => part && !isControl(part))
    .map(cleanName)
    .filter((name) => name !== null && /[\p{L}\p{N}]/u.test(name) && !isWordOnly(name));
  return { author: names[0] ?? null, date: found ? { shown: found.shown, iso: found.iso } : null };
}

/** True for what is left of a byline without a name: "says", "on", "Uhr". */
export function isWordOnly(name: string): boolean {
  return (
    !tidyLine(`${name} `.replace(BEFORE, '')) || !tidyLine(` ${name}`.replace(AFTER, '')) || isControl(name)
  );
}
