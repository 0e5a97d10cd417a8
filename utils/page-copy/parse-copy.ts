import { Parser } from 'htmlparser2';
import { err, ok, type Result } from '../result.ts';
import type { CopyError } from './copy-page.ts';
import { CopyDocument } from './document.ts';
import { CopyElement } from './element.ts';
import type { CopyParent } from './parent.ts';

/** As deep as browsers' own parsers go. */
const MAX_DEPTH = 512;
const MAX_NODES = 100_000;
/** So much is parsed before a tree is looked at again that became too deep or too large. Characters. */
const PIECE = 16 * 1024;

/** Parts of a page that are no content; what they hold falls away with them. */
const DROPPED = new Set(['head', 'title', 'script', 'style', 'template', 'svg']);
/** The frame of a page, which the copy has already. */
const FRAME = new Set(['html', 'body']);

/**
 * HTML as a private copy where there is no DOM to parse it, as in a worker. Broken markup is mended much as browsers
 * do it, not quite; whoever shows what becomes of it has it parsed again by a browser.
 */
export function parseCopy(html: string): Result<Document, CopyError> {
  const builder = new Builder();
  const parser = new Parser(builder);
  for (let at = 0; at < html.length && !builder.error; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (builder.error) return err(builder.error);
  parser.end();
  return ok(builder.document as unknown as Document);
}

/** Makes a tree of a parser's events. */
class Builder {
  readonly document = new CopyDocument();
  error: CopyError | null = null;
  private readonly body: CopyElement;
  private at: CopyParent;
  private depth = 0;
  private nodes = 0;
  /** How many elements are open within one that is dropped, itself included. */
  private dropped = 0;
  /** How many elements are open within a formula. */
  private math = 0;

  constructor() {
    const root = this.document.createElement('html');
    this.body = this.document.createElement('body');
    this.document.append(root);
    root.append(this.document.createElement('head'), this.body);
    this.at = this.body;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.dropped > 0 || DROPPED.has(name)) {
      this.dropped += 1;
      return;
    }
    if (FRAME.has(name) || this.isFull()) return;
    if (this.math > 0 || name === 'math') this.math += 1;
    // Elements of HTML have upper-case names.
    const named = this.document.vocabulary.elementName(this.math > 0 ? name : name.toUpperCase());
    const element = new CopyElement(this.document, named, []);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    this.at.adopt(element);
    this.at = element;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.error = 'too-deep';
  }

  ontext(text: string): void {
    if (this.dropped > 0 || this.isFull()) return;
    const last = this.at.lastChild;
    if (last?.nodeType === 3) (last as unknown as { data: string }).data += text;
    else this.at.adopt(this.document.createTextNode(text));
  }

  onclosetag(name: string): void {
    if (this.dropped > 0) {
      this.dropped -= 1;
      return;
    }
    if (FRAME.has(name) || this.at === this.body || this.error) return;
    if (this.math > 0) this.math -= 1;
    this.depth -= 1;
    this.at = this.at.parentNode ?? this.body;
  }

  private isFull(): boolean {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) this.error = 'too-large';
    return this.error !== null;
  }
}
