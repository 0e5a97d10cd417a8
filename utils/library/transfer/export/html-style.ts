/** The style of an article in a file of its own: the reader's, without what a file on disk does not need. */
export const HTML_STYLE = `:root {
  color-scheme: light dark;
  --ground: light-dark(#fbf9f5, #191715);
  --ink: light-dark(#26221d, #dfdad2);
  --soft: light-dark(#5c574f, #b0aaa0);
  --line: light-dark(#e2ddd4, #3a3631);
  --sunken: light-dark(#f3efe8, #24211d);
  --accent: light-dark(#33409b, #9aa8f0);
}
body { background: var(--ground); color: var(--ink); font: 1.0625rem/1.7 system-ui, sans-serif; margin: 0; }
main { margin: 0 auto; max-width: 38rem; overflow-wrap: anywhere; padding: 2rem 1rem 4rem; }
:lang(ja), :lang(zh) { line-height: 1.9; line-break: strict; }
:lang(ja) :is(em, i, cite, dfn), :lang(zh) :is(em, i, cite, dfn) { font-style: normal; }
:lang(ja) em, :lang(zh) em { text-emphasis: filled dot; }
h1 { font-size: 1.75rem; line-height: 1.35; margin: 0 0 .5rem; }
h2, h3, h4, h5, h6 { font-size: 1.3rem; line-height: 1.35; margin: 2rem 0 0; }
h3, h4, h5, h6 { font-size: 1.0625rem; }
a { color: var(--accent); }
.facts, small, figcaption { color: var(--soft); font-size: .8125rem; margin: .25rem 0; }
.tags { display: flex; flex-wrap: wrap; gap: .5rem; font-size: .8125rem; list-style: none; padding: 0; }
.tags li { background: var(--sunken); border-radius: 1rem; padding: .1rem .7rem; }
.note { background: var(--sunken); border-radius: 6px; margin: 1rem 0; padding: .1rem 1rem; }
blockquote { border-inline-start: 2px solid var(--line); color: var(--soft); margin: 1rem 0; padding-inline-start: 1rem; }
img { height: auto; max-width: 100%; }
figure { margin: 1rem 0; }
pre { background: var(--sunken); border-radius: 6px; line-height: 1.5; overflow: auto; overflow-wrap: normal; padding: 1rem; }
code, kbd, samp, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .88em; }
pre code { font-size: inherit; }
.math-inline, .math-block { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .88em; }
table { border-collapse: collapse; display: block; font-size: .88em; overflow-x: auto; overflow-wrap: normal; }
th, td { border-block-end: 1px solid var(--line); padding: .4rem 1rem .4rem 0; text-align: start; vertical-align: top; }
rt { font-size: .5em; }
hr { border: 0; border-block-start: 1px solid var(--line); margin: 2rem 0; }
.comments { border-block-start: 1px solid var(--line); margin-block-start: 3rem; }
.comment { margin: 1.2rem 0; }
.comment p { margin: .4rem 0; }
${[1, 2, 3, 4, 5, 6].map((depth) => `.depth-${depth} { margin-inline-start: ${depth * 1.2}rem; }`).join('\n')}
@media print { body { background: none; } pre, table { overflow: visible; white-space: pre-wrap; } }
`;
