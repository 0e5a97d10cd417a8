import { describe, expect, it } from 'vitest';
import { snapshot } from '../../utils/extraction/snapshot.ts';
import { EXAMPLE_URL, pageOf, paragraphs, sourceOf } from './html.ts';

describe('snapshot', () => {
  it('leaves the page untouched', () => {
    const page = pageOf(`<script>1</script><div hidden>menu</div>${paragraphs(2)}<img data-src="a.png">`);
    const before = page.document.documentElement.outerHTML;
    snapshot(page);
    expect(page.document.documentElement.outerHTML).toBe(before);
  });

  it('reads JSON-LD, meta and links before scripts and the head go', () => {
    const source = sourceOf(`<html lang="ja"><head><title>T</title>
      <meta property="og:title" content="A"><link rel="next" href="/older">
      <script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","headline":"H"}]}</script>
      <script src="https://comments.example/embed.js"></script></head><body><p>x</p></body></html>`);
    expect(source.head.title).toBe('T');
    expect(source.head.lang).toBe('ja');
    expect(source.head.meta.get('og:title')).toEqual(['A']);
    expect(source.head.links.get('next')).toEqual(['https://blog.example/older']);
    expect(source.head.jsonLd).toEqual([{ '@type': 'BlogPosting', headline: 'H' }]);
    expect(source.head.embeds).toEqual([{ kind: 'script', src: 'https://comments.example/embed.js' }]);
    expect(source.document.querySelector('script, link, meta')).toBeNull();
  });

  it('survives broken JSON-LD', () => {
    const source = sourceOf('<script type="application/ld+json">{"a": </script><p>x</p>');
    expect(source.head.jsonLd).toEqual([]);
  });

  it('records hidden elements as removals, but keeps a body that waits for a script to show it', () => {
    const source = sourceOf(
      `<div style="display:none">menu</div><div id="main" style="display: none">${paragraphs(5)}</div>`,
    );
    expect(source.removals.list()).toMatchObject([{ reason: 'hidden', text: 'menu' }]);
    expect(source.body.textContent).toContain('Paragraph 5');
  });

  it('keeps a list of comments that a button unfolds', () => {
    const source = sourceOf(
      `${paragraphs(9)}<section id="comments" style="display:none"><p>Nell: fine</p></section>`,
    );
    expect(source.body.textContent).toContain('Nell: fine');
    expect(source.removals.list()).toEqual([]);
  });

  it('keeps a page that is hidden in several parts until a script shows it', () => {
    const part = `<div style="opacity:1;display:none">${paragraphs(5)}</div>`;
    const source = sourceOf(`${part}${part}${part}${part}<div hidden>menu</div>`);
    expect(source.body.textContent?.match(/Paragraph 5/gu)).toHaveLength(4);
    expect(source.removals.list().map(({ text }) => text)).toEqual(['menu']);
  });

  it('believes the live page about what is shown', () => {
    const page = pageOf(`<div class="m" style="display:none">faded in</div>${paragraphs(3)}`);
    const taken = snapshot({ ...page, isShown: () => true });
    expect(taken.ok && taken.value.body.textContent).toContain('faded in');
  });

  it('does not let a base element or a credential spoof the address', () => {
    const source = sourceOf('<base href="https://evil.example/"><a href="x">l</a><p>x</p>');
    expect(source.url).toBe(EXAMPLE_URL);
    expect(source.baseUrl).toBe('https://evil.example/');
  });

  it('refuses trees that are too deep to copy, without recursion', () => {
    const document = new DOMParser().parseFromString('<body></body>', 'text/html');
    let at: Element = document.body;
    for (let level = 0; level < 5_000; level += 1) {
      const child = document.createElement('div');
      at.append(child);
      at = child;
    }
    expect(snapshot({ document, url: EXAMPLE_URL, contentType: 'text/html' })).toEqual({
      ok: false,
      error: 'too-deep',
    });
  });

  it.each([
    ['application/pdf', 'pdf'],
    ['image/png', 'media'],
    ['video/mp4', 'media'],
  ])('says why %s cannot be read', (contentType, error) => {
    expect(snapshot(pageOf('', EXAMPLE_URL, contentType))).toEqual({ ok: false, error });
  });

  it('says that a frameset has no text of its own', () => {
    const page = pageOf('<frameset><frame src="a.html"></frameset>');
    expect(snapshot(page)).toEqual({ ok: false, error: 'frames-only' });
  });

  it('knows a text document by its type or by its only element', () => {
    expect(sourceOf('<pre>one\ntwo</pre>').isPlainText).toBe(true);
    expect(sourceOf('<pre>one</pre><p>two</p>').isPlainText).toBe(false);
  });

  it('removes markers that a page forges', () => {
    const source = sourceOf('<p data-repeat="r1">x</p>');
    expect(source.body.querySelector('[data-repeat]')).toBeNull();
  });
});
