/** What the people of the sample threads say, by language. `{place}`, `{month}`, `{number}` are filled in. */
export interface Voices {
  readonly site: string;
  readonly title: string;
  readonly owner: string;
  readonly names: readonly string[];
  readonly paragraphs: readonly string[];
  readonly places: readonly string[];
  readonly months: readonly string[];
  readonly remarks: readonly string[];
  readonly questions: readonly string[];
  readonly answers: readonly string[];
  readonly short: readonly string[];
  readonly long: readonly string[];
  readonly pictured: string;
}

export const ENGLISH: Voices = {
  site: 'Towpath Notes',
  title: 'Forty miles of canal, on foot and in no hurry',
  owner: 'Ruth Aldous',
  names: [
    'Margit',
    'T. Okonkwo',
    'Lock keeper’s son',
    'Piet van Dam',
    'Jo',
    'Saoirse',
    'Walking Bernard',
    'H. Lindqvist',
    'narrowboat_wren',
    'Amina',
    'Old Feldspar',
    'Ceri',
  ],
  paragraphs: [
    'The towpath begins behind a tyre shop, and for the first mile it makes no effort to please. Then the hedges close in, the road gives up, and there is nothing to hear but the weir.',
    'I walked it in four days with a pack that was too heavy and a map that was too old. Half of the footbridges on it are gone; two that are not on it saved me an afternoon each.',
    'What I remember is the benches. Somebody has put one wherever there is something to look at, and nobody has put up a sign to say what.',
    'Next year I will begin from the other end, where the locks are, and carry less.',
  ],
  places: [
    'Tanner’s Bridge',
    'the long tunnel',
    'Hollin Lock',
    'the aqueduct',
    'Weir Cottage',
    'the flooded quarry',
    'Mill Basin',
    'the swing bridge',
    'Cutler’s Wharf',
    'the heronry',
    'Dry Dock Lane',
  ],
  months: ['March', 'early April', 'May', 'late June', 'August', 'October', 'November'],
  remarks: [
    'The benches near {place} were put there by the boat club in {month}, and each has a name carved under the seat.',
    'We saw {number} herons by {place} one morning in {month}, all of them looking the other way.',
    'Carry less, yes. My pack weighed {number} kilos at {place} and half of it went home by post.',
    'The old map is right about {place}; it is the path that has moved. After rain in {month} take the upper track.',
    'There is a tea hut at {place} that opens in {month} and shuts when the scones are gone.',
    'The footbridge at {place} is closed until {month}. The detour adds {number} minutes and a field of bullocks.',
    'My grandfather worked the lock at {place} for {number} years and never once walked the whole length.',
    'In {month} the mud beyond {place} comes over the boots. Gaiters are not a luxury there.',
    'The kingfisher you looked for lives below {place}. Sit still for {number} minutes and it forgets you.',
  ],
  questions: [
    'How far is it from {place} to the next water tap?',
    'Is the path past {place} fit for a pushchair in {month}?',
    'Did you camp near {place}, or is there a room to be had?',
    'Which map did you use around {place}? Mine ends there.',
  ],
  answers: [
    'About {number} minutes from {place}, and the tap is behind the shed, not in front of it.',
    'Not in {month}. As far as {place} it is gravel; after that it is what the cows left.',
    'There is a room above the chandlery at {place}; ask before {month}, it has only two beds.',
    'The second edition, the one with the torn cover. It shows {place} and {number} bridges that are gone.',
  ],
  short: ['Lovely.', 'Same here, in {month}.', 'Thank you, that helps.', '👍', 'Agreed about {place}!'],
  long: [
    'I have walked this stretch {number} times since the mill at {place} closed, and it is never the same path. The first years there was coal dust on everything, and the water ran three colours; now there are dragonflies.',
    'What nobody tells you is how loud it is at night. The weir, the owls, the freight train that crosses at {place} a little after two, and in {month} the geese, which discuss everything until dawn.',
    'If somebody asked me where to begin, I would say: not at the beginning. Take the bus to {place}, walk towards the hills, and leave the tyre shop for the day when you have run out of other things to walk past.',
  ],
  pictured: 'The bench in question',
};

