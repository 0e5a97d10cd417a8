/**
 * Month names of blog languages as pages write them: nominative, the case used in dates, common abbreviations.
 * Twelve groups, January first. Names follow Unicode CLDR (`Intl.DateTimeFormat`, months `long` and `short`).
 */
const NAMES: readonly string[] = [
  'january jan januar jän jänner janvier janv januari enero ene gennaio gen gener janeiro ianuarie ian styczeń stycznia sty leden ledna led január tammikuu tammikuuta januára января январь янв січня січень január ιανουαρίου ιανουάριος ιαν ocak oca يناير جانفي ינואר जनवरी มกราคม ม.ค sausio jaanuar',
  'february feb februar feber février févr fév februari febrero febbraio febr febrer fevereiro fev februarie luty lutego lut únor února úno február helmikuu helmikuuta februára февраля февраль фев лютого лютий φεβρουαρίου φεβρουάριος φεβ şubat şub فبراير פברואר फ़रवरी फरवरी กุมภาพันธ์ ก.พ vasario veebruar',
  'march mar märz mär mrz mars maart mrt marts marzo març março martie marzec marca březen března bře marec március márc maaliskuu maaliskuuta марта март мар березня березень μαρτίου μάρτιος μαρ mart مارس מרץ मार्च maret มีนาคม มี.ค kovo märts',
  'april apr avril avr abril abr aprile aprilie kwiecień kwietnia kwi duben dubna dub apríl április ápr aprila huhtikuu huhtikuuta апреля апрель апр квітня квітень απριλίου απρίλιος απρ nisan nis أبريل افريل אפריל अप्रैल เมษายน เม.ย balandžio aprill',
  'may mai mei maj mayo maggio mag maig maio května květen kvě május máj mája maja maí toukokuu toukokuuta мая май травня травень μαΐου μάιος μαι mayıs مايو ماي מאי मई พฤษภาคม พ.ค gegužės',
  'june jun juni juin junho junio giugno giu juny iunie iun czerwiec czerwca cze červen června čvn június jún júna kesäkuu kesäkuuta июня июнь июн червня червень ιουνίου ιούνιος ιουν haziran haz يونيو جوان יוני जून มิถุนายน มิ.ย birželio juuni',
  'july jul juli juillet juil julio luglio lug juliol julho iulie iul lipiec lipca lip červenec července čvc július júl júla heinäkuu heinäkuuta июля июль июл липня липень ιουλίου ιούλιος ιουλ temmuz tem يوليو جويلية יולי जुलाई กรกฎาคม ก.ค liepos juuli',
  'august aug août aou augustus agosto ago agost sierpień sierpnia sie srpen srpna srp augusztus augusta elokuu elokuuta августа август авг серпня серпень αυγούστου αύγουστος αυγ ağustos ağu أغسطس اوت אוגוסט अगस्त agustus สิงหาคม ส.ค rugpjūčio augusti',
  'september sep sept septembre septiembre setiembre settembre set setembre setembro septembrie wrzesień września wrz září zář szeptember szept septembra syyskuu syyskuuta сентября сентябрь сен сент вересня вересень σεπτεμβρίου σεπτέμβριος σεπ eylül eyl سبتمبر ספטמבר सितंबर सितम्बर กันยายน ก.ย rugsėjo',
  'october oct oktober okt octobre octubre ottobre ott octubre outubro out octombrie październik października paź říjen října říj október októbra lokakuu lokakuuta октября октябрь окт жовтня жовтень οκτωβρίου οκτώβριος οκτ ekim eki أكتوبر אוקטובר अक्टूबर अक्तूबर ตุลาคม ต.ค spalio oktoober',
  'november nov novembre noviembre novembro noiembrie noi listopad listopada lis listopadu novembra marraskuu marraskuuta ноября ноябрь ноя листопада листопад νοεμβρίου νοέμβριος νοε kasım kas نوفمبر נובמבר नवंबर नवम्बर พฤศจิกายน พ.ย lapkričio',
  'december dec dezember dez décembre déc diciembre dic dicembre desembre dezembro decembrie grudzień grudnia gru prosinec prosince pro december decembra joulukuu joulukuuta декабря декабрь дек грудня грудень δεκεμβρίου δεκέμβριος δεκ aralık ara ديسمبر דצמבר दिसंबर दिसम्बर desember des ธันวาคม ธ.ค gruodžio detsember',
];

/** Case, accents and the dot of an abbreviation don't tell months apart. */
function fold(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replace(/\.$/u, '');
}

const NUMBER_BY_NAME = new Map<string, number>();
NAMES.forEach((names, index) => {
  for (const name of names.split(' ')) NUMBER_BY_NAME.set(fold(name), index + 1);
});

/** The number of a month (1-12) by its name in any of the known languages; null for other words. */
export function monthNumber(word: string): number | null {
  const folded = fold(word);
  // Hebrew joins "in" to the name: בדצמבר.
  return NUMBER_BY_NAME.get(folded) ?? NUMBER_BY_NAME.get(folded.replace(/^ב/u, '')) ?? null;
}
