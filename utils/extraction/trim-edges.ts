import { findDate } from '../text/dates.ts';
import { keyOf } from '../text/normalise.ts';
import type { WeighedBlock } from './prose.ts';
import type { Found } from './types/article.ts';
import type { Metadata } from './types/metadata.ts';
import type { RemovalReason } from './types/removals.ts';

/** Elements that carry meaning however short their text is. */
const MEANINGFUL = /^(?:H[1-6]|LI|PRE|TR|TD|DT|DD|BLOCKQUOTE|FIGCAPTION|CAPTION)$/u;
const READING_TIME =
  /^\(?(?:reading time:?\s*)?\d{1,3}\s*(?:-\s*\d{1,3}\s*)?(?:min(?:ute)?s?\.?(?: read(?:ing)?)?|分で読める|分鐘閱讀|min\. lesezeit|minutes? de lecture)\)?$/iu;
const BYLINE =
  /^(?:(?:written|posted|published|edited|reviewed|photos?) )?(?:by|von|par|por|di|文|著者?[:：]|投稿者[:：]?|作者[:：]?)\s/iu;
const UPDATED =
  /^(?:last )?(?:updated|modified|published|posted)(?: on)?\b|^(?:veröffentlicht|aktualisiert|erstellt|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|opublikowano)\s(?:am|von|le|par|el|por|em|il|da|w)?|^(?:d(?:er|ieser) (?:beitrag|artikel|eintrag)|this (?:entry|post|article)) (?:wurde|was (?:posted|published|written))\b|^(?:最終)?更新日?|^(?:公開|投稿|更新)日/iu;
const LONGEST_LABEL = 120;
const TITLE_BAR =
  '[class*="sticky" i], [class*="entry-title" i], [class*="post-title" i], [class*="article-title" i]';

/**
 * Takes from the article what is known apart from it: its title, and byline, date and reading time before its
 * first paragraph. Links alone after its last paragraph go as well.
 */
export function trimEdges(found: Found, meta: Metadata): Found {
  const { removals } = found.source;
  const said = found.blocks.filter((block) => block.text !== '');
  const titleKey = keyOf(meta.title);
  const firstProse = said.findIndex((block) => block.prose > 0);
  const lastProse = said.findLastIndex((block) => block.prose > 0);
  const cut = new Set<WeighedBlock>();
  said.forEach((block, index) => {
    const reason =
      titleReason(block, titleKey, index) ??
      (index < firstProse || index > lastProse ? bylineReason(block, meta) : null) ??
      (lastProse >= 0 && index > lastProse && isMereLink(block) ? 'navigation' : null);
    if (!reason) return;
    removals.removeBlock(block, found.root, reason, 'trim-edges');
    cut.add(block);
  });
  return { ...found, blocks: found.blocks.filter((block) => !cut.has(block)) };
}

/** A link without a word of its own. Numbered items and bare addresses at the end are the article's sources. */
function isMereLink({ linkShare, element, text }: WeighedBlock): boolean {
  return linkShare > 0.9 && element.parentElement?.nodeName !== 'OL' && !/^https?:/u.test(text);
}

function titleReason(block: WeighedBlock, titleKey: string, index: number): RemovalReason | null {
  if (titleKey === '' || block.key !== titleKey) return null;
  const isHeading = /^H[1-6]$/u.test(block.element.nodeName) || block.element.closest('h1, h2, h3') !== null;
  return index === 0 || isHeading || isTitleBar(block.element) ? 'repeated-title' : null;
}

/** A bar that shows the title again while the page scrolls. A line of the text may be the title too: a refrain. */
function isTitleBar(element: Element): boolean {
  return element.closest(TITLE_BAR) !== null;
}

function bylineReason(block: WeighedBlock, meta: Metadata): RemovalReason | null {
  const { text } = block;
  if (text.length > LONGEST_LABEL || MEANINGFUL.test(block.element.nodeName)) return null;
  if (READING_TIME.test(text) || UPDATED.test(text)) return 'byline';
  if (meta.author && block.key === keyOf(meta.author)) return 'byline';
  if (BYLINE.test(text) && text.length < 80 && block.prose === 0) return 'byline';
  const date = findDate(text);
  return date && date.shown.length >= text.length * 0.6 ? 'byline' : null;
}
