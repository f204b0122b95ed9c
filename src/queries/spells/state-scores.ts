import type { Selectable } from 'kysely'
import { groupBy } from '../../common/group-by.ts'
import type { EventId } from '../../time/event-id.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { loadKnownIndicators } from '../subjects/known-scores.ts'
import { byStanding, loadKnownScores } from '../subjects/scores.ts'

/** What a rater says of one state and one year. */
export interface StateScore {
  readonly actor: string
  readonly rater: string
  readonly indicator: string
  readonly year: number
  readonly value: number | null
  readonly sd: number | null
  readonly missing: string | null
  readonly series: string | null
  readonly decidedBy: readonly EventId[]
}

const columns = [
  'actor',
  'rater',
  'indicator',
  'year',
  'value',
  'sd',
  'missing',
  'series',
  'decided_by',
] as const satisfies readonly (keyof Schema['practice'])[]

type Row = Pick<Selectable<Schema['practice']>, (typeof columns)[number]>

/** Of several reports of one state and year the one that stands, as in every other answer. */
const standingOf = (rows: readonly Row[]): readonly StateScore[] => {
  const keyOf = ({ actor, rater, indicator, year }: Row): string => `${actor} ${rater} ${indicator} ${year}`
  return [...groupBy(rows, keyOf).values()].map((reports) => {
    const { decided_by, ...score } = reports.toSorted(byStanding)[0] as Row
    return { ...score, decidedBy: idsOf(decided_by) }
  })
}

const ofOneState = async (world: Snapshot, state: string, scores: readonly string[]): Promise<readonly Row[]> => {
  const streams = scores.map((score) => `practice-${score.replace(':', '-')}-${state}`)
  if (streams.length === 0) return []
  return knownRows(world, 'practice').select(columns).where('stream', 'in', streams).execute()
}

const ofAllStates = async (world: Snapshot, scores: readonly string[]): Promise<readonly Row[]> => {
  const found: Row[] = []
  for (const score of scores) {
    const [rater = '', indicator = ''] = score.split(':')
    const rows = knownRows(world, 'practice').select(columns)
    found.push(...(await rows.where('rater', '=', rater).where('indicator', '=', indicator).execute()))
  }
  return found
}

/**
 * The scores of one state by all raters or by those asked for, or of every state by those asked for. Throws
 * `unknown-score` where nobody has recorded any of one of them.
 */
export const loadStateScores = async (
  world: Snapshot,
  state: string | undefined,
  asked: readonly string[] | undefined,
): Promise<readonly StateScore[]> => {
  // Of no year, so that it only refuses what nobody has scored.
  for (const score of asked ?? []) await loadKnownScores(world, score, { from: 0, to: 0 })
  if (state === undefined) return standingOf(await ofAllStates(world, asked ?? []))
  const known = (await loadKnownIndicators(world)).map(({ rater, indicator }) => `${rater}:${indicator}`)
  return standingOf(await ofOneState(world, state, asked ?? known))
}
