import { describe, expect, it } from 'vitest';
import { memberOf, removeClobberingNames } from '../../utils/extraction/clobbering.ts';

function pageWith(body: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><body>${body}`, 'text/html');
}

describe('names that hide members of the DOM', () => {
  it('hide them from a plain look, not from memberOf', () => {
    const page = pageWith('<form name="querySelector"><p>text</p></form>');
    expect(typeof page.querySelector).not.toBe('function');
    expect(memberOf(page, 'querySelector')('p')?.textContent).toBe('text');
  });

  it.each(['querySelector', 'cloneNode', 'createTreeWalker'])('go from a copy: document.%s', (name) => {
    const page = pageWith(`<img name="${name}"><form name="${name}"></form>`);
    removeClobberingNames(page);
    expect(page[name as keyof Document]).toBe(Document.prototype[name as keyof Document]);
  });

  it.each(['parentNode', 'nodeName', 'removeAttribute', 'hasAttribute'])(
    'go from a copy: form.%s',
    (name) => {
      const page = pageWith(`<form><input name="${name}"><button id="${name}"></button></form>`);
      removeClobberingNames(page);
      const form = page.querySelector('form');
      expect(form?.[name as keyof HTMLFormElement]).not.toBeInstanceOf(HTMLInputElement);
    },
  );

  it('stay where they hide nothing', () => {
    const page = pageWith('<form id="commentform"><input name="comment[body]" id="author"></form>');
    const before = page.body.innerHTML;
    removeClobberingNames(page);
    expect(page.body.innerHTML).toBe(before);
  });
});
