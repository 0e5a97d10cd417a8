/** Frequent short words of languages in Latin script, for telling them apart. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that it for was with as on are be this have from at by not but you they we his which or what your can my',
  de: 'der die das und ist nicht ein eine zu den mit von auf für dem sich auch im es ich wie wir werden noch nur bei sind aus zum oder aber kann',
  fr: 'le la les des et est une dans que pour qui pas sur au avec plus par sont ce cette nous vous mais ont aux du il elle leur être comme',
  es: 'el la los las de que y en un una por con para del se es no su al como más pero este esta sus ha muy son también lo yo hay',
  it: 'il la di che e un una per non con del della sono da gli nel anche come più ma dei alla è le si questo delle ha nella io',
  pt: 'o a os as de que e em um uma por com para do da se é não mais dos das no na ao como mas foi são também pelo você seu isso',
  nl: 'de het een en van is dat op te in niet voor met zijn aan er ook als door maar naar bij om dan nog wordt uit hebben deze ik',
  sv: 'och att det som en på är av för med inte den till har ett om de var jag men kan ska från så när vi eller',
  da: 'og at det som en på er af for med ikke den til har et om de var jeg men kan skal fra så når vi der blev hvor',
  nb: 'og at det som en på er av for med ikke den til har et om de var jeg men kan skal fra så når vi ble hvor også etter',
  fi: 'ja on ei se että oli mutta ovat kun myös joka hän niin tai kuin sen nyt ole minä jos vain mitä voi',
  pl: 'w i na nie się z do to jest że o jak ale po co za od są tym tak przez dla jego czy tylko był już może być',
  cs: 'a se na v je to že s z do o i ale jako za by po které který jsou pro jsem tak nebo když jeho také byl více',
  sk: 'a sa na v je to že s z do o i ale ako za by po ktoré ktorý sú pre som tak alebo keď jeho aj bol viac',
  hu: 'a az és hogy nem egy is ez meg csak de volt már mint vagy van el ki kell még lehet azt ha minden ezt majd',
  ro: 'și de în la cu pe nu care este o un să din mai pentru că sunt ce a fost au prin sau dar acest ca lui',
  tr: 've bir bu da de için ile çok ne gibi daha olarak olan ama var kadar sonra değil en her ise ya ben o mi',
  id: 'yang dan di untuk dengan ini itu dari dalam tidak pada adalah ke akan juga atau ada saya bisa oleh karena lebih kita',
  vi: 'và của là có không được cho một những các trong với này đã người để khi từ cũng như tôi thì ra nhiều',
  ca: 'el la els les de que i en un una per amb no és del al com més però aquest aquesta seva són també ha ho perquè',
  hr: 'i je u se na da za su s od kao što ne to iz ali bi ili koji koja biti samo jer kako nije o a više',
  et: 'ja on ei et see oli ka mis kui aga ma ta nii või siis oma veel seda mida kes ning olid',
  lt: 'ir yra kad į su iš kaip tai ne bet o jo už tik ar buvo dar jau taip prie apie jų kuris',
  lv: 'un ir ka no uz ar par bet kā tas nav vai arī lai to tika es viņš ko pie jau tikai',
};

function byWord(): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
}

/** The languages of each stop word. */
export const LATIN_STOP_WORDS = byWord();
