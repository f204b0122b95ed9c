import { skipReasons, type SkipReason } from '../../sources/importer/draft.ts'
import { OutsideDaysTally, type OutsideDays } from './outside-days.ts'
import type { Unresolved } from '../candidates/resolve-draft.ts'
import { reasonOf, writtenText } from './unresolved.ts'

/** What came of one file: every row is appended, known or skipped. */
export interface ImportReport {
  readonly file: string
  readonly importer: string
  readonly series: string
  readonly release: string
  readonly dryRun: boolean
  readonly rows: { readonly read: number; readonly appended: number; readonly known: number; readonly skipped: number }
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly events: { readonly appended: number; readonly corrections: number }
  /** What earlier releases told and this one, within its scope, does not: taken back, or kept and listed. */
  readonly vanished: { readonly retracted: number; readonly kept: readonly string[] }
  /** Spellings and labels that resolve to nothing, with the number of rows that use them. */
  readonly unmatched: readonly { readonly name: string; readonly rows: number }[]
  /**
   * Codes and names that were read on days on which they did not mean one actor: whom they mean when, and whether their
   * only holder was taken for it.
   */
  readonly outsideDays: readonly OutsideDays[]
  /** What else a reader should know: spells that were broken, rows that contradict others. */
  readonly notes: readonly { readonly text: string; readonly rows: number }[]
  /** Rows that broke the format, where bad rows are skipped. */
  readonly badRows: readonly string[]
  readonly ordinal: number
}

const appended = 1
const known = 2
const reasons = Object.keys(skipReasons) as readonly SkipReason[]

/**
 * The fate of every row of a file. A row that led to an event is appended, whatever else it led to; then known; then
 * skipped.
 */
export class RowOutcomes {
  #fates = new Uint8Array(1024)
  #rows = 0
  readonly #unmatched = new Map<string, Set<number>>()
  readonly #outside = new OutsideDaysTally()
  readonly #notes = new Map<string, Set<number>>()
  readonly badRows: string[] = []
  #unread = false

  /** Whether some row says something that could not be read: what it is about is not known. */
  get unread(): boolean {
    return this.#unread || this.badRows.length > 0
  }

  /** Whether some row names somebody, or something, that nobody knows. */
  get unmatchedAny(): boolean {
    return this.#unmatched.size > 0 || this.#outside.anySkipped
  }

  /** How many rows there are, as far as one has read. */
  get read(): number {
    return this.#rows
  }

  /** Says how many rows there are, as far as one has read. */
  seen(row: number): void {
    if (row <= this.#rows) return
    this.#rows = row
    if (row < this.#fates.length) return
    const larger = new Uint8Array(Math.max(row + 1, this.#fates.length * 2))
    larger.set(this.#fates)
    this.#fates = larger
  }

  appended(rows: readonly [number, number]): void {
    this.#mark(rows, appended)
  }

  known(rows: readonly [number, number]): void {
    this.#mark(rows, known)
  }

  skipped(rows: readonly [number, number], reason: SkipReason): void {
    this.#mark(rows, 3 + reasons.indexOf(reason))
  }

  /** Skips rows for a word that means nothing here, and lists the word. */
  unmatched(rows: readonly [number, number], name: string, reason: SkipReason = 'unmatched-name'): void {
    this.skipped(rows, reason)
    if (reason === 'unknown-label') this.#unread = true
    const using = this.#unmatched.get(name) ?? new Set()
    this.#unmatched.set(name, using)
    for (let row = rows[0]; row <= rows[1]; row += 1) using.add(row)
  }

  /** Skips rows for a reference that resolves to nobody, and lists it. */
  unresolved(rows: readonly [number, number], unresolved: Unresolved): void {
    const reason = reasonOf(unresolved)
    if (reason === 'unmatched-name') return this.unmatched(rows, writtenText(unresolved.reference), reason)
    this.skipped(rows, reason)
    this.#outside.add(rows, unresolved, false)
  }

  /** Lists a code that was taken for its only holder, outside its days. */
  beyond(rows: readonly [number, number], unresolved: Unresolved): void {
    this.#outside.add(rows, unresolved, true)
  }

  /** Says something of rows, whatever became of them. */
  noted([first, last]: readonly [number, number], text: string): void {
    const about = this.#notes.get(text) ?? new Set()
    this.#notes.set(text, about)
    for (let row = Math.max(first, 1); row <= last; row += 1) about.add(row)
  }

  /** Lower numbers are better fates; a row keeps its best. */
  #mark([first, last]: readonly [number, number], fate: number): void {
    this.seen(last)
    for (let row = Math.max(first, 1); row <= last; row += 1) {
      const before = this.#fates[row] ?? 0
      if (before === 0 || fate < before) this.#fates[row] = fate
    }
  }

  summary(): Pick<ImportReport, 'rows' | 'skipped' | 'unmatched' | 'outsideDays' | 'notes' | 'badRows'> {
    const counts = new Map<number, number>()
    for (let row = 1; row <= this.#rows; row += 1) {
      const fate = this.#fates[row] ?? 0
      if (fate === 0)
        throw new Error(`row ${row} was read and neither appended, known nor skipped: the importer lost it`)
      counts.set(fate, (counts.get(fate) ?? 0) + 1)
    }
    const skipped = Object.fromEntries(
      reasons.flatMap((reason, index) => (counts.has(3 + index) ? [[reason, counts.get(3 + index) as number]] : [])),
    )
    const rows = {
      read: this.#rows,
      appended: counts.get(appended) ?? 0,
      known: counts.get(known) ?? 0,
      skipped: Object.values(skipped).reduce((total, count) => total + count, 0),
    }
    const unmatched = [...this.#unmatched]
      .map(([name, using]) => ({ name, rows: using.size }))
      .toSorted((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
    const notes = [...this.#notes].map(([text, about]) => ({ text, rows: about.size }))
    return { rows, skipped, unmatched, outsideDays: this.#outside.list(), notes, badRows: this.badRows }
  }
}
