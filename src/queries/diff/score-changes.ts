import { firstDayOfYear } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { unionOf } from '../../time/timeline.ts'
import type { Unexplained } from './change.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { byStanding } from '../subjects/scores.ts'
import { touchedRows, type Moments } from './changed-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'

interface Where {
  readonly actor: string | undefined
  /** `rater:indicator`. */
  readonly score: string | undefined
}

interface Told {
  readonly rater: string
  readonly indicator: string
  readonly actor: string
  readonly year: number
  readonly value: number | null
  readonly missing: string | null
  readonly series: string | null
  readonly decided_by: string
}

const wordsOf = (row: Told | undefined): string | null => {
  if (row === undefined) return null
  return row.value === null ? `none: ${row.missing ?? ''}` : String(row.value)
}
const eventsOf = (row: Told | undefined): readonly EventId[] => (row === undefined ? [] : idsOf(row.decided_by))

/** The scores that are another at the second moment: by rater, indicator, state and year. */
export const scoreChanges = async (moments: Moments, { actor, score }: Where): Promise<readonly Unexplained[]> => {
  const [rater, indicator] = score?.split(':') ?? []
  const touched = () => {
    let rows = touchedRows(moments, 'practice').select('stream')
    if (actor !== undefined) rows = rows.where('actor', '=', actor)
    if (rater !== undefined && indicator !== undefined)
      rows = rows.where('rater', '=', rater).where('indicator', '=', indicator)
    return rows
  }
  const told = async (world: Snapshot): Promise<ReadonlyMap<string, Told>> => {
    const rows = await knownRows(world, 'practice')
      .select(['rater', 'indicator', 'actor', 'year', 'value', 'missing', 'series', 'decided_by'])
      .where('stream', 'in', touched())
      .execute()
    const standing = new Map<string, Told>()
    for (const row of rows) {
      const cell = `${row.rater}\n${row.indicator}\n${row.actor}\n${row.year}`
      const held = standing.get(cell)
      if (held === undefined || byStanding(row, held) < 0) standing.set(cell, row)
    }
    return standing
  }
  const [was, is] = [await told(moments.before), await told(moments.after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((cell): readonly Unexplained[] => {
    const [old, now] = [was.get(cell), is.get(cell)]
    if (wordsOf(old) === wordsOf(now)) return []
    const { rater: by, indicator: what, actor: who, year } = (now ?? old) as Told
    return [
      {
        what: 'score',
        actor: who,
        subject: `${by}:${what}`,
        streams: [`practice-${by}-${what}-${who}`],
        cell: {
          from: firstDayOfYear(year),
          to: firstDayOfYear(year + 1),
          before: wordsOf(old),
          after: wordsOf(now),
          decided: unionOf(eventsOf(old), eventsOf(now)),
        },
      },
    ]
  })
}
