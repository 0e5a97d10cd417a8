import { expect, describe as group, test } from 'vitest';
import { describe } from '../../utils/extraction/metadata.ts';
import { PROSE, plainSourceOf, sourceOf } from './a-source.ts';

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const post = (inside: string, head = '') =>
  describe(sourceOf({ head, body: `<main><article>${inside}${PROSE}</article></main>` }));

group('title', () => {
  test.each([
    [
      'the heading that the page names in its head',
      '<title>Nets and knots | Quay Notes</title>',
      '<h1>Quay Notes</h1><h2>Nets and knots</h2>',
      'Nets and knots',
    ],
    [
      'the only h1, where the head words it otherwise',
      '<title>Learn knots today: our guide</title>',
      '<h1>Every knot I know</h1>',
      'Every knot I know',
    ],
    [
      'without a kicker that stands in the heading',
      '<meta property="og:title" content="Nets and knots">',
      '<h1><small>Opinion</small> Nets and knots</h1>',
      'Nets and knots',
    ],
    [
      'from the head where no heading shows it',
      '<title>Nets and knots – Quay Notes</title><meta property="og:site_name" content="Quay Notes">',
      '',
      'Nets and knots',
    ],
    [
      'with its own dash',
      '<title>Nets - and knots - Quay Notes</title><meta property="og:site_name" content="Quay Notes">',
      '',
      'Nets - and knots',
    ],
    [
      'from JSON-LD',
      ld({ '@type': 'BlogPosting', headline: 'Nets &amp; knots' }),
      '<h2 class="x">Nets & knots</h2><h2>Contents</h2>',
      'Nets & knots',
    ],
    [
      'in Japanese',
      '<title>網と結び目｜波止場の覚え書き</title>',
      '<h2>波止場の覚え書き</h2><h3 class="entry-header">網と結び目</h3>',
      '網と結び目',
    ],
  ])('%s', (_, head, body, title) => {
    expect(post(body, head).title).toBe(title);
  });

  test('is never a heading of comments or of a sidebar', () => {
    const { title } = describe(
      sourceOf({
        head: '<title>Nets and knots</title>',
        body: `<div class="sidebar"><h2>Nets and knots</h2></div><h3>Nets and knots</h3>${PROSE}<div id="comments"><h2>Nets and knots</h2></div>`,
      }),
    );
    expect(title).toBe('Nets and knots');
  });
});

group('author', () => {
  test.each([
    ['a byline', '<h1>Nets</h1><p class="byline">By Ada Marsh on May 3, 2021</p>', '', 'Ada Marsh'],
    [
      'a vcard',
      '<h1>Nets</h1><span class="author vcard"><a class="fn" href="/author/ada/">Ada Marsh</a></span>',
      '',
      'Ada Marsh',
    ],
    ['rel=author', '<h1>Nets</h1><a rel="author" href="/who">Ada Marsh</a>', '', 'Ada Marsh'],
    [
      'words alone',
      '<h1>Nets</h1><div>Von Ada Marsch, 3. Mai 2021</div>',
      '<title>Nets</title>',
      'Ada Marsch',
    ],
    [
      'a date before the name',
      '<h1>網</h1><p class="posted">2021/05/03 21:05 <a href="/c/1">海</a> by 浜辺さくら</p>',
      '',
      '浜辺さくら',
    ],
    ['a Japanese label', '<h1>網</h1><p>投稿者：浜辺さくら</p>', '', '浜辺さくら'],
    [
      'JSON-LD',
      '<h1>Nets</h1>',
      ld({ '@type': 'Article', headline: 'Nets', author: { '@type': 'Person', name: 'Ada Marsh' } }),
      'Ada Marsh',
    ],
    [
      'a JSON-LD reference',
      '<h1>Nets</h1>',
      ld({
        '@graph': [
          { '@type': 'Article', headline: 'Nets', author: { '@id': '#ada' } },
          { '@type': 'Person', '@id': '#ada', name: 'Ada Marsh' },
        ],
      }),
      'Ada Marsh',
    ],
    ['meta', '<h1>Nets</h1>', '<meta name="author" content="Ada Marsh">', 'Ada Marsh'],
    [
      'a person rather than the site',
      '<h1>Nets</h1><p class="byline">by Ada Marsh</p>',
      '<meta property="og:site_name" content="Quay Notes"><meta name="author" content="Quay Notes">',
      'Ada Marsh',
    ],
    [
      'the site where there is nobody else',
      '<h1>Nets</h1>',
      '<meta property="og:site_name" content="Quay Notes"><meta name="author" content="Quay Notes">',
      'Quay Notes',
    ],
    [
      'the person behind an account name',
      '<h1>Nets</h1><p class="byline">by Ada Marsh</p>',
      ld({ '@type': 'Article', author: { '@type': 'Person', name: 'ada.marsh' } }),
      'Ada Marsh',
    ],
    [
      'not an address',
      '<h1>Nets</h1>',
      '<meta property="article:author" content="https://social.example/ada">',
      null,
    ],
    [
      'not a commenter',
      `<h1>Nets</h1>${PROSE}<div id="comments"><p class="comment-author">by Ben Holt</p></div>`,
      '',
      null,
    ],
  ])('%s', (_, body, head, author) => {
    expect(post(body, head).author).toBe(author);
  });
});

