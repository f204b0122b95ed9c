import type { Day } from '../../../time/day.ts'
import type { ColumnType } from '../../question/columns.ts'
import type { CoverageOut } from '../../question/coverage-fields.ts'
import type { TableCell } from '../../question/question.ts'
import type { Telling } from '../../holdings/telling.ts'
import type { Rests } from '../rests/rests.ts'

/** What a column says of a state, a dyad or an organisation on a day: a value, or why there is none; and what else. */
export interface Reading {
  readonly value: TableCell
  /** Why there is no value; null where there is one. */
  readonly why: string | null
  /** The least and the most that it may be over what is uncertain; absent where nobody reckons them. */
  readonly min?: number | null
  readonly max?: number | null
  /** The standard deviation that the source publishes with it. */
  readonly sd?: number | null
  /** The share, 0 to 1, of the weight of partners on which an exposure rests, and on how many. */
  readonly observed?: number
  readonly degree?: number
  /** How far the sources reach; reckoned where somebody asks for it. */
  readonly coverage?: () => CoverageOut
  /** All that a status may be. */
  readonly possible?: readonly string[]
  /** The first day of the unbroken run, null where it began before all that is recorded; likewise. */
  readonly since?: () => Day | null
  /** Which spell it is: 2 after an exit and a return. */
  readonly spell?: number
}

/** A value, which has no reason to be absent. */
export const told = (value: Exclude<TableCell, null>): Reading => ({ value, why: null })

/** No value, and why. */
export const absent = (why: string): Reading => ({ value: null, why })

/** Readings of a day, by the id of whom they are of. */
export type ReadingOf = (id: string) => Reading

/** A column that is ready to be read. */
export interface LoadedColumn {
  readonly type: ColumnType
  /** What a value is: unit, range and how it is made, in a sentence. */
  readonly description: string
  /** What an empty cell means. */
  readonly empty: string
  readonly rests: Rests
  /** What sources claim to hold of it in full, where a value does not rest on that, and what stands beside it may. */
  readonly claims?: () => Promise<readonly Telling[]>
  /** The readings of one day. Days are asked for in order. */
  readonly on: (day: Day) => ReadingOf
  /** The days on which a state's value may be another than the day before; absent where it may be on any. */
  readonly turns?: (id: string) => readonly Day[]
}
