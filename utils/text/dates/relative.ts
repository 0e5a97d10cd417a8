/**
 * Relative dates ("3 days ago"). A language gives what stands before the number, its units and what stands
 * after; `N` marks the number's place.
 */
const NUMBER = String.raw`(?:\d+|an?|one|a\s+few|ein(?:e[mnr]?)?|une?|uno|una|um|uma|een|en|ett|et)`;

const PHRASES: readonly string[] = [
  String.raw`N\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|[smhdwy])\s+ago`,
  String.raw`vor\s+(?:etwa\s+)?N\s+(?:Sekunden?|Minuten?|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)`,
  String.raw`N\s+(?:Sekunden?|Minuten?|Stunden?|Tage?|Wochen?|Monate?|Jahre?)\s+her`,
  String.raw`il\s+y\s+a\s+(?:environ\s+)?N\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?)`,
  String.raw`hace\s+N\s+(?:segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?)`,
  String.raw`há\s+N\s+(?:segundos?|minutos?|horas?|dias?|semanas?|m[êe]s(?:es)?|anos?)`,
  String.raw`N\s+(?:segundos?|minutos?|horas?|dias?|semanas?|m[êe]s(?:es)?|anos?)\s+atrás`,
  String.raw`N\s+(?:second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])\s+fa`,
  String.raw`N\s+(?:seconden?|minuut|minuten|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren)\s+geleden`,
  String.raw`(?:för\s+)?N\s+(?:sekunder?|minut(?:er)?|timm(?:e|ar)|dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år)\s+sed[ae]n`,
  String.raw`\d*\s*(?:секунд\p{L}*|минут\p{L}*|час\p{L}*|день|дн\p{L}+|недел\p{L}+|месяц\p{L}*|год\p{L}*|лет)\s+назад`,
  String.raw`\d*\s*(?:sekund\p{L}*|minut\p{L}*|godzin\p{L}*|dzień|dni|tydzień|tygodni\p{L}*|miesi\p{L}+|rok|lata?)\s+temu`,
  String.raw`\d+\s+(?:saniye|dakika|saat|gün|hafta|ay|yıl)\s+önce`,
  String.raw`(?:\d+|数|數|半)\s*(?:秒钟?|秒鐘?|分(?:钟|鐘)?|小[时時]|時間|日|天|週間?|周|か月|ヶ月|ヵ月|カ月|ケ月|个月|個月|月|年)\s*(?:以)?前`,
  String.raw`(?:\d+|한|몇)\s*(?:초|분|시간|일|주일?|개월|달|년)\s*전`,
];

const WORDS =
  'just now|yesterday|gestern|hier|ayer|ieri|ontem|gisteren|igår|вчера|wczoraj|昨日|一昨日|昨天|前天|어제|그저께|たった今|刚刚|剛剛|방금';

/** Each phrase has one of these; asked first, for most texts have none. */
const SIGNS = /ago|vor|her|\by\s+a\b|hace|há|atrás|fa|geleden|sed[ae]n|назад|temu|önce|前|전/iu;

/** A relative date anywhere in a text. */
const ANYWHERE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${PHRASES.join('|').replaceAll(/(?<![\p{L}\\])N(?=\\s)/gu, NUMBER)})(?![a-z])`,
  'iu',
);

/** Words and short forms ("2mo") that are dates only where they stand alone. */
const ALONE = new RegExp(`^\\s*((?:${WORDS})|\\d+\\s?(?:mo|min|[smhdwy]))(?![\\p{L}\\p{N}])`, 'iu');

/** Where a text gives a relative date; null where it gives none. */
export function findRelative(text: string): RegExpExecArray | null {
  return ALONE.exec(text) ?? (SIGNS.test(text) ? ANYWHERE.exec(text) : null);
}

/** True for a text such as "3 days ago", which says another day whenever it is read. */
export function isRelativeDate(text: string): boolean {
  return findRelative(text) !== null;
}
