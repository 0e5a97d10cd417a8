import type { BookImage, CoverText } from '../types.ts';

/** The shape that shops and shelves of reading devices ask for. */
const WIDTH = 1200;
const HEIGHT = 1800;
const MARGIN = 120;
const PAPER = '#fbf9f5';
const INK = '#26221d';
const SOFT = '#5c574f';
const ACCENT = '#33409b';
/** The largest first: a long title is set smaller. */
const TITLE_SIZES = [112, 92, 76, 62, 50];
const MOST_LINES = 9;
const LEADING = 1.35;
const FONTS = '"Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Serif", Georgia, serif';

/** A cover of paper and ink: the title, who wrote it, and a line in the colour of Seidoku. */
export async function drawCover({ title, byline, lang, dir }: CoverText): Promise<BookImage | null> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.direction = dir;
  context.textAlign = 'start';
  context.textBaseline = 'top';
  const x = dir === 'rtl' ? WIDTH - MARGIN : MARGIN;
  context.fillStyle = ACCENT;
  context.fillRect(dir === 'rtl' ? WIDTH - MARGIN - 180 : MARGIN, 300, 180, 10);
  const { size, lines } = fitTitle(context, title, lang);
  context.fillStyle = INK;
  context.font = `600 ${size}px ${FONTS}`;
  let y = 380;
  for (const line of lines) {
    context.fillText(line, x, y);
    y += size * LEADING;
  }
  context.fillStyle = SOFT;
  context.font = `44px ${FONTS}`;
  for (const line of wrap(context, byline, lang).slice(0, 2)) {
    y += 40;
    context.fillText(line, x, y);
    y += 44 * LEADING - 40;
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { type: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) };
}

function fitTitle(context: OffscreenCanvasRenderingContext2D, title: string, lang: string) {
  for (const size of TITLE_SIZES) {
    context.font = `600 ${size}px ${FONTS}`;
    const lines = wrap(context, title, lang);
    if (lines.length <= MOST_LINES) return { size, lines };
  }
  const size = TITLE_SIZES.at(-1) ?? 50;
  const lines = wrap(context, title, lang);
  const shown = lines.slice(0, MOST_LINES * 2);
  return { size, lines: lines.length > shown.length ? [...shown.slice(0, -1), '…'] : shown };
}

/** Lines that fit, broken between words; within a word only where it is longer than a line. */
function wrap(context: OffscreenCanvasRenderingContext2D, text: string, lang: string): string[] {
  const width = WIDTH - 2 * MARGIN;
  const fits = (line: string) => context.measureText(line.trimEnd()).width <= width;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, lang, fits)) {
    if (line && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line ? [...lines, line] : lines;
}

/** What must not stand at the beginning of a line is one piece with what stands before it. */
const CLINGING = /^[\p{Pe}\p{Pf}\p{Po}ーっゃゅょッャュョ々]/u;

function pieces(text: string, lang: string, fits: (piece: string) => boolean): string[] {
  const found: string[] = [];
  for (const { segment } of new Intl.Segmenter(lang || undefined, { granularity: 'word' }).segment(text)) {
    const before = found.at(-1);
    if (before !== undefined && CLINGING.test(segment) && fits(before + segment))
      found[found.length - 1] = before + segment;
    else if (fits(segment)) found.push(segment);
    else found.push(...Array.from(new Intl.Segmenter().segment(segment), (sign) => sign.segment));
  }
  return found;
}
