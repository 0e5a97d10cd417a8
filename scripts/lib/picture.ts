import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

/** The first bytes of a PNG that says it is so large, whatever follows. */
export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header)]);
}

/** A PNG with hills under a sky; each seed has other colours. */
export function pngPicture(width: number, height: number, seed: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const hill =
        height * (0.55 + 0.18 * Math.sin(x / (width / 7) + seed) + 0.07 * Math.sin(x / 17 + seed * 3));
      const isSky = y < hill;
      const shade = isSky ? 1 - (0.35 * y) / height : 0.75 - (0.4 * (y - hill)) / height;
      const colour = isSky ? [200, 215 - ((seed * 13) % 40), 235] : [70 + ((seed * 29) % 90), 120, 80];
      const at = y * (1 + width * 3) + 1 + x * 3;
      for (const [index, value] of colour.entries()) rows[at + index] = Math.round(value * shade);
    }
  }
  return Buffer.concat([
    pngHeader(width, height),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
