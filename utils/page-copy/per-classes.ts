import type { CopyElement } from './element.ts';
import { tokensOf } from './vocabulary.ts';

let slots = 0;

/**
 * A function of an element's class attribute that reads each attribute once a page: elements that look alike have
 * the same one. The answers are kept with the page's copy and go with it.
 *
 * @param read gives what a class attribute and its names say, '' where there is none; never undefined
 */
export function perClasses<Value>(
  read: (classes: string, names: readonly string[]) => Value,
): (element: Element) => Value {
  const slot = slots;
  slots += 1;
  return (element) => {
    const { classAttribute } = element as unknown as Partial<CopyElement>;
    // An element of a page of the extension: pages of an article are joined there.
    if (!classAttribute) {
      const classes = element.getAttribute('class') ?? '';
      return read(classes, tokensOf(classes));
    }
    const { text, tokens, answers } = classAttribute;
    let answer = answers[slot] as Value | undefined;
    if (answer === undefined) {
      answer = read(text, tokens);
      answers[slot] = answer;
    }
    return answer;
  };
}
