import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../scripts/lib/driver.ts';
import type { Served } from '../../scripts/lib/sample-server.ts';
import {
  articleOf,
  commentsOf,
  furtherPagesOf,
  loadFurtherPages,
  messageOf,
  save,
  savedOf,
  selectTab,
  waitForPages,
  waitForReading,
} from '../../scripts/lib/screens.ts';
import { english, KINDS, type Session, sample, startSession } from './session.ts';

const HOST = 'http://drawer.sample.example';
const MOBILE = 'http://m.drawer.sample.example';

const PARAGRAPHS: readonly (readonly string[])[] = [
  [
    '机の右側にある引き出しは、長いあいだ開けていなかった。鍵は失くしたが、少し持ち上げながら引くと、今でもちゃんと開く。',
    '一段目には鉛筆が十二本、どれも短い。父は短くなった鉛筆を捨てない人で、最後は補助軸に差して名前を書くのに使っていた。',
    '二段目は紙ばかりだった。領収書、包み紙、誰かの電話番号。番号にかけてみようかと思ったが、もう二十年も前のものだ。',
  ],
  [
    '雨の日は机の引き出しを整理する。古い切手や使い終えた定期券が出てきて、そのたびに手が止まる。',
    '万年筆のペン先を洗うと、去年の夏に使っていた青がまだ少しだけ残っていて、水の中でゆっくりほどけていった。',
    '引き出しの奥には祖父の虫眼鏡があった。地図を読むためのもので、柄のところに小さく名前が彫ってある。',
  ],
  [
    '四段目だけは空だった。空の引き出しは音がちがう。何かを入れるのが惜しくて、結局そのまま閉めることにした。',
    '夕方になって雨があがり、窓を開けると土のにおいがした。片づけたのは机だけなのに、部屋がすこし広くなった気がする。',
  ],
];

