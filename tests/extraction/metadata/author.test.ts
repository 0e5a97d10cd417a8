import { expect, describe as group, test } from 'vitest';
import { describe } from '../../../utils/extraction/metadata.ts';
import { PROSE, sourceOf } from '../a-source.ts';

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const authorOf = (inside: string, head = '', url?: string) =>
  describe(
    sourceOf({ head, body: `<main><article>${inside}${PROSE}</article></main>`, ...(url ? { url } : {}) }),
  ).author;
const person = (name: string, more = {}) => ({ '@type': 'Person', name, ...more });

group('a sentence is no byline', () => {
  const meta = '<meta name="author" content="Ada Marsh">';

  test.each([
    '<ul><li>Choosing a net by size</li><li>Costs by season</li></ul>',
    '<p>Reviewed by Ben Holt</p>',
    '<p class="post-meta__reviewer">Fact checked by <a href="/authors/ben/">Ben Holt</a></p>',
    '<figure><img src="/a.jpg"><figcaption>Photo by Ben Holt</figcaption></figure>',
    '<p><a href="/books/1">The Long Tide by Ben Holt</a></p>',
    `<p>${'We asked '.repeat(12)}<a href="/users/ben">Ben Holt</a> about the tide and the wind.</p>`,
  ])('%s', (line) => {
    expect(authorOf(`<h1>Nets and knots</h1>${line}`, meta)).toBe('Ada Marsh');
  });
});

group('a byline', () => {
  test.each([
    [
      'whose name is a link',
      '<p class="posted">Posted by <a href="/c/9">Ada Marsh</a> on May 3, 2021 @ 08:00</p>',
    ],
    ['whose "By" is an element of its own', '<div><span>By</span> <a href="/c/9">Ada Marsh</a></div>'],
    ['after its date', '<p>May 3, 2021 · by Ada Marsh</p>'],
    ['with its date before the name', '<p class="meta">Posted on May 3, 2021 by Ada Marsh</p>'],
    ['in a sentence about the post', '<p>This post was written by Ada Marsh, head of nets.</p>'],
    ['of a label and a name', '<p><span>Written by</span></p><p><b>Ada Marsh</b></p>'],
    ['without the space after its "by"', '<p class="byline">Written byAda Marsh</p>'],
    [
      'in a box about the author',
      `<div class="author-box"><p>Ada Marsh</p><p>${'Ada mends nets. '.repeat(12)}</p></div>`,
    ],
    ['of a name alone beside the date', '<div><span>Ada Marsh</span><span>May 3, 2021</span></div>'],
  ])('%s', (_, line) => {
    expect(authorOf(`<h1>Nets and knots</h1>${line}`)).toBe('Ada Marsh');
  });

  test('names beside the date that are topics, or many, are no authors', () => {
    expect(
      authorOf('<h1>Nets</h1><a href="/topics/sea">Sea Stories</a> <time>May 3, 2021</time>'),
    ).toBeNull();
    const programme = ['Ann Ray', 'Bo Lind', 'Cy Holm', 'Dee Voss'].map(
      (name) => `<p>${name}</p><p>3.5.2021</p>`,
    );
    expect(authorOf(`<h1>Nets</h1>${programme.join('')}`)).toBeNull();
  });

  test('of the post goes before those of other posts', () => {
    const others = ['Ben Holt', 'Cara Voss'].map(
      (name) => `<div class="card"><a rel="author" href="/a">${name}</a></div>`,
    );
    const far = '<p>Nets.</p>'.repeat(70);
    expect(authorOf(`<h1>Nets</h1><p class="author">Ada Marsh</p>${far}${others.join('')}`)).toBe(
      'Ada Marsh',
    );
  });
});

group('several sources', () => {
  test('the person in the byline wrote it, not the account that posted it', () => {
    const head = ld({ '@type': 'Article', headline: 'Nets', author: person('quayadmin') });
    expect(authorOf('<h1>Nets</h1><p class="byline">By Ada Marsh</p>', head)).toBe('Ada Marsh');
    expect(authorOf('<h1>Nets</h1>', head)).toBe('quayadmin');
  });

  test('several people are listed as the page’s language lists them', () => {
    const head = ld({
      '@type': 'Article',
      headline: 'Nets',
      author: [person('Ada Marsh'), person('Ben Holt')],
    });
    const german = describe(sourceOf({ html: 'lang="de"', head, body: `<h1>Nets</h1>${PROSE}` }));
    expect(german.author).toBe('Ada Marsh und Ben Holt');
    expect(authorOf('<h1>Nets</h1>', head)).toBe('Ada Marsh and Ben Holt');
  });

  test('the page object of JSON-LD names the author where there is no article', () => {
    const graph = [
      { '@type': 'WebPage', '@id': '#page', datePublished: '2021-05-03', author: { '@id': '#ada' } },
      person('Ada Marsh', { '@id': '#ada' }),
    ];
    expect(authorOf('<h1>Nets</h1>', ld({ '@graph': graph }))).toBe('Ada Marsh');
  });

  test('an organisation is the author where no person is', () => {
    const head = ld({
      '@type': 'Article',
      headline: 'Nets',
      author: { '@type': 'Organization', name: 'Quay Guild' },
    });
    expect(authorOf('<h1>Nets</h1>', head)).toBe('Quay Guild');
    expect(authorOf('<h1>Nets</h1><p class="byline">by Ada Marsh</p>', head)).toBe('Ada Marsh');
  });

  test('a duty is less than a name', () => {
    expect(authorOf('<h1>Nets</h1>', '<meta name="author" content="Staff">')).toBe('Staff');
    const byline = '<h1>Nets</h1><p class="byline">by Ada Marsh</p>';
    expect(authorOf(byline, '<meta name="author" content="Staff">')).toBe('Ada Marsh');
  });
});

group('a personal site', () => {
  const url = 'https://adamarsh.example/nets';

  test.each([
    ['its home link', '<nav><a href="/">Ada Marsh</a></nav>'],
    ['its copyright line', '<footer>© 2019-2021 Ada Marsh. All rights reserved.</footer>'],
  ])('is its owner’s: %s', (_, part) => {
    const body = `<main><h1>Nets</h1>${PROSE}</main>${part}`;
    expect(describe(sourceOf({ body, url })).author).toBe('Ada Marsh');
    expect(describe(sourceOf({ body, url: 'https://quay.example/nets' })).author).toBeNull();
  });

  test('named after its owner', () => {
    expect(authorOf('<h1>Nets</h1>', '<meta property="og:site_name" content="Ada Marsh’s Blog">', url)).toBe(
      'Ada Marsh',
    );
  });
});
