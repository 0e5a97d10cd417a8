import { pick } from '../seeded.ts';
import type { Language } from './languages.ts';
import { between, type Random } from './write-article.ts';

/** The sentences of a generated text. */
export function sentencesIn(text: string, { stop }: Language): string[] {
  const mark = stop.trim();
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => part + mark);
}

/** The beginning of a text, cut off after a word or, where a script knows no spaces, anywhere. */
export function cut(text: string, { space }: Language, random: Random): string {
  const start = text.slice(
    0,
    Math.max(space === '' ? 24 : 60, Math.floor(text.length * (0.4 + random() * 0.4))),
  );
  const end = space === '' ? start.length : start.lastIndexOf(' ');
  return start.slice(0, Math.min(end, text.length - 8)).replace(/[\s.,،。、，]+$/u, '');
}

/** A text with two or three small changes: a mark, a letter, a word's last letter. Numbers stay. */
export function alter(text: string, { words, comma }: Language, random: Random): string {
  const characters = [...text];
  for (let changes = between(1, 3, random); changes > 0; changes -= 1) {
    const at = between(2, characters.length - 3, random);
    const letter = [...pick(words, random)].at(-1) ?? '';
    const change = random();
    if (change < 0.4) characters[at] = letter;
    else if (change < 0.7) characters.splice(at, 1);
    else characters.splice(at, 0, random() < 0.5 ? comma.trim() : letter);
  }
  const altered = characters.join('');
  return altered === text ? `${text}!` : altered;
}
