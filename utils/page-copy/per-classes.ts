import type { CopyElement } from './element.ts';

let slots = 0;

/**
 * A function of an element's class attribute that reads each attribute once a page: elements that look alike have
 * the same one. The answers are kept with the page's copy and go with it.
 *
 * @param read gives what a class attribute says, '' where there is none; never undefined
 */
export function perClasses<Value>(read: (classes: string) => Value): (element: Element) => Value {
  const slot = slots;
  slots += 1;
  return (element) => {
    const { classAttribute } = element as unknown as Partial<CopyElement>;
    // An element of a page of the extension: pages of an article are joined there.
    if (!classAttribute) return read(element.getAttribute('class') ?? '');
    const { text, answers } = classAttribute;
    let answer = answers[slot] as Value | undefined;
    if (answer === undefined) {
      answer = read(text);
      answers[slot] = answer;
    }
    return answer;
  };
}
