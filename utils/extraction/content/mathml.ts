/** Signs that stand between two terms and read better apart from them. */
const APART = /^(?:[=<>+−±∓×÷·≤≥≠≈≡≪≫∼→←⇒⇔∈∉⊂⊆∪∩∧∨]|-|:=)$/u;
/** Invisible operators: function application, times, separator, plus. */
const INVISIBLE = /[\u2061-\u2064]/gu;
const ACCENTS = new Map([
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['¯', '\u0304'],
  ['‾', '\u0304'],
  ['˙', '\u0307'],
  ['→', '\u20d7'],
]);

/**
 * MathML as one line of text: `x^2`, `a_i`, `(a+b)/c`, `√(x)`. For formulas that carry no TeX of their own.
 * Reads only.
 */
export function linearMath(element: Element): string {
  return read(element).replace(/\s+/gu, ' ').trim();
}

function read(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const writer = WRITERS[element.localName];
  return writer ? writer(element) : all(element);
}

function all(element: Element): string {
  return [...element.childNodes].map(read).join('');
}

/** The text of the nth argument of an element. */
function part(element: Element, index: number): string {
  const child = element.children[index];
  return child ? read(child).trim() : '';
}

function grouped(text: string): string {
  return [...text].length > 1 && !/^\(.*\)$/u.test(text) ? `(${text})` : text;
}

function script(base: string, sign: '^' | '_', index: string): string {
  if (!index) return base;
  return `${base}${sign}${[...index].length > 1 ? `{${index}}` : index}`;
}

function operator(element: Element): string {
  const sign = (element.textContent ?? '').replace(INVISIBLE, '').trim();
  const isFirst = element.previousElementSibling === null;
  return APART.test(sign) && !isFirst ? ` ${sign} ` : sign === ',' ? ', ' : sign;
}

function over(element: Element): string {
  const accent = ACCENTS.get(part(element, 1));
  const base = part(element, 0);
  return accent && [...base].length === 1 ? `${base}${accent}` : script(base, '^', part(element, 1));
}

function fenced(element: Element): string {
  const inner = [...element.children].map((child) => read(child).trim()).join(', ');
  return `${element.getAttribute('open') ?? '('}${inner}${element.getAttribute('close') ?? ')'}`;
}

const WRITERS: Readonly<Record<string, (element: Element) => string>> = {
  semantics: (element) => part(element, 0),
  annotation: () => '',
  style: () => '',
  script: () => '',
  'annotation-xml': () => '',
  mphantom: () => '',
  mspace: () => ' ',
  mo: operator,
  mtext: (element) => all(element).replace(/\s+/gu, ' '),
  mfrac: (element) => `${grouped(part(element, 0))}/${grouped(part(element, 1))}`,
  msqrt: (element) => `√(${all(element).trim()})`,
  mroot: (element) => `√[${part(element, 1)}](${part(element, 0)})`,
  msup: (element) => script(part(element, 0), '^', part(element, 1)),
  msub: (element) => script(part(element, 0), '_', part(element, 1)),
  msubsup: (element) => script(script(part(element, 0), '_', part(element, 1)), '^', part(element, 2)),
  munder: (element) => script(part(element, 0), '_', part(element, 1)),
  mover: over,
  munderover: (element) => script(script(part(element, 0), '_', part(element, 1)), '^', part(element, 2)),
  mfenced: fenced,
  mtable: (element) => `[${[...element.children].map((row) => read(row).trim()).join('; ')}]`,
  mtr: (element) => [...element.children].map((cell) => read(cell).trim()).join(', '),
};
