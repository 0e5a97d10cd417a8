import { parseHtml } from '../../page-copy/copy-page.ts';
import { isBlockElement } from '../../text/blocks.ts';
import { linearMath } from './mathml.ts';

/** Formulas as pages carry them: MathML, KaTeX, MathJax 2 and 3, MediaWiki, and TeX in scripts and images. */
export const MATH_SELECTOR =
  'math, .katex, mjx-container, .mwe-math-element, script[type^="math/"], ' +
  '.MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_SVG_Display, .MathJax_CHTML, .MathJax_Preview, .mjx-chtml';

/** What MathJax 2 draws beside the script that keeps the formula's source. */
const DRAWN_BY_SCRIPT = /(?:^|\s)(?:MathJax(?:_\w+)?|mjx-chtml)(?:\s|$)/u;
const DISPLAY =
  /(?:^|\s)(?:katex-display|MathJax_(?:SVG_)?Display|MJXc-display|mwe-math-element-block)(?:\s|$)/u;
const MATH_IMAGE_CLASS =
  /(?:^|\s)(?:latex|tex|mwe-math-fallback-image-\w+|math|ql-img-\w+-equation)(?:\s|$)/u;
const MATH_IMAGE_SOURCE =
  /latex\.php\?|latex\.codecogs\.com\/|chart\.(?:apis\.google|googleapis)\.com\/chart\?(?:.*&)?cht=tx|\/mathtex\.cgi\?/u;
const LONGEST = 20_000;

/** Makes a span of TeX, or of readable text, of a formula, whatever the page draws it with. */
export function tidyMath(element: Element): void {
  const outer = outermost(element);
  if (outer.nodeName === 'SCRIPT') replaceScript(outer);
  else if (DRAWN_BY_SCRIPT.test(outer.getAttribute('class') ?? '')) replaceDrawn(outer);
  else replace(outer, sourceOf(outer), isDisplay(outer));
}

/** An image of a formula becomes the formula that its `alt` says; false for any other image. */
export function tidyMathImage(image: Element): boolean {
  const source = image.getAttribute('src') ?? '';
  const isMath =
    MATH_IMAGE_CLASS.test(image.getAttribute('class') ?? '') || MATH_IMAGE_SOURCE.test(source.slice(0, 500));
  const tex = isMath && cleanTex(image.getAttribute('alt') ?? '');
  if (!tex) return false;
  replace(image, tex, false);
  return true;
}

/** The element that stands for the whole formula; renderers nest theirs. */
function outermost(element: Element): Element {
  const wrapper = element.closest('.katex-display, .mwe-math-element, mjx-container, .katex');
  return wrapper?.closest('.katex-display') ?? wrapper ?? element;
}

function isDisplay(element: Element): boolean {
  const math = element.nodeName.toLowerCase() === 'math' ? element : element.querySelector('math');
  return (
    DISPLAY.test(element.getAttribute('class') ?? '') ||
    element.getAttribute('display') === 'true' ||
    math?.getAttribute('display') === 'block' ||
    math?.getAttribute('mode') === 'display'
  );
}

/** TeX where the formula carries it, else its MathML on one line, else what it draws. */
function sourceOf(element: Element): string {
  const annotation = element.querySelector('annotation[encoding*="tex" i]');
  const math = element.nodeName.toLowerCase() === 'math' ? element : element.querySelector('math');
  const drawn = element.querySelector('[data-latex]') ?? element;
  return (
    cleanTex(annotation?.textContent ?? '') ||
    cleanTex(drawn.getAttribute('data-latex') ?? '') ||
    cleanTex(math?.getAttribute('alttext') ?? '') ||
    (math ? linearMath(math) : (element.textContent ?? '').replace(/\s+/gu, ' ').trim()) ||
    cleanTex(element.querySelector('img')?.getAttribute('alt') ?? '')
  );
}

/** Without the wrapper that MediaWiki adds, and without the signs that set a formula apart from its text. */
function cleanTex(tex: string): string {
  const plain = tex.slice(0, LONGEST).replace(/\s+/gu, ' ').trim();
  const bare = /^\$latex (.*)\$$/u.exec(plain)?.[1] ?? /^\$\$?([^$]*)\$\$?$/u.exec(plain)?.[1] ?? plain;
  return (/^\{\\(?:display|text)style (.*)\}$/u.exec(bare)?.[1] ?? bare).trim();
}

function replaceScript(script: Element): void {
  const type = script.getAttribute('type') ?? '';
  for (let before = script.previousElementSibling; before; before = script.previousElementSibling) {
    if (!DRAWN_BY_SCRIPT.test(before.getAttribute('class') ?? '')) break;
    before.remove();
  }
  const source = type.includes('mml')
    ? linearMath(parseHtml(script.textContent ?? '').body)
    : cleanTex(script.textContent ?? '');
  replace(script, source, type.includes('display'));
}

/** Drawn by MathJax 2: the script that follows keeps the source, and stands for both. */
function replaceDrawn(drawn: Element): void {
  for (let next = drawn.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.getAttribute('type')?.startsWith('math/')) {
      drawn.remove();
      return;
    }
    if (!DRAWN_BY_SCRIPT.test(next.getAttribute('class') ?? '')) break;
  }
  if (drawn.closest('.MathJax_Preview')) drawn.remove();
  else replace(drawn, sourceOf(drawn), isDisplay(drawn));
}

function replace(element: Element, source: string, display: boolean): void {
  if (!source) {
    element.remove();
    return;
  }
  const parent = element.parentElement;
  const standsAlone = display && parent !== null && isBlockElement(parent) && parent.nodeName !== 'P';
  const formula = element.ownerDocument.createElement(standsAlone ? 'p' : 'span');
  formula.setAttribute('data-math', display ? 'block' : 'inline');
  formula.textContent = source;
  if (display && !standsAlone) element.before(' ');
  element.replaceWith(formula);
  if (display && !standsAlone) formula.after(' ');
}
