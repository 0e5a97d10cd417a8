import { describe, expect, it } from 'vitest';
import { readPost } from './read.ts';

const LINES = ['def turn(wood):', '    return wood * 2', '', 'turn("elm")'];
const CODE = LINES.join('\n');

const gutter = LINES.map((_, at) => at + 1).join('\n');

/** The same four lines as each tool writes them. */
const MARKUP: readonly (readonly [tool: string, html: string])[] = [
  ['plain markup', `<pre><code class="language-python">${CODE}</code></pre>`],
  ['line breaks as elements', `<pre>${LINES.join('<br>')}</pre>`],
  [
    'one div a line',
    `<pre><code>${LINES.map((line) => `<div class="line">${line || '<br>'}</div>`).join('')}</code></pre>`,
  ],
  [
    'Rouge with a table',
    `<div class="language-python highlighter-rouge"><div class="highlight"><pre class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">${gutter}\n</pre></td><td class="rouge-code"><pre><span class="k">${CODE}</span>\n</pre></td></tr></tbody></table></code></pre></div></div>`,
  ],
  [
    'Pygments with a table',
    `<div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>${gutter}</pre></div></td><td class="code"><div><pre><span></span>${CODE}\n</pre></div></td></tr></table></div>`,
  ],
  [
    'Pygments with numbers in the lines',
    `<div class="highlight"><pre>${LINES.map((line, at) => `<span class="linenos">${at + 1}</span>${line}`).join('\n')}</pre></div>`,
  ],
  [
    'Chroma with a table',
    `<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd"><pre class="chroma"><code>${LINES.map((_, at) => `<span class="lnt">${at + 1}\n</span>`).join('')}</code></pre></td><td class="lntd"><pre class="chroma"><code class="language-python" data-lang="python">${LINES.map((line) => `<span class="line"><span class="cl">${line}\n</span></span>`).join('')}</code></pre></td></tr></table></div></div>`,
  ],
  [
    'Hexo',
    `<figure class="highlight python"><table><tr><td class="gutter"><pre>${LINES.map((_, at) => `<span class="line">${at + 1}</span><br>`).join('')}</pre></td><td class="code"><pre>${LINES.map((line) => `<span class="line">${line}</span><br>`).join('')}</pre></td></tr></table></figure>`,
  ],
  [
    'highlightjs-line-numbers',
    `<pre><code class="hljs python"><table class="hljs-ln"><tbody>${LINES.map((line, at) => `<tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="${at + 1}"><div class="hljs-ln-n" data-line-number="${at + 1}"></div></td><td class="hljs-ln-line hljs-ln-code" data-line-number="${at + 1}">${line}</td></tr>`).join('')}</tbody></table></code></pre>`,
  ],
  [
    'SyntaxHighlighter',
    `<div class="syntaxhighlighter python"><div class="toolbar"><a href="#">?</a></div><table><tbody><tr><td class="gutter">${LINES.map((_, at) => `<div class="line number${at + 1}">${at + 1}</div>`).join('')}</td><td class="code"><div class="container">${LINES.map((line) => `<div class="line"><code class="python spaces">${/^ */u.exec(line)?.[0].replaceAll(' ', '&nbsp;')}</code><code class="python plain">${line.trim()}</code></div>`).join('')}</div></td></tr></tbody></table></div>`,
  ],
  [
    'Prism with line numbers and its toolbar',
    `<div class="code-toolbar"><pre class="line-numbers language-python"><code class="language-python">${CODE}<span aria-hidden="true" class="line-numbers-rows"><span></span><span></span><span></span><span></span></span></code></pre><div class="toolbar"><div class="toolbar-item"><button>Copy</button></div></div></div>`,
  ],
  [
    'a file of GitHub',
    `<table class="highlight tab-size js-file-line-container"><tbody>${LINES.map((line, at) => `<tr><td id="L${at + 1}" class="blob-num js-line-number" data-line-number="${at + 1}"></td><td id="LC${at + 1}" class="blob-code blob-code-inner js-file-line">${line}</td></tr>`).join('')}</tbody></table>`,
  ],
  [
    'prettify',
    `<pre class="prettyprint linenums"><ol class="linenums">${LINES.map((line, at) => `<li class="L${at}"><span class="pln">${line}</span></li>`).join('')}</ol></pre>`,
  ],
  [
    'Hatena Blog',
    `<pre class="code lang-python" data-lang="python" data-unlink><span class="synStatement">def</span> ${CODE.slice(4)}</pre>`,
  ],
  [
    'code without pre',
    `<code>${LINES.map((line) => line.replace(/ {4}/u, '&nbsp;&nbsp;&nbsp;&nbsp;')).join('<br>')}</code>`,
  ],
];

describe('code', () => {
  it.each(MARKUP)('keeps its lines and drops their numbers: %s', (_, html) => {
    const { body, text, markdown } = readPost(html);
    const blocks = body.querySelectorAll('pre');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.textContent?.trimEnd()).toBe(CODE);
    expect(text).toContain(`\n\n${CODE}\n\n`);
    expect(markdown).toMatch(new RegExp(`\`\`\`\\w*\n${CODE.replace(/[()*+]/gu, '\\$&')}\n\`\`\``, 'u'));
    expect(body.querySelector('table')).toBeNull();
  });

  it.each(MARKUP.filter(([, html]) => /data-lang|language-/u.test(html)))(
    'knows its language: %s',
    (_, html) => {
      expect(readPost(html).markdown).toContain('```python\n');
    },
  );

  it('drops copy buttons, and keeps the name of the file', () => {
    const { text, body } = readPost(
      `<div class="code-frame" data-lang="python"><div class="code-lang"><span class="bold">lathe.py</span></div><div class="highlight"><pre><code>${CODE}</code><button class="copy">Copy</button></pre></div></div>`,
    );
    expect(body.querySelector('pre')?.textContent).toBe(CODE);
    expect(text).toContain('lathe.py');
    expect(text).not.toContain('Copy');
  });

  it('leaves tables of data alone, whatever they are called', () => {
    const { body } = readPost(
      '<table class="highlight code"><tr><td>Elm</td><td>12 cm</td></tr><tr><td>Oak</td><td>9 cm</td></tr></table>',
    );
    expect(body.querySelectorAll('td')).toHaveLength(4);
  });

  it('keeps emphasis and links in code that is plain already', () => {
    const { body } = readPost('<pre>a <b>bold</b> <a href="/x">link</a>\n  b</pre>');
    expect(body.querySelector('pre')?.innerHTML).toContain('<b>bold</b>');
    expect(body.querySelector('pre a')?.getAttribute('href')).toBe('https://blog.example/x');
  });
});
