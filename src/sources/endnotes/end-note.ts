/** A note of the depositary beneath the participants table of an instrument, as its file holds it. */
export interface EndNote {
  /** The depositary's number of the instrument: `IV-5`. */
  readonly instrument: string
  /** Its title in the header of the file: a note that names another treaty speaks of that one. */
  readonly title: string
  /** The number of the note in its file: `12`. */
  readonly number: string
  /** Its paragraphs in order. A row of a table in a note is a paragraph of cells with ` | ` between them. */
  readonly paragraphs: readonly string[]
  /** The participants whose row of the table refers to the note. */
  readonly participants: readonly NotedParticipant[]
}

/** A participant whose row refers to a note. */
export interface NotedParticipant {
  /** As the table names it. */
  readonly name: string
  /** The acts that its row shows, and that the legend explains. */
  readonly acts: readonly RowAct[]
  /** Whether one of them stands in brackets: the depositary counts it no more. */
  readonly hasLeft: boolean
}

/** An act in the row of a participant: `TreatyAcceded`, `1985-05-05`. */
export interface RowAct {
  readonly type: string
  readonly occurred: string
}

/** What a rule reads in a note: a fact as the note tells it, and the words that do. Nothing is resolved or asserted. */
export interface ReadFact {
  /** Type of the event: `TreatyWithdrawalNotified`. */
  readonly type: string
  /** Whose act it is, as the note or the table names the state. */
  readonly actor: string
  /** The day of the act, `1997-10-23`. */
  readonly occurred: string
  /** The day of its effect, only where the note states one. */
  readonly effective?: string
  /** What else the event takes, beside its actor. */
  readonly data?: Readonly<Record<string, string>>
  /** The sentence or sentences that tell it, as the note has them. */
  readonly sentence: string
  /** What a reviewer should know of how it was read. */
  readonly remark?: string
}

/** A rule reads one kind of statement. What it does not understand it leaves alone. */
export interface Rule {
  /** `withdrawals` */
  readonly name: string
  /** Counts up whenever the rule reads anything otherwise than before. */
  readonly version: number
  /** What it reads, in one sentence. */
  readonly reads: string
  readonly read: (note: EndNote, sentences: readonly Sentence[]) => readonly ReadFact[]
}

/** A sentence of a note. */
export interface Sentence {
  readonly text: string
  /** Paragraph it stands in, from 0. */
  readonly paragraph: number
  /** Whether it stands within quotation marks: the depositary says that it was said, not that it is so. */
  readonly quoted: boolean
}
