import { keyOf } from '../../text/normalise.ts';

/** What invites to read the rest, in the languages' usual words; in lower case. */
const INVITATIONS = [
  [
    'continue reading',
    'read more',
    'read on',
    'keep reading',
    'more',
    'weiterlesen',
    'weiter lesen',
    'mehr lesen',
    'mehr',
  ],
  [
    'lire la suite',
    'lire plus',
    'en savoir plus',
    'leer más',
    'seguir leyendo',
    'sigue leyendo',
    'leia mais',
    'ler mais',
  ],
  [
    'continue lendo',
    'continua a leggere',
    'leggi tutto',
    'lees verder',
    'czytaj dalej',
    'читать далее',
    'читать дальше',
  ],
  [
    'подробнее',
    'далее',
    'تابع القراءة',
    'اقرأ المزيد',
    'قراءة المزيد',
    'المزيد',
    '続きを読む',
    '続きをみる',
    '続きを見る',
  ],
  [
    '続きはこちら',
    'もっと読む',
    'もっと見る',
    '全文を読む',
    '続き',
    '阅读全文',
    '閱讀全文',
    '继续阅读',
    '繼續閱讀',
    '阅读更多',
  ],
  ['查看全文', '더 보기', '더보기', '더 읽어보기', '더 읽기', '계속 읽기', '자세히 보기'],
].flat();
/** Longer than the longest invitation with its marks: no more of a block's end is looked at. */
const LONGEST_END = 40;
const SENTENCE_ENDS = new Set(Array.from('.。!?！？', (mark) => mark.charCodeAt(0)));
/** Before the end of a sentence they make it a row of dots, or an end that somebody set apart. */
const NO_LAST_WORD = /[.・…⋯\s]/u;
/** What dots end with, whichever they are. */
const LAST_DOTS = new Set('…⋯.・');
const LAST_MARKS = /[\s\])）】»›>→⇒]+$/u;
const DOTS = /[\s[(（【]*(?:…|⋯|\.{3,}|・{3,})[…⋯.・]*[\s\])）】]*$/u;

const invitationsByEnd = new Map<string, string[]>();
for (const words of INVITATIONS) {
  const last = words.slice(-1);
  invitationsByEnd.set(last, [...(invitationsByEnd.get(last) ?? []), words]);
}

/** Whether a text ends as a sentence does, and with no row of dots: most do, and need no closer look. */
export function endsPlainly(text: string): boolean {
  const { length } = text;
  return (
    length > 1 &&
    SENTENCE_ENDS.has(text.charCodeAt(length - 1)) &&
    !NO_LAST_WORD.test(text.charAt(length - 2))
  );
}

/**
 * The key of what a cut-off teaser says, without the dots and the invitation at its end; null for a text that is
 * not cut off. Words alone do not make a teaser: its beginning has to stand elsewhere as well.
 */
export function teaserOf(text: string): string | null {
  if (endsPlainly(text)) return null;
  const end = text.slice(-LONGEST_END);
  const bare = end.replace(LAST_MARKS, '').toLowerCase();
  const last = bare.slice(-1);
  const invitations = invitationsByEnd.get(last);
  // Most texts end with a character that none of them ends with.
  if (invitations === undefined && !LAST_DOTS.has(last)) return null;
  const invitation = invitations?.find((words) => bare.endsWith(words));
  const before = invitation === undefined ? end : bare.slice(0, -invitation.length);
  const cut = before.replace(DOTS, '');
  if (invitation === undefined && cut === before) return null;
  return keyOf(text.slice(0, text.length - end.length) + cut);
}
