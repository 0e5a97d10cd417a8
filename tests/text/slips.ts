/** The least number of slips between two words, by the book: optimal string alignment, one cell after another. */
export function slips(a: string, b: string): number {
  const known = new Map<string, number>();
  const at = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    const value = known.get(key) ?? cell(i, j);
    known.set(key, value);
    return value;
  };
  function cell(i: number, j: number): number {
    if (i === 0 || j === 0) return i + j;
    const isSame = a[i - 1] === b[j - 1];
    const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1)];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1);
    return Math.min(...ways);
  }
  return at(a.length, b.length);
}
