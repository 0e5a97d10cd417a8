const EMBED = 'img[data-embed]';
const CAPTION =
  'figcaption, .wp-caption-text, .wp-caption-dd, .tr-caption, .gallery-caption, .tiled-gallery-caption';
const FIGURE = 'figure, .wp-caption, .tr-caption-container, .gallery-item, .tiled-gallery-item';
/** What stands beside an embedded post is found within so many nodes, or the post stands alone. */
const FARTHEST = 60;

/**
 * Adds what belongs to the kept parts of an article and is no text of its own: embedded posts between or beside
 * them, and captions of kept images. A caption that was judged not to be text of the article is shown with its
 * image all the same, but marked `data-beside`, so that it is not read as the article's words.
 *
 * @param inside the nodes that stay, with their ancestors up to the root; grows
 */
export function keepBeside(root: Element, inside: Set<Node>): void {
  for (const element of root.querySelectorAll(`${EMBED}, ${CAPTION}`)) {
    if (element.nodeName === 'IMG') {
      if (isBesideKept(element, root, inside)) addWithAncestors(element, root, inside);
    } else if (!inside.has(element) && holdsKeptImage(element, inside)) {
      element.setAttribute('data-beside', '');
      addWithAncestors(element, root, inside);
      addAll(element, inside);
    }
  }
}

function addWithAncestors(from: Node, root: Node, inside: Set<Node>): void {
  for (let node: Node | null = from; node && node !== root; node = node.parentNode) inside.add(node);
}

function addAll(parent: Node, inside: Set<Node>): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    inside.add(node);
    addAll(node, inside);
  }
}

function holdsKeptImage(caption: Element, inside: ReadonlySet<Node>): boolean {
  const images = caption.closest(FIGURE)?.querySelectorAll('img') ?? [];
  return [...images].some((image) => inside.has(image));
}

/** Whether the nearest text before or after an element stays. */
function isBesideKept(element: Element, root: Element, inside: ReadonlySet<Node>): boolean {
  return (
    isKeptText(element, root, inside, 'previousSibling', 'lastChild') ||
    isKeptText(element, root, inside, 'nextSibling', 'firstChild')
  );
}

function isKeptText(
  from: Element,
  root: Element,
  inside: ReadonlySet<Node>,
  sibling: 'previousSibling' | 'nextSibling',
  child: 'firstChild' | 'lastChild',
): boolean {
  let node: Node | null = from;
  for (let steps = 0; steps < FARTHEST && node; steps += 1) {
    while (node && node !== root && !node[sibling]) node = node.parentNode;
    if (!node || node === root) return false;
    node = node[sibling];
    while (node?.[child]) node = node[child];
    if (node?.nodeType === 3 && (node.nodeValue ?? '').trim()) return inside.has(node);
  }
  return false;
}