function drawer(number: number, base = '', count = 4): string {
  const address = (page: number) => `${base}/drawer${page === 1 ? '' : `_${page}`}.html`;
  const links = Array.from({ length: count }, (_, index) =>
    index + 1 === number ? `${number}` : `<a href="${address(index + 1)}">${index + 1}</a>`,
  );
  const paragraphs = (PARAGRAPHS[number - 1] ?? []).map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="ja"><head><meta charset="euc-jp"><title>引き出しの中</title></head><body>
<article><h1>引き出しの中</h1>${paragraphs}<p>${links.join(' ')}</p></article>
<script>document.cookie = 'visitor=known'; window.ran = (window.ran ?? 0) + 1;</script><img src="/dot-${number}.png" alt=""></body></html>`;
}

const html = (body: string): Served => ({ contentType: 'text/html', body });
/** Page 2 of these as old blogs serve it: in EUC-JP, with nothing but the page itself to say so. */
const SECOND_IN_EUC_JP =
  'PCFkb2N0eXBlIGh0bWw+PGh0bWwgbGFuZz0iamEiPjxoZWFkPjxtZXRhIGNoYXJzZXQ9ImV1Yy1qcCI+PHRpdGxlPrD6pK29' +
  '0KS3pM7D5jwvdGl0bGU+PC9oZWFkPjxib2R5PjxhcnRpY2xlPjxoMT6w+qStvdCkt6TOw+Y8L2gxPjxwPrGrpM7G/KTPtPmk' +
  'zrD6pK290KS3pPLAsM39pLmk66GjuMWkpMDavOqk5LvIpKS9qqSopL/E6rT8t/SkrL3QpMakraTGoaKkvaTOpL+k06TLvOqk' +
  'rLvfpN6k66GjPC9wPjxwPsv8x6/JrqTOpdql88DopPLA9qSmpMihorXux6+kzrLGpMu7yKTDpMakpKS/wMSkrKTepMC+r6S3' +
  'pMCksbvEpMOkxqSkpMahor/lpM7D5qTHpOakw6SvpOqk26TJpLGkxqSkpMOkv6GjPC9wPjxwPrD6pK290KS3pM6x/KTLpM/B' +
  'xMnjpM7D7rTjtsCkrKSipMOkv6Gjw8+/3qTyxsmk4KS/pOGkzqTipM6kx6GiysGkzqTIpLOk7aTLvq6ktaSvzL7BsKSsxKak' +
  'w6TGpKKk66GjPC9wPjxwPjxhIGhyZWY9ImRyYXdlci5odG1sIj4xPC9hPiAyIDxhIGhyZWY9ImRyYXdlcl8zLmh0bWwiPjM8' +
  'L2E+PC9wPjwvYXJ0aWNsZT48L2JvZHk+PC9odG1sPg==';

const PAGES = new Map<string, Served>([
  [`${HOST}/drawer.html`, html(drawer(1))],
  [
    `${HOST}/drawer_2.html`,
    { contentType: 'text/html; charset=euc-jp', body: Buffer.from(SECOND_IN_EUC_JP, 'base64') },
  ],
  [`${HOST}/drawer_3.html`, html(drawer(3))],
  [`${HOST}/elsewhere/drawer.html`, html(drawer(1, `${MOBILE}/elsewhere`, 2))],
]);

describe.each(KINDS)('an article on several pages, in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, { pages: PAGES });
  });
  afterAll(() => session?.close());
  afterEach(() => session.tidy());

  const first = sample('paged').expected;
  const all = [
    ...(first.paragraphs ?? []),
    ...['paged-2', 'paged-3'].flatMap((name) => sample(name).expected.paragraphs?.slice(1) ?? []),
  ];

  it('is read by page; the others are offered, and nothing is asked for', async () => {
    const page = await session.browser.open(first.url);
    const before = await session.settledTraffic();
    const popup = await session.browser.clickToolbar();
    await waitForReading(popup);
    expect((await articleOf(popup)).lines).toEqual(first.paragraphs);
    expect(await furtherPagesOf(popup)).toEqual({
      summary: english('pagesOwn').replace('{total}', '3').replace('{own}', '1'),
      apart: [2, 3].map((number) => ({
        label: `Page ${number} of 3`,
        href: `${first.url}${number}/`,
        problem: '',
      })),
      button: english('pagesLoad'),
    });
    expect(await session.settledTraffic()).toEqual(before);
    await session.leave({ page, popup });
    await session.expectNoTroubles();
  });

  it('is one article after a key press: each page asked for once, the page left as it was', async () => {
    const page = await session.browser.open(first.url);
    const before = await session.settledTraffic();
    const pageBefore = await page.run(() => document.documentElement.outerHTML, null);
    const popup = await session.browser.clickToolbar();
    await waitForReading(popup);
    for (let presses = 0; presses < 60; presses += 1) {
      const at = await popup.run(() => document.activeElement?.textContent ?? '', null);
      if (at === english('pagesLoad')) break;
      await popup.press('Tab');
    }
    await popup.press('Enter');
    await waitForPages(popup);
    const { lines, repeats, title, next } = await articleOf(popup);
    expect({ lines, repeats, title, next }).toEqual({
      lines: all,
      repeats: [],
      title: first.title,
      next: first.next?.title,
    });
    expect(await furtherPagesOf(popup)).toEqual({
      summary: '3 pages of the article are shown as one.',
      apart: [],
      button: null,
    });
    const asked = (await session.settledTraffic())
      .filter((line) => line.startsWith('GET'))
      .slice(before.filter((line) => line.startsWith('GET')).length);
    expect(asked).toEqual([`GET ${first.url}2/`, `GET ${first.url}3/`]);
    expect(await page.run(() => document.documentElement.outerHTML, null)).toBe(pageBefore);
    await selectTab(popup, 'comments');
    expect((await commentsOf(popup)).map(({ author }) => author)).toEqual(['Tomas', 'Ines Varga']);
    await session.expectNoTroubles();
  });

  it('is saved whole, also where its first page was saved before', async () => {
    const { popup } = await session.visitSample('paged');
    await save(popup);
    await loadFurtherPages(popup);
    await save(popup);
    await selectTab(popup, 'saved');
    const [saved, ...others] = await savedOf(popup);
    expect(others).toEqual([]);
    const reader = await session.browser.openOwnPage(
      new URL(saved?.href ?? '').pathname.slice(1) + new URL(saved?.href ?? '').hash,
    );
    await waitForReading(reader);
    expect((await articleOf(reader)).lines).toEqual(all);
    expect((await furtherPagesOf(reader))?.button).toBeNull();
    await session.expectNoTroubles();
  });

  it('is one article in a tab as well, read from its second page', async () => {
    const { popup } = await session.visitSample('paged-2');
    await popup.press('o');
    const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html`);
    await waitForReading(reader);
    expect((await furtherPagesOf(reader))?.apart.map(({ label }) => label)).toEqual([
      'Page 1 of 3',
      'Page 3 of 3',
    ]);
    await loadFurtherPages(reader);
    const { lines, title } = await articleOf(reader);
    expect({ lines, title }).toEqual({ lines: all, title: first.title });
    await session.expectNoTroubles();
  });

  it('keeps what came when a page fails; old encodings, no script, no image, cookies as the page has', async () => {
    const { page, popup } = await session.visit(`${HOST}/drawer.html`);
    const from = session.server.requests.length;
    await loadFurtherPages(popup);
    expect((await articleOf(popup)).lines).toEqual(PARAGRAPHS.flat());
    const pages = await furtherPagesOf(popup);
    expect(pages?.apart).toEqual([
      { label: 'Page 4 of 4', href: `${HOST}/drawer_4.html`, problem: english('pageProblem_refused') },
    ]);
    expect(pages?.button).toBe(english('pagesLoad'));
    await session.settledTraffic();
    const asked = session.server.requests.slice(from).filter(({ url }) => url.startsWith(HOST));
    expect(asked).toEqual(
      [2, 3, 4].map((number) => ({
        method: 'GET',
        url: `${HOST}/drawer_${number}.html`,
        cookie: 'visitor=known',
        referrer: `${HOST}/drawer.html`,
      })),
    );
    expect(await page.run(() => Reflect.get(window, 'ran'), null)).toBe(1);
  });

  it('has links only to pages of another origin', async () => {
    const { popup } = await session.visit(`${HOST}/elsewhere/drawer.html`);
    const pages = await furtherPagesOf(popup);
    expect(pages?.apart.map(({ href }) => href)).toEqual([`${MOBILE}/elsewhere/drawer_2.html`]);
    expect(pages?.button).toBeNull();
    await session.expectNoTroubles();
  });

  it('says so when the tab has gone elsewhere before the further pages are asked for', async () => {
    const { page, popup } = await session.visitSample('paged');
    await popup.press('o');
    const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html`);
    await waitForReading(reader);
    const other = sample('links').expected.url;
    await page.run((url) => void setTimeout(() => location.assign(url), 0), other);
    // A page that is being left cannot be asked; the server knows.
    await eventually('the other page', async () => session.server.requests.find(({ url }) => url === other));
    await session.settledTraffic();
    await loadFurtherPages(reader);
    expect((await articleOf(reader)).lines).toEqual(first.paragraphs);
    const notice = await reader.run(
      () => [...document.querySelectorAll('[role="status"]')].at(-1)?.textContent,
      null,
    );
    expect(notice).toContain(english('cannotRead_not_granted'));
    expect(await messageOf(reader)).toBeNull();
  });
});
