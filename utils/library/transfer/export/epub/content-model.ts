/**
 * What the XHTML of books may hold where: browsers mend whatever a page does, reading programs and shops refuse it.
 * Facts of HTML; where its versions differ, the stricter.
 */

const words = (list: string) => new Set(list.split(' '));

/** Parts of a line. Everything else is a block. */
export const PHRASING = words(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr',
);

/** These are a part of a line or a block, as what they hold is. */
export const TRANSPARENT = words('a del ins');

/** Hold parts of a line only. */
export const LINE_HOLDERS = words(
  'abbr b bdi bdo cite code dfn dt em h1 h2 h3 h4 h5 h6 i kbd mark p pre q s samp small span strong sub sup th u var',
);

/** What becomes another element, since books have no use for it or their rules for it are stricter. */
export const RENAMED: Readonly<Record<string, string>> = {
  section: 'div',
  details: 'div',
  summary: 'p',
};

/** What goes, while its content stays. */
export const UNWRAPPED = words('time col colgroup');

/** The attributes of each element, with the form of their values. */
export const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  '*': {
    class: /^[a-z0-9 -]+$/u,
    dir: /^(?:ltr|rtl|auto)$/u,
    id: /^jump-\d{1,5}$/u,
  },
  a: { href: /^(?:https?:|mailto:|#jump-\d)/u },
  img: { src: /^images\/[\w.-]+$/u, alt: /^/u, width: /^[1-9]\d{0,4}$/u, height: /^[1-9]\d{0,4}$/u },
  ol: { start: /^-?\d{1,6}$/u, reversed: /^(?:reversed)?$/u },
  li: { value: /^-?\d{1,6}$/u },
  td: { colspan: /^[1-9]\d{0,2}$/u, rowspan: /^[1-9]\d{0,3}$/u },
  th: {
    colspan: /^[1-9]\d{0,2}$/u,
    rowspan: /^[1-9]\d{0,3}$/u,
    scope: /^(?:row|col|rowgroup|colgroup)$/u,
  },
};

/** Elements that stand in certain others alone. */
export const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words('ul ol'),
  dt: words('dl'),
  dd: words('dl'),
  caption: words('table'),
  thead: words('table'),
  tbody: words('table'),
  tfoot: words('table'),
  tr: words('table thead tbody tfoot'),
  td: words('tr'),
  th: words('tr'),
  figcaption: words('figure'),
  rt: words('ruby'),
  rp: words('ruby'),
};
