/** Words as the bench's scorer counts them: runs of letters, digits and `_`, lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** F1 of two bags of words. */
export function wordF1(predicted: readonly string[], truth: readonly string[]): number {
  if (predicted.length === 0 || truth.length === 0) return predicted.length === truth.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of truth) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of predicted) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(word, count - 1);
  }
  const precision = common / predicted.length;
  const recall = common / truth.length;
  return common === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
