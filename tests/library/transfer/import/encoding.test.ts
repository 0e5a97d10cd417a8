// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const CSV = 'title,url,time_added,tags,status\n猫の船旅について,https://a.example/,1,船,unread\n';

/** UTF-16 as Windows writes it, with or without its mark. */
function utf16(
  text: string,
  { isBig, isMarked }: { isBig: boolean; isMarked: boolean },
): Uint8Array<ArrayBuffer> {
  const whole = (isMarked ? '\ufeff' : '') + text;
  const view = new DataView(new ArrayBuffer(whole.length * 2));
  for (let at = 0; at < whole.length; at += 1) view.setUint16(at * 2, whole.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
}

/** Bytes of characters in an encoding that can only be decoded here, found by decoding every pair. */
function encode(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const bytesBy = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x80; first < 0x100; first += 1) {
    for (let second = 0x40; second < 0x100; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && !bytesBy.has(character)) bytesBy.set(character, [first, second]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => bytesBy.get(character) ?? [character.charCodeAt(0)]),
  );
}

describe('encodings', () => {
  it.each([
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${CSV}`)],
    ['UTF-16, little end first, marked', utf16(CSV, { isBig: false, isMarked: true })],
    ['UTF-16, big end first, marked', utf16(CSV, { isBig: true, isMarked: true })],
    ['UTF-16, little end first', utf16(CSV, { isBig: false, isMarked: false })],
    ['UTF-16, big end first', utf16(CSV, { isBig: true, isMarked: false })],
    ['Shift_JIS', encode(CSV, 'shift_jis')],
    ['EUC-JP', encode(CSV, 'euc-jp')],
  ])('%s', async (_name, bytes) => {
    const { kinds, entries } = await read(bytes as Uint8Array<ArrayBuffer>);
    expect(kinds).toEqual(['pocket-csv']);
    expect(entries).toMatchObject([{ title: '猫の船旅について', tags: ['船'] }]);
  });

  it('Shift_JIS that a page declares', async () => {
    const html =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Shift_JIS">' +
      '<DL><p><DT><A HREF="https://a.example/" ADD_DATE="1">漢字</A></DL>';
    expect((await read(encode(html, 'shift_jis'))).entries).toMatchObject([{ title: '漢字' }]);
  });

  it('Latin-1', async () => {
    const bytes = Uint8Array.from(
      [...'title,url,time_added,tags,status\nFähre,https://a.example/,1,,unread\n'].map((character) =>
        character.charCodeAt(0),
      ),
    );
    expect((await read(bytes)).entries).toMatchObject([{ title: 'Fähre' }]);
  });
});
