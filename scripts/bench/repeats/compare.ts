import { articleText } from '../../../utils/extraction/article-text.ts';
import { takeComments } from '../../../utils/extraction/comments.ts';
import { cutBoilerplate } from '../../../utils/extraction/cut-boilerplate.ts';
import { findArticle } from '../../../utils/extraction/find-article.ts';
import { foldRepeats } from '../../../utils/extraction/fold-repeats.ts';
import { describe } from '../../../utils/extraction/metadata.ts';
import { cutPagers } from '../../../utils/extraction/pages/cut-pagers.ts';
import { snapshot } from '../../../utils/extraction/snapshot.ts';
import { trimEdges } from '../../../utils/extraction/trim-edges.ts';
import { keyOf } from '../../../utils/text/normalise.ts';

/** One page read with and without folding. */
export interface Comparison {
  readonly withFolding: string;
  readonly without: string;
  /** Folded blocks. */
  readonly folded: number;
  /** What was folded although the text says nothing like it. */
  readonly unique: readonly string[];
  readonly foldingMs: number;
}

/** So much of a folded block's characters in runs of `RUN` must stand in the text. */
const TWIN = 0.6;
const RUN = 4;

/** Reads a page by the extraction's own steps up to folding; null where it holds no article. */
export function compare(html: string, url: string): Comparison | null {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const taken = snapshot({ document, url, contentType: 'text/html' });
  if (!taken.ok) return null;
  const meta = describe(taken.value);
  const { rest } = takeComments(taken.value);
  const found = findArticle(cutBoilerplate(cutPagers(rest, meta.pages)), meta);
  const article = found.stage === 'found' ? found : found.bestEffort;
  if (!article) return null;
  const trimmed = trimEdges(article, meta);
  const without = articleText(trimmed.blocks);
  const start = performance.now();
  const { blocks, repeats } = foldRepeats(trimmed);
  const foldingMs = performance.now() - start;
  const copies = repeats.flatMap((repeat) => repeat.copies.map(({ text }) => text));
  return {
    withFolding: articleText(blocks),
    without,
    folded: copies.length,
    unique: [
      ...uniqueOf(
        copies,
        blocks.map(({ key }) => key),
      ),
      ...missing(trimmed.blocks, blocks, copies),
    ],
    foldingMs,
  };
}

/** The copies without an exact or near twin among the blocks that stay. */
function uniqueOf(copies: readonly string[], keys: readonly string[]): string[] {
  const said = keys.join('');
  return copies.filter((text) => {
    const key = keyOf(text);
    if (said.includes(key)) return false;
    let shared = 0;
    for (let at = 0; at + RUN <= key.length; at += 1) if (said.includes(key.slice(at, at + RUN))) shared += 1;
    return shared < (key.length - RUN + 1) * TWIN;
  });
}

/** Blocks that are neither in the text nor among the copies. */
function missing(
  before: readonly { readonly text: string }[],
  after: readonly { readonly text: string }[],
  copies: readonly string[],
): string[] {
  const left = new Map<string, number>();
  for (const text of [...after.map((block) => block.text), ...copies])
    left.set(text, (left.get(text) ?? 0) + 1);
  return before.flatMap(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [text];
  });
}
