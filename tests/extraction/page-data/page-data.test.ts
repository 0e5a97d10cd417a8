import { describe, expect, it } from 'vitest';
import { extract } from '../../../utils/extraction/extract.ts';
import { dataOf } from '../../../utils/extraction/page-data/json-scripts.ts';
import { read } from '../content/read.ts';
import { pageOf } from '../html.ts';

const FIRST =
  'The ferry left at six, before the sun, and nobody on deck said a word until the lighthouse was behind us.';
const SECOND =
  'By noon the island had a shape: first a smudge, then a hill, then a village with its laundry out to dry.';
const LAST =
  'We stayed for a week, and came back with salt in our shoes and a plan to return before the year was out.';
const TITLE = 'A week on the island';
const HTML = `<p>${FIRST}</p><h2>Noon</h2><p>${SECOND}</p><p>${LAST}</p>`;

/** A page that shows nothing until its scripts run. */
function shell(script: string): string {
  return `<title>${TITLE} | Saltwater</title><body><div id="__next"><nav><a href="/">Home</a></nav><p>Loading…</p></div>${script}</body>`;
}

function jsonScript(value: unknown, attributes = 'type="application/json"'): string {
  return `<script ${attributes}>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });

const CARRIERS: readonly (readonly [tool: string, script: string])[] = [
  [
    'Next.js',
    jsonScript(
      {
        props: {
          pageProps: {
            site: { description: 'Notes from the coast. All of them wet.' },
            post: { title: TITLE, content: HTML },
          },
        },
      },
      'id="__NEXT_DATA__" type="application/json"',
    ),
  ],
  [
    'Nuxt',
    jsonScript(
      ['ShallowReactive', { data: 1 }, { title: 3, body: 4 }, TITLE, HTML],
      'type="application/json" id="__NUXT_DATA__"',
    ),
  ],
  [
    'an assigned state',
    `<script>window.__PRELOADED_STATE__ = ${JSON.stringify({ posts: { 1: { title: TITLE, body: HTML } } }).replaceAll('<', '\\u003c')};\nwindow.start && window.start();</script>`,
  ],
  [
    'a state in a string',
    `<script>window._preloads = JSON.parse(${JSON.stringify(JSON.stringify({ post: { title: TITLE, body_html: HTML } })).replaceAll('<', '\\u003c')})</script>`,
  ],
  [
    'JSON-LD',
    jsonScript(
      { '@type': 'BlogPosting', headline: TITLE, articleBody: `${FIRST}\n\nNoon\n\n${SECOND}\n\n${LAST}` },
      'type="application/ld+json"',
    ),
  ],
  [
    'ProseMirror',
    jsonScript({
      post: {
        title: TITLE,
        doc: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                text('The ferry left ', { marks: [{ type: 'bold' }] }),
                text(FIRST.slice('The ferry left '.length)),
              ],
            },
            { type: 'heading', attrs: { level: 2 }, content: [text('Noon')] },
            {
              type: 'paragraph',
              content: [
                text(SECOND, { marks: [{ type: 'link', attrs: { href: 'https://salt.example/map' } }] }),
              ],
            },
            { type: 'paragraph', content: [text(LAST)] },
          ],
        },
      },
    }),
  ],
  [
    'Lexical',
    jsonScript({
      root: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [
              text('The ferry left ', { format: 1 }),
              text(FIRST.slice('The ferry left '.length), { format: 0 }),
            ],
          },
          { type: 'heading', tag: 'h2', children: [text('Noon')] },
          {
            type: 'paragraph',
            children: [{ type: 'link', url: 'https://salt.example/map', children: [text(SECOND)] }],
          },
          { type: 'paragraph', children: [text(LAST)] },
        ],
      },
    }),
  ],
  [
    'Portable Text',
    jsonScript({
      body: [FIRST, 'Noon', SECOND, LAST].map((words, at) => ({
        _type: 'block',
        style: at === 1 ? 'h2' : 'normal',
        children: [{ _type: 'span', text: words, marks: at === 0 ? ['strong'] : [] }],
      })),
    }),
  ],
  [
    'Draft.js, as a string',
    jsonScript({
      body: JSON.stringify({
        blocks: [FIRST, 'Noon', SECOND, LAST].map((words, at) => ({
          key: `k${at}`,
          text: words,
          type: at === 1 ? 'header-two' : 'unstyled',
        })),
        entityMap: {},
      }),
    }),
  ],
  [
    'Notion',
    jsonScript({
      results: [FIRST, 'Noon', SECOND, LAST].map((words, at) => {
        const type = at === 1 ? 'heading_2' : 'paragraph';
        return {
          object: 'block',
          type,
          [type]: {
            rich_text: [
              { type: 'text', text: { content: words }, plain_text: words, annotations: { bold: at === 0 } },
            ],
          },
        };
      }),
    }),
  ],
  [
    'Editor.js',
    jsonScript({
      blocks: [FIRST, 'Noon', SECOND, LAST].map((words, at) =>
        at === 1
          ? { type: 'header', data: { text: words, level: 2 } }
          : { type: 'paragraph', data: { text: words } },
      ),
    }),
  ],
  [
    'Contentful',
    jsonScript({
      fields: {
        body: {
          nodeType: 'document',
          content: [FIRST, 'Noon', SECOND, LAST].map((words, at) => ({
            nodeType: at === 1 ? 'heading-2' : 'paragraph',
            content: [{ nodeType: 'text', value: words, marks: [] }],
          })),
        },
      },
    }),
  ],
];

describe('a page that has its article as data only', () => {
  it.each(CARRIERS)('is read all the same: %s', (_, script) => {
    const { article, body } = read(shell(script));
    expect(article.strategy).toBe('structured-data');
    expect(article.text.split(/\n+/u)).toEqual([FIRST, 'Noon', SECOND, LAST]);
    expect(body.textContent).not.toContain('Loading');
  });

  it('keeps headings, links and emphasis of rich texts', () => {
    for (const tool of ['ProseMirror', 'Lexical']) {
      const script = CARRIERS.find(([name]) => name === tool)?.[1] ?? '';
      const { body } = read(shell(script));
      expect(body.querySelector('h2')?.textContent).toBe('Noon');
      expect(body.querySelector('strong')?.textContent?.trim()).toBe('The ferry left');
      expect(body.querySelector('a')?.getAttribute('href')).toBe('https://salt.example/map');
    }
  });

  it('takes the body of the post that the page is about', () => {
    const other = `<p>${'Quite another post, which is longer than the one that is wanted here. '.repeat(9)}</p>`;
    const { text: words } = read(
      shell(
        jsonScript({
          posts: [
            { title: 'Other things', content: other },
            { title: TITLE, content: HTML },
          ],
        }),
      ),
    );
    expect(words).toContain(FIRST);
    expect(words).not.toContain('Quite another post');
  });

  it.each([
    [
      'a whole article',
      `<article>${HTML}<p>${'And then there was some more of it to read. '.repeat(3)}</p></article>`,
    ],
    [
      'a short post',
      '<article><h1>Rain</h1><p>It rained all day, and the boats stayed in, so there is little to tell today.</p></article>',
    ],
    [
      '一段だけの記事',
      '<article><h1>雨</h1><p>一日じゅう雨で、船は出なかった。だから今日は、書くことがあまりない。</p></article>',
    ],
  ])('leaves pages alone that show %s', (_, shown) => {
    const other = jsonScript({
      more: [
        {
          title: 'Other',
          content: `<p>${'Not this text, please, for it is only in the data. '.repeat(80)}</p>`,
        },
      ],
    });
    const { article } = read(
      `<title>Rain</title><body><nav><a href="/">Home</a></nav>${shown}${other}</body>`,
    );
    expect(article.strategy).not.toBe('structured-data');
    expect(article.text).not.toContain('Not this text');
  });
});

describe('hostile data', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  it.each([
    ['nested 100,000 times', `<script type="application/json">${deep}</script>`],
    ['nested, and broken off', `<script>window.a = ${deep.slice(0, 150_000)}</script>`],
    ['a string without end', `<script>window.a = {"b": "${'x'.repeat(300_000)}</script>`],
    ['a script', '<script>window.ran = 1; window.a = {"content": alert(1)}</script>'],
  ])('is passed over: %s', (_, script) => {
    const outcome = extract(pageOf(shell(script)));
    expect(outcome.kind).toBe('not-an-article');
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  });

  it('is passed over where it is far too large', () => {
    const document = new DOMParser().parseFromString(
      '<script type="application/json"></script>',
      'text/html',
    );
    const scripts = [...document.scripts];
    const [script] = scripts;
    if (script) script.textContent = '"words"';
    expect([...dataOf(scripts)]).toEqual(['words']);
    if (script) script.textContent = `"${'word. '.repeat(1_600_000)}"`;
    expect([...dataOf(scripts)]).toEqual([]);
  });

  it('becomes nothing that runs, loads or takes a name', () => {
    const { body } = read(
      shell(
        jsonScript({
          title: TITLE,
          content: `${HTML}<script>window.ran = 1</script><img src=x onerror="window.ran = 1"><form><input name="parentNode"></form><a href="javascript:window.ran=1">go</a>`,
        }),
      ),
    );
    expect(body.textContent).toContain(LAST);
    expect(body.querySelector('script, form, input, [onerror], [src], a')).toBeNull();
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  });

  it('in a rich text is text', () => {
    const { body } = read(
      shell(
        jsonScript({
          type: 'doc',
          content: [FIRST, SECOND, `${LAST} <img src=x onerror=alert(1)>`].map((words) => ({
            type: 'paragraph',
            content: [text(words)],
          })),
        }),
      ),
    );
    expect(body.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(body.querySelector('img')).toBeNull();
  });
});
