import type { Names } from '../../names/names.ts'
import { notesIn } from '../../sources/mtdsg/notes-in.ts'
import { readNotes, type NoteFact } from '../../sources/endnotes/rules/read-notes.ts'
import { rules } from '../../sources/endnotes/rules/index.ts'
import type { MtdsgDocument } from '../../sources/mtdsg/document.ts'
import type { Proposal, Reading } from './proposal.ts'

/** What the notes of one instrument propose. */
export interface NotesOfInstrument {
  readonly proposals: readonly Proposal[]
  /** Every rule has read the notes, whether it found anything or not. */
  readonly readings: readonly Reading[]
  readonly notes: number
  /** Sentences that name a day and an act and that no rule understood. */
  readonly unread: readonly UnreadSentence[]
}

export interface UnreadSentence {
  /** File and note: `IV-5.en.xml, note 12`. */
  readonly where: string
  readonly sentence: string
}

/**
 * What the rules read in the notes of a file of the depositary, as proposals. `retrieved` is the day on which the file
 * was taken, where it is known. States stay as the note names them: they are looked up on the day of the act.
 */
export const proposalsFromNotes = (
  document: MtdsgDocument,
  file: string,
  names: Names,
  retrieved?: string,
): NotesOfInstrument => {
  const instrument = names.find('treaty', 'untc', document.code) ?? `untc-${document.code}`
  const notes = notesIn(document)
  const { facts, unread } = readNotes(notes)
  return {
    notes: notes.length,
    readings: rules.map(({ name, version }) => ({ rule: { name, version }, instrument })),
    unread: unread.map(({ note, sentence }) => ({ where: `${file}, note ${note}`, sentence })),
    proposals: facts.map((fact) => proposalOf(fact, document, { instrument, file, retrieved })),
  }
}

interface Place {
  readonly instrument: string
  readonly file: string
  readonly retrieved: string | undefined
}

const proposalOf = (
  fact: NoteFact,
  { number, header: { title } }: MtdsgDocument,
  { instrument, file, retrieved }: Place,
): Proposal => ({
  proposed: {
    stream: `treaty-${instrument}`,
    type: fact.type,
    occurred: fact.occurred,
    ...(fact.effective !== undefined && { effective: fact.effective }),
    fact: fact.fact,
    ...(fact.remark !== undefined && { note: fact.remark }),
    data: { actor: fact.actor, ...fact.data },
  },
  instrument,
  by: { rule: { name: fact.rule, version: fact.version } },
  file,
  locator: `note ${fact.note}`,
  sentence: fact.sentence,
  source: {
    citation: `United Nations, Multilateral Treaties Deposited with the Secretary-General, ${number}, ${title}`,
    locator: `note ${fact.note}`,
    kind: 'depositary',
    series: 'mtdsg',
    ...(retrieved !== undefined && { retrieved }),
    url: 'https://treaties.un.org',
  },
})
