import { groupBy } from '../../common/group-by.ts'
import { firstDayOfYear, formatDay } from '../../time/day.ts'
import type { Conflict, ConflictsOf } from './conflict.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { byStanding } from '../subjects/scores.ts'

/**
 * Where sources report different values of one rater's indicator for a state and year. The one that `loadScores` takes
 * is followed.
 */
export const loadScoreConflicts = async (
  world: Snapshot,
  { actor, subject }: ConflictsOf,
): Promise<readonly Conflict[]> => {
  let rows = knownRows(world, 'practice').select(['stream', 'year'])
  if (actor !== undefined) rows = rows.where('actor', '=', actor)
  if (subject !== undefined) {
    const [rater = '', indicator = ''] = subject.split(':')
    rows = rows.where('rater', '=', rater).where('indicator', '=', indicator)
  }
  const twice = await rows
    .groupBy(['stream', 'year'])
    .having((count) => count.fn.countAll(), '>', 1)
    .execute()
  const streams = [...new Set(twice.map(({ stream }) => stream))]
  const told: Conflict[] = []
  for (const stream of streams) {
    const found = await knownRows(world, 'practice').selectAll().where('stream', '=', stream).orderBy('year').execute()
    for (const [year, list] of groupBy(found, (row) => row.year)) {
      const [first, ...rest] = list.toSorted(byStanding)
      if (first === undefined) continue
      const side = (row: typeof first) => ({
        value: row.value === null ? `none: ${row.missing ?? ''}` : String(row.value),
        decidedBy: idsOf(row.decided_by),
      })
      told.push(
        ...rest.map((row): Conflict => ({
          about: 'scores',
          between: 'sources',
          actor: row.actor,
          subject: `${row.rater}:${row.indicator}`,
          what: String(year),
          from: formatDay(firstDayOfYear(year)),
          to: formatDay(firstDayOfYear(year + 1)),
          follows: side(first),
          against: side(row),
        })),
      )
    }
  }
  return told
}
