/*
 * Members as the DOM defines them: a form hides its own behind fields with their names. Read so, they are also the
 * same for all kinds of elements, which is quicker than what each kind inherits.
 */

export const nodeTypeOf = getterOf(globalThis.Node, 'nodeType');
export const nodeNameOf = getterOf(globalThis.Node, 'nodeName');
export const firstChildOf = getterOf(globalThis.Node, 'firstChild');
export const nextSiblingOf = getterOf(globalThis.Node, 'nextSibling');
export const dataOf = getterOf(globalThis.CharacterData, 'data');
export const namespaceOf = getterOf(globalThis.Element, 'namespaceURI');
/** What the attributes `class` and `id` say: no name need be looked up for them. */
export const classNameOf = getterOf(globalThis.Element, 'className');
export const idOf = getterOf(globalThis.Element, 'id');
export const attributeNamesOf = methodOf(globalThis.Element, 'getAttributeNames');
export const attributeOf = methodOf(globalThis.Element, 'getAttribute');

/** A class of the DOM; in a worker there is none, and no page whose members would be asked for. */
type Owner<Kind> = { readonly prototype: Kind } | undefined;

function getterOf<Kind, Name extends keyof Kind>(owner: Owner<Kind>, name: Name): (this: Kind) => Kind[Name] {
  return (owner && Object.getOwnPropertyDescriptor(owner.prototype, name)?.get) as (this: Kind) => Kind[Name];
}

function methodOf<Kind, Name extends keyof Kind>(owner: Owner<Kind>, name: Name): Kind[Name] {
  return owner?.prototype[name] as Kind[Name];
}
