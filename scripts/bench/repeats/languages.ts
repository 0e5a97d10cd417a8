/** A language as the generator of articles needs it: words, marks and what its themes write below a teaser. */
export interface Language {
  readonly lang: string;
  readonly words: readonly string[];
  /** Between words; empty where a script writes none. */
  readonly space: string;
  readonly comma: string;
  readonly stop: string;
  readonly quotes: readonly [open: string, close: string];
  /** How a teaser ends where it is cut off. */
  readonly cutOff: readonly string[];
}

const latin = { space: ' ', comma: ', ', stop: '. ' } as const;
const han = { space: '', comma: '、', stop: '。' } as const;

/** The ten languages of the benchmark. The words are plain ones; sentences made of them need no sense. */
export const LANGUAGES: readonly Language[] = [
  {
    lang: 'en',
    ...latin,
    quotes: ['“', '”'],
    cutOff: ['… Read more', '...', ' […]', '… Continue reading →', '... Read on »'],
    words:
      'harbour morning lantern bread the neighbour carried over slowly a river under stone window kitchen quiet letters we found beside garden winter road with children old market remembered blue tin kettle evening tide walked between orchard and bridge nobody spoke until bells station paper umbrella warm sand bicycle borrowed mountain'.split(
        ' ',
      ),
  },
  {
    lang: 'de',
    ...latin,
    quotes: ['„', '“'],
    cutOff: ['… Weiterlesen', '...', ' […]', '… mehr lesen »', '… Weiterlesen →'],
    words:
      'Hafen Morgen Laterne Brot der Nachbar trug langsam einen Fluss unter Stein Fenster Küche still Briefe wir fanden neben Garten Winter Straße mit Kindern alter Markt erinnerte blauer Kessel Abend Flut ging zwischen Obstwiese und Brücke niemand sprach bis Glocken Bahnhof Papier Schirm warmer Sand Fahrrad geliehen Gebirge größer über'.split(
        ' ',
      ),
  },
  {
    lang: 'fr',
    ...latin,
    quotes: ['« ', ' »'],
    cutOff: ['… Lire la suite', '...', ' […]', '… Lire la suite →', '… Lire plus'],
    words:
      'port matin lanterne pain le voisin portait lentement une rivière sous pierre fenêtre cuisine calme lettres nous trouvions près jardin hiver route avec enfants vieux marché souvenir bleu bouilloire soir marée marchait entre verger et pont personne parlait cloches gare papier parapluie tiède sable vélo emprunté montagne déjà été forêt'.split(
        ' ',
      ),
  },
  {
    lang: 'es',
    ...latin,
    quotes: ['«', '»'],
    cutOff: ['… Leer más', '...', ' […]', '… Seguir leyendo →', '… Leer más »'],
    words:
      'puerto mañana farol pan el vecino llevaba despacio un río bajo piedra ventana cocina tranquila cartas encontramos junto jardín invierno camino con niños viejo mercado recordaba azul tetera tarde marea caminaba entre huerto y puente nadie hablaba hasta campanas estación papel paraguas tibia arena bicicleta prestada montaña corazón'.split(
        ' ',
      ),
  },
  {
    lang: 'pt',
    ...latin,
    quotes: ['“', '”'],
    cutOff: ['… Leia mais', '...', ' […]', '… Continue lendo →', '… Ler mais'],
    words:
      'porto manhã lanterna pão o vizinho levava devagar um rio debaixo pedra janela cozinha quieta cartas encontramos perto jardim inverno estrada com crianças velho mercado lembrava azul chaleira tarde maré andava entre pomar e ponte ninguém falava até sinos estação papel guarda-chuva morna areia bicicleta emprestada montanha coração'.split(
        ' ',
      ),
  },
  {
    lang: 'ru',
    ...latin,
    quotes: ['«', '»'],
    cutOff: ['… Читать далее', '...', ' […]', '… Читать дальше →', '… Подробнее'],
    words:
      'гавань утро фонарь хлеб сосед нёс медленно через реку под камнем окно кухня тихо письма мы нашли возле сада зима дорога с детьми старый рынок помнил синий чайник вечер прилив шёл между яблонями и мостом никто не говорил пока колокола вокзал бумага зонт тёплый песок велосипед чужой гора осень'.split(
        ' ',
      ),
  },
  {
    lang: 'ar',
    space: ' ',
    comma: '، ',
    stop: '. ',
    quotes: ['«', '»'],
    cutOff: ['… اقرأ المزيد', '...', ' […]', '… تابع القراءة', '… قراءة المزيد'],
    words:
      'الميناء الصباح فانوس خبز الجار حمل ببطء نهر تحت حجر نافذة مطبخ هادئ رسائل وجدنا قرب الحديقة الشتاء طريق مع الأطفال قديم سوق تذكر أزرق إبريق المساء المد مشى بين البستان والجسر لا أحد تكلم حتى الأجراس محطة ورق مظلة دافئ رمل دراجة مستعارة جبل بعيد'.split(
        ' ',
      ),
  },
  {
    lang: 'ja',
    ...han,
    quotes: ['「', '」'],
    cutOff: ['…続きを読む', '……', '[…]', '…もっと見る', '…続きはこちら'],
    words:
      '港の 朝は 提灯が パンを 隣の人が ゆっくり 川を渡り 石の下で 窓から 台所に 静かな 手紙を 見つけて 庭の 冬には 道端で 子どもたちと 古い 市場へ 思い出す 青い やかんが 夕方の 潮が満ちて 歩いていた 果樹園と 橋の間に 誰もが 黙って 鐘が鳴り 駅前の 紙袋 傘を 暖かい 砂浜 自転車で 借りた 山道 霧の中 小さな灯り'.split(
        ' ',
      ),
  },
  {
    lang: 'zh',
    ...han,
    comma: '，',
    quotes: ['“', '”'],
    cutOff: ['…阅读全文', '……', '[…]', '…继续阅读', '…閱讀全文'],
    words:
      '港口 早晨 灯笼 面包 邻居 慢慢地 走过 河边 石头下 窗外 厨房里 安静的 信件 我们 发现 花园旁 冬天 路上 孩子们 古老的 市场 想起 蓝色 水壶 傍晚 潮水 走在 果园 桥之间 没有人 说话 直到 钟声 车站 纸袋 雨伞 温暖的 沙滩 自行车 借来的 山路 雾中 小小的 灯火'.split(
        ' ',
      ),
  },
  {
    lang: 'ko',
    ...latin,
    quotes: ['“', '”'],
    cutOff: ['… 더 보기', '...', ' […]', '… 더 읽어보기', '… 계속 읽기'],
    words:
      '항구의 아침은 등불이 빵을 이웃이 천천히 강을 건너 돌 아래 창문 너머 부엌에 조용한 편지를 우리는 찾아서 정원 옆에 겨울에 길가에서 아이들과 오래된 시장으로 기억하는 파란 주전자가 저녁의 밀물이 걸었다 과수원과 다리 사이에 아무도 말없이 종소리 역 앞의 종이봉투 우산을 따뜻한 모래밭 자전거로 빌린 산길 안개 속'.split(
        ' ',
      ),
  },
];
