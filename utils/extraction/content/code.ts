import { isBlockElement } from '../../text/blocks.ts';

/** Elements that highlighters put around code; `pre`, `table` and `code` are code only where they look it. */
export const CODE_SELECTOR = 'pre, table, code, .syntaxhighlighter, .dp-highlighter, .crayon-syntax';

/** Line numbers of Rouge, Pygments, Chroma, Hexo, highlight.js, Prism, SyntaxHighlighter, Crayon and GitHub. */
const LINE_NUMBERS =
  /(?:^|\s)(?:line-?nos?|linenums?|linenodiv|line-?numbers?(?:-rows)?|lnt?|gutter|rouge-gutter|hljs-ln-(?:n|line|numbers)|crayon-nums?(?:-content)?|blob-num|gist-line-number|ecl-gutter|hljs-ln-numbers)(?:\s|$)/iu;
/** Some highlighters give the same names to the code that they number. */
const ONLY_NUMBERS = /^[\s\d]*$/u;
const CONTROL =
  /(?:^|[\s_-])(?:copy|clipboard|copy-?(?:btn|button|code)|toolbar|btn-copy|buttons?)(?:[\s_-]|$)/iu;
/** Table classes of highlighters that lay code out in rows or beside its line numbers. */
const CODE_TABLE =
  /(?:^|\s)(?:highlight-?table|rouge-table|lntable|hljs-ln|crayon-table|blob-wrapper|js-file-line-container)(?:\s|$)/iu;
const CODE_CELL = /(?:^|\s)(?:code|rouge-code|blob-code|lntd|crayon-code|hljs-ln-code)(?:\s|$)/iu;
const LANGUAGE =
  /(?:^|\s)(?:lang(?:uage)?|highlight-source|highlight|brush|sourceCode)[-:]\s*([\w+#.-]{1,20})/iu;
/** In `<code>` outside of `<pre>`, so many line breaks make it a block. */
const LEAST_BREAKS = 2;

/**
 * Makes one plain `<pre><code>` of what a highlighter made: line breaks as characters, whether they were `<br>`,
 * one element a line or table rows; without line numbers and copy buttons. What is plain already, stays.
 */
export function tidyCode(element: Element): void {
  const name = element.nodeName;
  if (name === 'PRE') tidyPre(element);
  else if (name === 'TABLE') tidyCodeTable(element);
  else if (name === 'CODE') tidyLoneCode(element);
  else element.replaceWith(codeBlock(element, element));
}

function tidyPre(pre: Element): void {
  const table = pre.closest('table');
  if (table && isCodeTable(table)) return;
  if (pre.firstElementChild === null) return;
  if (needsTidying(pre)) pre.replaceWith(codeBlock(pre, pre));
  else keepLanguage(pre, pre);
}

/** Whether anything in a `<pre>` is more than text in inline elements. */
function needsTidying(pre: Element): boolean {
  for (const inner of pre.querySelectorAll('*')) {
    if (inner.nodeName === 'BR' || isBlockElement(inner) || isLeftOut(inner) || isLine(inner)) return true;
  }
  return false;
}

function tidyCodeTable(table: Element): void {
  if (!isCodeTable(table)) return;
  const outer = table.closest('pre');
  if (outer) return;
  table.replaceWith(codeBlock(table, table));
}

function isCodeTable(table: Element): boolean {
  const names = classOf(table);
  const [first, ...others] = table.querySelectorAll('tr')[0]?.children ?? [];
  if (!first) return false;
  if (CODE_TABLE.test(names) && (others.length > 0 || CODE_CELL.test(classOf(first)))) return true;
  return (
    LINE_NUMBERS.test(classOf(first)) &&
    others.some((cell) => CODE_CELL.test(classOf(cell)) || holdsPre(cell))
  );
}

function holdsPre(cell: Element): boolean {
  return cell.querySelector('pre') !== null;
}

/** Code that is set line by line with `<br>` and nothing else around it. */
function tidyLoneCode(code: Element): void {
  if (code.querySelectorAll('br').length < LEAST_BREAKS || code.closest('pre, table')) return;
  code.replaceWith(codeBlock(code, code));
}

function codeBlock(from: Element, named: Element): Element {
  const document = from.ownerDocument;
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  code.textContent = textOfCode(from);
  pre.append(code);
  keepLanguage(pre, named);
  return pre;
}

function keepLanguage(pre: Element, named: Element): void {
  const code = pre.querySelector('code');
  if (!code) return;
  const inner = [...named.querySelectorAll('code')].at(-1);
  const declared = [named, inner, named.parentElement].map(
    (element) => element?.getAttribute('data-lang') ?? element?.getAttribute('data-language'),
  );
  const byClass = [inner, named, named.parentElement, named.parentElement?.parentElement].map(
    (element) => element && LANGUAGE.exec(classOf(element))?.[1],
  );
  const language = [...declared, ...byClass].find((word) => word && /^[\w+#.-]{1,20}$/u.test(word));
  if (language) code.setAttribute('data-lang', language.toLowerCase());
}

/** The text of code with the line breaks that its markup shows. */
export function textOfCode(root: Element): string {
  const parts: string[] = [];
  collect(root, parts);
  return parts
    .join('')
    .replace(/\u00a0/gu, ' ')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();
}

function collect(parent: Node, parts: string[]): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      parts.push(node.nodeValue ?? '');
    } else if (node.nodeName === 'BR') {
      parts.push('\n');
    } else if (node.nodeType === 1 && !isLeftOut(node as Element)) {
      const ownLine = isLine(node as Element);
      if (ownLine) startLine(parts);
      const before = parts.length;
      collect(node, parts);
      if (ownLine) endLine(parts, before);
    }
  }
}

function startLine(parts: string[]): void {
  const last = parts.at(-1);
  if (last === undefined || last.endsWith('\n')) return;
  // Indentation between two lines' elements is the page's own, not the code's.
  if (!last.trim() && parts.at(-2)?.endsWith('\n')) parts.pop();
  else parts.push('\n');
}

/** An element for an empty line is a line as well. */
function endLine(parts: string[], before: number): void {
  const isEmpty = parts.slice(before).join('') === '';
  if (isEmpty || !parts.at(-1)?.endsWith('\n')) parts.push('\n');
}

/** Elements that stand for one line; cells beside each other are one line together. */
function isLine(element: Element): boolean {
  const name = element.nodeName;
  if (name === 'TD' || name === 'TH' || name === 'TBODY' || name === 'TABLE') return false;
  if (isBlockElement(element)) return name !== 'PRE' || element.parentElement?.nodeName !== 'TD';
  const style = element.getAttribute('style');
  return style !== null && /display:\s*(?:block|table-row|flex|grid)/iu.test(style);
}

function isLeftOut(element: Element): boolean {
  const name = element.nodeName;
  if (name === 'BUTTON' || name === 'CLIPBOARD-COPY' || name === 'SCRIPT' || name === 'STYLE') return true;
  if (name === 'TEXTAREA' || element.hasAttribute('data-clipboard-target')) return true;
  const names = classOf(element);
  if (LINE_NUMBERS.test(names) && ONLY_NUMBERS.test(element.textContent ?? '')) return true;
  if (name !== 'CODE' && CONTROL.test(names)) return true;
  const style = element.getAttribute('style');
  return style !== null && /user-select:\s*none/iu.test(style);
}

function classOf(element: Element): string {
  return element.getAttribute('class') ?? '';
}
