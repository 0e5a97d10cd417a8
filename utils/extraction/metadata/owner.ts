import { tidyLine } from '../../text/normalise.ts';
import { hostOf } from '../../text/urls.ts';
import type { Facts } from './facts.ts';
import { nameShape } from './person-name.ts';

const MAX_NAME = 60;
const COPYRIGHT =
  /(?:©|\(c\)|copyright|&copy;)[\s:]*(?:(?:©|\(c\)|copyright)[\s:]*)?(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present|heute)?)?[\s,|:·–-]*)?(?:by\s+|von\s+)?([^|·•.,©()]{3,60})/iu;
/** What follows the holder in a copyright line. */
const AFTER_HOLDER =
  /\s+(?:all rights|alle rechte|tous droits|the content|unless|licensed|(?:19|20)\d\d).*$/iu;
/** What a personal site is called beside its owner's name. */
const SITE_WORDS =
  /(?:['’]s?)?\s+(?:(?:digital|personal|tech)\s+)?(?:blog|homepage|home\s?page|website|site|journal|notes|home)$/iu;

/**
 * Whose site it is, where it is one person's: the name that the site, its home link or its copyright line
 * give, when the host is called after it. Null for other sites.
 */
export function findOwner(facts: Facts): string | null {
  const host = letters(hostOf(facts.source.url));
  for (const text of namesOfSite(facts)) {
    const name = tidyLine(text).replace(SITE_WORDS, '');
    if (nameShape(name) === 2 && isCalledAfter(host, name)) return name;
  }
  return null;
}

function* namesOfSite(facts: Facts): Generator<string> {
  yield* facts.siteNames;
  for (const line of facts.survey.copyrights) {
    const holder = COPYRIGHT.exec(line)?.[1];
    if (holder) yield holder.replace(AFTER_HOLDER, '');
  }
  const origin = facts.base?.origin;
  const homes = new Set(['/', './', origin, `${origin}/`]);
  for (const spot of facts.survey.links) {
    if (homes.has(spot.element.getAttribute('href') ?? '') && spot.line.length <= MAX_NAME) yield spot.line;
  }
}

function isCalledAfter(host: string, name: string): boolean {
  return name.split(/\s+/u).some((word) => {
    const part = letters(word);
    return part.length >= 4 && host.includes(part);
  });
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{Ll}\p{Lo}]/gu, '');
}
