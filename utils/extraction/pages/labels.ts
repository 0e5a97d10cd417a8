import { foldWidth } from '../../text/normalise.ts';

/** What the words of a link say about the page that it leads to. */
export type PageLabel =
  | { readonly kind: 'number'; readonly number: number }
  /** `isPlain`: the words speak of a page; else they could as well mean a post. */
  | { readonly kind: 'next' | 'previous'; readonly isPlain: boolean };

/** Labels with more characters are titles. */
const LONGEST = 48;
const PAGE_WORDS = 'page|pages|seite|página|pagina|side|sida|sivu|strona|strana|страница|стр\\.?|الصفحة|صفحة';

const NUMBER = new RegExp(
  `^(?:(?:go to )?(?:${PAGE_WORDS}|p\\.?|part|第)?\\s*)(\\d{1,3})(?:\\s*(?:ページ目?|頁目?|页|페이지|쪽))?$`,
  'iu',
);
/** A number with its page's own heading: `2ページ目 どこで見るか`, `Page 2: Where to look`. */
const NUMBER_AND_HEADING = new RegExp(
  `^(?:(?:${PAGE_WORDS})\\s*(\\d{1,3})|(\\d{1,3})\\s*(?:ページ目?|頁目?))(?=[\\s:：.、)-])`,
  'iu',
);
const NEXT_PAGE =
  /^(?:(?:go to |continue (?:reading )?(?:to|on) )?(?:the )?next page|continue (?:reading )?on page \d{1,3}|次の(?:ページ|頁)(?:へ(?:進む|続く)?|を(?:読む|見る))?|次ページ(?:へ)?|nächste seite|page suivante|página siguiente|próxima página|pagina successiva|volgende pagina|nästa sida|neste side|næste side|seuraava sivu|następna strona|další strana|следующая страница|다음 ?페이지|下一?[页頁]|الصفحة التالية)(?=$|[\s:：(])/iu;
const PREVIOUS_PAGE =
  /^(?:(?:go to |back to )?(?:the )?prev(?:ious)? page|前の(?:ページ|頁)(?:へ(?:戻る)?|を(?:読む|見る))?|前ページ(?:へ)?|vorherige seite|page précédente|página anterior|pagina precedente|vorige pagina|föregående sida|forrige side|edellinen sivu|poprzednia strona|předchozí strana|предыдущая страница|이전 ?페이지|上一?[页頁]|الصفحة السابقة)(?=$|[\s:：(])/iu;
const NEXT =
  /^(?:next|continue(?: reading)?|read on|read more|次へ?|進む|続き(?:を読む|へ|はこちら)?|つづき(?:を読む)?|weiter(?:lesen)?|suite|suivante?|lire la suite|siguiente|seguir leyendo|próxim[oa]|continuar lendo|successiv[oa]|avanti|continua(?: a leggere)?|volgende|verder(?: lezen)?|nästa|neste|seuraava|dalej|następna|další|далее|вперёд|читать далее|다음|계속(?: ?읽기)?|继续阅读|繼續閱讀|التالي|[>»›→])$/iu;
const PREVIOUS =
  /^(?:prev(?:ious)?|back|前へ?|戻る|zurück|précédente?|anterior|precedente|indietro|vorige|föregående|forrige|edellinen|poprzednia|předchozí|назад|이전|السابق|[<«‹←])$/iu;
/** Most links say nothing of the kind, which one look tells. */
const ANY_LABEL = new RegExp(
  [NUMBER, NUMBER_AND_HEADING, NEXT_PAGE, PREVIOUS_PAGE, NEXT, PREVIOUS]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);
/** Signs around words; where there are no words, they are what is said. */
const DECORATION = /^[\s[(（【«‹←<>»›→…|]+|[\s\])）】>»›→…<«‹←|]+$/gu;

/** Reads a link's words; null where they say nothing about pages. */
export function pageLabel(text: string): PageLabel | null {
  if (text.length > LONGEST * 2) return null;
  const folded = foldWidth(text);
  if (!folded || folded.length > LONGEST) return null;
  const bare = /[\p{L}\p{N}]/u.test(folded) ? folded.replace(DECORATION, '') : folded;
  if (!ANY_LABEL.test(bare)) return null;
  const [, number] = NUMBER.exec(bare) ?? [];
  const [, before, after] = NUMBER_AND_HEADING.exec(bare) ?? [];
  const said = number ?? before ?? after;
  if (said !== undefined) return { kind: 'number', number: Number(said) };
  if (NEXT_PAGE.test(bare)) return { kind: 'next', isPlain: true };
  if (PREVIOUS_PAGE.test(bare)) return { kind: 'previous', isPlain: true };
  if (NEXT.test(bare)) return { kind: 'next', isPlain: false };
  return PREVIOUS.test(bare) ? { kind: 'previous', isPlain: false } : null;
}

const OF =
  /(?:^|[^\d/.,])(\d{1,3})\s*(?:ページ目?)?\s*(?:\/|of|von|de|sur|di|van|av|z|из|من)\s*(?:全|共)?(\d{1,3})(?![\d/.])/iu;
const AMONG = /(?:全|共)?(\d{1,3})\s*(?:ページ|頁|页|페이지)\s*(?:中|のうち)\D{0,4}(\d{1,3})/u;

/** Where a line says `Page 2 of 3`, `2/3`, `全3ページ中2ページ目`; null where it does not. */
export function placeInWhole(line: string): { readonly own: number; readonly total: number } | null {
  const folded = foldWidth(line);
  const [, own, total] = OF.exec(folded) ?? [];
  if (own && total) return { own: Number(own), total: Number(total) };
  const [, whole, place] = AMONG.exec(folded) ?? [];
  return whole && place ? { own: Number(place), total: Number(whole) } : null;
}
