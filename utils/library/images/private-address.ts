import ipaddr from 'ipaddr.js';
import type { AbsoluteUrl } from '../../extraction/types/source.ts';

/** Names that only a network of one's own answers to (RFC 6761, 6762, 8375, and what routers use). */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|localdomain|test|invalid)$/iu;

/**
 * True for a host of the reader's own machine or network, as far as its name tells: a page must not make us knock
 * there.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() !== 'unicast';
  return !host.includes('.') || PRIVATE_NAMES.test(host);
}

/**
 * True for an address that an article may make us ask.
 * @param articleHost may be one of the own network, and its images with it
 */
export function mayAsk(url: AbsoluteUrl, articleHost: string): boolean {
  const { hostname } = new URL(url);
  return hostname === articleHost || !isPrivateHost(hostname);
}
