import { printable } from '../text/printable.ts'

/** An element of an XML document; what stands in it is text, or elements. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly content: readonly (XmlElement | string)[]
}

export const element = (
  name: string,
  attributes: XmlElement['attributes'],
  ...content: XmlElement['content']
): XmlElement => ({ name, attributes, content })

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML 1.0 holds it: nothing in it is mark-up, and no character is one that it forbids. */
export const xmlEscaped = (text: string): string =>
  printable(text)
    .replaceAll(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** With two decimals at most, so that the same numbers give the same bytes everywhere: 1/3 is 0.33, -0.001 is 0. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100 + 0)

const attributesText = (attributes: XmlElement['attributes']): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : xmlEscaped(value)}"`)
    .join('')

/** An element as text, each on lines of its own but where it holds text. */
export const xmlText = ({ name, attributes, content }: XmlElement, indent = ''): string => {
  const start = `${indent}<${name}${attributesText(attributes)}`
  if (content.length === 0) return `${start}/>\n`
  if (content.every((one) => typeof one === 'string')) return `${start}>${content.map(xmlEscaped).join('')}</${name}>\n`
  const inside = content.map((one) =>
    typeof one === 'string' ? `${indent}  ${xmlEscaped(one)}\n` : xmlText(one, `${indent}  `),
  )
  return `${start}>\n${inside.join('')}${indent}</${name}>\n`
}
