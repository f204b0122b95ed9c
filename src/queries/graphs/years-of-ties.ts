import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { holdsOn } from '../../time/timeline.ts'
import { dayInYear, stateYears, type StateYear } from '../panels/state-years.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { SettledGraphInput } from './graph-inputs.ts'
import { loadTies } from './load-ties.ts'
import type { AlterKind, TieDays } from './tie-days.ts'

/** A tie in a year: on the day that stands for it. */
export interface TieInYear {
  readonly tie: TieDays
  readonly ego: StateYear
  /** The other end, where that is a state. */
  readonly alter: StateYear | undefined
}

/** Ties year by year, by the states that were in the system on the day of the year. */
export interface TiesByYear {
  readonly alters: AlterKind
  readonly isDirected: boolean
  readonly states: readonly string[]
  /** The ties of a state in all years: by the other end, then by year. */
  readonly of: (ego: string) => readonly TieInYear[]
}

/** Loads ties and states. Throws as they do. */
export const loadTiesByYear = async (
  world: Snapshot,
  input: SettledGraphInput & { readonly at: string },
): Promise<TiesByYear> => {
  const years = (await stateYears(world, input.system, input.from, input.to, dayInYear(input.at))).filter(
    ({ inSystem }) => inSystem,
  )
  const ties = await loadTies(world, input)
  const byState = groupBy(years, ({ state }) => state)
  const inYear = new Map([...byState].map(([state, rows]) => [state, new Map(rows.map((row) => [row.at, row]))]))
  const alterOn = (alter: string, day: Day): StateYear | undefined => inYear.get(alter)?.get(day)
  const yearsOf = (tie: TieDays): readonly TieInYear[] =>
    (byState.get(tie.ego) ?? []).flatMap((ego) => {
      if (!holdsOn(tie, ego.at)) return []
      const alter = ties.alters === 'state' ? alterOn(tie.alter, ego.at) : undefined
      return ties.alters === 'state' && alter === undefined ? [] : [{ tie, ego, alter }]
    })
  return {
    alters: ties.alters,
    isDirected: ties.isDirected,
    states: [...byState.keys()].toSorted(),
    of: (ego) => ties.of(ego).flatMap(yearsOf),
  }
}
