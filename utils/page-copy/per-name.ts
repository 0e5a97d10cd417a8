import { memoised } from '../text/memo.ts';
import type { CopyElement } from './element.ts';

let slots = 0;

/**
 * A function of an element's `nodeName` that finds what it has read with the name itself, which all elements of a page's
 * copy share: quicker than to look it up.
 *
 * @param read gives what a name means; never undefined
 */
export function perName<Value>(read: (nodeName: string) => Value): (element: Element) => Value {
  const slot = slots;
  slots += 1;
  const known = memoised(read);
  return (element) => {
    const { elementName } = element as unknown as Partial<CopyElement>;
    // An element of a DOM.
    if (!elementName) return known(element.nodeName);
    const { meanings, nodeName } = elementName;
    let meaning = meanings[slot] as Value | undefined;
    if (meaning === undefined) {
      meaning = known(nodeName);
      meanings[slot] = meaning;
    }
    return meaning;
  };
}