test('the site is named by the page, or beside the title of the post', () => {
  expect(post('<h1>Nets and knots</h1>', '<title>Nets and knots - Quay Notes</title>').siteName).toBe(
    'Quay Notes',
  );
  expect(post('<h1>Nets and knots</h1>', '<meta property="og:site_name" content="Quay">').siteName).toBe(
    'Quay',
  );
  expect(post('<h1>Nets and knots</h1>', '<title>Nets and knots</title>').siteName).toBeNull();
});

test('a name ends with its line', () => {
  const body = `<h1>網</h1>${PROSE}<div class="plg"><div>Author:浜辺さくら<br>海の近くで暮らしています</div></div>`;
  expect(describe(sourceOf({ body })).author).toBe('浜辺さくら');
});

group('dates', () => {
  test.each([
    ['time', '<h1>Nets</h1><time datetime="2021-05-03T23:30:00-05:00">May 3</time>', '', '2021-05-03'],
    ['text beside the title', '<h1>Nets</h1><div>3. Mai 2021</div>', '<html lang="de">', '2021-05-03'],
    [
      'the Japanese era',
      '<h2 class="date">令和3年5月3日</h2><h3 class="title">網</h3>',
      '<title>網</title>',
      '2021-05-03',
    ],
    [
      'the nearest to the title, not one of the sidebar',
      '<h1>Nets</h1><span class="date">2021-05-03</span>',
      '',
      '2021-05-03',
    ],
    [
      'published, not updated',
      '<h1>Nets</h1><span class="updated">Updated 2022-06-01</span><span class="published">2021-05-03</span>',
      '',
      '2021-05-03',
    ],
    [
      'as written, where the machine says UTC',
      '<h1>Nets</h1><time>May 3, 2021</time>',
      '<meta property="article:published_time" content="2021-05-04T03:00:00Z">',
      '2021-05-03',
    ],
    [
      "in the machine's own zone",
      '<h1>Nets</h1><time>May 4, 2021</time>',
      '<meta property="article:published_time" content="2021-05-03T23:00:00-07:00">',
      '2021-05-03',
    ],
    [
      'nothing from the prose',
      `<h1>Nets</h1>${PROSE}<p>It was on 3 May 2021 that we first heard of the storm, or so they said later on in the long winter.</p>`,
      '',
      null,
    ],
    ['no far future', '<h1>Nets</h1><time datetime="2150-01-01">1.1.2150</time>', '', null],
  ])('%s', (_, body, head, published) => {
    expect(post(body, head).published).toBe(published);
  });

  test('an update is told where it is later', () => {
    const data = { '@type': 'Article', datePublished: '2021-05-03', dateModified: '2021-06-01' };
    expect(post('<h1>Nets</h1>', ld(data))).toMatchObject({ published: '2021-05-03', updated: '2021-06-01' });
    expect(post('<h1>Nets</h1>', ld({ ...data, dateModified: '2021-05-03' })).updated).toBeNull();
  });

  test('the address tells the day where nothing else does', () => {
    const source = sourceOf({ body: `<h1>Nets</h1>${PROSE}`, url: 'https://quay.example/2021/05/03/nets/' });
    expect(describe(source).published).toBe('2021-05-03');
  });

  test('an RDF description in an HTML comment is read', () => {
    const rdf =
      '<!-- <rdf:RDF><rdf:Description dc:title="網" dc:creator="浜辺さくら" dc:date="2021-05-03T10:00:00+09:00" /></rdf:RDF> -->';
    expect(post(`<h2>網</h2>${rdf}`)).toMatchObject({
      title: '網',
      author: '浜辺さくら',
      published: '2021-05-03',
    });
  });
});

