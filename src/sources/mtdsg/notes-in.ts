import type { MtdsgDocument, ParticipantRow } from './document.ts'
import { readLegend } from '../untc/untc-legend.ts'
import type { EndNote, NotedParticipant } from '../endnotes/end-note.ts'

/** The notes of an instrument, each with the participants whose row refers to it: by the name, or by a day. */
export const notesIn = ({ number, code, header, participants, endnotes }: MtdsgDocument): readonly EndNote[] => {
  const { rows = [], columns = [] } = participants ?? {}
  return endnotes.map((note) => ({
    instrument: number,
    title: header.title,
    number: note.number,
    paragraphs: note.paragraphs.map(({ text }) => text),
    participants: rows
      .filter((row) => refersTo(row, note.number))
      .map((row) => ({ name: row.participant, acts: actsIn(row, columns, code), hasLeft: hasLeft(row) })),
  }))
}

const refersTo = ({ notes, cells }: ParticipantRow, number: string): boolean =>
  notes.includes(number) || cells.some((cell) => cell.kind === 'act' && cell.notes.includes(number))

const hasLeft = ({ cells }: ParticipantRow): boolean => cells.some((cell) => cell.kind === 'act' && !cell.standing)

const actsIn = ({ cells }: ParticipantRow, columns: readonly string[], treaty: string): NotedParticipant['acts'] =>
  cells.flatMap((cell, index) => {
    if (cell.kind !== 'act') return []
    const meaning = readLegend(columns[index] ?? '', cell.letter, treaty)?.meaning
    return meaning === undefined || meaning === 'undecided' || !('type' in meaning)
      ? []
      : [{ type: meaning.type, occurred: cell.date }]
  })
