/**
 * The same class, whose objects have another prototype from the first. Express gives its own to each request and
 * response afterwards; that makes an object of a shape that nobody has seen before, and all that is done with it slow.
 * Where it finds it there already, it does nothing.
 */
export const bornWith = <C extends new (...given: never[]) => object>(base: C, prototype: object): C => {
  function Born(...given: readonly unknown[]): object {
    return Reflect.construct(base, given, Born) as object
  }
  Born.prototype = prototype
  return Born as unknown as C
}
