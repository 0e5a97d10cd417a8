import { readingLength } from '../../../utils/extraction/prose.ts';
import { pick } from '../seeded.ts';
import type { Language } from './languages.ts';

export type Random = () => number;

/** One block of a generated article, with the markup that a blog would give it. */
export interface Piece {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'code' | 'caption' | 'line';
  readonly html: string;
  /** What a reader reads of it; empty for pieces that are markup alone. */
  readonly text: string;
}

/** A heading (but for the first section) and what belongs to it. */
export type Section = readonly Piece[];

export interface Writing {
  readonly title: string;
  readonly sections: readonly Section[];
}

export const between = (least: number, most: number, random: Random): number =>
  least + Math.floor(random() * (most - least + 1));

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** So many words of a language in a row, as its script writes them. */
export function phrase(language: Language, words: number, random: Random): string {
  return Array.from({ length: words }, () => pick(language.words, random)).join(language.space);
}

/** A sentence of two or three phrases. */
export function sentence(language: Language, random: Random): string {
  const parts = Array.from({ length: between(2, 3, random) }, () =>
    phrase(language, between(3, 6, random), random),
  );
  const text = parts.join(language.comma);
  return text.charAt(0).toUpperCase() + text.slice(1) + language.stop.trim();
}

export function sentences(language: Language, count: number, random: Random): string {
  return Array.from({ length: count }, () => sentence(language, random)).join(
    language.stop.endsWith(' ') ? ' ' : '',
  );
}

/** A text of at least so many units of `readingLength`. */
export function longText(language: Language, least: number, random: Random): string {
  let text = sentence(language, random);
  while (readingLength(text) < least) text += (language.space === '' ? '' : ' ') + sentence(language, random);
  return text;
}

export function paragraph(text: string, random?: Random): Piece {
  const words = text.split(' ');
  const at = random && words.length > 6 ? between(1, 4, random) : -1;
  const html = words
    .map((word, index) => (index === at ? `<em>${escapeHtml(word)}</em>` : escapeHtml(word)))
    .join(' ');
  return { kind: 'paragraph', html: `<p>${html}</p>`, text };
}

export function heading(text: string): Piece {
  return { kind: 'heading', html: `<h2>${escapeHtml(text)}</h2>`, text };
}

function items(language: Language, random: Random): Piece[] {
  const texts = Array.from({ length: between(3, 4, random) }, () =>
    phrase(language, between(2, 5, random), random),
  );
  return texts.map((text, index) => ({
    kind: 'item',
    text,
    html: `${index === 0 ? '<ul>' : ''}<li>${escapeHtml(text)}</li>${index === texts.length - 1 ? '</ul>' : ''}`,
  }));
}

function code(random: Random): Piece {
  const name = `step${between(100, 999, random)}`;
  const text = `const ${name} = read(${between(1, 99, random)});\nif (!${name}) return;\nwrite(${name});`;
  return { kind: 'code', html: `<pre>${escapeHtml(text)}</pre>`, text };
}

function section(language: Language, isFirst: boolean, random: Random): Section {
  const pieces: Piece[] = isFirst ? [] : [heading(phrase(language, between(2, 4, random), random))];
  for (let count = between(2, 4, random); count > 0; count -= 1) {
    pieces.push(paragraph(longText(language, between(30, 420, random), random), random));
  }
  // Two lists or two listings that follow each other would be one.
  if (random() < 0.3) pieces.push(...items(language, random));
  if (random() < 0.15) pieces.push(code(random));
  if (random() < 0.4) pieces.push(paragraph(longText(language, between(100, 300, random), random), random));
  return pieces;
}

/** An article that says everything once. Equal for equal random numbers. */
export function writeArticle(language: Language, random: Random): Writing {
  const count = between(3, 5, random);
  return {
    title: phrase(language, between(4, 7, random), random),
    sections: Array.from({ length: count }, (_, index) => section(language, index === 0, random)),
  };
}

/** A thread of short posts as collections of board posts show it: a line of who and when, then a line or two. */
export function writeThread(language: Language, random: Random): Writing {
  const pieces: Piece[] = [];
  const posts = between(7, 12, random);
  for (let post = 1; post <= posts; post += 1) {
    const who = `${post * 3}: ${pick(language.words, random)} ${between(10, 23, random)}:${between(10, 59, random)}`;
    pieces.push({ kind: 'heading', html: `<div class="head">${escapeHtml(who)}</div>`, text: who });
    const lines = Array.from({ length: between(1, 3, random) }, () =>
      phrase(language, between(3, 7, random), random),
    );
    lines.forEach((text, index) => {
      const html = `${index === 0 ? '<div class="said">' : '<br>'}${escapeHtml(text)}${index === lines.length - 1 ? '</div>' : ''}`;
      pieces.push({ kind: 'line', html, text });
    });
  }
  pieces.push(paragraph(longText(language, 110, random)));
  return { title: phrase(language, 5, random), sections: [pieces] };
}
