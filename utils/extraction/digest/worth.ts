import type { RawComment } from '../types/comments.ts';
import type { Vector } from './vectors.ts';

/** A comment with fewer different words than this says too little to stand for others. */
const MIN_WORDS = 2;
const MIN_CHARACTERS = 5;
/** Spam says what it is there for at once. */
const LOOK = 400;
/** So many addresses, or addresses for so much of its text, and a comment is there for them. */
const MANY_LINKS = 3;
const LINK_SHARE = 0.5;
const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+/giu;
/** What is sold by comments, beside a link or a number to call. */
const FOR_SALE =
  /\b(?:viagra|cialis|casino|poker online|slot gacor|togel|payday loan|loan offer|backlinks?|seo services?|essay writing|escort|crypto recovery|spell caster|work from home|judi online)\b|在线博彩|娱乐城|카지노|바카라|토토사이트/iu;
/** Every contact has one of these; most comments have none. */
const MAYBE_CONTACT = /:\/\/|www\.|@|\+\d|app|gram/i;
const CONTACT = /https?:|www\.|\+\d[\d\s()-]{7,}|\b[\w.+-]+@[\w-]+\.\w|whats\s?app|telegram/iu;

/** True for a comment that may stand for others: no spam, and more than an emoji or "thanks". */
export function isWorthQuoting(comment: RawComment, vector: Vector | undefined, links: number): boolean {
  if ((vector?.words.length ?? 0) < MIN_WORDS || comment.text.length < MIN_CHARACTERS) return false;
  return !isSpam(comment.text.slice(0, LOOK), links);
}

function isSpam(text: string, links: number): boolean {
  const mayCall = links > 0 || MAYBE_CONTACT.test(text);
  if (mayCall && FOR_SALE.test(text) && (links > 0 || CONTACT.test(text))) return true;
  if (links > 0 && text.replace(ADDRESS, '').length < text.length * (1 - LINK_SHARE)) return true;
  return links >= MANY_LINKS && text.length < links * 120;
}
