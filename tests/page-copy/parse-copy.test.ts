// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseCopy } from '../../utils/page-copy/parse-copy.ts';

function bodyOf(html: string): HTMLElement {
  const parsed = parseCopy(html);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.body;
}

describe('a copy made without a DOM', () => {
  it.each([
    ['<p>one<p>two', '<p>one</p><p>two</p>'],
    ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['a &amp; b &lt; c &nbsp;d', 'a &amp; b &lt; c &nbsp;d'],
    ['<a href="?a=1&copy=2">x</a>', '<a href="?a=1&amp;copy=2">x</a>'],
    ['<img src="a.png"><br>', '<img src="a.png"><br>'],
    ['<html><head><title>t</title></head><body class="x"><p>text</p></body></html>', '<p>text</p>'],
    ['<p>a<script>b</script><style>c</style><svg><text>d</text></svg>e</p>', '<p>ae</p>'],
    ['</div></p>text</b>', '<p></p>text'],
    ['<div><b>never closed', '<div><b>never closed</b></div>'],
    ['<template><p>inside</p></template>after', 'after'],
  ])('%s', (html, copy) => {
    expect(bodyOf(html).innerHTML).toBe(copy);
  });

  it('gives formulas their own names', () => {
    const body = bodyOf('<p><math><mi>x</mi></math> <i>y</i></p>');
    expect([...body.querySelectorAll('*')].map(({ nodeName }) => nodeName)).toEqual(['P', 'math', 'mi', 'I']);
  });

  it('hides no member behind an attribute', () => {
    const body = bodyOf('<form id="x"><input name="firstChild"><input name="__proto__"></form><p>text</p>');
    expect(body.textContent).toBe('text');
  });

  it('refuses what is nested too deeply or has too many parts', () => {
    expect(parseCopy('<div>'.repeat(100_000))).toEqual({ ok: false, error: 'too-deep' });
    expect(parseCopy('<br>'.repeat(300_000))).toEqual({ ok: false, error: 'too-large' });
  });
});
