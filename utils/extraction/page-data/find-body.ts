import { keyOf } from '../../text/normalise.ts';
import { readingLength } from '../prose.ts';
import { asObject, type Json, type JsonObject, textIn } from './json.ts';
import { parse } from './json-scripts.ts';
import { isRichText } from './rich-text.ts';

/** Data of a page is wide, seldom deep; what lies deeper, or beyond so many values, is not looked at. */
const DEEPEST = 60;
const MOST_VALUES = 300_000;
const LONGEST_BODY = 2_000_000;
/** The least article that is worth more than a page without any; in units of `readingLength`. */
const LEAST_BODY = 200;
const BODY_NAME =
  /^(?:article_?body|body|content|html|text|markup|post|rendered|(?:body|content|post|article|raw)_?(?:html|text|body|content)|description_?html|document|rich_?text|main_?content|story)$/iu;
const OTHER_NAME =
  /(?:css|style|script|svg|comment|license|terms|policy|consent|translation|i18n|messages|locale|config)/iu;
const TITLE_NAMES = ['title', 'headline', 'name', 'subject'];
const TAG = /<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|pre|section|article|figure|table)\b/iu;
const SENTENCES = /[.!?。！？…]["'”’」』）)]?(?:\s|$|(?<=[。！？]))/gu;

/** The body of an article as a page's data holds it. */
export interface DataBody {
  readonly kind: 'html' | 'text' | 'rich-text';
  readonly value: Json;
  /** How much it says, in units of `readingLength`. */
  readonly length: number;
  /** Whether it stands with the page's title. */
  readonly isTitled: boolean;
}

/**
 * The longest body of an article in data: a text, HTML or the rich text of an editor. What stands beside the
 * page's title, or under a name that bodies have, counts for more. Walks without recursion, within bounds.
 */
export function findBody(data: Iterable<unknown>, title: string): DataBody | null {
  const titleKey = keyOf(title);
  let best: DataBody | null = null;
  let most = 0;
  for (const value of data) {
    for (const { body, weight } of bodiesIn(value, titleKey)) {
      if (weight <= most) continue;
      best = body;
      most = weight;
    }
  }
  return best && best.length >= LEAST_BODY ? best : null;
}

interface Visit {
  readonly value: Json;
  readonly name: string;
  readonly depth: number;
  /** Whether an object around it has the page's title. */
  readonly isTitled: boolean;
}

function* bodiesIn(root: Json, titleKey: string): Generator<{ body: DataBody; weight: number }> {
  const visits: Visit[] = [{ value: root, name: '', depth: 0, isTitled: false }];
  for (let seen = 0; visits.length > 0 && seen < MOST_VALUES; seen += 1) {
    const visit = visits.pop();
    if (!visit || OTHER_NAME.test(visit.name)) continue;
    const body = bodyOf(visit.value);
    if (body) {
      const named = BODY_NAME.test(visit.name) ? 1.5 : 1;
      yield {
        body: { ...body, isTitled: visit.isTitled },
        weight: body.length * named * (visit.isTitled ? 2 : 1),
      };
    } else if (visit.depth < DEEPEST) {
      enter(visit, titleKey, visits);
    }
  }
}

function enter({ value, name, depth, isTitled }: Visit, titleKey: string, visits: Visit[]): void {
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MOST_VALUES))
      visits.push({ value: item, name, depth: depth + 1, isTitled });
    return;
  }
  if (typeof value === 'string') {
    const inner = looksLikeJson(value) ? parse(value) : undefined;
    if (inner !== undefined) visits.push({ value: inner, name, depth: depth + 1, isTitled });
    return;
  }
  const object = asObject(value);
  if (!object) return;
  const titled = isTitled || hasTitle(object, titleKey);
  for (const [key, item] of Object.entries(object)) {
    visits.push({ value: item, name: key, depth: depth + 1, isTitled: titled });
  }
}

function hasTitle(object: JsonObject, titleKey: string): boolean {
  return TITLE_NAMES.some((name) => {
    const key = keyOf(textIn(object[name]).slice(0, 300));
    return key.length > 3 && titleKey.includes(key);
  });
}

function looksLikeJson(text: string): boolean {
  return text.length > 100 && text.length < LONGEST_BODY && /^\s*[[{]/u.test(text);
}

function bodyOf(value: Json): Omit<DataBody, 'isTitled'> | null {
  if (typeof value === 'string') return textBody(value);
  if (typeof value !== 'object' || value === null || !isRichText(value)) return null;
  return { kind: 'rich-text', value, length: lengthOfTexts(value) };
}

function textBody(text: string): Omit<DataBody, 'isTitled'> | null {
  if (text.length < LEAST_BODY / 2.5 || text.length > LONGEST_BODY || looksLikeJson(text)) return null;
  if (TAG.test(text)) {
    return { kind: 'html', value: text, length: readingLength(text.replace(/<[^<>]*>/gu, ' ')) };
  }
  const sentences = text.match(SENTENCES)?.length ?? 0;
  // Addresses, keys and code have no sentences.
  if (sentences < 2 || sentences * 400 < text.length) return null;
  return { kind: 'text', value: text, length: readingLength(text) };
}

/** How much the texts of a rich text say, whatever its editor. */
function lengthOfTexts(root: Json): number {
  const values: Json[] = [root];
  let length = 0;
  for (let seen = 0; values.length > 0 && seen < MOST_VALUES; seen += 1) {
    const value = values.pop();
    if (Array.isArray(value)) values.push(...value.slice(0, 10_000));
    else
      for (const [key, inner] of Object.entries(asObject(value) ?? {})) {
        if (/^(?:text|value|plain_text)$/u.test(key) && typeof inner === 'string')
          length += readingLength(inner);
        else if (typeof inner === 'object') values.push(inner);
      }
  }
  return length;
}
