import { tidyLine } from '../../text/normalise.ts';
import type { JsonLdNode } from '../types/source.ts';

const ARTICLE_TYPE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|SocialMediaPosting|LiveBlogPosting|Report|Review|Recipe|HowTo|CreativeWork|\w*News\w*|DiscussionForumPosting)$/u;
const PAGE_TYPE = /^(?:https?:\/\/schema\.org\/)?(?:\w*WebPage|ItemPage)$/u;

const ORGANISATION_TYPE = /Organi[sz]ation|Corporation|Business|WebSite|Brand/u;

function typesOf(node: JsonLdNode): string[] {
  return strings(node['@type']);
}

/** All strings of a value that may be a string, a number or a list of them. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [decode(value)];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap(strings) : [];
}

/** The post itself among the JSON-LD objects of a page; a web page object where there is no article. */
export function articleNode(nodes: readonly JsonLdNode[]): JsonLdNode | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  return (
    articles.find((node) => 'headline' in node || 'datePublished' in node) ??
    articles[0] ??
    nodes.find((node) => typesOf(node).some((type) => PAGE_TYPE.test(type)) && 'datePublished' in node) ??
    null
  );
}

export interface NamedThing {
  readonly name: string;
  readonly isOrganisation: boolean;
}

/** The people or organisations that a property holds: objects, lists, names or `@id` references. */
export function named(value: unknown, nodes: readonly JsonLdNode[], depth = 0): NamedThing[] {
  if (depth > 3) return [];
  if (typeof value === 'string') return [{ name: decode(value), isOrganisation: false }];
  if (Array.isArray(value)) return value.flatMap((item) => named(item, nodes, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as JsonLdNode;
  const [name] = strings(node.name);
  if (name)
    return [
      {
        name,
        isOrganisation:
          typesOf(node).some((type) => ORGANISATION_TYPE.test(type)) && !typesOf(node).includes('Person'),
      },
    ];
  const id = node['@id'];
  const target =
    typeof id === 'string'
      ? nodes.find((other) => other !== node && other['@id'] === id && 'name' in other)
      : undefined;
  return target ? named(target, nodes, depth + 1) : [];
}

/** Who wrote the post: as the article says, else the page object. */
export function authorsOf(nodes: readonly JsonLdNode[], article: JsonLdNode | null): NamedThing[] {
  const pages = nodes.filter((node) =>
    typesOf(node).some((type) => PAGE_TYPE.test(type) || ARTICLE_TYPE.test(type)),
  );
  for (const node of article ? [article, ...pages] : pages) {
    const found = named(node.author ?? node.creator, nodes).filter(({ name }) => name !== '');
    if (found.length > 0) return found;
  }
  return [];
}

/** Names of the site: of the `WebSite` object and of the publisher. */
export function siteNames(nodes: readonly JsonLdNode[]): string[] {
  return nodes.flatMap((node) => {
    const own = typesOf(node).some((type) => /^(?:WebSite|Blog|\w*Organization)$/u.test(type))
      ? strings(node.name)
      : [];
    return [...own, ...named(node.publisher, nodes).map(({ name }) => name)];
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Pages escape JSON-LD strings as if they were HTML. */
function decode(text: string): string {
  if (!text.includes('&')) return tidyLine(text);
  const plain = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/giu,
    (_, dec, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? '';
      const code = dec ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
  return tidyLine(plain);
}
