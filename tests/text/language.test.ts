import { describe, expect, test } from 'vitest';
import { detectLanguage, isCjk } from '../../utils/text/language.ts';

describe('detectLanguage', () => {
  test.each([
    ['ja', '朝の市場では、獲れたばかりの魚が並んでいた。'],
    ['ja', '新型カメラ発売'],
    ['ko', '아침 시장에는 갓 잡은 생선이 놓여 있었다.'],
    ['zh-Hans', '早上的市场里，这些鱼都是渔民们刚刚打来的。'],
    ['zh-Hant', '早上的市場裡，這些魚都是漁民們剛剛打來的。'],
    ['en', 'In the morning the market was full of fish that the boats had just brought in.'],
    ['de', 'Am Morgen war der Markt voll, und die Boote kamen mit frischem Fisch aus dem Meer.'],
    ['fr', 'Le matin, les bateaux sont rentrés au port avec des poissons pour le marché.'],
    ['es', 'Por la mañana los barcos volvieron al puerto con el pescado para la gente del pueblo.'],
    ['it', 'La mattina le barche sono tornate nel porto con il pesce per la gente del paese.'],
    ['pt', 'De manhã os barcos voltaram ao porto com o peixe para as pessoas que não foram.'],
    ['nl', 'In de ochtend was het op de markt druk en er waren veel boten met verse vis van zee.'],
    ['sv', 'På morgonen var det fullt med folk och båtarna kom in med fisk som inte var dyr.'],
    ['pl', 'Rano na targu było pełno ludzi, ale nie każdy kupił to, po co przyszedł.'],
    ['cs', 'Ráno bylo na trhu plno lidí, ale ne každý koupil to, pro co přišel, protože je to drahé.'],
    ['fi', 'Aamulla tori oli täynnä väkeä, mutta kala ei ollut kallista ja se on hyvä.'],
    ['hu', 'Reggel a piac tele volt, és az emberek már csak egy halat akartak, de nem volt több.'],
    ['tr', 'Sabah pazar çok kalabalıktı ama balık için bir sıra var ve bu daha iyi.'],
    ['vi', 'Buổi sáng chợ có nhiều người và cá được bán cho những người dân trong làng.'],
    ['ru', 'Утром на рынке было много людей, и рыба уже кончилась, мы ушли.'],
    ['uk', 'Вранці на ринку було багато людей, і риба вже закінчилася, тож ми пішли її ловити.'],
    ['ar', 'في الصباح كان السوق مليئا بالناس والسمك الطازج.'],
    ['fa', 'صبح بازار پر از مردم بود و ماهی تازه می‌فروختند، چه گران بود.'],
    ['he', 'בבוקר היה השוק מלא באנשים ובדגים טריים.'],
    ['el', 'Το πρωί η αγορά ήταν γεμάτη κόσμο.'],
    ['th', 'ตอนเช้าตลาดเต็มไปด้วยผู้คน'],
    ['hi', 'सुबह बाज़ार लोगों से भरा था।'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each(['', '12 345', '!!!', 'Canon EOS R5 Nikon Z8 Sony'])('says nothing about "%s"', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});

describe('isCjk', () => {
  test.each([
    ['今日はRustとTypeScriptで書いた。', true],
    ['안녕하세요', true],
    ['A day in 東京 with friends and family', false],
    ['plain', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isCjk(text)).toBe(expected);
  });
});
