import { excerpt } from '../../text/normalise.ts';
import { toAbsoluteUrl } from '../../text/urls.ts';
import { type EmbeddedPost, embeddedPost } from './embed-providers.ts';

/** Elements that set something from elsewhere into a page. */
export const EMBED_SELECTOR =
  'iframe, object, embed, video, audio, blockquote.instagram-media, blockquote.wp-embedded-content, ' +
  'lite-youtube, lite-vimeo, amp-youtube, amp-vimeo, amp-iframe, amp-video, amp-audio, amp-twitter, ' +
  'amp-instagram, script[src*="gist.github.com/"], script[src*="embed.nicovideo.jp/"], script[src*="ext.nicovideo.jp/"]';

const MARK = 'data-embed';
const LONGEST_LABEL = 120;
/** Words of the titles that players give themselves. */
const PLAYER_WORDS = new Set(
  (
    'youtube vimeo spotify soundcloud twitter x instagram facebook tiktok dailymotion niconico codepen bandcamp google ' +
    'maps map embed embedded embedding video audio media content post tweet player iframe frame widget external the a by'
  ).split(' '),
);
/** Wrappers that hold nothing but an embedded post, no further up than this. */
const MOST_WRAPPERS = 3;
const SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-cmp-src', 'data-iframe-src'];

/**
 * Puts a placeholder in the place of an embedded post or player: an image without a source, so that the search
 * for the article treats it as it treats a picture. `linkEmbeds` makes it a link. What embeds nothing known is
 * left as it is. Works on the private copy.
 */
export function holdEmbed(element: Element, baseUrl: string): void {
  const post = postOf(element, baseUrl);
  if (!post) {
    if (isMedia(element)) element.replaceWith(...element.querySelectorAll('img'));
    return;
  }
  const placeholder = element.ownerDocument.createElement('img');
  placeholder.setAttribute(MARK, post.address);
  // Readability throws images away that have none of the attributes of a source.
  placeholder.setAttribute('data-srcset', '');
  placeholder.setAttribute('alt', labelOf(element, post));
  const told = element.previousElementSibling;
  if (told?.matches('blockquote.wp-embedded-content') && element.nodeName === 'IFRAME') told.remove();
  element.replaceWith(placeholder);
  dropNames(placeholder);
}

function isMedia(element: Element): boolean {
  return /^(?:OBJECT|VIDEO|AUDIO)$/u.test(element.nodeName);
}

/** What is called `tweet` or `social` is cut as a bar of buttons, unless it is the post itself. */
function dropNames(placeholder: Element): void {
  let wrapper = placeholder.parentElement;
  for (let level = 0; wrapper && level < MOST_WRAPPERS; level += 1) {
    if (wrapper.childElementCount !== 1 || wrapper.textContent?.trim()) return;
    if (wrapper.nodeName === 'DIV' || wrapper.nodeName === 'FIGURE') wrapper.removeAttribute('class');
    wrapper = wrapper.parentElement;
  }
}

/** Makes links of the placeholders of embedded posts, each on a line of its own. */
export function linkEmbeds(root: Element): void {
  for (const placeholder of root.querySelectorAll(`img[${MARK}]`)) {
    const link = root.ownerDocument.createElement('a');
    link.setAttribute('href', placeholder.getAttribute(MARK) ?? '');
    link.textContent = placeholder.getAttribute('alt') ?? '';
    const parent = placeholder.parentElement;
    if (parent && /^(?:DIV|SECTION|ARTICLE|MAIN|BODY|FIGURE|CENTER)$/u.test(parent.nodeName)) {
      const line = root.ownerDocument.createElement('p');
      line.append(link);
      placeholder.replaceWith(line);
    } else {
      placeholder.replaceWith(link);
    }
  }
}

function postOf(element: Element, baseUrl: string): EmbeddedPost | null {
  const name = element.nodeName.toLowerCase();
  if (name.startsWith('lite-') || name.startsWith('amp-')) return customPost(element, name, baseUrl);
  if (name === 'video' || name === 'audio') return mediaFile(element, baseUrl);
  if (name === 'blockquote') return quotedPost(element, baseUrl);
  if (name === 'object') return objectPost(element, baseUrl);
  if (element.matches('iframe.wp-embedded-content')) return framedPage(element, baseUrl);
  return firstPost(
    SOURCES.map((source) => element.getAttribute(source)),
    baseUrl,
  );
}

