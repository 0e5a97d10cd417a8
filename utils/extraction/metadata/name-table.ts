/** Parts of a pattern between bars that stand in no group. */
function alternativesOf(pattern: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern.charAt(at);
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|' && depth === 0) {
      found.push(pattern.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, pattern.slice(from)];
}

/**
 * The first two letters of everything that a pattern of words matches; of a pattern as `namePattern` takes it, whose
 * alternatives begin with two letters, or with a group of such that may be optional.
 * @throws SyntaxError for others
 */
export function beginningsOf(words: string): string[] {
  return alternativesOf(words).flatMap((alternative) => {
    const group = /^\(\?:([^()]*)\)(\??)-?\??(.*)$/u.exec(alternative);
    if (group) {
      const [, inner = '', isOptional, rest = ''] = group;
      return [...beginningsOf(inner), ...(isOptional ? beginningsOf(rest) : [])];
    }
    if (!/^[a-z]{2}(?!\?)/u.test(alternative)) throw new SyntaxError(`no two letters begin "${alternative}"`);
    return alternative.slice(0, 2);
  });
}

/**
 * Finds the beginnings that a name's words have: a few look-ups tell which of many patterns need not be tried.
 */
export class BeginningTable {
  private readonly bits = new Map<number, number>();

  /** @param bit stands for the patterns whose words have these beginnings; two lower-case letters each */
  add(beginnings: readonly string[], bit: number): void {
    for (const beginning of beginnings) {
      const key = keyAt(beginning, 0);
      this.bits.set(key, (this.bits.get(key) ?? 0) | bit);
    }
  }

  /** The bits of all words of a name, which spaces, hyphens and underscores part. */
  bitsOf(name: string): number {
    let bits = 0;
    let isStart = true;
    for (let at = 0; at + 1 < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      if (unit <= 0x20 || unit === 0x2d || unit === 0x5f || unit > 0x7f) isStart = true;
      else if (isStart) {
        bits |= this.bits.get(keyAt(name, at)) ?? 0;
        isStart = false;
      }
    }
    return bits;
  }
}

function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);
}
