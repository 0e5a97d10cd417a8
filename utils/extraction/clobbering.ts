/**
 * Elements can be named so that they hide members of the DOM: with `<form name="querySelector">` in a page
 * `document.querySelector` is that form, and an `<input name="parentNode">` hides its form's parent. A page
 * may do so by accident; a hostile one does it on purpose.
 */

/** Elements that give names to the document or to a form. */
const NAMING = 'form, button, fieldset, input, output, select, textarea, object, embed, iframe, img';

/** A member as the DOM defines it, whatever elements are named; methods are bound to the node. */
export function memberOf<T extends Node, Name extends keyof T & string>(node: T, name: Name): T[Name] {
  for (let owner = Object.getPrototypeOf(node); owner; owner = Object.getPrototypeOf(owner)) {
    const member = Object.getOwnPropertyDescriptor(owner, name);
    if (member?.get) return member.get.call(node);
    if (member) return typeof member.value === 'function' ? member.value.bind(node) : member.value;
  }
  throw new TypeError(`The DOM has no member ${name}`);
}

/** Takes the names away by which elements of a private copy hide members of the DOM; others stay. */
export function removeClobberingNames(copy: Document): void {
  const form = memberOf(copy, 'createElement')('form');
  const prototype = Object.getPrototypeOf(copy);
  for (const element of memberOf(copy, 'querySelectorAll')(NAMING)) {
    for (const attribute of ['name', 'id']) {
      const name = memberOf(element, 'getAttribute')(attribute);
      if (name && (name in form || name in prototype)) memberOf(element, 'removeAttribute')(attribute);
    }
  }
}
