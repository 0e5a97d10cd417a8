import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../scripts/lib/driver.ts';
import type { Served } from '../../scripts/lib/sample-server.ts';
import { articleOf, waitForReading } from '../../scripts/lib/screens.ts';
import { KINDS, type Session, startSession } from './session.ts';

const ADDRESS = 'http://live.sample.example/2024/harbour';
const IMAGES = 'http://live.sample.example/images';

const ABOUT_THE_CRANE = `<p>The crane was the first thing that we saw in the morning, and the last thing at night, since it stood right before the window.</p>
   <p>Nobody had asked for it, and yet, once it was there, nobody could think of the harbour without it, not even the gulls.</p>`;
const ABOUT_THE_HOUSE = `<p>The customs house was older, by two hundred years, and had seen cranes come and go; it did not think much of this one.</p>
   <p>Its clerks went home at four, and left the lamp above the door burning, so that smugglers might read the opening hours.</p>`;

/** A page that makes its article with components, hides and shows things, and watches itself for changes. */
const PAGE = `<!doctype html><html lang="en"><head><title>The crane in the harbour</title></head><body>
<nav><a href="/">Home</a></nav>
<main><h1>The crane in the harbour</h1>
${ABOUT_THE_CRANE}
<img id="chosen" srcset="${IMAGES}/small.svg 1x, ${IMAGES}/large.svg 9x" alt="The crane at dawn" width="300" height="200">
<x-story><span slot="end">This last line was meant for a slot at the end of the story, and stands there.</span>
${ABOUT_THE_HOUSE}</x-story>
<p id="faded" style="display: none">This paragraph waited for a script to show it, which it did, so that it belongs to the text now.</p>
<p hidden>This paragraph is hidden, and nobody who looks at the page can read a word of it, however long it is.</p>
<pre><code>crane.lift(12)<br>crane.lower(3)</code></pre>
<iframe data-src="https://www.youtube.com/embed/abcDEF12345" title="The crane moves"></iframe>
<p>The formula was <span class="katex"><span class="katex-mathml"><math><semantics><mi>F</mi><annotation encoding="application/x-tex">F=ma</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">F=ma</span></span>, as it always is with cranes and their loads.</p>
</main>
<script>
  const story = document.querySelector('x-story').attachShadow({ mode: 'open' });
  story.innerHTML = '<style>h2 { color: teal }</style><h2>What the customs house said</h2><slot></slot><x-note></x-note><div><slot name="end"></slot></div><p style="display:none">Nothing to be seen here, in the shadow of the story, by anybody at all.</p>';
  const note = story.querySelector('x-note').attachShadow({ mode: 'open' });
  note.innerHTML = '<p>A note within a component within a component, which is where notes like to hide from readers.</p>';
  document.querySelector('#faded').style.display = 'block';
  window.changes = [];
  const watch = { attributes: true, childList: true, characterData: true, subtree: true };
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) window.changes.push([type, target.nodeName, attributeName].join(' '));
  });
  addEventListener('load', () => { for (const root of [document, story, note]) observer.observe(root, watch); });
</script></body></html>`;

const drawing = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="9" height="9"/></svg>`;

const PAGES = new Map<string, Served>([
  [ADDRESS, { contentType: 'text/html', body: PAGE }],
  [`${IMAGES}/small.svg`, { contentType: 'image/svg+xml', body: drawing(300) }],
  [`${IMAGES}/large.svg`, { contentType: 'image/svg+xml', body: drawing(900) }],
]);

/** Every node and attribute of the page, shadow trees included. */
function serialise(page: View): Promise<string> {
  return page.run(() => {
    const write = (node: Node): string => {
      const own =
        node instanceof Element
          ? [...node.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')
          : node.nodeValue;
      const shadow = node instanceof Element && node.shadowRoot ? `#shadow{${write(node.shadowRoot)}}` : '';
      return `${node.nodeName}(${own})${shadow}[${[...node.childNodes].map(write).join('')}]`;
    };
    return write(document);
  }, null);
}

describe.each(KINDS)('a live page in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, { pages: PAGES });
  });
  afterEach(() => session.tidy());
  afterAll(() => session?.close());

  it('is read as it is shown, and not changed by a single node or attribute', async () => {
    const page = await session.browser.open(ADDRESS);
    const before = await serialise(page);
    const popup = await session.browser.clickToolbar();
    await waitForReading(popup);
    const { lines } = await articleOf(popup);
    const text = lines.join('\n');
    expect(await serialise(page)).toBe(before);
    expect(await page.run(() => Reflect.get(window, 'changes') as string[], null)).toEqual([]);

    expect(text).toContain('The crane was the first thing');
    for (const shown of [
      'What the customs house said',
      'The customs house was',
      'A note within',
      'This last line',
      'waited for a script',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text.indexOf('What the customs house said')).toBeLessThan(text.indexOf('The customs house was'));
    for (const hidden of ['paragraph is hidden', 'Nothing to be seen', 'color: teal'])
      expect(text).not.toContain(hidden);
    expect(text).toContain('The formula was F=ma, as it always is');
    expect(text).toContain('YouTube: The crane moves');
    await session.expectNoTroubles();
  });

  it('notices a change, were there one', async () => {
    const page = await session.browser.open(ADDRESS);
    const before = await serialise(page);
    await page.run(() => {
      document.querySelector('x-story')?.shadowRoot?.querySelector('h2')?.setAttribute('data-touched', '');
    }, null);
    expect(await serialise(page)).not.toBe(before);
    expect(await page.run(() => Reflect.get(window, 'changes') as string[], null)).toEqual([
      'attributes H2 data-touched',
    ]);
  });
});
