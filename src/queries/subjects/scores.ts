import { closest } from '../../common/closest.ts'
import { notFound } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import type { EventId } from '../../time/event-id.ts'
import { firstFew } from '../../text/shorten.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'

/** What a rater says of one state and year: a value, or why there is none. */
export interface Score {
  readonly value: number | undefined
  readonly missing: string | undefined
  /** Its standard deviation, where the rater publishes one. */
  readonly sd?: number | undefined
  readonly decidedBy: readonly EventId[]
}

export type ScoresOfYear = ReadonlyMap<string, Score>

interface Report {
  readonly rater: string
  readonly value: number | null
  readonly series: string | null
  readonly decided_by: string
}

/**
 * Which of several reports about one year stands: one with a value before one without, the rater's own before what
 * others retell of it, of others the first series by name: the same one for every state and year.
 */
export const byStanding = (a: Report, b: Report): number => {
  const keyOf = ({ rater, value, series, decided_by }: Report) =>
    [value === null ? 1 : 0, series === rater ? 0 : 1, series ?? '', decided_by].join('\n')
  return keyOf(a) < keyOf(b) ? -1 : 1
}

/** All scores of a rater's indicator, by year and actor. */
export const loadScores = async (
  world: Snapshot,
  rater: string,
  indicator: string,
  years?: { from: number; to: number },
): Promise<ReadonlyMap<number, ScoresOfYear>> => {
  let rows = knownRows(world, 'practice')
    .select(['actor', 'year', 'value', 'sd', 'missing', 'rater', 'series', 'decided_by'])
    .where('rater', '=', rater)
    .where('indicator', '=', indicator)
  if (years !== undefined) rows = rows.where('year', '>=', years.from).where('year', '<=', years.to)
  const found = await rows.orderBy('year').orderBy('actor').execute()
  return new Map(
    [...groupBy(found, ({ year }) => year)].map(([year, ofYear]) => {
      const standing = new Map<string, (typeof ofYear)[number]>()
      for (const row of ofYear) {
        const held = standing.get(row.actor)
        if (held === undefined || byStanding(row, held) < 0) standing.set(row.actor, row)
      }
      return [
        year,
        new Map(
          [...standing].map(([actor, { value, sd, missing, decided_by }]): [string, Score] => [
            actor,
            {
              value: value ?? undefined,
              missing: missing ?? undefined,
              ...(sd !== null && { sd }),
              decidedBy: idsOf(decided_by),
            },
          ]),
        ),
      ]
    }),
  )
}

/** Which indicators have been scored, as `rater:indicator`. */
export const knownIndicators = async (world: Snapshot): Promise<readonly string[]> => {
  const rows = await knownRows(world, 'practice').select(['rater', 'indicator']).distinct().execute()
  return rows.map(({ rater, indicator }) => `${rater}:${indicator}`).toSorted()
}

const isScored = async (world: Snapshot, rater: string, indicator: string): Promise<boolean> => {
  const row = await knownRows(world, 'practice')
    .select('year')
    .where('rater', '=', rater)
    .where('indicator', '=', indicator)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The rater of `rater:indicator`. */
export const raterOf = (score: string): string => score.slice(0, score.indexOf(':'))

/** The scores of `rater:indicator`. Throws `unknown-score` where nobody has recorded any, naming the closest. */
export const loadKnownScores = async (
  world: Snapshot,
  score: string,
  years?: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, ScoresOfYear>> => {
  const [rater = '', indicator = ''] = score.split(':')
  const byYear = await loadScores(world, rater, indicator, years)
  if (byYear.size > 0 || (await isScored(world, rater, indicator))) return byYear
  const known = await knownIndicators(world)
  const spelt = closest(score, known)
  const near =
    spelt.length > 0 ? spelt : known.filter((one) => one.split(':').some((part) => score.split(':').includes(part)))
  throw notFound('unknown-score', `nobody has recorded scores for "${score}".`, {
    hint:
      `Known: ${near.length > 0 ? near.join(', ') : firstFew(known, 12) || 'none; import some first'}.` +
      (known.length === 0 || known.some((one) => raterOf(one) === rater)
        ? ''
        : ` Nothing of the rater "${rater}" is recorded: import its dataset first.`),
  })
}
