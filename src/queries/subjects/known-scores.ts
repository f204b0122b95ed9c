import type { Snapshot } from '../question/snapshot.ts'
import { recordedIn } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import { knownRows } from '../question/known-rows.ts'

/** What is recorded of one rater's indicator. */
export interface KnownIndicator {
  readonly rater: string
  readonly indicator: string
  readonly from: number
  readonly to: number
  /** States and years that have a value; one that several sources report counts once. */
  readonly scores: number
  /** States and years of which the rater says why there is none. */
  readonly missing: number
  readonly states: number
}

/** An indicator is seven short values. */
const kept = keeping<readonly KnownIndicator[]>(
  (indicators) => indicators.length * 300 + 100,
  () => recordedIn('practice'),
)

/** Every indicator that has been recorded, by rater and id. It takes a look at all scores, once for what is known. */
export const loadKnownIndicators = (world: Snapshot): Promise<readonly KnownIndicator[]> =>
  kept(world, '', () => readIndicators(world))

const readIndicators = async (world: Snapshot): Promise<readonly KnownIndicator[]> => {
  const ofYears = knownRows(world, 'practice')
    .select(({ fn }) => ['rater', 'indicator', 'actor', 'year', fn.count<number>('value').as('values')])
    .groupBy(['rater', 'indicator', 'actor', 'year'])
  const rows = await world.sql
    .selectFrom(ofYears.as('of_years'))
    .select(({ fn, eb }) => [
      'rater',
      'indicator',
      fn.min('year').as('from'),
      fn.max('year').as('to'),
      fn.countAll<number>().as('all'),
      fn.sum<number>(eb.case().when('values', '>', 0).then(1).else(0).end()).as('scores'),
      fn.count<number>('actor').distinct().as('states'),
    ])
    .groupBy(['rater', 'indicator'])
    .orderBy('rater')
    .orderBy('indicator')
    .execute()
  return rows.map(({ rater, indicator, from, to, all, scores, states }) => ({
    rater,
    indicator,
    from: Number(from),
    to: Number(to),
    scores: Number(scores),
    missing: Number(all) - Number(scores),
    states: Number(states),
  }))
}
