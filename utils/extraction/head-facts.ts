import type { Embed, HeadFacts, JsonLdNode } from './types.ts';

/** More JSON-LD than any post needs; what lies beyond is ignored. */
const MAX_JSON_LD_CHARACTERS = 2_000_000;
const MAX_JSON_LD_NODES = 500;

/** Reads what only the head, the scripts and the frames of a page know. Reads only. */
export function readHeadFacts(document: Document, baseUrl: string): HeadFacts {
  return {
    title: document.title,
    lang: document.documentElement.getAttribute('lang') ?? document.body?.getAttribute('lang') ?? '',
    dir: document.documentElement.getAttribute('dir') ?? document.body?.getAttribute('dir') ?? '',
    meta: readMeta(document),
    links: readLinks(document, baseUrl),
    jsonLd: readJsonLd(document),
    embeds: readEmbeds(document, baseUrl),
  };
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function readMeta(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name) append(meta, name, content);
    }
  }
  return meta;
}

function readLinks(document: Document, baseUrl: string): Map<string, string[]> {
  const links = new Map<string, string[]>();
  for (const element of document.querySelectorAll('link[rel][href]')) {
    const url = URL.parse(element.getAttribute('href') ?? '', baseUrl)?.href;
    if (!url) continue;
    for (const rel of (element.getAttribute('rel') ?? '').toLowerCase().split(/\s+/u))
      append(links, rel, url);
  }
  return links;
}

function readEmbeds(document: Document, baseUrl: string): Embed[] {
  const embeds: Embed[] = [];
  for (const element of document.querySelectorAll('script[src], iframe[src]')) {
    const src = URL.parse(element.getAttribute('src') ?? '', baseUrl)?.href;
    if (src) embeds.push({ kind: element.nodeName.toUpperCase() === 'SCRIPT' ? 'script' : 'frame', src });
  }
  return embeds;
}

function readJsonLd(document: Document): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  let budget = MAX_JSON_LD_CHARACTERS;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    budget -= source.length;
    if (budget < 0) break;
    flatten(parseLeniently(source), nodes);
  }
  return nodes;
}

/** Pages wrap JSON-LD in CDATA or comments and leave raw line breaks in strings; a page's mistake is no error. */
function parseLeniently(source: string): unknown {
  const json = source
    .replace(
      /^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?\s*$|^\s*<!--|-->\s*$/gu,
      '',
    )
    .trim();
  try {
    return JSON.parse(json);
  } catch {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks these strings
      return JSON.parse(json.replace(/[\u0000-\u001f]+/gu, ' '));
    } catch {
      return null;
    }
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