function firstPost(addresses: readonly (string | null | undefined)[], baseUrl: string): EmbeddedPost | null {
  for (const address of addresses) {
    const url = toAbsoluteUrl(address, baseUrl);
    const post = url && embeddedPost(url);
    const target = post && toAbsoluteUrl(post.address, baseUrl);
    if (post && target) return { ...post, address: target };
  }
  return null;
}

function objectPost(element: Element, baseUrl: string): EmbeddedPost | null {
  const parameter = element.querySelector('param[name="movie" i], param[name="src" i]');
  const inner = element.querySelector('embed');
  return firstPost(
    [element.getAttribute('data'), parameter?.getAttribute('value'), inner?.getAttribute('src')],
    baseUrl,
  );
}

/** The elements of AMP pages and of players that load only when they are asked to. */
function customPost(element: Element, name: string, baseUrl: string): EmbeddedPost | null {
  const id = (attribute: string) => encodeURIComponent(element.getAttribute(attribute) ?? '');
  const video = id('videoid') || id('data-videoid');
  if (name.endsWith('-youtube'))
    return video ? { provider: 'YouTube', address: `https://www.youtube.com/watch?v=${video}` } : null;
  if (name.endsWith('-vimeo'))
    return video ? { provider: 'Vimeo', address: `https://vimeo.com/${video}` } : null;
  if (name === 'amp-twitter' && id('data-tweetid'))
    return { provider: 'X', address: `https://x.com/i/status/${id('data-tweetid')}` };
  if (name === 'amp-instagram' && id('data-shortcode'))
    return { provider: 'Instagram', address: `https://www.instagram.com/p/${id('data-shortcode')}/` };
  if (name === 'amp-iframe') return firstPost([element.getAttribute('src')], baseUrl);
  return mediaFile(element, baseUrl);
}

/** A video or sound of the page's own; its link leads to the file. */
function mediaFile(element: Element, baseUrl: string): EmbeddedPost | null {
  const inner = [...element.querySelectorAll('source')].map((source) => source.getAttribute('src'));
  for (const source of [element.getAttribute('src'), element.getAttribute('data-src'), ...inner]) {
    const address = toAbsoluteUrl(source, baseUrl);
    if (address) return { provider: '', address };
  }
  return null;
}

/** A quotation that a script would make a frame of, and that says nothing of the post itself. */
function quotedPost(element: Element, baseUrl: string): EmbeddedPost | null {
  // With the post's own words it is a quotation; without, it has but one paragraph that names the author.
  if (!element.matches('.instagram-media') || element.querySelectorAll('p').length > 1) return null;
  const link =
    element.getAttribute('data-instgrm-permalink') ?? element.querySelector('a')?.getAttribute('href');
  return firstPost([link], baseUrl);
}

/** Another blog's post, framed by WordPress. */
function framedPage(element: Element, baseUrl: string): EmbeddedPost | null {
  const frame = toAbsoluteUrl(element.getAttribute('src') ?? element.getAttribute('data-src'), baseUrl);
  if (!frame) return null;
  const url = new URL(frame);
  url.hash = '';
  url.searchParams.delete('embed');
  return { provider: '', address: url.href.replace(/\/embed\/?$/u, '/') };
}

/** "Service: title", the file's name, or the address where nothing better is said. */
function labelOf(element: Element, { provider, address }: EmbeddedPost): string {
  const own = titleOf(element);
  const title = isPlayersOwn(own) ? readableAddress(element, address) : own;
  return excerpt(provider ? `${provider}: ${title}` : title, LONGEST_LABEL);
}

function isPlayersOwn(title: string): boolean {
  const words =
    title
      .slice(0, LONGEST_LABEL)
      .toLowerCase()
      .match(/[^\s:|,-]+/gu) ?? [];
  return words.every((word) => PLAYER_WORDS.has(word));
}

function titleOf(element: Element): string {
  const own = ['title', 'aria-label', 'playlabel'].map((name) => element.getAttribute(name)?.trim());
  const quoted = element.nodeName === 'BLOCKQUOTE' ? element.querySelector('p')?.textContent : '';
  return [...own, quoted?.trim()].find(Boolean) ?? '';
}

function readableAddress(element: Element, address: string): string {
  if (/^(?:VIDEO|AUDIO|AMP-VIDEO|AMP-AUDIO)$/u.test(element.nodeName)) {
    const file = URL.parse(address)?.pathname.split('/').pop() ?? '';
    return decodeSafely(file) || address;
  }
  return decodeSafely(address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, ''));
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
