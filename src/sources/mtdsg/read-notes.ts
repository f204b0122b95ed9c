import type { EndNote } from './document.ts'
import { markedOf, type Marked } from './marked.ts'
import { childAt, childrenOf, textOf, type Element } from './xml.ts'

/** The notes below the tables, in order. */
export const notesIn = (treaty: Element): readonly EndNote[] =>
  childrenOf(childAt(treaty, 'EndNotes'), 'Note').map((note) => {
    const paragraphs = childrenOf(note).flatMap(paragraphsOf)
    return {
      number: textOf(childAt(note, 'index')),
      text: paragraphs.map(({ text }) => text).join('\n\n'),
      paragraphs,
    }
  })

const paragraphsOf = (part: Element): readonly Marked[] => {
  if (part.tagName === 'text') return [markedOf(textOf(part))].filter(({ text }) => text !== '')
  if (part.tagName !== 'table') return []
  return childrenOf(part, 'row').map((row) => {
    const cells = childrenOf(row, 'col').map((cell) => markedOf(textOf(cell)))
    return { text: cells.map(({ text }) => text).join(' | '), notes: cells.flatMap(({ notes }) => notes) }
  })
}
