import { chromium, type Page } from 'playwright-core';
import { requireBrowser } from '../lib/browsers.ts';

/** A blank page in headless Chromium that holds the given script and can reach no network. */
export async function openBenchPage(script: string): Promise<{ page: Page; close(): Promise<void> }> {
  const { executable } = await requireBrowser('chromium');
  const browser = await chromium.launch({
    executablePath: executable,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext();
  await context.route('**/*', (route) => route.abort());
  const page = await context.newPage();
  await page.setContent('<!doctype html><title>bench</title>');
  await page.evaluate(script);
  return { page, close: () => browser.close() };
}
