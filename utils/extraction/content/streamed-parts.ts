/** React's names of parts that it streams after their places: `S:0` goes to `B:0` or `P:0`. */
const PART = 'div[hidden][id*="S:"]';
const PLACED = /\$R[A-Z]\w{0,3}\(\s*"([^"]{0,40}[BP]:[\da-f]{1,8})"\s*,\s*"([^"]{0,40}S:[\da-f]{1,8})"/gu;
const MOST_PARTS = 2_000;

/**
 * Moves parts of the page that React streamed into hidden elements to their places, as the page's own script does
 * on arrival; stored pages often hold them unmoved. Works on the private copy.
 */
export function placeStreamedParts(document: Document, scripts: readonly Element[]): void {
  const parts = document.querySelectorAll(PART);
  if (parts.length === 0 || parts.length > MOST_PARTS) return;
  const places = placesIn(scripts);
  for (const part of parts) {
    const name = places.get(part.id) ?? part.id.replace('S:', 'B:');
    const place = document.getElementById(name) ?? document.getElementById(part.id.replace('S:', 'P:'));
    if (!place || part.contains(place)) {
      part.removeAttribute('hidden');
    } else {
      removeFallback(place);
      place.replaceWith(...part.childNodes);
      part.remove();
    }
  }
}

/** The place of each part, from the calls that would have moved it. */
function placesIn(scripts: readonly Element[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const script of scripts) {
    const source = script.textContent ?? '';
    if (!source.includes('$R')) continue;
    for (const [, place, part] of source.matchAll(PLACED)) if (place && part) places.set(part, place);
  }
  return places;
}

/** What stands between a place and the comment that ends it is shown only until its part has come. */
function removeFallback(place: Element): void {
  if (place.previousSibling?.nodeType !== 8) return;
  let level = 0;
  for (let node = place.nextSibling; node; node = place.nextSibling) {
    const mark = node.nodeType === 8 ? (node.nodeValue ?? '') : '';
    if (mark === '/$' && level === 0) return;
    if (mark === '/$') level -= 1;
    else if (/^\$[?!~]?$/u.test(mark)) level += 1;
    node.remove();
  }
}
