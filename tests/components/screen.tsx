import { type RenderResult, render } from '@testing-library/preact';
import axe from 'axe-core';
import type { ComponentChildren, VNode } from 'preact';
import { afterAll } from 'vitest';
import { InterfaceContext } from '../../components/interface.ts';
import { type InterfaceLanguage, translator } from '../../utils/i18n.ts';

// jsdom lays nothing out: there is nowhere to scroll to, and nothing ever changes its size.
Element.prototype.scrollIntoView = () => {};
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// Nor does it know modal dialogs.
HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function () {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
// Nor does it paint: a set of ranges is all that there is to know of a highlight.
Object.assign(globalThis, { Highlight: Set });
Object.assign(CSS, { highlights: new Map() });

// Effects of what was drawn last come a moment later; they must not come to a page that is gone.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 100)));

/** Renders what is shown on a screen in a language of the interface. */
export function show(content: VNode, language: InterfaceLanguage = 'en'): RenderResult {
  const ui = { language, t: translator(language) };
  return render(content, {
    wrapper: ({ children }: { children: ComponentChildren }) => (
      <InterfaceContext.Provider value={ui}>{children}</InterfaceContext.Provider>
    ),
  });
}

/** The accessibility rules that an element breaks, as far as they need no layout. */
export async function brokenRules(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
