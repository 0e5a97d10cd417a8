import { resolve } from '../../text/urls.ts';

/** Names that only this module gives: no page can choose one that hides something of the screen's own. */
export const JUMP_ID = /^jump-\d{1,5}$/u;
const MOST_JUMPS = 2_000;

/**
 * Keeps links within an article working: between notes and their references, and from an overview to its
 * sections. Targets get names of our own. Links to what is not in the article stay as they are, for the
 * sanitiser to unwrap. Works on the private copy.
 *
 * @param pageUrl the page's address: some links spell it out
 */
export function keepJumpLinks(root: HTMLElement, pageUrl: string): void {
  for (const forged of root.querySelectorAll('[id^="jump-"]')) forged.removeAttribute('id');
  const links = root.querySelectorAll('a[href*="#"]');
  if (links.length === 0) return;
  const targets = targetsIn(root);
  const names = new Map<Element, string>();
  for (const link of links) {
    const target = targets.get(fragmentOf(link.getAttribute('href') ?? '', pageUrl));
    if (!target || target === link) continue;
    const name = names.get(target) ?? `jump-${names.size + 1}`;
    if (names.size >= MOST_JUMPS && !names.has(target)) return;
    names.set(target, name);
    link.setAttribute('href', `#${name}`);
  }
  for (const [target, name] of names) nameTarget(target, name);
}

/** Elements by the names that links give; the first of a name counts, as in browsers. */
function targetsIn(root: HTMLElement): Map<string, Element> {
  const targets = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id], a[name]')) {
    for (const attribute of ['id', 'name']) {
      const name = element.getAttribute(attribute);
      if (name && !targets.has(name)) targets.set(name, element);
    }
  }
  return targets;
}

/** What follows the `#` of a link into the same page; empty for links elsewhere. */
function fragmentOf(href: string, pageUrl: string): string {
  const at = href.indexOf('#');
  const address = href.slice(0, at);
  const isSamePage = address === '' || resolve(address, pageUrl) === pageUrl.replace(/#.*$/u, '');
  if (!isSamePage) return '';
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

function nameTarget(target: Element, name: string): void {
  if (target.nodeName !== 'A' || target.hasAttribute('href')) {
    target.setAttribute('id', name);
    return;
  }
  // An anchor that leads nowhere does not survive the sanitiser.
  const place = target.ownerDocument.createElement('span');
  place.setAttribute('id', name);
  place.append(...target.childNodes);
  target.replaceWith(place);
}
