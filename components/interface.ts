import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type InterfaceLanguage, type Translate, translator } from '../utils/i18n.ts';

/** The language of the interface, which need not be the article's. */
export interface Interface {
  readonly language: InterfaceLanguage;
  readonly t: Translate;
}

export const InterfaceContext = createContext<Interface>({ language: 'en', t: translator('en') });

export function useInterface(): Interface {
  return useContext(InterfaceContext);
}
