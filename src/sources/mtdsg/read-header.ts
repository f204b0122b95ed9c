import type { Labelled, MtdsgHeader } from './document.ts'
import { markedOf } from './marked.ts'
import { childAt, childrenOf, textOf, type Element } from './xml.ts'

/** The part of a file above its tables: what the instrument is, and what the depositary states of it. */
export const headerIn = (treaty: Element): MtdsgHeader => {
  const at = (...path: readonly string[]): Element | undefined => childAt(treaty, 'Header', ...path)
  const fact = (...path: readonly string[]): Element | undefined => at('ExternalData', ...path)
  const part = markedOf(textOf(at('SubChapter', 'Header'))).text.replace(/[^A-Z]/g, '')
  return {
    chapter: {
      number: markedOf(textOf(at('Chapter', 'Header'))).text.replace(/^chapter\s+/i, ''),
      name: markedOf(textOf(at('Chapter', 'Name'))).text,
      part: part === '' ? undefined : part,
    },
    title: titleIn(fact()),
    conclusion: markedOf(textOf(fact('Conclusion'))).text,
    entryIntoForce: labelledIn(fact('EIF')),
    registration: labelledIn(fact('Registration')),
    termination: labelledIn(fact('Termination') ?? fact('Expiration')),
    signatories: numberOf(fact('Status', 'Signatories')),
    parties: numberOf(fact('Status', 'Parties')),
    partiesLabel: markedOf(textOf(fact('Status', 'PartiesLabel'))).text,
    text: paragraphsIn(fact('TreatyText')),
    note: paragraphsIn(fact('TreatyNote')),
  }
}

/** `XI-A-16`: chapter, part, number and letter of the instrument. */
export const numberIn = (treaty: Element): string => {
  const { chapter } = headerIn(treaty)
  const fact = (name: string): string => textOf(childAt(treaty, 'Header', 'ExternalData', name))
  return [chapter.number, chapter.part, fact('Numsect'), fact('Subnumsect')]
    .filter((word) => word !== undefined && word !== '')
    .join('-')
    .replace(/\s+/g, '')
}

/** The title of a protocol or an amendment is the lower one. Asterisks point to what is printed below. */
const titleIn = (facts: Element | undefined): string => {
  const titled = (name: string): string => markedOf(textOf(childAt(facts, name))).text.replace(/\s*\*+/g, '')
  const own = titled('Subtitlesect')
  return own === '' ? titled('Titlesect') : own
}

const labelledIn = (element: Element | undefined): Labelled | undefined => {
  const label = markedOf(textOf(childAt(element, 'Label'))).text
  if (label === '') return undefined
  const { text, notes } = markedOf(textOf(childAt(element, 'Labeltext')))
  return { label, text, notes: [...notes, ...childrenOf(childAt(element, 'Notes'), 'Note').map(textOf)] }
}

const numberOf = (element: Element | undefined): number | undefined => {
  const { text } = markedOf(textOf(element))
  return /^\d+$/.test(text) ? Number(text) : undefined
}

const paragraphsIn = (element: Element | undefined): readonly string[] =>
  childrenOf(element, 'Text')
    .map((each) => markedOf(textOf(each)).text)
    .filter((text) => text !== '')
