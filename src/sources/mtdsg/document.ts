import type { Marked } from './marked.ts'

/** One instrument as the depositary publishes it: `IV-9.en.xml`, read without judging what it means. */
export interface MtdsgDocument {
  /** As the depositary writes it: `IV-9`, `XXVI-2-a`, `XI-A-16`. */
  readonly number: string
  /** The same as this log writes it: `4-9`, `26-2-a`, `11-16`, `11-b-1`. */
  readonly code: string
  readonly header: MtdsgHeader
  /** Absent where the file has none: an instrument that ended, or one that was cut. */
  readonly participants: ParticipantsTable | undefined
  readonly declarations: Statements
  readonly objections: Statements
  readonly declarationsUnderArticle: Statements
  readonly notifications: Statements
  readonly territories: readonly TerritorialApplication[]
  readonly endnotes: readonly EndNote[]
  /**
   * Parts of the file that hold something and are not read: `SpecialTables`, `LON` (acts before the Secretary-General
   * was the depositary).
   */
  readonly unread: readonly string[]
}

export interface MtdsgHeader {
  readonly chapter: { readonly number: string; readonly name: string; readonly part: string | undefined }
  readonly title: string
  /** As written: `New York, 10 December 1984`. */
  readonly conclusion: string
  readonly entryIntoForce: Labelled | undefined
  readonly registration: Labelled | undefined
  readonly termination: Labelled | undefined
  /** What the file counts itself. Absent where it prints no number. */
  readonly signatories: number | undefined
  readonly parties: number | undefined
  /** `Parties`; empty where there is none. */
  readonly partiesLabel: string
  readonly text: readonly string[]
  readonly note: readonly string[]
}

/** `Entry into force` and `26 June 1987, in accordance with article 27(1).` */
export interface Labelled {
  readonly label: string
  readonly text: string
  readonly notes: readonly string[]
}

/** The columns after that of the participants, and a row for each. */
export interface ParticipantsTable {
  /** The legend of each column: `Ratification, Accession(a), Succession(d)`. */
  readonly columns: readonly string[]
  readonly rows: readonly ParticipantRow[]
}

export interface ParticipantRow {
  readonly participant: string
  readonly notes: readonly string[]
  /** A cell for each column. */
  readonly cells: readonly TableCell[]
}

export type TableCell =
  /** `[14 Nov 1980 a]`: an act that was done and no longer stands. */
  | {
      readonly kind: 'act'
      readonly raw: string
      readonly date: string
      readonly letter: string
      readonly standing: boolean
      readonly notes: readonly string[]
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly raw: string }

/** A section below the table: what its heading says, and what each participant said. */
export interface Statements {
  /**
   * The lines of the heading; `(Unless otherwise indicated, the declarations … were made upon ratification …)` among
   * them.
   */
  readonly heading: readonly Marked[]
  readonly statements: readonly Statement[]
}

/** All that one participant said in a section: it may be several acts. */
export interface Statement {
  readonly participant: string
  readonly notes: readonly string[]
  readonly paragraphs: readonly Paragraph[]
}

export interface Paragraph extends Marked {
  /** `title` heads what follows; `right` stands at the right margin: a date. */
  readonly kind: 'title' | 'right' | 'text'
}

export interface TerritorialApplication {
  readonly participant: string
  readonly notes: readonly string[]
  /** As written: `8 Jul 1949`. */
  readonly received: string
  readonly territories: Marked
}

/** A note below the tables: prose, in paragraphs. */
export interface EndNote {
  readonly number: string
  /** All of it, a blank line between paragraphs. */
  readonly text: string
  /** Tables within a note are lines of cells, set apart by ` | `. */
  readonly paragraphs: readonly Marked[]
}
