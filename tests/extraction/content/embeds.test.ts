import { describe, expect, it } from 'vitest';
import { readPost } from './read.ts';

const EMBEDS: readonly (readonly [html: string, label: string, address: string])[] = [
  [
    '<div class="video-container"><iframe src="https://www.youtube.com/embed/abcDEF12345?rel=0" title="Turning a bowl" allowfullscreen></iframe></div>',
    'YouTube: Turning a bowl',
    'https://www.youtube.com/watch?v=abcDEF12345',
  ],
  [
    '<iframe data-src="//www.youtube-nocookie.com/embed/abcDEF12345" title="YouTube video player"></iframe>',
    'YouTube: youtube.com/watch?v=abcDEF12345',
    'https://www.youtube.com/watch?v=abcDEF12345',
  ],
  [
    '<object width="425"><param name="movie" value="http://www.youtube.com/v/abcDEF12345&hl=en"><embed src="http://www.youtube.com/v/abcDEF12345"></object>',
    'YouTube: youtube.com/watch?v=abcDEF12345',
    'https://www.youtube.com/watch?v=abcDEF12345',
  ],
  [
    '<lite-youtube videoid="abcDEF12345" playlabel="A gouge"></lite-youtube>',
    'YouTube: A gouge',
    'https://www.youtube.com/watch?v=abcDEF12345',
  ],
  [
    '<iframe src="https://player.vimeo.com/video/1234567?h=1"></iframe>',
    'Vimeo: vimeo.com/1234567',
    'https://vimeo.com/1234567',
  ],
  [
    '<script src="https://embed.nicovideo.jp/watch/sm9/script"></script>',
    'niconico: nicovideo.jp/watch/sm9',
    'https://www.nicovideo.jp/watch/sm9',
  ],
  [
    '<iframe src="https://open.spotify.com/embed/track/77abc" title="Spotify Embed: Sawdust"></iframe>',
    'Spotify: Spotify Embed: Sawdust',
    'https://open.spotify.com/track/77abc',
  ],
  [
    '<iframe src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12&color=f50"></iframe>',
    'SoundCloud: api.soundcloud.com/tracks/12',
    'https://api.soundcloud.com/tracks/12',
  ],
  [
    '<iframe src="https://codepen.io/mara/embed/xYz?default-tab=result" title="Gears"></iframe>',
    'CodePen: Gears',
    'https://codepen.io/mara/pen/xYz',
  ],
  [
    '<script src="https://gist.github.com/mara/0a1b2c.js"></script>',
    'Gist: gist.github.com/mara/0a1b2c',
    'https://gist.github.com/mara/0a1b2c',
  ],
  [
    '<div class="twitter-tweet twitter-tweet-rendered"><iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=false&id=1790&lang=en" title="X Post"></iframe></div>',
    'X: x.com/i/status/1790',
    'https://x.com/i/status/1790',
  ],
  [
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cx1/?utm_source=ig_embed"><div><a href="https://www.instagram.com/p/Cx1/">View this post on Instagram</a><p><a href="#">A post shared by Mara (@mara)</a></p></div></blockquote>',
    'Instagram: A post shared by Mara (@mara)',
    'https://www.instagram.com/p/Cx1/',
  ],
  [
    '<iframe class="embed-card embed-blogcard" src="https://hatenablog-parts.com/embed?url=https%3A%2F%2Fwood.example%2Felm" title="ニレの木 - 木工日記"></iframe>',
    'ニレの木 - 木工日記',
    'https://wood.example/elm',
  ],
  [
    '<iframe src="https://note.com/embed/notes/n12ab"></iframe>',
    'note: note.com/embed/notes/n12ab',
    'https://note.com/embed/notes/n12ab',
  ],
  [
    '<blockquote class="wp-embedded-content"><a href="https://wood.example/elm/">Elm</a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" src="https://wood.example/elm/embed/#?secret=x" title="“Elm” — Wood"></iframe>',
    '“Elm” — Wood',
    'https://wood.example/elm/',
  ],
  [
    '<video controls poster="p.jpg"><source src="/media/the%20lathe.mp4" type="video/mp4">No video.</video>',
    'the lathe.mp4',
    'https://blog.example/media/the%20lathe.mp4',
  ],
  ['<audio src="/a/hum.mp3" title="The hum"></audio>', 'The hum', 'https://blog.example/a/hum.mp3'],
  [
    '<amp-youtube data-videoid="abcDEF12345" layout="responsive"></amp-youtube>',
    'YouTube: youtube.com/watch?v=abcDEF12345',
    'https://www.youtube.com/watch?v=abcDEF12345',
  ],
];

describe('embedded posts', () => {
  it.each(EMBEDS)('become links in their place: %s', (html, label, address) => {
    const { body, text, markdown } = readPost(html);
    const links = [...body.querySelectorAll('a')].filter((link) => link.getAttribute('href') === address);
    expect(links.map((link) => link.textContent)).toEqual([label]);
    const shown = body.textContent ?? '';
    expect(shown.indexOf('the workshop')).toBeLessThan(shown.indexOf(label));
    expect(shown.indexOf(label)).toBeLessThan(shown.indexOf('knee-deep'));
    expect(text).not.toContain(label);
    expect(markdown).toContain(`](${address})`);
    expect(body.querySelector('iframe, object, embed, video, audio, script')).toBeNull();
    expect(text).not.toContain('View this post');
  });

  it.each([
    '<iframe src="https://ads.example/banner?size=300" title="Advertisement"></iframe>',
    '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe></noscript>',
    '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fblog.example"></iframe>',
    '<iframe src="javascript:alert(1)" title="YouTube"></iframe>',
    '<iframe src="https://w.soundcloud.com/player/?url=javascript:alert(1)"></iframe>',
    '<video src="blob:https://blog.example/1"></video>',
    '<img data-embed="https://evil.example/" alt="Win a prize">',
  ])('are only what a writer embeds: %s', (html) => {
    const { body } = readPost(html);
    expect(body.querySelectorAll('a')).toHaveLength(0);
    expect(body.querySelector('iframe, video')).toBeNull();
  });

  it('keep a quoted post as the quotation that it is', () => {
    const { body, text } = readPost(
      '<blockquote class="twitter-tweet"><p lang="en">The bowl is done, and it even holds water.</p>— Mara (@mara) <a href="https://twitter.com/mara/status/1">May 4, 2023</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
    );
    expect(body.querySelector('blockquote')?.textContent).toContain('it even holds water');
    expect(text).toContain('it even holds water');
    expect(body.querySelector('blockquote a')?.getAttribute('href')).toBe(
      'https://twitter.com/mara/status/1',
    );
  });
});
