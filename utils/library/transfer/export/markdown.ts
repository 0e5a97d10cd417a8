import { createMarkdownWriter, type ImageAddress } from '../../../text/markdown.ts';
import { fileNameOf, uniqueNames } from './file-name.ts';
import { frontMatter } from './front-matter.ts';
import { imageKind } from './image-files.ts';
import type { Part, ReadableEntry, WriteContext } from './types.ts';
import { createZip } from './zip.ts';

/** One article as a note: front matter, title, the reader's own note, text and comments. */
export function markdownOf(
  { summary, article }: ReadableEntry,
  { choices, t }: Pick<WriteContext, 'choices' | 't'>,
  imageAddress?: ImageAddress,
): string {
  const { line, lines, body, comment } = createMarkdownWriter(imageAddress);
  const comments = choices.withComments ? (article?.thread.comments ?? []) : [];
  const note = lines(summary.note);
  const parts = [
    `# ${line(summary.title) || line(summary.url)}`,
    note && `> [!note]\n${note.replace(/^/gmu, '> ')}`,
    article ? body(article.html) : line(summary.excerpt),
    summary.url && `[${line(t('exportSource'))}](<${linkTarget(summary.url)}>)`,
    comments.length > 0 ? `## ${line(t('exportComments'))}` : '',
    ...comments.map(comment),
  ];
  return `${frontMatter(summary)}\n${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Within angle brackets an address may hold anything but these. */
function linkTarget(url: string): string {
  return url.replace(/[<>\\\s]/gu, encodeURIComponent);
}

export async function* writeMarkdown(
  entries: AsyncIterable<ReadableEntry>,
  context: WriteContext,
): AsyncIterable<Part> {
  for await (const entry of entries) yield markdownOf(entry, context);
}

/** One note an article, in a zip, with the images that are kept in a folder beside them. */
export async function* writeMarkdownZip(
  entries: AsyncIterable<ReadableEntry>,
  context: WriteContext,
): AsyncIterable<Part> {
  const zip = createZip();
  const unique = uniqueNames();
  for await (const entry of entries) {
    const { summary, images } = entry;
    const used = new Map<string, string>();
    const imageAddress = (url: string) => {
      const image = images.get(url);
      const kind = image && imageKind(new Uint8Array(image.bytes));
      if (!kind) return null;
      const path = used.get(url) ?? `images/${summary.id}-${used.size + 1}.${kind.ending}`;
      used.set(url, path);
      return path;
    };
    const content = markdownOf(entry, context, imageAddress);
    const name = unique(fileNameOf(summary.title, `article-${summary.id.slice(0, 8)}`));
    yield* zip.add({ path: `${name}.md`, content, time: summary.savedAt });
    for (const [url, path] of used) {
      const image = images.get(url);
      if (!image) continue;
      yield* zip.add({ path, content: new Uint8Array(image.bytes), time: summary.savedAt, isDense: true });
    }
  }
  yield* zip.end();
}
