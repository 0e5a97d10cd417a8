import type { Settings } from '../utils/settings.ts';

/** One step of text size, as a factor: six steps double the size. */
const STEP = 2 ** (1 / 6);

/** How much larger than normal text of a size step is; 1 is normal. */
export function textScale(step: number): number {
  return STEP ** step;
}

/** Lets the style sheets know what the reader has chosen. */
export function applyAppearance(root: HTMLElement, settings: Settings): void {
  root.dataset.theme = settings.appearance;
  root.dataset.measure = settings.lineWidth;
  root.dataset.font = settings.font;
  root.style.setProperty('--reading-scale', textScale(settings.textSize).toFixed(3));
}
