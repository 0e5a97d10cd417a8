/** The style of a book. Reading programs have fonts, sizes, margins and colours of their own: they stay theirs. */
export const BOOK_STYLE = `html.vertical {
  -epub-writing-mode: vertical-rl;
  -webkit-writing-mode: vertical-rl;
  writing-mode: vertical-rl;
}
body { line-height: 1.6; margin: 0; overflow-wrap: break-word; }
html:lang(ja) body, html:lang(zh) body { line-break: strict; line-height: 1.8; }
html:lang(ja) em, html:lang(ja) i, html:lang(ja) cite, html:lang(ja) dfn,
html:lang(zh) em, html:lang(zh) i, html:lang(zh) cite, html:lang(zh) dfn { font-style: normal; }
html:lang(ja) em, html:lang(zh) em {
  -epub-text-emphasis: filled dot;
  -webkit-text-emphasis: filled dot;
  text-emphasis: filled dot;
}
.upright {
  -epub-text-combine: horizontal;
  -webkit-text-combine: horizontal;
  text-combine-upright: all;
}
header { margin-block-end: 2em; }
h1 { font-size: 1.5em; line-height: 1.35; margin: 0; }
h2, h3, h4, h5, h6 { font-size: 1.15em; line-height: 1.35; margin-block: 1.6em 0.6em; }
.facts { font-size: 0.8em; margin-block: 0.4em; text-indent: 0; }
.address { overflow-wrap: anywhere; word-break: break-all; }
.note { border-inline-start: 0.2em solid; margin-block: 1em; padding-inline-start: 1em; }
blockquote { margin-block: 1em; margin-inline: 1.5em 0; }
img { height: auto; max-block-size: 100%; max-inline-size: 100%; max-width: 100%; }
figure { margin: 1em 0; text-align: center; }
figcaption { font-size: 0.85em; }
pre, .pre { font-family: monospace; font-size: 0.85em; overflow-wrap: break-word; white-space: pre-wrap; }
code, kbd, samp, .math-inline, .math-block { font-family: monospace; font-size: 0.9em; }
pre code { font-size: 1em; }
table { border-collapse: collapse; font-size: 0.9em; margin-block: 1em; }
th, td { border-block-end: 1px solid; padding: 0.3em 0.8em 0.3em 0; text-align: start; vertical-align: top; }
.dt, dt, .summary { font-weight: bold; }
dd, .dd { margin-inline-start: 1.5em; }
rt { font-size: 0.5em; }
.comments { border-block-start: 1px solid; margin-block-start: 3em; }
.comment { margin-block: 1.2em; }
${[1, 2, 3, 4, 5, 6].map((depth) => `.depth-${depth} { margin-inline-start: ${depth}em; }`).join('\n')}
.cover { margin: 0; text-align: center; }
.cover img { max-height: 100%; max-width: 100%; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li { margin-block: 0.6em; }
`;
