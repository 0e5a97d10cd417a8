import type { AbsoluteUrl } from '../extraction/types/source.ts';

/** A path, a query and a fragment of nothing that resolving would escape or take out. */
const PLAIN_PATH = String.raw`(?:\/(?!\.|%2[eE])[\w.~!$&()*+,;=:@%-]*)+(?:\?[\w.~!$&()*+,;=:@%/?-]*)?(?:#[\w.~!$&()*+,;=:@%/?-]*)?$`;
/**
 * Addresses that resolving leaves as they are: a plain host that ends in letters, and a plain path. Most links are
 * such; to know them is ten times faster than to resolve them.
 */
const PLAIN_ADDRESS = new RegExp(
  String.raw`^https?:\/\/(?!xn--|[^/]*\.xn--)(?:[a-z\d-]+\.)+[a-z]{2,}${PLAIN_PATH}`,
  'u',
);
/** Most other links: what resolving puts the origin of the page before. */
const PLAIN_FROM_ROOT = new RegExp(String.raw`^(?!\/\/)${PLAIN_PATH}`, 'u');

/**
 * Resolves an address. Returns null for anything but http(s), for malformed input and for addresses that
 * carry a user name or password, which could be mistaken for a host.
 */
export function toAbsoluteUrl(href: string | null | undefined, base?: string): AbsoluteUrl | null {
  // Images in addresses are long, and many.
  if (!href || href.startsWith('data:')) return null;
  return plainUrl(href, base) ?? hrefOf(webAddress(URL.parse(href.trim(), base)));
}

/** Resolves an address as browsers do, whatever its scheme; null for malformed input. */
export function resolve(href: string, base: string): string | null {
  return plainUrl(href, base) ?? URL.parse(href, base)?.href ?? null;
}

/** What can be resolved at a look; null for everything else. */
function plainUrl(href: string, base: string | undefined): AbsoluteUrl | null {
  if (!href.startsWith('/')) return PLAIN_ADDRESS.test(href) ? (href as AbsoluteUrl) : null;
  const origin = base === undefined ? null : originOf(base);
  return origin !== null && PLAIN_FROM_ROOT.test(href) ? (`${origin}${href}` as AbsoluteUrl) : null;
}

function hrefOf(url: URL | null): AbsoluteUrl | null {
  return url && (url.href as AbsoluteUrl);
}

function webAddress(url: URL | null): URL | null {
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.username || url.password ? null : url;
}

/** The last base that was asked for: all links of a page have the same one. */
let lastBase = '';
let lastOrigin: string | null = null;

/** The origin of an address; null for what is no web address. */
function originOf(base: string): string | null {
  if (base !== lastBase) {
    lastBase = base;
    lastOrigin = webAddress(URL.parse(base))?.origin ?? null;
  }
  return lastOrigin;
}

/** Parameters that say where a visitor came from, not what is shown. Facts of the services that set them. */
const TRACKING_PARAMETERS =
  /^(?:utm_.+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|ref_src|ref_url|vero_id|oly_anon_id|oly_enc_id|__s|wickedid|spm|scm|_ga|_gl|epik|srsltid)$/iu;

/** An address without its fragment and tracking parameters: the same post has the same one. */
export function normaliseUrl(href: string): AbsoluteUrl | null {
  const absolute = toAbsoluteUrl(href);
  if (!absolute) return null;
  const url = new URL(absolute);
  url.hash = '';
  const names: string[] = [];
  // In Firefox's injected scripts `keys()` cannot be iterated.
  url.searchParams.forEach((_, name) => {
    names.push(name);
  });
  for (const name of names) {
    if (TRACKING_PARAMETERS.test(name)) url.searchParams.delete(name);
  }
  return url.href as AbsoluteUrl;
}

/** The last address whose host was asked for: much of what is asked of a page is of its own. */
let lastHref = '';
let lastHost = '';

/** The host of an address as a reader knows it: without `www.`; empty for no address. */
export function hostOf(href: string | null): string {
  if (!href) return '';
  if (href !== lastHref) {
    lastHref = href;
    lastHost = URL.parse(href)?.hostname.replace(/^www\./u, '') ?? '';
  }
  return lastHost;
}
