import { inertLine } from '../../../text/inert.ts';

/** What no file system of these days, or no link of Obsidian, takes in a name. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]%]/gu;
/** The joiners within signs and words are not among them. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]/gu;
/** Devices of Windows: no file may have their name, with whatever ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/iu;
/** File systems give a name 255 bytes; the rest is for numbers, endings and folders. */
const MAX_BYTES = 160;

/**
 * A file name made of a title: readable, and nothing but a name on Windows, macOS, Linux and in Obsidian.
 *
 * @param title anything, hostile or not
 * @param otherwise what to call a file whose title leaves nothing
 */
export function fileNameOf(title: string, otherwise: string): string {
  const name = trimEnds(
    inertLine(title.normalize('NFC'))
      .replace(INVISIBLE, '')
      .replace(/\s*[\\/:|]+\s*/gu, '-')
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/gu, ' '),
  );
  const short = trimEnds(cutToBytes(name, MAX_BYTES));
  if (!/[\p{L}\p{N}\p{S}]/u.test(short)) return otherwise;
  return RESERVED.test(short) ? `_${short}` : short;
}

/** Windows drops dots and spaces at the end; a dot at the beginning hides a file, a hyphen looks like an option. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.\-~]+|[\s.]+$/gu, '');
}

/** As many whole signs as fit. */
function cutToBytes(text: string, limit: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= limit) return text;
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > limit) break;
    kept += segment;
  }
  return kept;
}

/** Gives names that differ from all before them, also where upper and lower case are the same. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const isFree = (name: string) => !taken.has(name.toLowerCase());
  return (name) => {
    let free = name;
    let number = next.get(name.toLowerCase()) ?? 2;
    while (!isFree(free)) {
      free = `${name} (${number})`;
      number += 1;
    }
    next.set(name.toLowerCase(), number);
    taken.add(free.toLowerCase());
    return free;
  };
}

/** The day as a reader's clock shows it, YYYY-MM-DD. */
export function dayOf(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
