import { detectLanguage, directionOf } from '../../text/language.ts';
import { memoised } from '../../text/memo.ts';
import { hostOf, toAbsoluteUrl } from '../../text/urls.ts';
import type { AbsoluteUrl } from '../types/source.ts';
import { type Facts, metaValues, nameBeside } from './facts.ts';
import type { FoundTitle } from './title.ts';

/** The name of the site: as the page declares it, else what `<title>` holds beside the post's title. */
export function findSiteName(facts: Facts, title: FoundTitle): string | null {
  return facts.siteNames[0] ?? nameBeside(title.text, facts.source.head.title);
}

/** Declared language as a BCP 47 tag, else the detected one. A tag that contradicts the text's script loses. */
export function findLanguage(facts: Facts): string | null {
  const { head } = facts.source;
  const declared = [
    head.lang,
    ...metaValues(facts, 'content-language'),
    ...metaValues(facts, 'og:locale'),
    ...metaValues(facts, 'language'),
  ]
    .map((value) => toLanguageTag(value))
    .find((tag) => tag !== null);
  const sample = sampleOf(facts);
  // A Latin text cannot contradict a language of that script, so that its words need not be counted.
  if (declared && script(declared) === 'latin' && isLatin(sample)) return declared;
  const detected = detectLanguage(sample.replace(/\s+/gu, ' '));
  if (!declared) return detected;
  return detected && script(declared) !== script(detected) ? detected : declared;
}

export function findDirection(facts: Facts, lang: string | null): 'ltr' | 'rtl' {
  const declared = facts.source.head.dir.toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return declared;
  return directionOf(lang);
}

export function findLeadImage(facts: Facts): AbsoluteUrl | null {
  const { source } = facts;
  for (const value of metaValues(
    facts,
    'og:image:secure_url',
    'og:image',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
  )) {
    const url = toAbsoluteUrl(value, source.baseUrl);
    if (url) return url;
  }
  return toAbsoluteUrl(source.head.links.get('image_src')?.[0], source.baseUrl);
}

/** The post's address: its canonical one where that is on the same host, else the page's own. */
export function findUrl({ source }: Facts): AbsoluteUrl | null {
  const canonical = toAbsoluteUrl(source.head.links.get('canonical')?.[0], source.baseUrl);
  if (!source.url) return canonical;
  return canonical && hostOf(canonical) === hostOf(source.url) ? canonical : source.url;
}

/** Asked of the browser once for each of the few that pages write. */
const toLanguageTag = memoised((value) => {
  const tag = (value.split(/[,;]/u)[0] ?? '').trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
});

/** Languages that share a script can be mistaken for each other; those of different scripts cannot. */
function script(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return /^(?:ja|zh|ko|ru|uk|bg|sr|be|ar|fa|ur|he|el|th|hi|bn|ta|te|ka|hy|km|lo|my)$/u.test(primary)
    ? primary
    : 'latin';
}

/** Whether nearly all characters of a text are Latin letters without marks. */
function isLatin(text: string): boolean {
  let basic = 0;
  let others = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const lower = unit | 0x20;
    if (lower >= 0x61 && lower <= 0x7a) basic += 1;
    else if (unit > 0x20) others += 1;
  }
  return basic * 5 > (basic + others) * 4;
}

/** Text from the middle of the page, where the post is; menus and footers stand at the ends. */
function sampleOf({ source, survey }: Facts): string {
  const start = survey.length > 12_000 ? Math.floor(survey.length / 4) : 0;
  return textBetween(source.body, start, start + 6_000);
}

/** A part of what `textContent` says, without making the whole. */
function textBetween(parent: Node, from: number, to: number): string {
  let text = '';
  let at = 0;
  for (let child = parent.firstChild; child && at < to; child = child.nextSibling) {
    const isText = child.nodeType === 3;
    if (!isText && child.nodeType !== 1) continue;
    const { length } = isText ? (child as Text) : (child.textContent ?? '');
    if (at + length > from) {
      text += isText
        ? (child.nodeValue ?? '').slice(Math.max(0, from - at), to - at)
        : textBetween(child, from - at, to - at);
    }
    at += length;
  }
  return text;
}
