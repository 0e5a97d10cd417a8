/** One service whose posts and players are set into pages as frames, and the address of what a frame shows. */
interface Provider {
  readonly name: string;
  /** Matches a frame's address without its protocol and `www.`. */
  readonly frame: RegExp;
  /** Address of the post itself: groups of `frame`, or a parameter of the frame's address that holds it. */
  readonly post: string | { readonly parameter: string };
}

/** From the embed codes that the services give out. */
const PROVIDERS: readonly Provider[] = [
  {
    name: 'YouTube',
    frame: /^(?:m\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:[^#]*&)?list=([\w-]+)/u,
    post: 'https://www.youtube.com/playlist?list=$1',
  },
  {
    name: 'YouTube',
    frame: /^(?:m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/([\w-]{6,20})/u,
    post: 'https://www.youtube.com/watch?v=$1',
  },
  {
    name: 'Vimeo',
    frame: /^player\.vimeo\.com\/video\/(\d+)/u,
    post: 'https://vimeo.com/$1',
  },
  {
    name: 'niconico',
    frame:
      /^(?:(?:embed|ext)\.nicovideo\.jp\/(?:watch|thumb|thumb_watch)|nicovideo\.jp\/watch)\/([a-z]{0,2}\d+)/u,
    post: 'https://www.nicovideo.jp/watch/$1',
  },
  {
    name: 'Spotify',
    frame: /^open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/u,
    post: 'https://open.spotify.com/$1',
  },
  { name: 'SoundCloud', frame: /^w\.soundcloud\.com\/player\b/u, post: { parameter: 'url' } },
  {
    name: 'Apple Music',
    frame: /^embed\.music\.apple\.com\/([^?#]+)/u,
    post: 'https://music.apple.com/$1',
  },
  {
    name: 'Apple Podcasts',
    frame: /^embed\.podcasts\.apple\.com\/([^?#]+)/u,
    post: 'https://podcasts.apple.com/$1',
  },
  {
    name: 'CodePen',
    frame: /^codepen\.io\/([\w-]+)\/embed\/(?:preview\/)?(\w+)/u,
    post: 'https://codepen.io/$1/pen/$2',
  },
  {
    name: 'CodeSandbox',
    frame: /^codesandbox\.io\/embed\/([\w-]+)/u,
    post: 'https://codesandbox.io/s/$1',
  },
  { name: 'JSFiddle', frame: /^jsfiddle\.net\/([\w/-]+?)\/embedded/u, post: 'https://jsfiddle.net/$1/' },
  { name: 'StackBlitz', frame: /^stackblitz\.com\/edit\/([\w-]+)/u, post: 'https://stackblitz.com/edit/$1' },
  { name: 'Gist', frame: /^gist\.github\.com\/([\w-]+\/\w+)/u, post: 'https://gist.github.com/$1' },
  {
    name: 'X',
    frame: /^platform\.(?:twitter|x)\.com\/embed\/Tweet\.html\?(?:[^#]*&)?id=(\d+)/u,
    post: 'https://x.com/i/status/$1',
  },
  {
    name: 'Instagram',
    frame: /^instagram\.com\/((?:p|reel|tv)\/[\w-]+)/u,
    post: 'https://www.instagram.com/$1/',
  },
  { name: 'Facebook', frame: /^facebook\.com\/plugins\/(?:post|video)\.php/u, post: { parameter: 'href' } },
  { name: 'TikTok', frame: /^tiktok\.com\/embed\/(?:v\d\/)?(\d+)/u, post: 'https://www.tiktok.com/embed/$1' },
  {
    name: 'Bluesky',
    frame: /^embed\.bsky\.app\/embed\/(did:[\w:.%-]+)\/app\.bsky\.feed\.post\/(\w+)/u,
    post: 'https://bsky.app/profile/$1/post/$2',
  },
  { name: 'Mastodon', frame: /^([\w.-]+\/@[\w.@-]+\/\d+)\/embed/u, post: 'https://$1' },
  {
    name: 'Reddit',
    frame: /^(?:embed\.reddit|redditmedia)\.com\/(r\/[^?#]+)/u,
    post: 'https://www.reddit.com/$1',
  },
  {
    name: 'Dailymotion',
    frame: /^(?:geo\.)?dailymotion\.com\/embed\/video\/(\w+)/u,
    post: 'https://www.dailymotion.com/video/$1',
  },
  {
    name: 'Twitch',
    frame: /^player\.twitch\.tv\/\?(?:[^#]*&)?video=v?(\d+)/u,
    post: 'https://www.twitch.tv/videos/$1',
  },
  { name: 'TED', frame: /^embed\.ted\.com\/(talks\/[^?#]+)/u, post: 'https://www.ted.com/$1' },
  {
    name: 'bilibili',
    frame: /^player\.bilibili\.com\/player\.html\?(?:[^#]*&)?bvid=(\w+)/u,
    post: 'https://www.bilibili.com/video/$1/',
  },
  {
    name: 'Wistia',
    frame: /^fast\.wistia\.(?:net|com)\/embed\/iframe\/(\w+)/u,
    post: 'https://fast.wistia.net/embed/iframe/$1',
  },
  { name: 'Bandcamp', frame: /^(bandcamp\.com\/EmbeddedPlayer\/[^?#]+)/u, post: 'https://$1' },
  { name: 'SlideShare', frame: /^(slideshare\.net\/slideshow\/embed_code\/[^?#]+)/u, post: 'https://www.$1' },
  { name: 'Speaker Deck', frame: /^(speakerdeck\.com\/player\/\w+)/u, post: 'https://$1' },
  { name: 'Docswell', frame: /^docswell\.com\/slide\/(\w+)\/embed/u, post: 'https://www.docswell.com/s/$1' },
  { name: 'Google Maps', frame: /^((?:maps\.)?google\.[a-z.]+\/maps[^#]*)/u, post: 'https://www.$1' },
  {
    name: 'Google Docs',
    frame: /^(docs\.google\.com\/(?:document|presentation|spreadsheets)\/[^#]+)/u,
    post: 'https://$1',
  },
  { name: 'GIPHY', frame: /^giphy\.com\/embed\/(\w+)/u, post: 'https://giphy.com/gifs/$1' },
  {
    name: 'Internet Archive',
    frame: /^archive\.org\/embed\/([^?#/]+)/u,
    post: 'https://archive.org/details/$1',
  },
  { name: 'note', frame: /^note\.com\/embed\/notes\/(\w+)/u, post: 'https://note.com/embed/notes/$1' },
  { name: '', frame: /^hatenablog-parts\.com\/embed\b/u, post: { parameter: 'url' } },
  {
    name: '',
    frame: /^(?:[\w.-]+\.)?(?:embedly|iframe\.ly)\.com\/(?:widgets\/media\.html|api\/iframe)\b/u,
    post: { parameter: 'url' },
  },
];

/** What a frame shows: the service's name (empty where it only frames another site's page) and the address. */
export interface EmbeddedPost {
  readonly provider: string;
  readonly address: string;
}

/** The post or player that an address embeds; null for advertisements, counters, forms and anything unknown. */
export function embeddedPost(frame: string): EmbeddedPost | null {
  const bare = frame.slice(0, 2_000).replace(/^https?:\/\/(?:www\.)?/u, '');
  for (const { name, frame: pattern, post } of PROVIDERS) {
    const match = pattern.exec(bare);
    if (!match) continue;
    if (typeof post === 'string') {
      return { provider: name, address: post.replace(/\$(\d)/gu, (_, group) => match[Number(group)] ?? '') };
    }
    const address = URL.parse(frame)?.searchParams.get(post.parameter);
    if (address) return { provider: name, address };
  }
  return null;
}
