import { resolve } from '../text/urls.ts';
import type { Embed, HeadFacts, JsonLdNode } from './types/source.ts';

/** More JSON-LD than any post needs; what lies beyond is ignored. */
const MAX_JSON_LD_CHARACTERS = 2_000_000;
const MAX_JSON_LD_NODES = 500;

export interface Head {
  readonly facts: HeadFacts;
  /** The page's inline scripts, in page order. */
  readonly scripts: readonly Element[];
}

/** Reads what only the head, the scripts and the frames of a page know, in one look at it. Reads only. */
export function readHead(document: Document, baseUrl: string): Head {
  const meta = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const embeds: Embed[] = [];
  const jsonLd: JsonLdNode[] = [];
  const scripts: Element[] = [];
  let budget = MAX_JSON_LD_CHARACTERS;
  for (const element of document.querySelectorAll('meta[content], link[rel][href], script, iframe[src]')) {
    const name = element.nodeName;
    if (name === 'META') readMeta(element, meta);
    else if (name === 'LINK') readLink(element, baseUrl, links);
    else if (element.hasAttribute('src')) readEmbed(element, baseUrl, embeds);
    else {
      scripts.push(element);
      if (!LD_JSON.test(element.getAttribute('type') ?? '')) continue;
      const source = element.textContent ?? '';
      budget -= source.length;
      if (budget >= 0) flatten(parseLeniently(source), jsonLd);
    }
  }
  const ofPage = (name: string) =>
    document.documentElement.getAttribute(name) ?? document.body?.getAttribute(name) ?? '';
  const facts = {
    title: document.title,
    lang: ofPage('lang'),
    dir: ofPage('dir'),
    meta,
    links,
    jsonLd,
    embeds,
  };
  return { facts, scripts };
}

const LD_JSON = /^\s*application\/ld\+json/iu;

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function readMeta(element: Element, meta: Map<string, string[]>): void {
  const content = element.getAttribute('content')?.trim();
  if (!content) return;
  for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
    const name = element.getAttribute(attribute)?.trim().toLowerCase();
    if (name) append(meta, name, content);
  }
}

/** What browsers load for a page says nothing about it, and there is much of it. */
const RESOURCES = new Set(
  'stylesheet preload modulepreload prefetch preconnect dns-prefetch icon apple-touch-icon mask-icon manifest'.split(
    ' ',
  ),
);

function readLink(element: Element, baseUrl: string, links: Map<string, string[]>): void {
  const rels = (element.getAttribute('rel') ?? '').toLowerCase().split(/\s+/u);
  if (rels.some((rel) => RESOURCES.has(rel))) return;
  const url = resolve(element.getAttribute('href') ?? '', baseUrl);
  if (url) for (const rel of rels) append(links, rel, url);
}

function readEmbed(element: Element, baseUrl: string, embeds: Embed[]): void {
  const written = element.getAttribute('src') ?? '';
  const src = /^(?:https?:)?\/\//iu.test(written) ? written : resolve(written, baseUrl);
  if (src) embeds.push({ kind: element.nodeName === 'SCRIPT' ? 'script' : 'frame', src });
}

const WRAPPING =
  /^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?\s*$|^\s*<!--|-->\s*$/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks strings
const CONTROLS = /[\u0000-\u001f]+/gu;

/** Pages wrap JSON-LD in CDATA or comments and leave raw line breaks in strings; a page's mistake is no error. */
function parseLeniently(source: string): unknown {
  const whole = parseJson(source);
  if (whole !== undefined) return whole;
  const bare = source.replace(WRAPPING, '').trim();
  return parseJson(bare) ?? parseJson(bare.replace(CONTROLS, ' '));
}

/** Undefined where a text is no JSON. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function flatten(value: unknown, into: JsonLdNode[], depth = 0): void {
  if (depth > 4 || into.length >= MAX_JSON_LD_NODES || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) flatten(item, into, depth + 1);
    return;
  }
  const node = value as JsonLdNode;
  if ('@type' in node || '@id' in node) into.push(node);
  if ('@graph' in node) flatten(node['@graph'], into, depth + 1);
  if ('mainEntity' in node) flatten(node.mainEntity, into, depth + 1);
}
