import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { LinkRequest } from '../../utils/library/types.ts';
import { findLinkText, saveLink } from '../../utils/reading/save-link.ts';
import { err } from '../../utils/result.ts';

const POST = 'https://blog.example/post';

function page(html: string): void {
  document.body.innerHTML = html;
}

describe('the words of a link', () => {
  it.each([
    ['its text, on one line', `<a href="${POST}">  The <b>last</b>\n ferry </a>`, 'The last\n ferry'],
    ['what stands for its image', `<a href="${POST}"><img alt="A ferry"></a>`, 'A ferry'],
    ['its label', `<a href="${POST}" aria-label="More about it"><svg></svg></a>`, 'More about it'],
    ['those of the first that says something', `<a href="${POST}"></a><a href="${POST}">Two</a>`, 'Two'],
    ['of no other link', `<a href="https://blog.example/else">Else</a>`, ''],
    ['those of an area', `<map><area href="${POST}" aria-label="Here"></map>`, 'Here'],
  ])('are %s', (_, html, words) => {
    page(html);
    expect(findLinkText(POST)).toBe(words);
  });

  it('are those of the link that was clicked, where two lead to the same page', () => {
    page(`<a href="${POST}">Picture</a><a href="${POST}" id="clicked">Title</a>`);
    document.querySelector<HTMLElement>('#clicked')?.focus();
    expect(findLinkText(POST)).toBe('Title');
  });

  it('are never many', () => {
    page(`<a href="${POST}">${'long '.repeat(9_000)}</a>`);
    expect(findLinkText(POST).length).toBeLessThanOrEqual(1_000);
  });
});

describe('keeping a link', () => {
  afterEach(() => vi.restoreAllMocks());
  const tab = { id: 3, incognito: false };
  const kept = vi.fn(async (_: LinkRequest) => err({ kind: 'failed' as const, details: '' }));
  const inPage = (result: () => unknown) =>
    vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async () => result() as never);

  it('takes the words that the browser tells', async () => {
    const asked = inPage(() => []);
    await saveLink({ linkUrl: POST, linkText: ' The \n post ' }, tab, kept);
    expect(kept).toHaveBeenLastCalledWith({ url: POST, title: 'The post', incognito: false });
    expect(asked).not.toHaveBeenCalled();
  });

  it('looks them up in the frame of the click where the browser tells none', async () => {
    const asked = inPage(() => [{ result: 'From the page' }]);
    await saveLink({ linkUrl: POST, frameId: 9 }, tab, kept);
    expect(kept).toHaveBeenLastCalledWith({ url: POST, title: 'From the page', incognito: false });
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 3, frameIds: [9] } });
  });

  it.each([
    ['a page that is closed to us', () => Promise.reject(new Error('Cannot access contents'))],
    ['a page that answers with something else', () => [{ result: { toString: 'x' } }]],
  ])('keeps it without words from %s', async (_, result) => {
    inPage(result);
    await saveLink({ linkUrl: POST }, tab, kept);
    expect(kept).toHaveBeenLastCalledWith({ url: POST, title: '', incognito: false });
  });

  it('passes on that the window is private', async () => {
    inPage(() => []);
    await saveLink({ linkUrl: POST }, { id: 3, incognito: true }, kept);
    expect(kept).toHaveBeenLastCalledWith(expect.objectContaining({ incognito: true }));
  });
});
