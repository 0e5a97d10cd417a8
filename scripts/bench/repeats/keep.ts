import { pick } from '../seeded.ts';
import { sentencesIn } from './change-text.ts';
import type { Sample } from './inject.ts';
import type { Language } from './languages.ts';
import {
  between,
  escapeHtml,
  longText,
  type Piece,
  phrase,
  type Random,
  sentence,
  writeArticle,
} from './write-article.ts';

/** Markup of something that says the same thing twice or more, and what it says. */
interface Passage {
  readonly html: string;
  readonly texts: readonly string[];
}

type Write = (language: Language, random: Random, pieces: readonly Piece[]) => readonly Passage[];

const line = (language: Language, random: Random) => phrase(language, between(3, 6, random), random);
const lines = (language: Language, count: number, random: Random) =>
  Array.from({ length: count }, () => line(language, random));
const verse = (texts: readonly string[]): Passage => ({
  html: `<p>${texts.map(escapeHtml).join('<br>')}</p>`,
  texts,
});
const each = (texts: readonly string[], tag: string): Passage => ({
  html: texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('\n'),
  texts,
});
const inside = (tag: string, passage: Passage): Passage => ({
  ...passage,
  html: `<${tag}>${passage.html}</${tag}>`,
});

const refrain: Write = (language, random) => {
  const chorus = verse(lines(language, between(2, 4, random), random));
  const stanza = () => verse(lines(language, 4, random));
  return [stanza(), chorus, stanza(), chorus, stanza(), chorus];
};

const poem: Write = (language, random) => {
  const first = line(language, random);
  const stanzas = Array.from({ length: 3 }, () => verse([first, ...lines(language, 2, random), first]));
  return [
    {
      html: `<div>${stanzas.map(({ html }) => html).join('')}</div>`,
      texts: stanzas.flatMap(({ texts }) => texts),
    },
  ];
};

/** Lines as long as sentences, each ending alike: a litany in a block of its own. */
const longRefrain: Write = (language, random) => {
  const said = longText(language, 110, random);
  const verses = Array.from({ length: 3 }, () => [...lines(language, 2, random), said]);
  return [
    {
      html: `<div class="lyrics">${verses.map((texts) => verse(texts).html).join('')}</div>`,
      texts: verses.flat(),
    },
  ];
};

const code: Write = (_, random) => {
  const text = Array.from(
    { length: 6 },
    (__, at) => `assert(value[${at}] === expected[${at}] && ready(${between(1, 9, random)}));`,
  ).join('\n');
  const passage = { html: `<pre><code>${escapeHtml(text)}</code></pre>`, texts: [text] };
  return [passage, passage];
};

const tableRows: Write = (language, random) => {
  const cells = [longText(language, 110, random), line(language, random)];
  const row = `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  return [
    {
      html: `<table><tbody>${row}${row}${row}</tbody></table>`,
      texts: Array.from({ length: 3 }, () => cells.join('\t')),
    },
  ];
};

const steps: Write = (language, random) => {
  const wait = random() < 0.5 ? line(language, random) : longText(language, 110, random);
  return [inside('ol', each([wait, line(language, random), wait, line(language, random), wait], 'li'))];
};

const dialogue: Write = (language, random) => {
  const [open, close] = language.quotes;
  const yes = open + phrase(language, 1, random) + close;
  const speech = open + longText(language, 110, random) + close;
  return [each([yes, open + line(language, random) + close, yes, speech, yes, speech], 'p')];
};

const headings: Write = (language, random) => {
  const title = line(language, random);
  return Array.from({ length: 3 }, () => {
    const said = longText(language, 20, random);
    return { html: `<h3>${escapeHtml(title)}</h3><p>${escapeHtml(said)}</p>`, texts: [title, said] };
  });
};

/** A paragraph or a sentence of the article quoted where the text answers it. */
const quotation: Write = (language, random, pieces) => {
  const { text } = pick(
    pieces.filter(({ kind }) => kind === 'paragraph'),
    random,
  );
  const said = random() < 0.5 ? text : pick(sentencesIn(text, language), random);
  const answer = sentence(language, random);
  const html = `<blockquote><p>${escapeHtml(said)}</p></blockquote><p>${escapeHtml(answer)}</p>`;
  return [{ html, texts: [said, answer] }];
};

const picture: Write = (_, random) => {
  const face = pick(['　∧＿∧　', '（　´∀｀）', '　|　|　|', '(__)_)'], random);
  const wide = '＿'.repeat(60) + '／￣￣＼'.repeat(12);
  return [verse([face.trim(), wide, face.trim()]), verse([face.trim(), wide])];
};

const shortBlocks: Write = (language, random) => {
  const text = phrase(language, between(1, 3, random), random);
  return Array.from({ length: between(2, 5, random) }, () => each([text], 'p'));
};

const captions: Write = (language, random) => {
  const text = random() < 0.5 ? line(language, random) : longText(language, 110, random);
  const figure = {
    html: `<figure><img src="/p.jpg" width="640" height="480" alt=""><figcaption>${escapeHtml(text)}</figcaption></figure>`,
    texts: [text],
  };
  return [figure, figure];
};

/** Sentences after one pattern, each of another year and amount. */
const numbers: Write = (language, random) => {
  const pattern = longText(language, 110, random);
  return [2019, 2020, 2021].map((year) => each([`${year}: ${pattern} ${between(100, 999, random)}`], 'p'));
};

/** The same said of different people or things. */
const names: Write = (language, random) => {
  const pattern = longText(language, 140, random);
  const who =
    language.space === '' ? ['マルコーニ', 'ハーシェル', 'ドビュッシー'] : ['Marconi', 'Herschel', 'Debussy'];
  return who.map((name) => each([`${pattern} ${name}. ${name}!`], 'p'));
};

/** What rightly stands more than once, by name. */
export const LEGITIMATE: Readonly<Record<string, Write>> = {
  refrain,
  poem,
  'long refrain': longRefrain,
  code,
  'table rows': tableRows,
  'list steps': steps,
  dialogue,
  headings,
  quotation,
  'text picture': picture,
  'short blocks': shortBlocks,
  captions,
  'other numbers': numbers,
  'other names': names,
};

/**
 * An article with a legitimate repeat at random places. On every other page a long notice is injected around the
 * passages as well, so that what is kept is kept beside what is folded.
 */
export function writeLegitimate(write: Write, language: Language, random: Random): Sample {
  const writing = writeArticle(language, random);
  const pieces = writing.sections.flat();
  const passages = write(language, random, pieces);
  const notice = random() < 0.5 ? longText(language, 110, random) : null;
  const body: string[] = pieces.map(({ html }) => html);
  const places = [...pieces.keys(), pieces.length].filter((at) => pieces[at]?.kind !== 'item');
  const chosen = passages.map(() => pick(places, random)).sort((a, b) => a - b);
  const framed = notice === null ? '' : `<p>${escapeHtml(notice)}</p>`;
  for (const [index, passage] of [...passages.entries()].reverse()) {
    body.splice(chosen[index] ?? 0, 0, framed + passage.html);
  }
  return {
    title: writing.title,
    html: body.join('\n'),
    clean: [
      ...pieces.map(({ text }) => text),
      ...passages.flatMap(({ texts }) => texts),
      ...(notice === null ? [] : [notice]),
    ],
    copies: notice === null ? [] : passages.slice(1).map(() => notice),
  };
}
