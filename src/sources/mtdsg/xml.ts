import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { badInput } from '../../common/error.ts'

export type { Element } from '@xmldom/xmldom'

/** The root element of a text. Throws `bad-xml`, with the place, where it is not well-formed. */
export const rootOf = (text: string, name: string): Element => {
  const refuse = (_level: string, message: string): never => {
    throw badInput('bad-xml', `The file is no well-formed XML: ${oneLine(message)}.`, {
      where: name,
      hint: 'Download the file again, as the depositary publishes it; it may have been cut.',
    })
  }
  const document = new DOMParser({ onError: refuse }).parseFromString(text, 'text/xml')
  return document.documentElement ?? refuse('fatalError', 'there is no element')
}

const oneLine = (message: string): string => message.trim().replace(/\s+/g, ' ').replace(/\.$/, '')

const isElement = (node: Node): node is Element => node.nodeType === 1

/** The elements right below one, in order; all, or those of a name. */
export const childrenOf = (element: Element | undefined, name?: string): readonly Element[] =>
  [...(element?.childNodes ?? [])].filter(isElement).filter((child) => name === undefined || child.tagName === name)

/** The first element on a path of names below one. */
export const childAt = (element: Element | undefined, ...path: readonly string[]): Element | undefined => {
  let found = element
  for (const name of path) found = childrenOf(found, name)[0]
  return found
}

/** What an element says, without white space at its ends; empty where there is none. */
export const textOf = (element: Element | undefined): string => (element?.textContent ?? '').trim()
