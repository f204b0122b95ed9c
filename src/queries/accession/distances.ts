import { groupBy } from '../../common/group-by.ts'
import { slopeOf, type YearValue } from '../../agreement/trend.ts'

/**
 * The parts of the time around a membership in which a state's distance to the others is compared.
 *
 * - `before`: some years before its application.
 * - `candidate`, `probation`, `settled`: as its spells have it.
 * - `left`: after its exit.
 */
export const phases = ['before', 'candidate', 'probation', 'settled', 'left'] as const
export type Phase = (typeof phases)[number]

/** How far a state is from the other members in a year: |y_i − ȳ_{o,-i}|, in the unit of the score. */
export interface PhaseYear extends YearValue {
  readonly state: string
  /** Which way in it belongs to: 2 after an application that led nowhere, or after an exit. */
  readonly number: number
  readonly phase: Phase
}

export interface PhaseSummary {
  readonly phase: Phase
  /** How many states, and years of them all, have a distance. */
  readonly states: number
  readonly years: number
  readonly from: number | null
  readonly to: number | null
  readonly mean: number | null
  /** In the unit of the score, per year. */
  readonly slope: number | null
  /**
   * By how much the mean of a spell differs from that of the phase before: on average over the spells that have both.
   * Who has one of them alone, as the entrants of 1973 of whom nothing was scored before, has no part in it.
   */
  readonly change: number | null
  /** How many spells have both. */
  readonly changeOf: number
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

/**
 * The slope that all spells share, each about its own mean: Σ_s Σ_t (t − t̄_s)(d_st − d̄_s) / Σ_s Σ_t (t − t̄_s)².
 *
 * Unit: that of the score, per year. Null, never 0, where no spell has two years. Source: ordinary least squares with
 * an intercept for each spell (the within estimator). Of one spell it is the slope of its line.
 *
 * Example: 2, 1 in 2000 and 2001 of one state, and 5, 5, 2 in 2000 to 2002 of another: (−1/2 − 3) / (1/2 + 2) = −7/5.
 */
const commonSlope = (spells: readonly (readonly YearValue[])[]): number | null => {
  const long = spells.filter(({ length }) => length > 1)
  const parts = long.map((values) => {
    const middle = meanOf(values.map(({ year }) => year))
    const square = values.reduce((sum, { year }) => sum + (year - middle) ** 2, 0)
    return { square, slope: slopeOf(values) ?? 0 }
  })
  const whole = parts.reduce((sum, { square }) => sum + square, 0)
  return whole === 0 ? null : parts.reduce((sum, { square, slope }) => sum + square * slope, 0) / whole
}

/** The distances of each way in, by state and number, of one phase. */
const waysIn = (all: readonly PhaseYear[], phase: Phase | undefined): ReadonlyMap<string, readonly PhaseYear[]> =>
  groupBy(
    all.filter((one) => one.phase === phase),
    ({ state, number }) => `${state} ${number}`,
  )

const changeBetween = (
  before: ReadonlyMap<string, readonly PhaseYear[]>,
  after: ReadonlyMap<string, readonly PhaseYear[]>,
) => {
  const level = (years: readonly PhaseYear[]): number => meanOf(years.map(({ value }) => value))
  const changes = [...after].flatMap(([way, years]) => {
    const earlier = before.get(way)
    return earlier === undefined ? [] : [level(years) - level(earlier)]
  })
  return { change: changes.length === 0 ? null : meanOf(changes), changeOf: changes.length }
}

/**
 * The distances of each phase: how many, over which years, their mean, their common slope by year, and the change from
 * the phase before. A phase without a distance is there, with 0 years and nothing else.
 */
export const summaries = (all: readonly PhaseYear[]): readonly PhaseSummary[] =>
  phases.map((phase, at) => {
    const spells = waysIn(all, phase)
    const own = [...spells.values()].flat()
    const years = own.map(({ year }) => year)
    return {
      phase,
      states: new Set(own.map(({ state }) => state)).size,
      years: own.length,
      from: own.length === 0 ? null : Math.min(...years),
      to: own.length === 0 ? null : Math.max(...years),
      mean: own.length === 0 ? null : meanOf(own.map(({ value }) => value)),
      slope: commonSlope([...spells.values()]),
      ...changeBetween(waysIn(all, phases[at - 1]), spells),
    }
  })
