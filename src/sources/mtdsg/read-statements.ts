import type { Paragraph, Statement, Statements, TerritorialApplication } from './document.ts'
import { markedOf, wrappedIn, type Marked } from './marked.ts'
import { childAt, childrenOf, textOf, type Element } from './xml.ts'

/** A section of what participants said: `Declarations`, of which each is a `Declaration`. */
export const statementsIn = (treaty: Element, section: string, each: string): Statements => {
  const found = childAt(treaty, section)
  if (found === undefined) return { heading: [], statements: [] }
  return {
    heading: childrenOf(found, 'Title')
      .map(markedIn)
      .filter(({ text }) => text !== ''),
    statements: childrenOf(found, each).map(statementOf),
  }
}

const markedIn = (element: Element | undefined): Marked => markedOf(textOf(element))

const statementOf = (element: Element): Statement => {
  const { text, notes } = markedIn(childAt(element, 'Participant'))
  const paragraphs = childrenOf(element, 'text').map(paragraphOf)
  return {
    participant: text,
    notes,
    paragraphs: paragraphs.filter((paragraph) => paragraph.text !== '' || paragraph.notes.length > 0),
  }
}

const paragraphOf = (element: Element): Paragraph => {
  const written = textOf(element)
  return { kind: kindOf(element.getAttribute('type'), written), ...markedOf(written) }
}

const kindOf = (type: string | null, written: string): Paragraph['kind'] => {
  if (wrappedIn(written) === 'right') return 'right'
  return type === 'title' ? 'title' : 'text'
}

/** To which territories the treaty was extended; a line without a participant is of the one above. */
export const territoriesIn = (treaty: Element): readonly TerritorialApplication[] => {
  let last: Marked = { text: '', notes: [] }
  return childrenOf(childAt(treaty, 'TerritorialApplications'), 'Application').map((application) => {
    const named = markedIn(childAt(application, 'Participant'))
    if (named.text !== '') last = named
    return {
      participant: last.text,
      notes: last.notes,
      received: markedIn(childAt(application, 'DateNotification')).text,
      territories: markedIn(childAt(application, 'Territories')),
    }
  })
}
