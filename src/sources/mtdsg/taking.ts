import type { JsonObject } from '../../events/json.ts'
import type { Draft, Reference } from '../importer/draft.ts'
import type { MtdsgDocument } from './document.ts'

/**
 * A status file as it is taken into the log: what it says, whom its names mean, and the rows that its parts are counted
 * as.
 */
export class Taking {
  readonly document: MtdsgDocument
  /** What the report and the citations call it. */
  readonly file: string
  /** ISO day on which the depositary gave it; undefined where nobody says. */
  readonly retrieved: string | undefined
  /** The day on which its names are read. */
  readonly #on: string
  readonly #isKnown: (name: string) => boolean
  readonly #rows: { read: number }

  constructor(
    document: MtdsgDocument,
    file: string,
    taken: { readonly retrieved: string | undefined; readonly today: string },
    isKnown: (name: string) => boolean,
    rows: { read: number },
  ) {
    this.document = document
    this.file = file
    this.retrieved = taken.retrieved
    this.#on = taken.retrieved ?? taken.today
    this.#isKnown = isKnown
    this.#rows = rows
  }

  /** The next row: a header, a cell of the table, a text below it. */
  next(): readonly [number, number] {
    this.#rows.read += 1
    return [this.#rows.read, this.#rows.read]
  }

  get stream(): Draft['stream'] {
    return ['treaty', { scheme: 'untc', code: this.document.code }]
  }

  isKnown(name: string): boolean {
    return this.#isKnown(name)
  }

  /** An actor by the name that the depositary uses on the day of the file: "Yemen" is the united state. */
  actor(name: string): Reference {
    return { scheme: 'name', code: name, on: this.#on }
  }

  /** File, participant and notes, as every event cites them: `IV-5.en.xml, Jamaica, note 3: [ 3 Oct 1975 ]`. */
  locator(participant: string, notes: readonly string[], rest = ''): string {
    const noted = notes.length === 0 ? '' : `, ${notes.length === 1 ? 'note' : 'notes'} ${notes.join(', ')}`
    return `${this.file}, ${participant}${noted}${rest === '' ? '' : `: ${rest}`}`
  }

  /** What the notes say, by their numbers: whole. */
  notesText(notes: readonly string[]): string {
    return this.document.endnotes
      .filter(({ number }) => notes.includes(number))
      .map(({ number, text }) => `Note ${number}: ${text}`)
      .join('\n\n')
  }

  /** A draft about this instrument. */
  draft(
    rows: Draft['rows'],
    type: string,
    said: {
      readonly fact: string
      readonly locator: string
      readonly occurred?: string | undefined
      readonly actor?: string
      readonly references?: Draft['references']
      readonly data?: JsonObject
      readonly note?: string
      readonly remark?: string
    },
  ): Draft {
    const { fact, locator, occurred, actor, references, data = {}, note = '', remark } = said
    return {
      rows,
      stream: this.stream,
      type,
      ...(occurred !== undefined && { occurred }),
      fact,
      references: { ...(actor !== undefined && { actor: this.actor(actor) }), ...references },
      data,
      locator,
      ...(note !== '' && { note }),
      ...(remark !== undefined && { remark }),
    }
  }
}
