import { describe, expect, it } from 'vitest';
import { snapshot } from '../../../utils/extraction/snapshot.ts';
import { EXAMPLE_URL, pageOf, paragraphs, sourceOf } from '../html.ts';
import { read } from './read.ts';

const words = (html: string) => sourceOf(html).body.textContent?.replace(/\s+/gu, ' ').trim();

describe('parts that React streams', () => {
  it('go to their places, instead of what stood there until they came', () => {
    expect(
      words(
        `<main>Before <!--$?--><template id="B:0"></template><p>Loading</p><!--/$--> after</main><div hidden id="S:0"><p>The text</p></div><script>$RC("B:0","S:0")</script>`,
      ),
    ).toBe('Before The text after');
  });

  it('go where the script says, within each other too', () => {
    expect(
      words(
        '<main><!--$?--><template id="B:1"></template><!--/$--></main><div hidden id="S:2">outer <template id="P:3"></template> end</div><div hidden id="S:3">inner</div><script>$RC=function(){};$RC("B:1","S:2");$RS("S:3","P:3")</script>',
      ),
    ).toBe('outer inner end');
  });

  it('are read as the article that they are', () => {
    const { text } = read(
      `<title>T</title><header><nav><a href="/">Home</a></nav></header><!--$?--><template id="B:0"></template><!--/$--><footer>Imprint</footer><div hidden id="S:0"><article>${paragraphs(4)}</article></div>`,
    );
    expect(text).toContain('Paragraph 4 about the garden');
  });

  it('stay where they are if they have no place', () => {
    expect(words('<p>a</p><div hidden id="S:9">b</div>')).toBe('ab');
  });
});

describe('shadow trees', () => {
  it('of stored pages are shown with their slots filled', () => {
    expect(
      words(
        '<x-card><template shadowrootmode="open"><style>p{}</style><h2><slot name="title">No title</slot></h2> <div><slot></slot></div> <i><slot name="foot">own foot</slot></i></template><p>Body</p><span slot="title">Title</span></x-card>',
      ),
    ).toBe('Title Body own foot');
  });

  it('within shadow trees are shown as well', () => {
    expect(
      words(
        '<x-a><template shadowrootmode="open">a <x-b><template shadowrootmode="open">b <slot></slot></template>c</x-b></template></x-a>',
      ),
    ).toBe('a b c');
  });

  it('that have no place for a child hide it', () => {
    const source = sourceOf(
      `<x-a><template shadowrootmode="open"><p>shown</p></template><p>not shown</p></x-a>${paragraphs(2)}`,
    );
    expect(source.body.textContent).not.toContain('not shown');
    expect(source.removals.list().map(({ text }) => text)).toEqual(['not shown']);
  });

  it('of a live page are copied, and the page stays as it is', () => {
    const page = pageOf(`<x-a><p>light</p></x-a><div style="display:none">gone</div>${paragraphs(2)}`);
    const host = page.document.querySelector('x-a');
    const root = host?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('no shadow root');
    root.innerHTML = '<b>shadow</b> <slot></slot><p style="display:none">hidden</p><x-b></x-b>';
    const inner = root.querySelector('x-b')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = '<i>deep</i>';
    const before = `${page.document.documentElement.outerHTML}${root.innerHTML}${inner?.innerHTML}`;
    const taken = snapshot({ ...page, isShown: () => false });
    const body = taken.ok ? taken.value.body.textContent : '';
    expect(body).toContain('shadow light');
    expect(body).toContain('deep');
    expect(body).not.toContain('hidden');
    expect(body).not.toContain('gone');
    expect(`${page.document.documentElement.outerHTML}${root.innerHTML}${inner?.innerHTML}`).toBe(before);
  });
});

describe('images of a live page', () => {
  it('have the source that the browser chose', () => {
    const page = pageOf(`<img srcset="/small.jpg 400w, /large.jpg 1200w">${paragraphs(2)}`, EXAMPLE_URL);
    const image = page.document.querySelector('img');
    if (!image) throw new Error('no image');
    Object.defineProperties(image, {
      currentSrc: { value: 'https://blog.example/small.jpg' },
      naturalWidth: { value: 400 },
    });
    const taken = snapshot({ ...page, isShown: () => true });
    expect(taken.ok && taken.value.body.querySelector('img')?.getAttribute('src')).toBe(
      'https://blog.example/small.jpg',
    );
  });
});
