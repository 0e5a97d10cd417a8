/** What blog tools make of an image with its caption, and of one image of a gallery, where it is no `<figure>`. */
const FRAMES =
  'div.wp-caption, dl.wp-caption, table.tr-caption-container, dl.gallery-item, .tiled-gallery-item, ' +
  '.swiper-slide, .slick-slide, .splide__slide, .ngg-gallery-thumbnail-box, .gallery-box';
const CAPTIONS =
  'figcaption, .wp-caption-text, .wp-caption-dd, .tr-caption, .gallery-caption, .tiled-gallery-caption, ' +
  '.swiper-caption, .caption, dd';

/** Makes a `<figure>` of every image with its caption and of every image of a gallery. Works on the private copy. */
export function tidyFigures(root: HTMLElement): void {
  for (const frame of root.querySelectorAll(FRAMES)) {
    const images = frame.querySelectorAll('img');
    const image = images[0];
    if (!image || images.length !== 1 || frame.querySelector('figure') || frame.closest('figure')) continue;
    const caption = frame.querySelector(CAPTIONS);
    const own = caption?.textContent?.trim() ?? '';
    // Where more is said than the caption, it is a slide of text.
    if ((frame.textContent ?? '').trim() !== own || caption?.contains(image)) continue;
    frame.replaceWith(figureOf(image, caption));
  }
}

function figureOf(image: Element, caption: Element | null): Element {
  const document = image.ownerDocument;
  const figure = document.createElement('figure');
  figure.append(image.parentElement?.nodeName === 'A' ? image.parentElement : image);
  if (caption?.textContent?.trim()) {
    const line = document.createElement('figcaption');
    line.append(...caption.childNodes);
    if (caption.hasAttribute('data-beside')) line.setAttribute('data-beside', '');
    figure.append(line);
  }
  return figure;
}