group('language, direction, address, image', () => {
  test.each([
    ['lang="de-AT"', PROSE, 'de-AT'],
    ['', PROSE, 'en'],
    ['lang="en"', '<p>朝の市場では、獲れたばかりの魚が並んでいた。</p>', 'ja'],
    ['lang="ja"', PROSE, 'en'],
    ['lang="not a tag"', PROSE, 'en'],
  ])('%s', (html, body, lang) => {
    expect(describe(sourceOf({ html, body })).lang).toBe(lang);
  });

  test('direction is declared or follows the language', () => {
    const arabic = '<p>في الصباح كان السوق مليئا بالناس والسمك الطازج.</p>';
    expect(describe(sourceOf({ body: arabic })).dir).toBe('rtl');
    expect(describe(sourceOf({ html: 'dir="rtl"', body: PROSE })).dir).toBe('rtl');
    expect(describe(sourceOf({ body: PROSE })).dir).toBe('ltr');
  });

  test('a canonical address counts on the same host only', () => {
    const canonical = (href: string) =>
      describe(
        sourceOf({
          head: `<link rel="canonical" href="${href}">`,
          body: PROSE,
          url: 'https://www.quay.example/p?utm_source=x',
        }),
      ).url;
    expect(canonical('https://quay.example/p')).toBe('https://quay.example/p');
    expect(canonical('https://elsewhere.example/p')).toBe('https://www.quay.example/p?utm_source=x');
    expect(canonical('javascript:alert(1)')).toBe('https://www.quay.example/p?utm_source=x');
  });

  test('the lead image is an http address', () => {
    const image = (content: string) =>
      describe(sourceOf({ head: `<meta property="og:image" content="${content}">`, body: PROSE })).leadImage;
    expect(image('/boats.jpg')).toBe('https://quay.example/boats.jpg');
    expect(image('data:image/png;base64,AAAA')).toBeNull();
  });
});

group('a plain text page', () => {
  const text =
    '網と結び目\n2021年5月3日\n朝の市場では魚が並んでいた。\n#海\n<<前の話 | ホーム | 次の話>>\nコメント';

  test('gives title, day, language and neighbours', () => {
    expect(describe(plainSourceOf(text))).toMatchObject({
      title: '網と結び目',
      published: '2021-05-03',
      lang: 'ja',
      previous: { title: '前の話' },
      next: { title: '次の話' },
    });
  });

  test('may have no title at all', () => {
    expect(describe(plainSourceOf('x'.repeat(400))).title).toBe('');
  });
});

test('describing a page changes nothing in it', () => {
  const source = sourceOf({
    head: ld({ '@type': 'Article', headline: 'Nets' }),
    body: `<h1>Nets</h1><p class="byline">by Ada</p>${PROSE}<nav class="pager"><a href="/a">« A</a> | <a href="/">Home</a></nav>`,
  });
  const before = source.body.innerHTML;
  const first = describe(source);
  expect(source.body.innerHTML).toBe(before);
  expect(describe(source)).toEqual(first);
});

test('hostile values give no throw and no markup', () => {
  const head = ld({
    '@type': ['Article'],
    headline: { x: [] },
    author: [[[[['deep']]]], { name: 5 }, null],
    datePublished: {},
    keywords: [1, null],
  });
  const { title, author } = post('<h1><img src=x onerror=alert(1)>Nets &lt;script&gt;</h1>', head);
  expect(title).toBe('Nets <script>');
  expect(author).toBeNull();
});
