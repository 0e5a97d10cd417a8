/** Runs in the browser: what `npm run bench:repeats` calls. */
import { foldRepeats } from '../../utils/extraction/fold-repeats.ts';
import { describe } from '../../utils/extraction/metadata.ts';
import { weighBlocks } from '../../utils/extraction/prose.ts';
import { snapshot } from '../../utils/extraction/snapshot.ts';
import { trimEdges } from '../../utils/extraction/trim-edges.ts';
import type { Found } from '../../utils/extraction/types/article.ts';
import type { Source } from '../../utils/extraction/types/source.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { compare } from './repeats/compare.ts';
import { REPEATS, type Sample } from './repeats/inject.ts';
import { LEGITIMATE, writeLegitimate } from './repeats/keep.ts';
import { LANGUAGES } from './repeats/languages.ts';
import { manyBlocks } from './repeats/many-blocks.ts';
import { escapeHtml } from './repeats/write-article.ts';
import { seeded } from './seeded.ts';

/** What the pages of one kind give, summed up. */
export interface KindFigures {
  readonly kind: string;
  readonly isLegitimate: boolean;
  pages: number;
  /** Injected blocks, and those of them that the text shows no more. */
  copies: number;
  removed: number;
  /** Characters of the article without what was injected, and those of them that the text lacks. */
  characters: number;
  lost: number;
  /** Legitimate blocks that should stand in the text, and those that do. */
  expected: number;
  kept: number;
  /** The first pages that went wrong, as HTML with what was missing or left. */
  readonly failures: string[];
}

const MOST_FAILURES = 3;

/** Makes and folds so many pages of each kind in each language. */
function measureAll(seed: number, pagesEach: number): KindFigures[] {
  return [
    ...Object.entries(REPEATS).map(([kind, make]) =>
      measureKind(kind, false, seed, pagesEach, (language, random) => make(language, random)),
    ),
    ...Object.entries(LEGITIMATE).map(([kind, write]) =>
      measureKind(kind, true, seed, pagesEach, (language, random) =>
        writeLegitimate(write, language, random),
      ),
    ),
  ];
}

function measureKind(
  kind: string,
  isLegitimate: boolean,
  seed: number,
  pagesEach: number,
  make: (language: (typeof LANGUAGES)[number], random: () => number) => Sample,
): KindFigures {
  const figures: KindFigures = {
    kind,
    isLegitimate,
    ...{ pages: 0, copies: 0, removed: 0, characters: 0, lost: 0, expected: 0, kept: 0 },
    failures: [],
  };
  for (const [index, language] of LANGUAGES.entries()) {
    for (let page = 0; page < pagesEach; page += 1) {
      const random = seeded(seed + 7_919 * page + 104_729 * index + hashOf(kind));
      add(figures, make(language, random));
    }
  }
  return figures;
}

function hashOf(name: string): number {
  return [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 0);
}

function add(figures: KindFigures, made: Sample): void {
  const shown = countsOf(foldedTexts(made));
  const clean = countsOf(made.clean);
  const wrong: string[] = [];
  figures.pages += 1;
  for (const [key, count] of clean) {
    const missing = Math.max(0, count - (shown.get(key) ?? 0));
    figures.characters += key.length * count;
    figures.lost += key.length * missing;
    figures.expected += count;
    figures.kept += count - missing;
    if (missing > 0) wrong.push(`lost: ${key}`);
  }
  for (const [key, count] of countsOf(made.copies)) {
    const left = Math.max(0, (shown.get(key) ?? 0) - (clean.get(key) ?? 0));
    figures.copies += count;
    figures.removed += count - Math.min(count, left);
    if (left > 0) wrong.push(`left: ${key}`);
  }
  if (wrong.length > 0 && figures.failures.length < MOST_FAILURES) {
    figures.failures.push(`${wrong.join('\n')}\n${made.html}`);
  }
}

/** What is left of a page's blocks after its own title and its repeats are taken out. */
function foldedTexts({ title, html }: Sample): string[] {
  const page = `<!doctype html><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1><article>${html}</article>`;
  const document = new DOMParser().parseFromString(page, 'text/html');
  const taken = snapshot({ document, url: 'https://blog.example/post.html', contentType: 'text/html' });
  if (!taken.ok) throw new Error(`a generated page is unreadable: ${taken.error}`);
  const root = taken.value.body.querySelector('article') ?? taken.value.body;
  const { blocks } = foldRepeats(trimEdges(foundIn(taken.value, root), describe(taken.value)));
  return blocks.map(({ text }) => text).filter(Boolean);
}

/** An article that is all of an element. */
function foundIn(snapshot: Source, root: HTMLElement): Found {
  const source = { ...snapshot, stage: 'trimmed', blocks: weighBlocks(root) } as const;
  return { stage: 'found', root, blocks: source.blocks, strategy: 'bench', source };
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of texts.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

let prepared: Found | null = null;

/** Makes a page of so many blocks, half of them near-duplicates, for `foldPrepared`. */
function prepareFolding(count: number, seed: number): void {
  const document = new DOMParser().parseFromString(manyBlocks(count, seed), 'text/html');
  const taken = snapshot({ document, url: 'https://blog.example/', contentType: 'text/html' });
  if (!taken.ok) throw new Error(`a generated page is unreadable: ${taken.error}`);
  prepared = foundIn(taken.value, taken.value.body);
}

/** Folds that page, as every page is folded; nothing else, so that it can be timed from outside. */
function foldPrepared(): void {
  if (!prepared) throw new Error('no page was prepared');
  const { blocks } = prepared;
  const { repeats } = foldRepeats(prepared);
  const folded = repeats.reduce((sum, { copies }) => sum + copies.length, 0);
  if (folded < blocks.length * 0.4) throw new Error(`only ${folded} of ${blocks.length / 2} were folded`);
}

Object.assign(globalThis, { benchRepeats: { measureAll, prepareFolding, foldPrepared, compare } });
