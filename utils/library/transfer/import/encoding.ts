import type { ByteStream, Bytes } from './types.ts';

/** An encoding as `TextDecoder` names it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'windows-1252';

/** Where this share of what is not ASCII is no UTF-8, the text is something else; with less, bytes have strayed in. */
const MOST_STRAYS = 0.2;
const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})/iu;
const JAPANESE: Readonly<Record<string, Encoding>> = {
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'euc-jp': 'euc-jp',
  'x-euc-jp': 'euc-jp',
};
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Kana of half width are what other encodings look like in Shift_JIS. */
const HALF_KANA = /[\uff61-\uff9f]/gu;

/**
 * The encoding of a text, from its beginning: a byte order mark, zeros where UTF-16 has them, what an HTML page
 * declares, or what decodes plainly. UTF-8 stays UTF-8 though some bytes of it are broken.
 */
export function encodingOf(head: Bytes): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(head);
  if (wide) return wide;
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  const strays = text.match(/\ufffd/gu)?.length ?? 0;
  if (strays <= foreign * MOST_STRAYS) return 'utf-8';
  const declared = JAPANESE[DECLARED.exec(text.slice(0, 4096))?.[1]?.toLowerCase() ?? ''];
  return (
    declared ?? (['shift_jis', 'euc-jp'] as const).find((name) => isPlainly(name, head)) ?? 'windows-1252'
  );
}

/** The text of a stream of bytes. What its encoding does not know becomes U+FFFD. */
export async function* decode(bytes: ByteStream, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** UTF-16 without a mark: every other byte of ASCII text is zero. */
function wideEncoding(head: Bytes): Encoding | null {
  const pairs = Math.min(head.length, 512) >> 1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (pairs < 4) return null;
  if (odd > pairs * 0.6 && even === 0) return 'utf-16le';
  return even > pairs * 0.6 && odd === 0 ? 'utf-16be' : null;
}

function isPlainly(encoding: Encoding, head: Bytes): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return KANA.test(text.replace(HALF_KANA, ''));
  } catch {
    return false;
  }
}
