import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

const COMPONENTS = new URL('../../components/', `file://${import.meta.filename}`);
const TOKENS = await readFile(new URL('styles/tokens.css', COMPONENTS), 'utf8');

/** Text and the ground that it stands on. */
const PAIRS = [
  ...['ground', 'raised', 'sunken'].flatMap((ground) =>
    ['ink', 'ink-soft', 'pencil', 'accent'].map((ink) => [ink, ground]),
  ),
  ...['ink', 'ink-soft', 'accent', 'pencil'].map((ink) => [ink, 'accent-soft']),
  ['ink', 'found'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('in %s', (appearance) => {
  test.each(PAIRS)('%s on %s has a contrast of at least 4.5', (ink, ground) => {
    const [brighter = 0, darker = 0] = [luminance(ink, appearance), luminance(ground, appearance)].sort(
      (a, b) => b - a,
    );
    expect((brighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

test('no other style sheet names a colour', async () => {
  const names = await readdir(COMPONENTS, { recursive: true });
  const offenders = [];
  for (const name of names.filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))) {
    const sheet = await readFile(new URL(name, COMPONENTS), 'utf8');
    if (/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(/iu.test(sheet)) offenders.push(name);
  }
  expect(offenders).toEqual([]);
});

/** Relative luminance (WCAG 2.2) of a token; from OKLCH by the matrices of CSS Color 4, section 10. */
function luminance(token: string, appearance: 'light' | 'dark'): number {
  const found = new RegExp(`--${token}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`, 'u').exec(
    TOKENS,
  );
  const [lightness, chroma, hue] = (found?.[appearance === 'light' ? 1 : 2] ?? '').split(' ').map(Number);
  if (lightness === undefined || chroma === undefined || hue === undefined)
    throw new Error(`no token ${token}`);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue);
}

function clip(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}
