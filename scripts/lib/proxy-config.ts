import type { LaunchOptions } from './driver.ts';

export type ProxyConfig =
  | { readonly kind: 'all'; readonly port: number }
  | { readonly kind: 'some'; readonly pacUrl: string };

/** How a browser is told to send everything, or only the samples' hosts, to the sample server. */
export function proxyConfig({ proxyPort, proxyHosts }: LaunchOptions): ProxyConfig {
  if (!proxyHosts) return { kind: 'all', port: proxyPort };
  const script = `function FindProxyForURL(url, host) {
  return ${JSON.stringify(proxyHosts)}.indexOf(host) < 0 ? 'DIRECT' : 'PROXY 127.0.0.1:${proxyPort}';
}`;
  const encoded = Buffer.from(script).toString('base64');
  return { kind: 'some', pacUrl: `data:application/x-ns-proxy-autoconfig;base64,${encoded}` };
}
