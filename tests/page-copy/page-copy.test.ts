import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPage, originOf, parseHtml, writeAllowed } from '../../utils/page-copy/copy-page.ts';
import { toDom } from '../../utils/page-copy/to-dom.ts';

function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function copyOf(page: Document, isLive = false): Document {
  const copied = copyPage(page, { isLive });
  if (!copied.ok) throw new Error(copied.error);
  return copied.value;
}

/** Small trees with the kinds of markup that selectors ask about. */
const htmlTrees = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'text',
      ' ',
      '&amp;&nbsp;',
      '<br>',
      '<!--note-->',
      '<img src="a.png" alt="&quot;A&quot;">',
    ),
    fc
      .tuple(
        fc.constantFrom('div', 'p', 'span', 'ul', 'li', 'a', 'section', 'h2', 'blockquote'),
        fc.constantFrom(
          '',
          ' class="a"',
          ' class="a  b-c"',
          ' id="x"',
          ' class="Side-Bar" id="y"',
          ' rel="Tag nofollow"',
          ' href="/t#c"',
          ' hidden',
          ' style="display:none"',
          ' lang="ja-JP"',
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join('')}</${name}>`),
  ),
})).node;

const pages = fc.array(htmlTrees, { maxLength: 6 }).map((parts) => pageOf(parts.join('')));

const SELECTORS = [
  '*',
  'p',
  '.a',
  '.a.b-c',
  '#x',
  'div.a, #y, li',
  'div p',
  'div > p',
  'h2 + p',
  'h2 ~ p, .a ~ .a',
  'section .a > span',
  '[hidden], [style*="display"]',
  '[class*="bar" i]',
  '[class^="a"]',
  '[class$="c"]',
  '[class~="b-c"]',
  '[lang|="ja"]',
  '[rel~="tag"]',
  'a[href*="#"]',
  'section[lang]',
  'div[hidden][style], p[id].a',
  'p:not(.a)',
  ':is(div, section) > :not(p, span)',
  'div:not([id="x"]) span',
];

describe('a private copy of a page', () => {
  it('answers every selector as the page does', () => {
    fc.assert(
      fc.property(pages, fc.constantFrom(...SELECTORS), (page, selector) => {
        const copy = copyOf(page);
        const found = [...copy.querySelectorAll(selector)].map((element) => originOf(element));
        expect(found).toEqual([...page.querySelectorAll(selector)]);
        expect(originOf(copy.querySelector(selector) ?? copy.body)).toBe(
          page.querySelector(selector) ?? page.body,
        );
        for (const element of copy.querySelectorAll('*')) {
          const origin = originOf(element);
          expect(element.matches(selector)).toBe(origin?.matches(selector));
          const nearest = element.closest(selector);
          expect(nearest && originOf(nearest)).toBe(origin?.closest(selector));
        }
      }),
    );
  });

  it('answers for names that came into it later, from another copy too', () => {
    fc.assert(
      fc.property(pages, pages, fc.constantFrom(...SELECTORS), (page, other, selector) => {
        const copy = copyOf(page);
        copy.querySelector(selector);
        const made = copy.createElement('section');
        made.setAttribute('class', 'a b-c');
        made.setAttribute('lang', 'ja');
        made.append(...copyOf(other).body.childNodes);
        copy.body.append(made);
        const expectAsInDom = () =>
          expect(copy.body.querySelectorAll(selector)).toHaveLength(
            toDom(copy).document.body.querySelectorAll(selector).length,
          );
        expectAsInDom();
        made.removeAttribute('class');
        made.setAttribute('id', 'x');
        expectAsInDom();
      }),
    );
  });

  it('says and holds the same as the page', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const copy = copyOf(page);
        expect(copy.body.textContent).toBe(page.body.textContent);
        expect(copy.body.innerHTML).toBe(page.body.innerHTML.replaceAll('<!--note-->', ''));
        expect(toDom(copy).document.body.innerHTML).toBe(copy.body.innerHTML);
        // What is misnested may read otherwise when it is parsed once more.
        const again = new DOMParser().parseFromString(copy.body.innerHTML, 'text/html');
        expect(parseHtml(copy.body.innerHTML).body.innerHTML).toBe(again.body.innerHTML);
      }),
    );
  });

  it('knows the order of any two elements', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const copies = [...copyOf(page).querySelectorAll('*')].slice(0, 12);
        for (const one of copies) {
          for (const other of copies) {
            expect(one.compareDocumentPosition(other)).toBe(
              originOf(one)?.compareDocumentPosition(originOf(other) as Element),
            );
            expect(one.contains(other)).toBe(originOf(one)?.contains(originOf(other)));
          }
        }
      }),
    );
  });

  it('changes as a page would, and the page stays', () => {
    const change = fc.tuple(
      fc.constantFrom(
        'remove',
        'replaceWith',
        'before',
        'after',
        'append',
        'prepend',
        'unwrap',
        'text',
        'move',
      ),
      fc.nat(30),
      fc.nat(30),
    );
    fc.assert(
      fc.property(pages, fc.array(change, { maxLength: 6 }), (page, changes) => {
        const before = page.documentElement.outerHTML;
        const copy = copyOf(page);
        const twin = page.cloneNode(true) as Document;
        for (const [kind, at, to] of changes) {
          for (const document of [copy, twin]) applyChange(document, kind, at, to);
          // Asked in between, so that a text once known is not kept too long.
          expect(copy.body.textContent).toBe(twin.body.textContent);
        }
        expect(copy.body.innerHTML).toBe(twin.body.innerHTML.replaceAll('<!--note-->', ''));
        expect(page.documentElement.outerHTML).toBe(before);
      }),
    );
  });

  it('keeps the declared shadow tree of an element apart', () => {
    const page = pageOf('<div id="host"><p>light</p></div>');
    const template = page.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    template.innerHTML = '<slot></slot><p>shade</p>';
    page.querySelector('#host')?.prepend(template);
    expect(copyOf(page).body.textContent).toBe('light');
  });

  it('finds what stands in it now, whatever has been asked of it before', () => {
    const copy = copyOf(
      pageOf('<p>a</p><div><template shadowrootmode="open"><p>b</p></template></div><p>c</p>'),
    );
    const said = () => [...copy.querySelectorAll('p')].map((element) => element.textContent);
    expect(said()).toEqual(['a', 'c']);
    const [first] = copy.querySelectorAll('p');
    const more = copy.createElement('p');
    more.append('d');
    first?.before(more);
    expect(said()).toEqual(['d', 'a', 'c']);
    expect(copy.querySelector('p')).toBe(more);
    first?.remove();
    expect(said()).toEqual(['d', 'c']);
    copy.body.append(more);
    expect(said()).toEqual(['c', 'd']);
  });

  it('sees through forms whose fields hide members of the DOM', () => {
    const names = [
      'nodeName',
      'nodeType',
      'firstChild',
      'nextSibling',
      'getAttribute',
      'getAttributeNames',
      'attributes',
    ];
    const fields = names.map((name) => `<input name="${name}">`).join('');
    const page = pageOf(`<form class="f">${fields}<p>inside</p></form><p>behind</p>`);
    const copy = copyOf(page);
    expect(copy.querySelector('form.f > p')?.textContent).toBe('inside');
    expect(copy.body.textContent).toBe('insidebehind');
  });

  it('refuses what it cannot copy', () => {
    const page = pageOf('');
    let at: Element = page.body;
    for (let level = 0; level < 1_600; level += 1) at = at.appendChild(page.createElement('div'));
    expect(copyPage(page, { isLive: false })).toEqual({ ok: false, error: 'too-deep' });
    expect(parseHtml('<marquee>'.repeat(1_600)).body.textContent).toBe('');
  });

  it('writes nothing but what is allowed', () => {
    const { body } = parseHtml(
      '<p class="a" title="&lt;x&gt;">a &lt;b&gt;<script>alert(1)</script><svg onload="x()"><text>t</text></svg><u>u</u></p>',
    );
    const allowed = {
      elements: new Set(['p']),
      attributes: new Set(['title']),
      dropped: new Set(['script']),
    };
    expect(writeAllowed(body, allowed)).toBe('<p title="&lt;x&gt;">a &lt;b&gt;u</p>');
  });

  it('says so where a selector is of a kind that it does not know', () => {
    expect(() => parseHtml('<p></p>').querySelector('p:hover')).toThrow(SyntaxError);
  });
});

function applyChange(document: Document, kind: string, at: number, to: number): void {
  const elements = [...document.body.querySelectorAll('*')];
  const element = elements[at % Math.max(1, elements.length)];
  const other = elements[to % Math.max(1, elements.length)];
  if (!element || !other) return;
  const made = document.createElement('em');
  made.setAttribute('class', 'made');
  made.append('made');
  if (kind === 'remove') element.remove();
  else if (kind === 'replaceWith') element.replaceWith('words ', made);
  else if (kind === 'before') element.before(made, ' ');
  else if (kind === 'after') element.after(' ', made);
  else if (kind === 'append') element.append(made, 'end');
  else if (kind === 'prepend') element.prepend('start', made);
  else if (kind === 'unwrap') element.replaceWith(...element.childNodes);
  else if (kind === 'text') element.textContent = 'replaced';
  else if (!element.contains(other)) other.append(element);
}
