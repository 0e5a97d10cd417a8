import { describe, expect, it } from 'vitest';
import { readPost } from './read.ts';

const TEX = 'E=mc^2';
const MATHML = '<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>';
const ANNOTATED = `<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow>${MATHML}</mrow><annotation encoding="application/x-tex">${TEX}</annotation></semantics></math>`;

const WITH_TEX: readonly (readonly [tool: string, html: string])[] = [
  ['MathML with its TeX', ANNOTATED],
  [
    'KaTeX',
    `<span class="katex"><span class="katex-mathml">${ANNOTATED}</span><span class="katex-html" aria-hidden="true"><span class="base"><span class="mord">E</span>=mc2</span></span></span>`,
  ],
  [
    'MathJax 2, drawn',
    `<span class="MathJax_Preview">loading</span><span class="MathJax" id="MathJax-Element-1-Frame"><nobr>E=mc2</nobr></span><script type="math/tex" id="MathJax-Element-1">${TEX}</script>`,
  ],
  ['MathJax 2, not drawn yet', `<script type="math/tex">${TEX}</script>`],
  [
    'MathJax 4',
    `<mjx-container class="MathJax" jax="CHTML"><mjx-math data-latex="${TEX}">EMC</mjx-math><mjx-assistive-mml><math>${MATHML}</math></mjx-assistive-mml></mjx-container>`,
  ],
  [
    'MediaWiki',
    `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;"><math alttext="{\\displaystyle ${TEX}}">${MATHML}</math></span><img src="/svg/1" class="mwe-math-fallback-image-inline" aria-hidden="true" alt="{\\displaystyle ${TEX}}"></span>`,
  ],
  ['an image of WordPress', `<img src="https://s0.wp.com/latex.php?latex=E" alt="${TEX}" class="latex">`],
  [
    'an image of Hatena Blog',
    `<img src="https://chart.apis.google.com/chart?cht=tx&chl=E" class="tex" alt="${TEX}">`,
  ],
];

describe('formulas', () => {
  it.each(WITH_TEX)('are text once, as the TeX that they carry: %s', (_, formula) => {
    const { body, text, markdown } = readPost(`<p>Here ${formula} holds, as everybody knows by now.</p>`);
    const [shown, ...others] = body.querySelectorAll('[data-math]');
    expect(shown?.textContent).toBe(TEX);
    expect(others).toEqual([]);
    expect(text).toContain(`Here ${TEX} holds, as everybody`);
    expect(markdown).toContain(`Here $${TEX}$ holds, as everybody`);
  });

  it('are readable text where they carry no TeX', () => {
    const { text } = readPost(
      '<p>The roots are <math><mi>x</mi><mo>=</mo><mfrac><mrow><mo>−</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2</mn></msup><mo>−</mo><mn>4</mn><mi>a</mi><mi>c</mi></msqrt></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac></math>, which I had forgotten.</p>',
    );
    expect(text).toContain('x = (−b ± √(b^2 − 4ac))/(2a), which');
  });

  it('on a line of their own stay there', () => {
    const { body, markdown, text } = readPost(
      `<span class="katex-display"><span class="katex"><span class="katex-mathml">${ANNOTATED}</span><span class="katex-html" aria-hidden="true">E</span></span></span>`,
    );
    expect(body.querySelector('[data-math="block"]')?.textContent).toBe(TEX);
    expect(text).toContain(`\n\n${TEX}\n\n`);
    expect(markdown).toContain(`\n\n$$${TEX}$$\n\n`);
  });

  it('begin no HTML where the Markdown is pasted', () => {
    const { markdown } = readPost(
      '<p>So <script type="math/tex">a<b</script> follows from all that was said.</p>',
    );
    expect(markdown).toContain('$a\\lt b$');
  });

  it('leave other images alone', () => {
    const { body } = readPost('<p><img src="/latex-gloves.jpg" alt="Gloves"></p>');
    expect(body.querySelector('img')?.getAttribute('alt')).toBe('Gloves');
  });
});
