import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { type InterfaceLanguage, translator } from '../utils/i18n.ts';
import type { Settings } from '../utils/settings.ts';
import { applyAppearance } from './appearance.ts';
import { InterfaceContext } from './interface.ts';

export interface ScreenProps {
  readonly settings: ReadonlySignal<Settings>;
  readonly languageFor: (settings: Settings) => InterfaceLanguage;
  readonly children: (settings: Settings) => ComponentChildren;
}

/** Sets a page in the reader's language and appearance, and keeps up with changes of both. */
export function Screen({ settings, languageFor, children }: ScreenProps) {
  const current = settings.value;
  const language = languageFor(current);
  const ui = useMemo(() => ({ language, t: translator(language) }), [language]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    applyAppearance(document.documentElement, current);
  }, [language, current]);
  return <InterfaceContext.Provider value={ui}>{children(current)}</InterfaceContext.Provider>;
}
