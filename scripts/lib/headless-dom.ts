import { JSDOM } from 'jsdom';
import type { Page } from '../../utils/extraction/types/source.ts';

const GLOBALS = [
  'window',
  'document',
  'DOMParser',
  'Node',
  'NodeFilter',
  'Element',
  'HTMLElement',
  'DocumentFragment',
] as const;

/**
 * Opens a page without a browser. jsdom, because the sanitiser protects only on a browser or on jsdom. The
 * page's scripts do not run and nothing is loaded. Makes jsdom's window the global one, so that what needs a
 * window finds it.
 *
 * @param bytes the document; its encoding is read from the type's charset, a byte order mark or its `<meta>`
 */
export function openHeadless(bytes: Uint8Array, contentType: string, url: string): Page {
  const mime = contentType.split(';', 1)[0]?.trim().toLowerCase() || 'text/html';
  const isText = mime.startsWith('text/') && mime !== 'text/html';
  const charset = /charset=([\w-]+)/iu.exec(contentType)?.[1];
  const dom = isText
    ? new JSDOM('<!doctype html><pre></pre>', { url })
    : new JSDOM(Buffer.from(bytes), {
        url,
        contentType: charset ? `text/html;charset=${charset}` : 'text/html',
      });
  const { window } = dom;
  const pre = window.document.querySelector('pre');
  if (isText && pre) pre.textContent = new TextDecoder(charset ?? 'utf-8').decode(bytes);
  for (const name of GLOBALS) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  return { document: window.document, url, contentType: isText ? 'text/plain' : 'text/html' };
}
