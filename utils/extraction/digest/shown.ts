import { keyOf } from '../../text/normalise.ts';
import type { RawComment } from '../types/comments.ts';
import type { DigestLine } from '../types/digest.ts';

/** What a digest says already: no comment, and no wording, is said twice. */
export class Shown {
  private readonly ids = new Set<string>();
  private readonly wordings = new Set<string>();
  private readonly keys = new Map<string, string>();

  hasComment({ id, text }: RawComment): boolean {
    return this.ids.has(id) || this.wordings.has(this.keyOfText(id, text));
  }

  hasQuote(quote: string): boolean {
    return this.wordings.has(keyOf(quote));
  }

  /** False, and nothing is remembered, where the comment or the quotation is shown already. */
  add(comment: RawComment, { quote }: DigestLine): boolean {
    if (this.hasComment(comment) || this.hasQuote(quote)) return false;
    this.ids.add(comment.id);
    this.wordings.add(this.keyOfText(comment.id, comment.text));
    this.wordings.add(keyOf(quote));
    return true;
  }

  /** The same comments are asked for by one part of the digest after another. */
  private keyOfText(id: string, text: string): string {
    const key = this.keys.get(id) ?? keyOf(text);
    this.keys.set(id, key);
    return key;
  }
}
