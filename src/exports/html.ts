import { xmlEscaped, xmlText, type XmlElement } from './xml.ts'

/** Elements of a line of text: between them and the text no space may come that was not there. */
const phrasing = new Set(['a', 'code', 'span', 'strong'])
/** Elements without an end. */
const empty = new Set(['meta'])

const isInLine = (one: XmlElement | string): boolean => typeof one === 'string' || phrasing.has(one.name)

const startOf = ({ name, attributes }: XmlElement, end = ''): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlEscaped(String(value))}"`)
    .join('')}${end}>`

const inLine = (one: XmlElement | string): string =>
  typeof one === 'string' ? xmlEscaped(one) : `${startOf(one)}${one.content.map(inLine).join('')}</${one.name}>`

/**
 * An element as HTML that is XML as well, each on lines of its own but within a line of text. Of a `style` the text is
 * written as it is: it is the program's own.
 */
export const htmlText = (one: XmlElement, indent = ''): string => {
  const { name, content } = one
  if (name === 'svg') return xmlText(one, indent)
  if (empty.has(name)) return `${indent}${startOf(one, ' /')}\n`
  if (name === 'style') return `${indent}${startOf(one)}${content.join('')}</style>\n`
  if (content.every(isInLine)) return `${indent}${inLine(one)}\n`
  const inside = content.map((part) =>
    typeof part === 'string' ? `${indent}  ${xmlEscaped(part)}\n` : htmlText(part, `${indent}  `),
  )
  return `${indent}${startOf(one)}\n${inside.join('')}${indent}</${name}>\n`
}
