import { z } from 'zod'
import { groupBy } from '../../common/group-by.ts'
import { directions } from '../../events/source.ts'
import { loadSources } from '../holdings/registered-sources.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { directionsOf } from '../subjects/directions.ts'
import { loadKnownIndicators } from '../subjects/known-scores.ts'

const indicatorOut = z.object({
  id: z.string().describe('As questions take it: rater:indicator'),
  indicator: z.string(),
  firstYear: z.int(),
  lastYear: z.int(),
  states: z.int().describe('Of how many states something is recorded'),
  scores: z.int().describe('States and years with a value'),
  missing: z.int().describe('States and years of which the rater says why there is none'),
  direction: z
    .enum(directions)
    .nullable()
    .describe('What a higher value means; null where no source says it, or two say otherwise'),
})
export const raterOut = z.object({
  id: z.string(),
  indicators: z.array(indicatorOut),
  firstYear: z.int().describe('The first year that any of its indicators scores'),
  lastYear: z.int(),
})
export type RaterOut = z.infer<typeof raterOut>

/** Every rater of whom a score is recorded, by id, with what it scores. */
export const loadKnownRaters = async (world: Snapshot): Promise<readonly RaterOut[]> => {
  const meanings = directionsOf(await loadSources(world))
  const byRater = groupBy(await loadKnownIndicators(world), ({ rater }) => rater)
  return [...byRater].map(([id, indicators]) => ({
    id,
    indicators: indicators.map(({ rater, from, to, ...one }) => ({
      id: `${rater}:${one.indicator}`,
      indicator: one.indicator,
      firstYear: from,
      lastYear: to,
      states: one.states,
      scores: one.scores,
      missing: one.missing,
      direction: meanings.get(`${rater}:${one.indicator}`) ?? null,
    })),
    firstYear: Math.min(...indicators.map(({ from }) => from)),
    lastYear: Math.max(...indicators.map(({ to }) => to)),
  }))
}

/** An indicator in one line of a terminal. */
export const indicatorText = ({ id, firstYear, lastYear, scores, states, direction }: RaterOut['indicators'][number]) =>
  `${id.padEnd(24)} ${firstYear}-${lastYear}, ${scores} scores of ${states} states` +
  (direction === null ? '' : `, ${direction.replaceAll('-', ' ')}`)
