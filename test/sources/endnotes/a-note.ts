import type { EndNote, NotedParticipant } from '../../../src/sources/endnotes/end-note.ts'
import { readNotes, type NotesRead } from '../../../src/sources/endnotes/rules/read-notes.ts'

/** A note in the manner of the depositary, on an instrument that does not exist. */
export const aNote = (
  paragraphs: string | readonly string[],
  {
    title = 'Convention on Examples',
    participants = [],
  }: { readonly title?: string; readonly participants?: readonly (string | NotedParticipant)[] } = {},
): EndNote => ({
  instrument: 'IV-999',
  title,
  number: '1',
  paragraphs: typeof paragraphs === 'string' ? [paragraphs] : paragraphs,
  participants: participants.map((each) =>
    typeof each === 'string' ? { name: each, acts: [], hasLeft: false } : each,
  ),
})

/** What the rules read in it, a line for each fact: rule, fact, type, actor, day, day of effect. */
export const read = (...note: Parameters<typeof aNote>): readonly string[] =>
  readNotes([aNote(...note)]).facts.map(({ rule, fact, type, actor, occurred, effective, data }) =>
    [rule, fact, type, actor, occurred, effective, data?.effectFrom].filter((each) => each !== undefined).join(' '),
  )

export const readWhole = (...note: Parameters<typeof aNote>): NotesRead => readNotes([aNote(...note)])
