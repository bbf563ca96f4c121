/*
 * What a page has in it, read so that no page can answer instead. A form answers for its fields by their names before
 * it answers for itself: the `parentElement` of `<form><input name="parentElement"></form>` is that field, and a walk
 * up the page that asks the form goes round in a circle
 * (`LegacyOverrideBuiltIns`, https://html.spec.whatwg.org/multipage/forms.html#the-form-element). Here the class of
 * the node answers, which no field can replace.
 */

type Method = (...given: never[]) => unknown

/** What a node's own class says of it. */
export function read<N extends Node, K extends keyof N>(node: N, name: K): N[K] {
  return Reflect.get(Reflect.getPrototypeOf(node) ?? node, name, node)
}

/** What a method of a node's own class returns. */
export function call<N extends Node, K extends keyof N>(
  node: N,
  name: K,
  ...given: N[K] extends Method ? Parameters<N[K]> : never
): N[K] extends Method ? ReturnType<N[K]> : never {
  return Reflect.apply(read(node, name) as never, node, given)
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}
