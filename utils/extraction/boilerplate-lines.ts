import { PhraseFinder } from '../text/phrases.ts';
import type { WeighedBlock } from './prose.ts';
import type { RemovalReason } from './types/removals.ts';

/** Lines within or beside an article that are not its text, told by how they begin or what they say. */
interface LineRule {
  readonly id: string;
  readonly reason: RemovalReason;
  readonly longest: number;
  readonly leastLinkShare: number;
  /** Every such line holds one of these, in whatever case; asked first, since it is quickly told. */
  readonly phrases: readonly string[];
  readonly shape: RegExp;
}

const NETWORKS =
  '(?:facebook|instagram|twitter|pinterest|tiktok|youtube|linkedin|telegram|whatsapp|mastodon|bluesky|threads)';

const LINE_RULES: readonly LineRule[] = [
  {
    // "Related: …", "Lesen Sie auch: …", "Lea también: …" with a link to another post.
    id: 'teaser-line',
    reason: 'related-posts',
    longest: 260,
    leastLinkShare: 0.4,
    phrases: [...':：»>|–'],
    shape: new RegExp(
      `^[^\\p{L}]*(?:${[
        'related(?: (?:reading|article|post|story|stories|content|coverage|news|read|reads|topics?|links?))?',
        'read (?:more|also|next|this)|also read|must[- ]read|see also|more on this|further reading',
        "you (?:may|might) also (?:like|enjoy)|recommended reading|don[’']t miss",
        'lesen sie (?:auch|hier|mehr|dazu|weiter|zum thema)|lies auch|mehr (?:dazu|zum thema|lesen)|auch interessant',
        '(?:schon|bereits) gelesen|siehe auch|zum weiterlesen|passend dazu|lesetipp|hintergrund',
        'lire aussi|à lire|a lire aussi|voir aussi|sur le même sujet',
        'le[ae] (?:también|más|además|aquí|acá|y)?|vea (?:también|además)|leer también|lee también|(?:también )?(?:le|te) puede interesar',
        'también puedes|mira también|además lea',
        'leia (?:também|mais)|veja também|leggi anche|vedi anche|potrebbe interessarti',
        'zobacz (?:także|też|również)|czytaj (?:także|też|również|więcej)|przeczytaj(?: (?:także|też|również))?',
        'lees ook|läs (?:också|mer)|les også|læs også|читайте также|читать также',
        'あわせて読みたい|合わせて読みたい|関連記事|参考記事|相关阅读|延伸阅读|延伸閱讀|관련 ?기사',
      ].join('|')})[^\\p{L}]{0,3}[^:：»>|–]{0,24}[:：»>|–]`,
      'iu',
    ),
  },
  {
    // Who pays for the page, said in the words that the law and the affiliate programmes ask for.
    id: 'disclosure-line',
    reason: 'ad',
    longest: 700,
    leastLinkShare: 0,
    phrases: [
      ...[
        'affili',
        'afili',
        'commission',
        'compensat',
        'provision',
        'referral',
        'sponsored',
        'amazon',
        'by our',
      ],
      ...['アフィリエイト', 'プロモーション', '広告'],
    ],
    shape: new RegExp(
      [
        '\\b(?:we|i|us)\\b[^.]{0,40}\\b(?:earn|receive|get|make|paid|collect)\\b[^.]{0,40}\\b(?:commissions?|compensation|affiliate)\\b',
        '(?:contains?|includes?|uses?|may have|has|are|of) (?:some |paid |amazon )?(?:affiliate|sponsored|referral) links?',
        'as an amazon associate',
        'affiliate (?:disclosure|disclaimer)|affiliate-?links?\\b.{0,60}(?:provision|kommission|werbung)|enthält (?:affiliate|werbe)',
        'products? (?:are|is) (?:independently )?(?:chosen|selected) (?:independently )?by our',
        "liens? (?:d[’']affiliation|affiliés?)|enlaces? de afiliad|link di affiliazione|links? de afiliad",
        'アフィリエイト(?:リンク|広告|プログラム)を(?:含|利用|使用)|本(?:ページ|記事|サイト)は(?:プロモーション|広告)',
      ].join('|'),
      'iu',
    ),
  },
  {
    // Nothing but who took or owns the picture.
    id: 'credit-line',
    reason: 'copyright',
    longest: 110,
    leastLinkShare: 0,
    phrases: [...':：©/=.', 'photo', 'image', 'picture', 'illustration'],
    shape: new RegExp(
      `^[\\s([|*]*(?:${[
        '(?:header |featured? |cover |title |lead )?(?:photo|image|picture|illustration)s? ?(?:credits?|sources?|courtesy|copyright|by)?\\s*[:：©/]',
        '(?:photo|image)s? (?:credits?|courtesy of|via|from) \\S',
        '(?:photo(?:graph)?|image|picture|illustration) by \\S',
        '(?:titel|symbol|archiv|beitrags|aufmacher)?(?:bild|foto|fotos|bilder|grafik)(?:quelle|nachweis|nachweise|rechte|credits?|material)?(?: oben)?\\s*[:：©/]',
        'crédits?(?: photos?)?\\s*[:：©]|photos? ?[:：©]|©\\s*(?:photos?|foto|bild)?\\s*[:：]?\\s*[\\p{Lu}@]',
        '(?:foto|fotos|imagen|imágenes|fotografía)s?\\s*[:：]|(?:immagine|foto di)\\s*[:：]',
        'fot\\.|zdjęcie\\s*:|źródło (?:zdjęcia|fot)|(?:写真|画像)(?:提供|出典|引用|元)?\\s*[:：=]',
        'image source|photo source|source of (?:the )?(?:image|photo)',
      ].join('|')})[^.!?。]{0,80}[.)\\]]{0,2}$`,
      'iu',
    ),
  },
  {
    id: 'follow-line',
    reason: 'subscribe',
    longest: 200,
    leastLinkShare: 0,
    phrases: ['follow', 'find us', 'like us', 'join', 'folg', 'síg', 'sig', 'suivez', 'seguici'],
    shape: new RegExp(
      `^[^\\p{L}]*(?:(?:follow|find|like|join) (?:us|me|[^.,:]{2,40}) on [^.]{0,40}${NETWORKS}|` +
        `folg(?:e|t|en sie) (?:uns|mir) .{0,60}${NETWORKS}|s[íi]g(?:ue|a)(?:nos|me) en |suivez-(?:nous|moi) sur |seguici su )`,
      'iu',
    ),
  },
  {
    id: 'newsletter-line',
    reason: 'subscribe',
    longest: 260,
    leastLinkShare: 0,
    phrases: ['newsletter', 'mailing list', 'email list'],
    shape:
      /^[^\p{L}]*(?:want more [^?]{2,60}\? )?(?:sign up (?:to|for)|subscribe to|join|abonnier(?:e|t|en sie)|inscrivez-vous à|abonnez-vous à|suscríbete a|inscreva-se n|iscriviti alla) [^.!?]{0,60}(?:newsletters?|mailing list|email list)/iu,
  },
  {
    id: 'reading-time-line',
    reason: 'byline',
    longest: 40,
    leastLinkShare: 0,
    phrases: ['min'],
    shape: /^(?:[^|·•]{2,25}[|·•] ?)?\d{1,3}[ -]?min(?:ute)?s?\.? (?:read|lesezeit)$/iu,
  },
];

const LINE_PHRASES = new PhraseFinder(LINE_RULES.map(({ phrases }) => phrases));
const LONGEST = Math.max(...LINE_RULES.map(({ longest }) => longest));

/** The rule that a whole block is a line of boilerplate by; null for every other block. */
export function ruleOfLine({ text, linkShare, element }: WeighedBlock): LineRule | null {
  if (element.nodeName === 'PRE' || element.nodeName === 'TR') return null;
  if (text.length > LONGEST) return null;
  const found = LINE_PHRASES.find(text);
  if (found === 0) return null;
  return (
    LINE_RULES.find(
      ({ longest, leastLinkShare, shape }, index) =>
        (found & (1 << index)) !== 0 &&
        text.length <= longest &&
        linkShare >= leastLinkShare &&
        shape.test(text),
    ) ?? null
  );
}
