import { escapeMarkup } from '../../../../text/inert.ts';
import type { BookImage } from '../types.ts';
import type { Chapter } from './chapter.ts';

/** What a book says of itself. All texts are plain and inert. */
export interface BookFacts {
  /** A UUID. */
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly subjects: readonly string[];
  /** Language tags; the first is that of most of it. */
  readonly languages: readonly string[];
  /** The address of the only article; null for several. */
  readonly source: string | null;
  /** YYYY-MM-DD. */
  readonly published: string | null;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly turnsRight: boolean;
  readonly cover: BookImage | null;
}

export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** The list of everything in the book, and the order in which it is read. */
export function packageOf(facts: BookFacts, chapters: readonly Chapter[]): string {
  const images = chapters.flatMap((chapter) => chapter.images);
  const direction = facts.turnsRight ? ' page-progression-direction="rtl"' : '';
  const manifest = [
    item('nav', 'nav.xhtml', 'application/xhtml+xml', 'nav'),
    item('style', 'style.css', 'text/css'),
    item('cover', 'cover.xhtml', 'application/xhtml+xml'),
    facts.cover ? item('cover-image', coverPath(facts.cover), facts.cover.type, 'cover-image') : '',
    ...chapters.map(({ id, path }) => item(id, path, 'application/xhtml+xml')),
    ...images.map(({ id, path, type }) => item(id, path, type)),
  ];
  const spine = ['cover', 'nav', ...chapters.map(({ id }) => id)].map((id) => `<itemref idref="${id}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadataOf(facts, images.length > 0)}
</metadata>
<manifest>
${manifest.filter(Boolean).join('\n')}
</manifest>
<spine${direction}>
${spine.join('\n')}
</spine>
</package>
`;
}

export function coverPath({ type }: BookImage): string {
  return type === 'image/jpeg' ? 'images/cover.jpg' : 'images/cover.png';
}

function item(id: string, path: string, type: string, properties = ''): string {
  return `<item id="${id}" href="${path}" media-type="${type}"${properties && ` properties="${properties}"`}/>`;
}

function metadataOf(facts: BookFacts, hasImages: boolean): string {
  const line = (name: string, text: string, attributes = '') =>
    `<dc:${name}${attributes}>${escapeMarkup(text)}</dc:${name}>`;
  const meta = (property: string, text: string) =>
    `<meta property="${property}">${escapeMarkup(text)}</meta>`;
  return [
    line('identifier', `urn:uuid:${facts.id}`, ' id="book-id"'),
    line('title', facts.title),
    ...(facts.languages.length > 0 ? facts.languages : ['und']).map((lang) => line('language', lang)),
    ...facts.authors.map((author) => line('creator', author)),
    ...facts.subjects.map((subject) => line('subject', subject)),
    facts.published && line('date', facts.published),
    facts.source && line('source', facts.source),
    meta('dcterms:modified', `${new Date(facts.modified).toISOString().slice(0, 19)}Z`),
    meta('schema:accessMode', 'textual'),
    hasImages && meta('schema:accessMode', 'visual'),
    meta('schema:accessibilityFeature', 'tableOfContents'),
    meta('schema:accessibilityHazard', 'none'),
  ]
    .filter(Boolean)
    .join('\n');
}
