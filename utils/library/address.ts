import type { AbsoluteUrl } from '../extraction/types/source.ts';
import { normaliseUrl } from '../text/urls.ts';

/** Longer ones are no addresses of this world; the same for addresses within articles. */
const MAX_ADDRESS = 8_192;

/** The address under which a page is kept; null for what is none. */
export function addressOf(href: string): AbsoluteUrl | null {
  const url = href.length <= MAX_ADDRESS ? normaliseUrl(href) : null;
  // What an address holds beside ASCII is written longer than it was given.
  return url && url.length <= MAX_ADDRESS ? url : null;
}
