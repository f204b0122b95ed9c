import { z } from 'zod'
import { yearCodings } from '../../../projections/compose/membership/possible-memberships.ts'
import { byText } from '../../common/by-text.ts'
import { badInput } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import { dayOf, firstDayOfYear, lastDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { at, between, type Span } from '../../time/timeline.ts'
import { intColumn, stateColumn, textColumn, type Column } from '../question/columns.ts'
import { freeWords } from '../question/inputs.ts'
import { heldSystem, noStates } from '../subjects/state-systems.ts'
import type { System } from '../memberships/system-spells.ts'

import type { Snapshot } from '../question/snapshot.ts'

/** One line of a panel: a state in a year, with its codes as of its last day in the system in that year. */
export interface StateYear {
  readonly state: string
  readonly name: string
  readonly cow: number | null
  readonly gw: number | null
  readonly iso3: string | null
  readonly year: number
  /** The day of the year on which it is read. */
  readonly at: Day
  /** Whether it was in the state system on that day. */
  readonly inSystem: boolean
}

const codeColumns = [
  intColumn('cow', 'Its Correlates of War number on its last day in the system in that year', 'It had none then'),
  intColumn('gw', 'Its Gleditsch-Ward number on that day', 'It had none then'),
  textColumn('iso3', 'Its ISO 3166-1 alpha-3 code on that day', 'It had none then'),
]

/**
 * What every panel begins with: one line a state and year, for every state that was in the system on any day of the
 * year.
 */
export const panelColumns: readonly Column[] = [
  stateColumn,
  textColumn('name', 'What it was called on its last day in the system in that year'),
  ...codeColumns,
  intColumn('year', 'The year; one day of it stands for it, 31 December unless another is asked for'),
  intColumn(
    'in_system',
    'Whether the state was in the state system that was asked for on that ' +
      'day: 1; 0 where it entered later in the year, or had left',
  ),
]

export const panelCells = (row: StateYear): readonly (string | number | null)[] => [
  row.state,
  row.name,
  row.cow,
  row.gw,
  row.iso3,
  row.year,
  row.inSystem ? 1 : 0,
]

/**
 * A panel's unit is the year, and so is that of the code: unless asked otherwise, the code of a year is that of the
 * state-year.
 */
export const yearCodesInput = z
  .enum(yearCodings)
  .default('whole')
  .describe(
    'Memberships and ties told by the year: throughout these (whole), or with uncertain days in the first and last ' +
      'year (edges)',
  )

export const statesInput = freeWords
  .optional()
  .describe('Only rows of these states, with commas between: mex,usa; all states where none are given')

/** The states of a panel that are wanted, by id; undefined where all are. Throws `unknown-actor`. */
export const statesNamed = (
  { names, asOf }: Snapshot,
  states: readonly string[] | undefined,
): ReadonlySet<string> | undefined =>
  states === undefined ? undefined : new Set(states.map((word) => names.require('state', word, { day: asOf })))

/** What long work on a panel counts. */
export const yearsDone = 'years done:'

/** The day of a year that `at` means: `dec31`, `jan1`, or `MM-DD`. */
export const dayInYear = (text: string): ((year: number) => Day) => {
  if (text === 'dec31') return lastDayOfYear
  if (text === 'jan1') return firstDayOfYear
  const match = /^(\d{2})-(\d{2})$/.exec(text)
  if (match === null || dayOf(2000, Number(match[1]), Number(match[2])) === undefined)
    throw badInput('bad-date', `"${text}" is no day of a year. Expected dec31, jan1 or MM-DD.`, { where: 'at' })
  return (year) => dayOf(year, Number(match[1]), Number(match[2])) ?? lastDayOfYear(year)
}

const codeOn = (world: Snapshot, state: string, scheme: string, day: Day): number | null => {
  const code = world.names.codeOf('state', state, scheme, day)
  return code === undefined ? null : Number(code)
}

/** A state in the year of a day; undefined where it was in the system on no day of the year. */
export const stateYear = (
  world: Snapshot,
  state: string,
  spans: readonly Span<unknown>[],
  day: Day,
): StateYear | undefined => {
  const year = yearOf(day)
  const last = between(spans, firstDayOfYear(year), firstDayOfYear(year + 1)).at(-1)
  if (last === undefined) return undefined
  const lastDay = (last.to - 1) as Day
  return {
    state,
    name: world.names.nameOn('state', state, lastDay),
    year,
    at: day,
    inSystem: at(spans, day) !== undefined,
    cow: codeOn(world, state, 'cow', lastDay),
    gw: codeOn(world, state, 'gw', lastDay),
    iso3: world.names.codeOf('state', state, 'iso3', lastDay) ?? null,
  }
}

/**
 * The states of a system, year by year: every state that was in it on any day of the year. Where one line of codes
 * passed from one state to another within the year (COW 345 in 1992), the state that held it last stands for the year.
 * Throws `unknown-system`, and `no-states` where nobody was in it: a table without lines would say too little.
 */
export const stateYears = async (
  world: Snapshot,
  system: System,
  from: number,
  to: number,
  at31: (year: number) => Day,
): Promise<readonly StateYear[]> => {
  if (from > to) throw badInput('bad-years', `the first year, ${from}, lies after the last, ${to}.`)
  const spells = await heldSystem(world, system)
  const rows: StateYear[] = []
  for (const [state, spans] of spells)
    for (let year = from; year <= to; year += 1) {
      const row = stateYear(world, state, spans, at31(year))
      if (row !== undefined) rows.push(row)
    }
  if (rows.length === 0) throw noStates(world, system, from, to)
  return onePerCode(world, rows, system).toSorted((a, b) => byText(a.state, b.state) || a.year - b.year)
}

const onePerCode = (world: Snapshot, rows: readonly StateYear[], system: System): readonly StateYear[] => {
  if (system === 'un') return rows
  const shared = groupBy(rows, (row) => `${row[system]} ${row.year}`)
  return rows.filter((row) => {
    const code = row[system]
    if (code === null || (shared.get(`${code} ${row.year}`)?.length ?? 0) < 2) return true
    return world.names.find('state', system, String(code), { year: row.year }) === row.state
  })
}
