// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from '../../../../utils/extraction/sanitise.ts';
import type { AbsoluteUrl } from '../../../../utils/extraction/types/source.ts';
import { articleOf } from '../../../../utils/library/transfer/import/body.ts';
import { parseArticle } from '../../../../utils/reading/schema.ts';
import { trustArticle } from '../../../../utils/reading/trust.ts';

const ABOUT = {
  url: 'https://boats.example/posts/ferries' as AbsoluteUrl,
  title: 'On ferries',
  author: 'Ann',
  siteName: null,
  published: '2024-01-02',
  lang: null,
};

function made(html: string) {
  const article = articleOf(html, ABOUT);
  if (!article.ok) throw new Error(article.error);
  return article.value;
}

const HOSTILE = [
  '<p>a<script>alert(1)</script></p>',
  '<p onclick="alert(1)" style="position:fixed">a</p>',
  '<p>a</p><img src=x onerror=alert(1)>',
  '<p>a</p><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<p><a href="javascript:alert(1)">a</a></p>',
  '<p><a href=" java&#10;script:alert(1)">a</a></p>',
  '<p>a</p><svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<p>a</p><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<p>a</p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<p>a</p><noscript>&lt;img src=x onerror=alert(1)&gt;</noscript>',
  '<p>a</p><form action="https://evil.example/"><input name="q"><button>go</button></form>',
  '<p>a</p><base href="https://evil.example/"><a href="/x">x</a>',
  '<p>a</p><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<p>a</p><object data="x"></object><embed src="x"><applet></applet>',
  '<p>a</p><img src="https://beacon.example/" width="1" height="1">',
  '<p id="cookie" data-repeat="r1" data-removed="x1">a</p>',
];

describe('the text of another list', () => {
  it('becomes an article like those of pages', () => {
    const article = made(
      '<article><h2>Slow</h2><p>Ferries are slow boats, and that is what they are for.</p>' +
        '<p>A <a href="../about">link</a> and a picture: <img src="/a.png" alt="A boat"></p><ul><li>one</li><li>two</li></ul></article>',
    );
    expect(article.text).toBe(
      'Slow\n\nFerries are slow boats, and that is what they are for.\n\nA link and a picture:\n\none\ntwo',
    );
    expect(article.html).toContain('href="https://boats.example/about"');
    expect(article.html).toContain('data-src="https://boats.example/a.png"');
    expect(article.meta).toMatchObject({
      title: 'On ferries',
      author: 'Ann',
      published: '2024-01-02',
      lang: 'en',
    });
    expect(article.length).toEqual({ count: 19, unit: 'words' });
    expect(article.digest.comments).toBe(0);
  });

  it('has the shape of an article', () => {
    expect(parseArticle(made('<p>猫の話をする。</p>'))).not.toBeNull();
    expect(made('<p>猫の話をする。</p>').meta.lang).toBe('ja');
  });

  it('makes paragraphs of empty lines', () => {
    expect(made('one<br>line<br><br>two').html).toBe('<p>one<br>line</p><p>two</p>');
  });

  it.each(HOSTILE)('runs and loads nothing: %s', (html) => {
    const { html: safe } = made(html);
    const { body } = new DOMParser().parseFromString(safe, 'text/html');
    for (const element of body.querySelectorAll('*')) {
      expect(element.localName).toMatch(/^(?:p|a|img|table|tbody|tr|td|span|div|code)$/u);
      for (const { name, value } of element.attributes) {
        expect(name).toMatch(/^(?:href|rel|target|data-src|alt|data-math)$/u);
        if (name === 'href') expect(value).toMatch(/^https:\/\/boats\.example\//u);
      }
    }
    expect(body.querySelector('script, [src], form, iframe')).toBeNull();
    // Whoever shows it finds nothing left to take away.
    expect(sanitiseHtml(safe, ABOUT.url)).toBe(safe);
  });

  it('is the same once it is shown', () => {
    const article = made('<p>one &amp; <b>two</b></p><pre><code class="language-ts">a < b</code></pre>');
    expect(trustArticle(article, ABOUT.url).html).toBe(article.html);
  });

  it.each([
    ['', 'empty'],
    ['<div> <!-- nothing --> </div>', 'empty'],
    ['<script>alert(1)</script>', 'empty'],
    ['<div>'.repeat(10_000), 'too-deep'],
    ['<b></b>'.repeat(300_000), 'too-large'],
    ['x'.repeat(3_000_001), 'too-large'],
  ])('is none: %#', (html, problem) => {
    expect(articleOf(html, ABOUT)).toEqual({ ok: false, error: problem });
  });
});
