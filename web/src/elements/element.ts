/** What an element may hold: other ones, text, or nothing where there is nothing to say. */
export type Child = Node | string | number | null | undefined | false

export interface Attributes {
  readonly [name: string]: string | number | boolean | null | undefined | ((event: never) => void)
}

/**
 * An element of HTML with attributes and children. `onclick` and its like take a function; an attribute that is
 * `false`, `null` or undefined is left out, one that is `true` stands without a value.
 */
export const el = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => filled(document.createElement(name), attributes, children)

/** The same for SVG. */
export const svg = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)

const filled = <Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made => {
  for (const [name, value] of Object.entries(attributes)) setOf(made, name, value)
  made.append(...shown(children))
  return made
}

const setOf = (element: Element, name: string, value: Attributes[string]): void => {
  if (value === undefined || value === null || value === false) return
  // The page's policy refuses styles in attributes, and takes the same as a property.
  if (name === 'style') (element as HTMLElement).style.cssText = String(value)
  else if (typeof value === 'function') element.addEventListener(name.slice(2), value as (event: Event) => void)
  else element.setAttribute(name, value === true ? '' : String(value))
}

const shown = (children: readonly Child[]): (Node | string)[] =>
  children.flatMap((child) => {
    if (child === undefined || child === null || child === false) return []
    return [typeof child === 'number' ? String(child) : child]
  })

/** Puts other children in the place of those that an element has. */
export const fill = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(...shown(children))

let made = 0
/** An id that no other element has, for labels that name what they label. */
export const freshId = (word: string): string => `${word}-${++made}`
