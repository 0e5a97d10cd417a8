import { type Block, blocksOf } from '../text/blocks.ts';
import { keyOf } from '../text/normalise.ts';
import { readingTime } from '../text/reading-time.ts';
import { articleText } from './article-text.ts';
import { digestOf } from './digest.ts';
import { foldBlocks } from './fold-repeats.ts';
import { joinThreads, rawThreadOf } from './pages/join-threads.ts';
import { weighBlocks } from './prose.ts';
import { createRemovals } from './removals.ts';
import { sanitiseHtml } from './sanitise.ts';
import { mergeTags } from './tags.ts';
import type { Article, Repeat, RepeatCopy } from './types/article.ts';
import type { ArticlePages, Metadata } from './types/metadata.ts';
import type { Removal, Removals } from './types/removals.ts';

/** So many blocks at the beginning and at the end of each page may be what every page says. */
const EDGE = 3;

/**
 * Makes one article of the pages of one that is split: their text in order, each comment and each removal once.
 * What every page says at its beginning or end (its title, a teaser) stays on the first page that says it and is
 * listed as left out of the others; other repeats are folded as within a page. The input is left as it is.
 *
 * @param parts the pages in order, at least one; each made safe
 * @param pages what is known of the pages, for the joined article
 */
export function joinPages(parts: readonly [Article, ...Article[]], pages: ArticlePages | null): Article {
  const [first] = parts;
  const root = document.implementation.createHTMLDocument('').createElement('div');
  const removals = createRemovals();
  const earlier: Repeat[] = [];
  const holders = parts.map((part, index) => holderOf(part, root, `${index}`, earlier));
  dropPageEdges(parts, holders, removals);
  for (const holder of holders) holder.replaceWith(...holder.childNodes);
  const baseUrl = first.meta.url ?? 'about:blank';
  const write = (content: Element) => sanitiseHtml(content.innerHTML, baseUrl);
  const folded = foldBlocks(root, weighBlocks(root), write);
  const repeats = renumber(root, earlier, folded.repeats);
  const text = articleText(folded.blocks);
  const meta = joinMetadata(parts, pages);
  const { minutes, count, unit } = readingTime(text, meta.lang);
  const thread = joinThreads(parts.map((part) => part.thread));
  const leftOut = joinRemovals(parts, removals.list(), root);
  return {
    ...first,
    meta,
    html: sanitiseHtml(root.innerHTML, baseUrl),
    text,
    repeats,
    removals: leftOut,
    thread,
    digest: digestOf(rawThreadOf(thread), meta),
    readingMinutes: minutes,
    length: { count, unit },
  };
}

/** True when a page says nothing that is not said by the others: some servers give the first page for every number. */
export function saysNothingNew(article: Article, others: readonly Article[]): boolean {
  const known = new Set(others.flatMap(({ text }) => text.split('\n').map(keyOf)));
  return article.text.split('\n').every((line) => known.has(keyOf(line)));
}

/** One page's HTML, inert, with its markers under names of their own. */
function holderOf({ html, repeats }: Article, root: HTMLElement, page: string, all: Repeat[]): HTMLElement {
  const holder = root.ownerDocument.createElement('div');
  holder.innerHTML = html;
  const name = (id: string) => `${page}-${id}`;
  for (const attribute of ['data-repeat', 'data-copy', 'data-removed']) {
    for (const marker of holder.querySelectorAll(`[${attribute}]`)) {
      marker.setAttribute(attribute, name(marker.getAttribute(attribute) ?? ''));
    }
  }
  const named = (copy: RepeatCopy) => (copy.id ? { ...copy, id: name(copy.id) } : copy);
  all.push(
    ...repeats.map((repeat) => ({ ...repeat, id: name(repeat.id), copies: repeat.copies.map(named) })),
  );
  root.append(holder);
  return holder;
}

