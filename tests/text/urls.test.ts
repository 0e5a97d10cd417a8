import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAbsoluteUrl } from '../../utils/text/urls.ts';

/** What the browser's own resolver says, with nothing known beforehand. */
function resolved(href: string, base?: string): string | null {
  const url = URL.parse(href.trim(), base);
  if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.password) return null;
  return url.href;
}

const part = fc.constantFrom(
  'a',
  'B',
  'example',
  'xn--',
  'com',
  '1',
  '0x7f',
  '.',
  '..',
  '%2e',
  '%E3',
  '-',
  '_',
  '~',
  "'",
  '"',
  '|',
  '\\',
  ' ',
  '\t',
  '?',
  '#',
  '&',
  '=',
  '/',
  '//',
  ':',
  '@',
  '8080',
  'é',
  '日',
  '[',
  ']',
  '^',
  '`',
  '{',
  '+',
  ',',
  ';',
);
const address = fc
  .tuple(fc.constantFrom('https://', 'http://', 'HTTPS://', '//', ''), fc.array(part, { maxLength: 12 }))
  .map(([scheme, parts]) => `${scheme}${parts.join('')}`);
const plausible = fc
  .tuple(
    fc.constantFrom('https://', 'http://'),
    fc.array(fc.constantFrom('a', 'blog', 'xn--p1ai', 'b-2', '9'), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('com', 'jp', '10', 'xn--p1ai', 'Org'),
    fc.array(part, { maxLength: 6 }),
  )
  .map(([scheme, hosts, ending, path]) => `${scheme}${hosts.join('.')}.${ending}/${path.join('')}`);

describe('toAbsoluteUrl', () => {
  it('gives what the browser makes of an address, and null for what is no web address', () => {
    fc.assert(
      fc.property(fc.oneof(address, plausible), (href) => {
        expect(toAbsoluteUrl(href)).toBe(href ? resolved(href) : null);
      }),
      { numRuns: 3_000 },
    );
  });

  it('puts before a path what the browser puts before it', () => {
    const base = fc.constantFrom(
      'https://blog.example/2024/post?p=1#top',
      'http://b.example:8080',
      'https://user:secret@b.example/',
      'file:///tmp/page.html',
      'about:blank',
      'none',
    );
    const path = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(path, base, (href, from) => {
        expect(toAbsoluteUrl(href, from)).toBe(resolved(href, from));
      }),
      { numRuns: 3_000 },
    );
  });
});
