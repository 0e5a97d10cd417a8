/** A blog as a reader's list knows it: its posts in a few sentences. */
export interface Blog {
  readonly host: string;
  readonly name: string;
  readonly author: string | null;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly tags: readonly string[];
  readonly titles: readonly string[];
  readonly paragraphs: readonly string[];
}

export const BLOGS: readonly Blog[] = [
  {
    host: 'herons.sample.example',
    name: 'The Slow Allotment',
    author: 'Agnes Tolley',
    lang: 'en',
    dir: 'ltr',
    tags: ['birds', 'garden', 'winter'],
    titles: [
      'A grey heron comes to the allotment pond',
      'What the frost left standing',
      'Seven ways to be wrong about compost',
      'Leeks, lost and found',
    ],
    paragraphs: [
      'The heron stood at the edge of the pond as if somebody had put it there for a photograph, and it did not move for the whole of my tea.',
      'Frost came down in the night and drew a white line round every leaf of the chard; by noon only the kale still looked like itself.',
      'I have kept a diary of the compost heap for eleven years, and it contradicts itself on nearly every page.',
      'A neighbour gave me forty leeks too many. I planted them where the beans had been and forgot them until April.',
    ],
  },
  {
    host: 'insatsu.sample.example',
    name: '紙とインクの日々',
    author: '水野',
    lang: 'ja',
    dir: 'ltr',
    tags: ['活版印刷', '紙', '道具'],
    titles: [
      '川沿いの印刷所で、古い活字を拾う',
      '和紙に刷るということ',
      'インクの匂いと、雨の日の仕事',
      '冬の青鷺を彫った版木の話',
    ],
    paragraphs: [
      '朝いちばんに川沿いの印刷所へ行くと、職人さんはもう活字を拾っていた。指先だけで文字がわかるのだという。',
      '和紙は息をする。湿った日にはふくらみ、乾いた日には縮むので、刷る順番を紙のほうに合わせなければならない。',
      '雨の日はインクの乾きが遅い。急ぐ仕事はことわって、道具の手入れをすることにしている。',
      '版木には冬の青鷺が彫られていた。羽の一本ずつが、刷るたびに少しだけ違って見える。',
    ],
  },
  {
    host: 'kernel.sample.example',
    name: 'Notes from a Small Machine Room',
    author: 'J. Okafor',
    lang: 'en',
    dir: 'ltr',
    tags: ['databases', 'hardware', 'history'],
    titles: [
      'Why our backups were empty for a year, and nobody noticed',
      'On naming things after birds',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: long words in narrow columns',
      'A disk that sang',
    ],
    paragraphs: [
      'Each night the job reported success, since nothing is the one thing that can always be copied without an error.',
      'We called the first server Heron, because it stood very still and then suddenly did a great deal at once.',
      'A column of text is a promise about the longest word in it, and German breaks that promise every other week.',
      'The disk had hummed a fifth above the fan for so long that we heard its failing as a change of key.',
    ],
  },
  {
    host: 'taberu.sample.example',
    name: '台所の記録帖',
    author: 'はるか',
    lang: 'ja',
    dir: 'ltr',
    tags: ['料理', '旅', '喫茶店'],
    titles: [
      'ナポリタンは、港町の喫茶店で覚えた味',
      '祖父の家の糠床を引き継いで一年、失敗と工夫のすべてを書いておく',
      '雪の日の甘酒',
      '旅先の市場で買った、名前を知らない豆',
    ],
    paragraphs: [
      '港町の喫茶店では、ナポリタンを頼むと必ず小さなサラダがついてきた。粉チーズは自分で好きなだけかける。',
      '糠床は毎日かき混ぜる。さぼった日のことは、三日あとにちゃんと味でわかる。',
      '雪が降ると甘酒を温める。生姜は多いほうがいい、と祖父は言っていた。',
      '市場のおばあさんは豆の名前を教えてくれたけれど、方言だったのか、あとで調べても出てこなかった。',
    ],
  },
  {
    host: 'maktaba.sample.example',
    name: 'دفتر المكتبة',
    author: 'ليلى',
    lang: 'ar',
    dir: 'rtl',
    tags: ['كتب', 'سفر'],
    titles: ['رفوف لا تنام في مكتبة المدينة القديمة', 'رسالة وجدتها بين صفحات كتاب مستعمل'],
    paragraphs: [
      'كانت المكتبة القديمة مفتوحة حتى منتصف الليل، وكان الحارس يعرف مكان كل كتاب دون أن ينظر إلى الفهرس.',
      'وجدت بين الصفحات رسالة لم تُرسل، كُتبت بحبر أزرق باهت، وتاريخها قبل أن أولد بعشرين سنة.',
    ],
  },
];

/** What a reader writes beside them. */
export const NOTES: readonly string[] = [
  'Ask Mina whether her pond has a heron too.',
  '来月の読書会で話す。糠床の写真も見せたい。',
];
