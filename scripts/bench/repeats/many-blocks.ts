import { pick, seeded } from '../seeded.ts';
import { alter } from './change-text.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { longText, paragraph } from './write-article.ts';

/** A page of so many paragraphs in ten languages; each second one is another one with a few characters changed. */
export function manyBlocks(count: number, seed: number): string {
  const random = seeded(seed);
  const originals: { readonly language: Language; readonly text: string }[] = [];
  const html: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const language = pick(LANGUAGES, random);
    if (index % 2 === 0) {
      const text = longText(language, 200, random);
      originals.push({ language, text });
      html.push(paragraph(text).html);
    } else {
      const original = pick(originals, random);
      html.push(paragraph(alter(original.text, original.language, random)).html);
    }
  }
  return html.join('\n');
}
