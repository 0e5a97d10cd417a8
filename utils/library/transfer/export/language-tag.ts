/** A language tag as HTML and XML take it; empty for what is none. */
export function languageTag(lang: string | null): string {
  if (!lang) return '';
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? '';
  } catch {
    return '';
  }
}