export const JAPANESE: Voices = {
  site: '坂の途中の喫茶店めぐり',
  title: '閉店の前の日に、三十年通った喫茶店で考えたこと',
  owner: '高瀬',
  names: [
    '通りすがり',
    'みずき',
    '元・常連',
    'コーヒー豆太郎',
    '佐久間',
    'ねこ舌',
    '北の旅人',
    'さくら',
    '名無しの客',
    'M.K.',
    '坂の上の住人',
    'うみねこ',
  ],
  paragraphs: [
    '坂の途中に、看板のない喫茶店がある。あった、と書くべきかもしれない。明日で閉まるのだと、マスターは砂糖壺を拭きながら言った。',
    '三十年のあいだ、私はいつも窓ぎわの席に座った。時計は五分進んでいて、終電に遅れたことが一度もないのは、そのおかげである。',
    'ナポリタンの皿は縁が欠けていて、欠けているところを手前に置くのがこの店の流儀だった。理由をたずねたら「口をつけないから」と言われた。',
    '店がなくなっても、坂は残る。次の日曜日も、たぶん私はあの坂をのぼるだろう。',
  ],
  places: [
    '窓ぎわの席',
    '坂の下の古本屋',
    'カウンターの奥',
    '二階の座敷',
    '裏の路地',
    '神社の石段',
    '隣のレコード店',
    '駅前の本店',
    '川沿いの支店',
    '奥のテーブル',
    '時計の下の席',
  ],
  months: ['三月', '四月のはじめ', '梅雨のころ', '八月', '十月', '十二月', '年の瀬'],
  remarks: [
    '{place}のナポリタンは、{month}だけピーマンが多めでした。あれが好きで{number}年通いました。',
    'マスターは{place}で豆を焙煎していましたよね。{month}になると香りが坂の上まで届いたものです。',
    '時計が{number}分進んでいたのは、{place}から駅までの時間だと聞きました。',
    '{place}の砂糖壺、実は{month}に一度割れて、マスターが金継ぎで直したものです。',
    'うちの父も{place}で新聞を読むのが日課でした。{month}に亡くなりましたが、席はそのままだったそうです。',
    '閉店と聞いて{month}に行ってきました。{place}まで列ができていて、{number}分待ちました。',
    'コーヒーのおかわりが半額だったのは{place}のお客だけ、という噂がありましたね。',
    'レコードは{place}から流れていました。{month}はいつもピアノ、{number}枚しかなかったはずです。',
    '坂は{month}がいちばんです。{place}から見る夕日を、写真に撮っておけばよかった。',
  ],
  questions: [
    '{place}にあった大きな時計は、どこへ行くのでしょうか？',
    'ナポリタンのレシピは{month}に公開されるって本当ですか？',
    '{place}の椅子を譲ってもらえると聞いたのですが、どなたに頼めばいいですか？',
    'マスターは{month}から別の店を始めるのでしょうか？',
  ],
  answers: [
    '時計は{place}の方が引き取るそうです。{number}分進めたままで、と頼んでありました。',
    '{month}に小さな冊子にするそうです。{place}にも置くと聞きました。',
    '{place}の張り紙に電話番号がありました。椅子はあと{number}脚だそうです。',
    '{month}まではゆっくりするとのことです。そのあとは「坂しだい」だと。',
  ],
  short: [
    '泣きました。',
    '同感です、{month}に行きました。',
    'ありがとうございます。',
    '👍',
    '{place}、懐かしい！',
  ],
  long: [
    '私がはじめて{place}に座ったのは、{number}年前の{month}でした。雨宿りのつもりが、気がつけば二時間。マスターは一度も「ご注文は」と言わず、ただタオルを一枚、黙って置いてくれたのを覚えています。',
    '誰も書かないので書きますが、あの店の本当の名物は音です。{place}の床がきしむ音、{month}の雨が樋を走る音、そして閉店まぎわに、スプーンを数える音。数え終わるまで帰ってはいけない気がして、いつも最後まで残りました。',
    'もし誰かに一つだけすすめるなら、{place}ではなく、坂の下から歩くことをすすめます。{number}段の石段をのぼり、息が切れたところに店がある。あの順番でなければ、あの一杯の味にはならないのです。',
  ],
  pictured: '窓ぎわの席から見た坂',
};