function dropPageEdges(parts: readonly Article[], holders: readonly HTMLElement[], removals: Removals): void {
  const title = keyOf(parts[0]?.meta.title ?? '');
  const heads = new Set<string>();
  const tails = new Set<string>();
  for (const [index, holder] of holders.entries()) {
    const blocks = blocksOf(holder).filter(({ text }) => text !== '');
    const head = blocks.slice(0, EDGE);
    const tail = blocks.slice(head.length).slice(-EDGE).reverse();
    if (index > 0) {
      dropWhile(head, (key) => heads.has(key) || key === title, holder, removals);
      dropWhile(tail, (key) => tails.has(key), holder, removals);
    }
    for (const { text } of head) heads.add(keyOf(text));
    for (const { text } of tail) tails.add(keyOf(text));
  }
}

function dropWhile(
  blocks: readonly Block[],
  isKnown: (key: string) => boolean,
  holder: HTMLElement,
  removals: Removals,
): void {
  for (const block of blocks) {
    if (!isKnown(keyOf(block.text))) return;
    removals.removeBlock(block, holder, 'repeated-on-pages', 'join-pages');
  }
}

/** Numbers the repeats that are marked in the tree from 1, in page order, whichever way they were found. */
function renumber(root: HTMLElement, earlier: readonly Repeat[], folded: readonly Repeat[]): Repeat[] {
  const known = new Map([...earlier, ...folded].map((repeat) => [repeat.id, repeat]));
  const repeats: Repeat[] = [];
  // Found before any is renamed: an old name of one may be the new name of another.
  const marks = new Map(
    Array.from(root.querySelectorAll('[data-copy]'), (mark) => [mark.getAttribute('data-copy'), mark]),
  );
  for (const marker of root.querySelectorAll('[data-repeat]')) {
    const repeat = known.get(marker.getAttribute('data-repeat') ?? '');
    const id = `r${repeats.length + 1}`;
    marker.setAttribute('data-repeat', id);
    if (repeat) repeats.push({ ...repeat, id });
  }
  return repeats.map(({ copies, ...repeat }) => ({
    ...repeat,
    copies: renumberCopies(copies, repeat.id, marks),
  }));
}

function renumberCopies(
  copies: readonly RepeatCopy[],
  repeatId: string,
  marks: ReadonlyMap<string | null, Element>,
): RepeatCopy[] {
  return copies.map((copy, index) => {
    const mark = copy.id && marks.get(copy.id);
    if (!mark) return copy;
    const id = `${repeatId}-${index + 1}`;
    mark.setAttribute('data-copy', id);
    return { ...copy, id };
  });
}

function joinMetadata(parts: readonly [Article, ...Article[]], pages: ArticlePages | null): Metadata {
  const [first] = parts;
  const all = parts.map(({ meta }) => meta);
  const known = <Key extends keyof Metadata>(key: Key) =>
    all.find((meta) => meta[key] !== null)?.[key] ?? first.meta[key];
  return {
    ...first.meta,
    author: known('author'),
    siteName: known('siteName'),
    published: known('published'),
    updated: known('updated'),
    leadImage: known('leadImage'),
    previous: known('previous'),
    next: known('next'),
    pages,
    tags: mergeTags(...all.map(({ tags }) => tags)),
    categories: mergeTags(...all.map(({ categories }) => categories)),
    keywords: mergeTags(...all.map(({ keywords }) => keywords)),
  };
}

/** What all pages left out, each thing once: menus and footers stand on every page. Their marks follow them. */
function joinRemovals(parts: readonly Article[], more: readonly Removal[], root: HTMLElement): Removal[] {
  const joined: Removal[] = [];
  const seen = new Set<string>();
  const names = new Map<string, string>();
  for (const [page, removals] of [...parts.map((part) => part.removals), more].entries()) {
    const keys = removals.map(({ reason, text }) => `${reason} ${keyOf(text)}`);
    removals.forEach((removal, index) => {
      if (seen.has(keys[index] ?? '')) return;
      const id = `x${joined.length + 1}`;
      joined.push({ ...removal, id });
      names.set(`${page}-${removal.id}`, id);
    });
    for (const key of keys) seen.add(key);
  }
  for (const mark of root.querySelectorAll('[data-removed]')) {
    const name = names.get(mark.getAttribute('data-removed') ?? '');
    if (name) mark.setAttribute('data-removed', name);
    else mark.remove();
  }
  return joined;
}
