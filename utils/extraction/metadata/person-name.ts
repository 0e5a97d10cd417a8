import { findDate } from '../../text/dates.ts';
import { keyOf, tidyLine } from '../../text/normalise.ts';

const MAX_NAME = 60;
const MAX_WORDS = 8;
const LEADING = /^[\s|｜•·:：,–—-]+/u;
const TRAILING = /[\s|｜•·:：,;–—-]+$/u;

/** Words before a name in a byline. */
const BY =
  /^(?:(?:written|posted|published|story|words|text|article|reported|created|submitted|authored|contributed)\s+(?:and photos? )?by|by|von|vom|verfasst von|geschrieben von|gespeichert von|text(?: und interview)?(?=\s*:)|text von|autor(?:in)?|author|par|écrit par|publié par|rédigé par|por|escrito por|publicado por|di|a cura di|scritto da|pubblicato da|door|geschreven door|av|af|przez|autore|auteur|автор|autoren|autorinnen|posted|投稿者|投稿|作者|著者|文|執筆者?|筆者|ライター|작성자|글쓴이|글|저자|كتبه|بقلم|نشر بواسطة)(?:\s*[:：]\s*|\s+|(?<=[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}])\s*)/iu;
/** The same where an icon or a span takes the place of the space. */
const BY_GLUED = /^(?:(?:Written |Posted )?[Bb]y|Von|Par|Por)(?=\p{Lu}\p{Ll})/u;
/** What follows a name in a byline. */
const AFTER_NAME =
  /\s*(?:[|｜•·/(（,;]|\s[–—-]\s|\bon\b\s|\bam\b\s\d|\bat\b\s\d|\bin\b(?:\s|$)|\ble\b\s\d|\bfor\b\s|\bposted\b|\bpublished\b|\bupdated\b|\blast\b|\bfollow\b|@|\sさん$).*$/iu;
/** What stands between "posted" and a date. */
const BEFORE_DATE = /^(?:on|am|den|le|el|il|em|op|den|zuletzt)?[\s:]*$/iu;
/** Footnote marks after a name. */
const MARKS = /(?<=\p{L}{2}\s\p{L}[\p{L}'’.-]*\p{L})[\d*†‡§¹²³]+$/u;
/** Words of the page's own furniture that stand where names stand. */
const NOT_NAMES =
  /^(?:authors?|auteurs?|autor(?:in|en|es)?|autore|by|von|par|posted|published|share|follow|twitter|facebook|comments?|view all posts.*|more posts.*|read more|about.*|none|null|undefined|no author|website|contact|login|name|profile|subscribe|see .*|all posts.*|more from.*|.* posts|get app|written by|authors of .*|articles (?:by|of) .*|how we .*|view .*|meet the .*|veröffentlicht.*|author bio.*|picture of .*|sign (?:in|up)|\d+)$/iu;
/** Names of duties: they name a writer only where nobody else is named. */
const ROLE =
  /^(?:admin(?:istrator)?|(?:the |our )?(?:editors?|staff|team|redaktion)|guest|unknown|anonymous|webmaster|root|user|.* (?:staff|team|editors?|redaktion|contributors?|staff writer))$/iu;

/** A name without "by", dates and what else stands in a byline; empty where no name is left. */
export function cleanName(raw: string): string {
  let name = tidyLine(raw).replace(LEADING, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(BY, '').replace(BY_GLUED, '');
  }
  if (/^https?:|^\S*(?:@|\.(?:com|html)\b)|[<>{}]/iu.test(name)) return '';
  const date = findDate(name);
  if (date) {
    const before = name.slice(0, date.index).replace(BEFORE_DATE, '');
    const after = name
      .slice(date.index + date.shown.length)
      .replace(LEADING, '')
      .replace(BY, '');
    name = before || after;
  }
  name = name.replace(AFTER_NAME, '').replace(TRAILING, '').replace(MARKS, '').trim();
  if (!name || name.length > MAX_NAME || NOT_NAMES.test(name) || !/\p{L}/u.test(name)) return '';
  if (keyOf(name).length < 2 || name.split(' ').length > MAX_WORDS) return '';
  return name;
}

/** Whether a text begins with the words before a name in a byline. */
export function startsWithBy(text: string): boolean {
  return BY.test(text) || BY_GLUED.test(text);
}

/** Whether a name is that of a duty ("Staff", "Redaktion"), which several people may hold. */
export function isRole(name: string): boolean {
  return ROLE.test(name);
}

/** `jane.doe`, `janedoe`, `JaneD`: the name of an account; the page may show the person's. */
export function isUserName(name: string): boolean {
  return /^[\p{Ll}\d._-]+$|^\S*(?:\p{Ll}\p{Lu}|\d|\[at\])\S*$/u.test(name);
}

const PARTICLE =
  /^(?:d[aeiou]s?|del|dell[ae]|l[ae]|los|van|von|vom|zu[mr]?|der|den|ten|ter|bin|ibn|al|el|y|and|und|et|og|och|of|the|&|\+)$/u;
/** A capitalised word, initials, a word with an apostrophe or hyphen. */
const NAME_WORD = /^[("“„'’]?\p{Lu}[\p{L}\p{M}.'’‑-]*[)"”’]?$/u;
/** Scripts without capitals. */
const CASELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}ー・·\s]+$/u;
/** Words that stand in headings, buttons and labels, not in names. */
const NEVER_IN_NAMES = new Set(
  (
    'a about account ad ads advertisement all also am an app are art article articles artikel as at back best beginners bio blog book books ' +
    'business buy calculator categories category comment comments contact contents cookie cookies copyright credit das days design ' +
    'digital download ein eine en for facebook faq faqs finance follow food free from full get getty guide guides health home how hour ' +
    'hours image images in into is it jobs kommentare latest learn lesezeit life log login marketing media menu min minute minuten ' +
    'minutes mins more my news newsletter newsroom next no not on online or our overview photo photos pinterest podcast policy popular ' +
    'post posted posts previous price pricing privacy products published read reading related released research resources review ' +
    'reviewed reviews search services share shop sign size skip software source strategy subscribe support table tags technology ' +
    'terms that these this tips to top topics tour tours travel trends tutorial twitter uhr um updated use view volume was what when ' +
    'where which why wie with work written year years you your zurück über'
  ).split(' '),
);

/**
 * How much a text looks like the name of a person: 2 as a full name does, 1 as a part of one or an account,
 * 0 as other words do, -1 as words of headings and buttons do.
 */
export function nameShape(name: string): -1 | 0 | 1 | 2 {
  if (CASELESS.test(name)) {
    const { length } = name.replace(/\s/gu, '');
    if (length > 24) return -1;
    return length <= 12 ? 2 : 1;
  }
  const words = name.split(/\s+/u);
  if (words.length > MAX_WORDS || /[!?:;=#%$[\]{}]|\d{3}|\p{Ll}{4}\.\s*$/u.test(name)) return -1;
  if (words.some((word) => NEVER_IN_NAMES.has(word.toLowerCase().replace(/[.,]$/u, '')))) return -1;
  if (words.length === 1) return 1;
  let capitals = 0;
  for (const word of words) {
    if (NAME_WORD.test(word)) capitals += 1;
    else if (!PARTICLE.test(word)) return 0;
  }
  return capitals >= 2 ? 2 : 0;
}
