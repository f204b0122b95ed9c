import { groupBy } from '../../group-by.ts'
import type { EventId } from '../../time/event-id.ts'
import type { World } from '../world.ts'
import { idsOf, knownRows } from './known.ts'

/** What a rater says of one state and year: a value, or why there is none. */
export interface Score {
  readonly value: number | undefined
  readonly missing: string | undefined
  readonly decidedBy: readonly EventId[]
}

export type ScoresOfYear = ReadonlyMap<string, Score>

/** All scores of a rater's indicator, by year and actor. Of several reports about one year, one with a value stands before one without. */
export const loadScores = async (world: World, rater: string, indicator: string, years?: { from: number; to: number }): Promise<ReadonlyMap<number, ScoresOfYear>> => {
  let rows = knownRows(world, 'practice').select(['actor', 'year', 'value', 'missing', 'decided_by']).where('rater', '=', rater).where('indicator', '=', indicator)
  if (years !== undefined) rows = rows.where('year', '>=', years.from).where('year', '<=', years.to)
  const found = await rows.orderBy('year').orderBy('actor').orderBy('decided_by').execute()
  return new Map(
    [...groupBy(found, ({ year }) => year)].map(([year, ofYear]) => {
      const scores = new Map<string, Score>()
      for (const row of ofYear) {
        const held = scores.get(row.actor)
        if (held === undefined || (held.value === undefined && row.value !== null))
          scores.set(row.actor, { value: row.value ?? undefined, missing: row.missing ?? undefined, decidedBy: idsOf(row.decided_by) })
      }
      return [year, scores]
    }),
  )
}

/** Which indicators have been scored, as `rater:indicator`. */
export const knownIndicators = async (world: World): Promise<readonly string[]> => {
  const rows = await knownRows(world, 'practice').select(['rater', 'indicator']).distinct().execute()
  return rows.map(({ rater, indicator }) => `${rater}:${indicator}`).toSorted()
}
