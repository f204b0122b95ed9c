import type { Unresolved } from '../candidates/resolve-draft.ts'
import { heldText, timeText, writtenText } from './unresolved.ts'

/** A code or a name that was read on days on which it did not mean one actor. */
export interface OutsideDays {
  /** As it was written, with its scheme: `347 (cow)`. */
  readonly code: string
  /** The first and the last time that it was read so. */
  readonly when: readonly [first: string, last: string]
  /** Whom it means, and when. */
  readonly held: string
  readonly rows: number
  /** Whether its only holder was taken, as the mapping asks; else the rows were skipped. */
  readonly taken: boolean
}

/** Counts them: one entry for each code and its holders, however many rows use it. */
export class OutsideDaysTally {
  readonly #tally = new Map<
    string,
    { readonly one: OutsideDays; times: [string, string]; readonly rows: Set<number> }
  >()

  /** Whether some row was skipped so. */
  get anySkipped(): boolean {
    return [...this.#tally.values()].some(({ one }) => !one.taken)
  }

  add([first, last]: readonly [number, number], unresolved: Unresolved, taken: boolean): void {
    const [code, time, held] = [writtenText(unresolved.reference), timeText(unresolved.reference), heldText(unresolved)]
    const key = JSON.stringify([code, held, taken])
    const known = this.#tally.get(key) ?? {
      one: { code, when: [time, time] as const, held, rows: 0, taken },
      times: [time, time],
      rows: new Set<number>(),
    }
    this.#tally.set(key, known)
    known.times = [time < known.times[0] ? time : known.times[0], time > known.times[1] ? time : known.times[1]]
    for (let row = first; row <= last; row += 1) known.rows.add(row)
  }

  /** All of them, those of most rows first. */
  list(): readonly OutsideDays[] {
    return [...this.#tally.values()]
      .map(({ one, times, rows }) => ({ ...one, when: times, rows: rows.size }))
      .toSorted((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1))
  }
}
