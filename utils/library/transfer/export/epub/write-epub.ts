import { escapeMarkup, inertLine } from '../../../../text/inert.ts';
import type { BookImage, CoverText, Part, ReadableEntry, WriteContext } from '../types.ts';
import { createZip } from '../zip.ts';
import { createBookFacts } from './book-facts.ts';
import { BOOK_STYLE } from './book-style.ts';
import { bookPage, type Chapter, writeChapter } from './chapter.ts';
import { CONTAINER, coverPath, packageOf } from './package.ts';

/**
 * Articles as one book, EPUB 3: a cover, the contents, a chapter an article. Chapters are given out as they are
 * made; what is kept of them is what the contents and the package must name.
 */
export async function* writeEpub(
  entries: AsyncIterable<ReadableEntry>,
  context: WriteContext,
): AsyncIterable<Part> {
  const time = context.now;
  const zip = createZip({ path: 'mimetype', content: 'application/epub+zip', time });
  yield* zip.add({ path: 'META-INF/container.xml', content: CONTAINER, time });
  yield* zip.add({ path: 'EPUB/style.css', content: BOOK_STYLE, time });
  const chapters: Chapter[] = [];
  const book = createBookFacts(context);
  for await (const entry of entries) {
    const { xhtml, imageFiles, ...chapter } = await writeChapter(entry, chapters.length + 1, context);
    chapters.push(chapter);
    book.add(entry, chapter);
    yield* zip.add({ path: `EPUB/${chapter.path}`, content: xhtml, time });
    for (const { path, bytes } of imageFiles) {
      yield* zip.add({ path: `EPUB/${path}`, content: bytes, time, isDense: true });
    }
  }
  const { coverText, ...facts } = book.facts();
  const cover = await context.images.drawCover(coverText);
  const pages = [
    ['cover.xhtml', coverPage(coverText, cover)],
    ['nav.xhtml', contentsPage(chapters, coverText, context)],
    ['package.opf', packageOf({ ...facts, cover }, chapters)],
  ] as const;
  if (cover) yield* zip.add({ path: `EPUB/${coverPath(cover)}`, content: cover.bytes, time, isDense: true });
  for (const [path, content] of pages) yield* zip.add({ path: `EPUB/${path}`, content, time });
  yield* zip.end();
}

function coverPage({ title, byline, lang, dir }: CoverText, cover: BookImage | null): string {
  const words = `<h1>${escapeMarkup(title)}</h1>${byline && `<p>${escapeMarkup(byline)}</p>`}`;
  const image = cover && `<img src="${coverPath(cover)}" alt="${escapeMarkup(title)}"/>`;
  const content = `<section class="cover" epub:type="cover">${image ?? words}</section>`;
  return bookPage({ title, lang, dir, content });
}

function contentsPage(
  chapters: readonly Chapter[],
  { lang, dir }: CoverText,
  { t, language }: WriteContext,
): string {
  const heading = escapeMarkup(t('exportContents'));
  const items = chapters.map(({ path, title, lang: own }) => {
    const tag = own && own !== lang ? ` lang="${own}" xml:lang="${own}"` : '';
    return `<li${tag}><a href="${path}">${escapeMarkup(inertLine(title))}</a></li>`;
  });
  const content = [
    `<nav epub:type="toc" id="toc"><h1 lang="${language}" xml:lang="${language}">${heading}</h1>`,
    `<ol>\n${items.join('\n')}\n</ol></nav>`,
    '<nav epub:type="landmarks" hidden="hidden"><ol>',
    `<li><a epub:type="toc" href="#toc">${heading}</a></li>`,
    chapters[0] &&
      `<li><a epub:type="bodymatter" href="${chapters[0].path}">${escapeMarkup(t('exportStart'))}</a></li>`,
    '</ol></nav>',
  ];
  return bookPage({ title: t('exportContents'), lang, dir, content: content.filter(Boolean).join('\n') });
}
