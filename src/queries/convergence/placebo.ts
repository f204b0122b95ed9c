import { catchUp, catchUpOnGap, type Stayer } from '../../influence/catch-up.ts'
import { amongDrawn, drawnGroups, type Drawing } from '../../influence/drawn-groups.ts'
import { mean, populationSigma } from '../../influence/moments.ts'
import { at } from '../../time/timeline.ts'
import { slopeOf } from '../../agreement/trend.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { heldSystem } from '../subjects/state-systems.ts'
import type { System } from '../memberships/system-spells.ts'
import type { ConvergenceAnswer, ConvergenceInput } from './convergence-answer.ts'
import { yearsOf, type RatedMembers } from './rated-members.ts'

type Placed = NonNullable<ConvergenceAnswer['placebo']>['measures'][number]

/** What a state scored in each of the years; undefined where it has no score. */
export type Series = readonly (number | undefined)[]
/** The same of a state that has one in each. */
export type WholeSeries = readonly number[]

export const isWhole = (series: Series): series is WholeSeries => series.every((value) => value !== undefined)

/** σ in the last year less that in the first; undefined of fewer than two. */
export const sigmaChange = (stayers: readonly Stayer[]): number | undefined => {
  const [first, last] = [stayers.map(({ before }) => before), stayers.map(({ after }) => after)].map(populationSigma)
  return first === undefined || last === undefined ? undefined : last - first
}

export const meanChange = (stayers: readonly Stayer[]): number | undefined =>
  mean(stayers.map(({ before, after }) => after - before))

/** The slope of σ over the years, of states that are rated in each of them; undefined of fewer than two. */
export const sigmaSlope = (panel: readonly WholeSeries[], from: number): number | undefined => {
  const years = panel[0]?.length ?? 0
  const sigmas = Array.from({ length: years }, (_, k) =>
    populationSigma(panel.map((series) => series[k] ?? Number.NaN)),
  )
  return slopeOf(sigmas.flatMap((value, k) => (value === undefined ? [] : [{ year: from + k, value }])))
}

interface Measure<T> {
  readonly measure: Placed['measure']
  readonly of: (group: readonly T[]) => number | undefined
  readonly own: number | undefined
}

const ofStayers = (own: ReadonlyMap<Placed['measure'], number | undefined>): readonly Measure<Stayer>[] =>
  (
    [
      ['beta', catchUp],
      ['betaOnGap', (group: readonly Stayer[]) => catchUpOnGap(group, [])],
      ['sigmaChange', sigmaChange],
      ['meanChange', meanChange],
    ] as const
  ).map(([measure, of]) => ({ measure, of, own: own.get(measure) }))

/** Draws groups once, and holds each measure of the members against that of the groups. */
const placed = <T>(
  measures: readonly Measure<T>[],
  pool: readonly T[],
  { size, draws, seed, why }: Drawing & { readonly why: string | undefined },
): readonly Placed[] => {
  const reason = why ?? reasonOf(size, pool.length)
  const drawn = measures.map((): (number | undefined)[] => [])
  if (reason === null)
    for (const group of drawnGroups(pool, { size, draws, seed }))
      for (const [k, { of }] of measures.entries()) drawn[k]?.push(of(group))
  return measures.map(({ measure, own }, k) => {
    const among = amongDrawn(own, drawn[k] ?? [])
    return {
      measure,
      own: own ?? null,
      size,
      pool: pool.length,
      defined: among?.defined ?? 0,
      mean: among?.mean ?? null,
      low: among?.low ?? null,
      high: among?.high ?? null,
      below: among?.below ?? null,
      above: among?.above ?? null,
      reason,
    }
  })
}

const reasonOf = (size: number, pool: number): string | null => {
  if (size < 2) return 'fewer than two members have it'
  return pool < size ? `only ${pool} non-members in the system are rated in the same years` : null
}

/** What is held against drawn groups: the measures of the members, and of how many these are. */
export interface Own {
  readonly measures: ReadonlyMap<Placed['measure'], number | undefined>
  readonly stayers: number
  readonly panel: number
}

/**
 * The same measures of groups drawn of states that share no membership of the organisation: in the system on the day of
 * the first and of the last year, and neither a member nor possibly one in any year. Null where no draws are asked for.
 */
export const placeboOf = async (
  world: Snapshot,
  rated: RatedMembers,
  { from, to, draws, seed, system }: ConvergenceInput & { readonly system: System },
  own: Own,
): Promise<ConvergenceAnswer['placebo']> => {
  if (draws === 0) return null
  const years = yearsOf({ from, to }).map(rated.in)
  const inside = new Set(years.flatMap(({ members, uncertain, unknown }) => [...members, ...uncertain, ...unknown]))
  const untoldOf = (those: readonly number[]): string | undefined =>
    those.map((year) => rated.in(year).untold).find((why) => why !== undefined)
  const days = [rated.in(from).day, rated.in(to).day]
  const isInside = (state: string): boolean =>
    inside.has(state) || years.some(({ day }) => rated.members.isSuspended(state, day))
  const outside = [...(await heldSystem(world, system))]
    .filter(([state, spells]) => !isInside(state) && days.every((day) => at(spells, day) !== undefined))
    .map(([state]): Series => years.map(({ year }) => rated.scoreIn(state, year)?.value))
  const pool = outside.flatMap((series): Stayer[] => {
    const [before, after] = [series[0], series.at(-1)]
    return before === undefined || after === undefined ? [] : [{ before, after }]
  })
  const slope: Measure<WholeSeries> = {
    measure: 'panelSigmaSlope',
    of: (group) => sigmaSlope(group, from),
    own: own.measures.get('panelSigmaSlope'),
  }
  return {
    draws,
    seed,
    measures: [
      ...placed(ofStayers(own.measures), pool, { size: own.stayers, draws, seed, why: untoldOf([from, to]) }),
      ...placed([slope], outside.filter(isWhole), {
        size: own.panel,
        draws,
        seed,
        why: untoldOf(yearsOf({ from, to })),
      }),
    ],
  }
}
