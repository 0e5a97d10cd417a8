/** More texts than any page has; beyond it the memory starts anew, for a hostile page may invent them without end. */
const MOST_KNOWN = 5_000;

/** A function of a text that reads each text once: pages say the same names and words again and again. */
export function memoised<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    const value = read(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, value);
    return value;
  };
}
