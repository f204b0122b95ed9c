/**
 * A class like a base, whose objects inherit what another prototype has, and that from their first moment. Express
 * gives its own to each request and response afterwards; that makes an object of a shape that nobody has seen before,
 * and all that is done with it slow. An app whose own the prototype of this class is finds it there already, and does
 * nothing.
 *
 * It is a class, and no function that constructs the base: of such a function each object has a shape of its own.
 */
export const bornWith = <C extends new (...given: never[]) => object>(base: C, prototype: object): C => {
  // What is between them need not be said: whoever constructs one gives what the base takes.
  const Born = class extends (base as unknown as new () => object) {}
  Object.setPrototypeOf(Born.prototype, prototype)
  return Born as unknown as C
}
