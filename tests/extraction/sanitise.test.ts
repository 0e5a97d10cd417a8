import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseHtml, writeSafely } from '../../utils/extraction/sanitise.ts';
import { parseHtml } from '../../utils/page-copy/copy-page.ts';

const BASE = 'https://blog.example/post/';

function clean(html: string): HTMLElement {
  return new DOMParser().parseFromString(sanitiseHtml(html, BASE), 'text/html').body;
}

/** Nothing that runs, loads, submits, covers the page or takes a name in it. */
function expectHarmless(body: HTMLElement): void {
  for (const element of body.querySelectorAll('*')) {
    expect(element.nodeName).not.toMatch(
      /^(?:SCRIPT|STYLE|LINK|META|BASE|IFRAME|FRAME|OBJECT|EMBED|FORM|INPUT|BUTTON|SELECT|TEXTAREA|SVG|MATH|VIDEO|AUDIO|SOURCE|MARQUEE|TEMPLATE|DIALOG|PORTAL)$/iu,
    );
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(
        /^(?:on|style$|class$|id$|name$|src$|srcset$|srcdoc$|action$|formaction$|background$|ping$|poster$|popover)/iu,
      );
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/u);
    }
  }
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<a href="javascript:alert(1)">x</a><a href=" java\nscript:alert(1)">y</a><a href="data:text/html,x">z</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form id=f action="https://evil.example"><input name=attributes><button formaction=x>go</button></form>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style>*{background:url(https://evil.example/b)}</style>',
  '<p style="position:fixed;inset:0">over</p>',
  '<video src="https://evil.example/v" autoplay></video><audio src=x></audio>',
  '<link rel=stylesheet href="https://evil.example"><meta http-equiv=refresh content="0;url=https://evil.example">',
  '<img srcset="https://evil.example/1 1x" src="https://evil.example/0">',
  '<p id="location" name="body">clobber</p>',
  '<base href="https://evil.example/"><a href="x">rel</a>',
  '<span data-repeat="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">m</span>',
  '<details open ontoggle=alert(1)><summary>s</summary></details>',
  `${'<marquee>'.repeat(600)}deep`,
];

describe('sanitiseHtml', () => {
  it.each(HOSTILE.map((html) => [html.slice(0, 60), html]))('makes %s harmless', (_, html) => {
    expectHarmless(clean(html));
  });

  it('makes any mixture of hostile pieces harmless', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string(),
      fc.constantFrom('<', '>', '"', '--&gt;', '</p>', '<table>', '<a href="'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expectHarmless(clean(pieces.join('')));
      }),
      { numRuns: 150 },
    );
  });

  it('finds nothing to take out of what is written from a private copy', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string(),
      fc.constantFrom('<', '</p>', '<a href="'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const written = writeSafely(parseHtml(pieces.join('')).body, BASE);
        const asParsed = new DOMParser().parseFromString(written, 'text/html').body;
        expectHarmless(asParsed);
        const before = asParsed.querySelectorAll('*').length;
        expect(clean(written).querySelectorAll('*')).toHaveLength(before);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same when run twice', () => {
    const once = sanitiseHtml(
      `${HOSTILE.join('')}<p>a <a href="/x">b</a> <img src="i.png" alt="c"></p>`,
      BASE,
    );
    expect(sanitiseHtml(once, BASE)).toBe(once);
  });

  it('keeps what an article is made of', () => {
    const html =
      '<h2>H</h2><p>a <em>b</em> <ruby>漢<rt>かん</rt></ruby></p><ul><li>c</li></ul><pre><code>d\n e</code></pre><table><tbody><tr><th scope="col">f</th><td colspan="2">g</td></tr></tbody></table><figure><figcaption>h</figcaption></figure><blockquote lang="de" dir="ltr">i</blockquote>';
    expect(sanitiseHtml(html, BASE)).toBe(html);
  });

  it('makes links absolute and opens them apart, without a referrer', () => {
    const link = clean('<a href="../other" onclick="x()" ping="https://evil.example">o</a>').querySelector(
      'a',
    );
    expect(link?.getAttribute('href')).toBe('https://blog.example/other');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('rel')).toContain('noreferrer');
  });

  it('keeps the address of an image without loading it, and drops beacons', () => {
    const body = clean(
      '<img src="a.png" alt="A" width="300"><img src="https://t.example/p.gif" width="1" height="1">',
    );
    expect(body.querySelectorAll('img')).toHaveLength(1);
    expect(body.querySelector('img')?.getAttribute('data-src')).toBe('https://blog.example/post/a.png');
    expect(body.querySelector('img')?.hasAttribute('src')).toBe(false);
  });

  it('unwraps what is nested too deep to lay out, and keeps its words', () => {
    const body = clean(`${'<div>'.repeat(400)}core${'</div>'.repeat(400)}`);
    let depth = 0;
    for (let at: Element | null = body; at; at = at.firstElementChild) depth += 1;
    expect(depth).toBeLessThan(100);
    expect(body.textContent).toBe('core');
  });
});
