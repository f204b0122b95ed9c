import type { MtdsgDocument, ParticipantRow } from '../mtdsg/document.ts'
import type { EndNote, NotedParticipant } from './end-note.ts'

/** The notes of an instrument, each with the participants whose row refers to it: by the name, or by a day. */
export const notesIn = ({ number, header, participants, endnotes }: MtdsgDocument): readonly EndNote[] =>
  endnotes.map((note) => ({
    instrument: number,
    title: header.title,
    number: note.number,
    paragraphs: note.paragraphs.map(({ text }) => text),
    participants: (participants?.rows ?? []).filter((row) => refersTo(row, note.number)).map(participantOf),
  }))

const refersTo = ({ notes, cells }: ParticipantRow, number: string): boolean =>
  notes.includes(number) || cells.some((cell) => cell.kind === 'act' && cell.notes.includes(number))

const participantOf = ({ participant, cells }: ParticipantRow): NotedParticipant => {
  const succession = cells.findLast((cell) => cell.kind === 'act' && cell.letter === 'd')
  return {
    name: participant,
    ...(succession?.kind === 'act' && { succeeded: succession.date }),
  }
}
