/** Renders the drawings in assets/ to the sizes that browsers ask for, into public/icon/. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const ROOT = new URL('../', import.meta.url);
/** The smallest size has a drawing of its own, on the grid of its pixels. */
const DRAWINGS = { 16: 'icon-16.svg', 32: 'icon.svg', 48: 'icon.svg', 96: 'icon.svg', 128: 'icon.svg' };

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
await mkdir(new URL('public/icon/', ROOT), { recursive: true });

for (const [size, drawing] of Object.entries(DRAWINGS)) {
  const svg = await readFile(new URL(`assets/${drawing}`, ROOT), 'utf8');
  await page.setViewportSize({ width: Number(size), height: Number(size) });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await writeFile(new URL(`public/icon/${size}.png`, ROOT), await page.screenshot({ omitBackground: true }));
}
await browser.close();
