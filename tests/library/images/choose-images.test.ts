import { describe, expect, test } from 'vitest';
import { sanitiseHtml } from '../../../utils/extraction/sanitise.ts';
import { imagesOf, patternsOf } from '../../../utils/library/images/choose-images.ts';
import { isPrivateHost } from '../../../utils/library/images/private-address.ts';
import { isTracker } from '../../../utils/library/images/trackers.ts';

const HERE = 'https://blog.example/post';

function article(html: string, ...comments: readonly string[]) {
  return {
    html: sanitiseHtml(html, HERE),
    thread: { comments: comments.map((comment) => ({ html: sanitiseHtml(comment, HERE) })) },
  };
}

describe('the images of an article', () => {
  test('are those that it shows, each once, the comments after it', () => {
    const chosen = imagesOf(
      article(
        '<p><img src="/a.png" alt="a > b, &quot;c&quot; data-src=&quot;/x.png&quot;"></p><img src="b.jpg?x=1&y=2"><img src="/a.png">',
        '<img src="https://cdn.example/c.gif"><img src="/a.png">',
      ),
    );
    expect(chosen).toEqual([
      'https://blog.example/a.png',
      'https://blog.example/b.jpg?x=1&y=2',
      'https://cdn.example/c.gif',
    ]);
  });

  test('an address is the same as the one that the screen looks for', () => {
    const html = sanitiseHtml('<img src="/日本語 file&amp;&quot;&lt;.png" alt="x">', HERE);
    const holder = document.createElement('div');
    holder.innerHTML = html;
    expect(imagesOf({ html, thread: { comments: [] } })).toEqual([
      holder.querySelector('img')?.getAttribute('data-src'),
    ]);
  });

  test.each([
    ['one that lies in the article', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
    ['a pixel', '<img src="/count.gif" width="1" height="1">'],
    ['one that counts readers', '<img src="https://www15.a8.net/0.gif?a8mat=1" alt="">'],
    ['text about images', '<p>&lt;img data-src="https://blog.example/a.png"&gt;</p>'],
    ['what is no web address', '<img src="javascript:alert(1)"><img src="file:///etc/passwd">'],
  ])('%s is none of them', (_, html) => {
    expect(imagesOf(article(html))).toEqual([]);
  });

  test('stored HTML that was not written by us gives nothing but web addresses', () => {
    const html =
      '<img data-src="javascript:1"><img data-src=\'https://a.example/\'><img data-src="//x"><img ="">';
    expect(imagesOf({ html, thread: { comments: [] } })).toEqual([]);
  });

  test('are asked for by their hosts', () => {
    const chosen = imagesOf(
      article('<img src="http://a.example:8080/1.png"><img src="http://a.example/2.png">'),
    );
    expect(patternsOf(chosen)).toEqual(['http://a.example/*']);
  });
});

test.each([
  ['https://stats.wordpress.com/g.gif?x', true],
  ['https://www.facebook.com/tr?id=1', true],
  ['https://www.facebook.com/photo.jpg', false],
  ['https://nota8.net/0.gif', false],
  ['https://blog.example/pixel.wp.com/a.png', false],
])('%s counts readers: %o', (address, expected) => {
  expect(isTracker(address)).toBe(expected);
});

test.each([
  ['localhost', true],
  ['printer', true],
  ['nas.local', true],
  ['router.home.arpa', true],
  ['127.0.0.1', true],
  [new URL('http://0x7f.1/').hostname, true],
  ['10.1.2.3', true],
  ['192.168.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['[::1]', true],
  ['[fd00::1]', true],
  ['[::ffff:192.168.0.1]', true],
  ['localhost.', true],
  ['93.184.216.34', false],
  ['[2606:4700::1111]', false],
  ['blog.example', false],
  ['local.example', false],
])('%s is of the own network: %o', (host, expected) => {
  expect(isPrivateHost(host)).toBe(expected);
});
