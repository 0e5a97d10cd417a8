/**
 * Images that are there to count readers, by host (with all below it) and the beginning of the path. Their own small
 * size gives away the others.
 */
const TRACKERS: readonly (readonly [host: string, path: string])[] = [
  // Statistics of blogs.
  ['pixel.wp.com', '/'],
  ['stats.wordpress.com', '/'],
  ['google-analytics.com', '/'],
  ['analytics.google.com', '/'],
  ['statcounter.com', '/'],
  ['quantserve.com', '/'],
  ['scorecardresearch.com', '/'],
  ['histats.com', '/'],
  ['sitemeter.com', '/'],
  ['mc.yandex.ru', '/watch/'],
  ['counter.yadro.ru', '/'],
  ['hm.baidu.com', '/'],
  ['medium.com', '/_/stat'],
  ['feeds.feedburner.com', '/~r/'],
  ['feedsportal.com', '/'],
  ['vg01.met.vgwort.de', '/'],
  ['vgwort.de', '/na/'],
  // Statistics and access counters of Japanese blogs.
  ['ninja.co.jp', '/analyze/'],
  ['shinobi.jp', '/'],
  ['counter.blog.fc2.com', '/'],
  ['analysis.fc2.com', '/'],
  ['ziyu.net', '/'],
  ['i2i.jp', '/'],
  // Social networks.
  ['facebook.com', '/tr'],
  ['px.ads.linkedin.com', '/'],
  ['analytics.twitter.com', '/'],
  ['t.co', '/i/adsct'],
  ['ct.pinterest.com', '/'],
  // Advertising and affiliate programmes.
  ['doubleclick.net', '/'],
  ['googleadservices.com', '/'],
  ['googlesyndication.com', '/'],
  ['bat.bing.com', '/'],
  ['assoc-amazon.com', '/'],
  ['assoc-amazon.jp', '/'],
  ['ir-jp.amazon-adsystem.com', '/'],
  ['amazon-adsystem.com', '/'],
  ['awin1.com', '/'],
  ['linksynergy.com', '/fs-bin/show'],
  ['a8.net', '/'],
  ['accesstrade.net', '/sp/rr'],
  ['ad.jp.ap.valuecommerce.com', '/'],
  ['i.moshimo.com', '/af/i/impression'],
  ['impact-ad.jp', '/'],
];

/** True for an address at which readers are counted, not shown anything. */
export function isTracker(address: string): boolean {
  const { hostname, pathname } = new URL(address);
  return TRACKERS.some(
    ([host, path]) => (hostname === host || hostname.endsWith(`.${host}`)) && pathname.startsWith(path),
  );
}
