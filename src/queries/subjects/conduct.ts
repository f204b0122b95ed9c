import type { ConductActRow } from '../../../projections/folds/conduct-acts.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { unionOf } from '../../time/timeline.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCampaigns } from './campaign-actions.ts'
import { loadCarriedNorms } from './carried-norms.ts'
import type { ByWord } from './norm-words.ts'

/** What was done to a state, or by it, about norms. */
export interface ConductAct {
  /** `action`: a campaign acted on the state. The others as they are recorded of its conduct. */
  readonly act: ConductActRow['act'] | 'action'
  /** Of a violation: report, complaint or judgment; of pressure and actions what was done; of a response its stance. */
  readonly kind: string | null
  readonly by: string | null
  readonly title: string | null
  /** The first and the last day on which it may have been done. */
  readonly earliest: Day
  readonly latest: Day
  /** The stream that has it: a campaign, a body's reviews, or the state's conduct. */
  readonly stream: string
  /** The norms that it is over; none where nothing says so. */
  readonly norms: readonly string[]
  /** Of an action that carries none itself: by which words it counts for these. */
  readonly byWords: readonly ByWord[]
  readonly decidedBy: readonly EventId[]
}

const byDate = (a: ConductAct, b: ConductAct): number =>
  a.earliest - b.earliest || a.latest - b.latest || ((a.decidedBy[0] ?? '') < (b.decidedBy[0] ?? '') ? -1 : 1)

/**
 * All acts that are known of a state, whatever the norm and the day, in the order of their dates: violations that were
 * reported or found, pressure of third parties, what campaigns did, and what the state answered, gave way in and took
 * back. Nothing of a campaign that is left out.
 */
export const loadConduct = async (world: Snapshot, actor: string): Promise<readonly ConductAct[]> => {
  const normsOf = await loadCarriedNorms(world)
  const rows = await knownRows(world, 'conduct_act').selectAll().where('actor', '=', actor).execute()
  const recorded = rows
    .filter(({ stream }) => world.without?.campaigns.has(stream) !== true)
    .map((row): ConductAct => {
      const articles = row.articles === null ? null : (JSON.parse(row.articles) as readonly string[])
      const latest = row.latest as Day
      const { stream, act, kind, by, title, norm } = row
      return {
        act,
        kind,
        by,
        title,
        earliest: row.valid_from as Day,
        latest,
        stream,
        norms: normsOf({ stream, actor, norm, articles, latest }),
        byWords: [],
        decidedBy: idsOf(row.decided_by),
      }
    })
  const actions = ((await loadCampaigns(world)).onStates.get(actor) ?? []).map(
    ({ campaign, kind, title = null, day, earliest, norms, byWords, decidedBy }): ConductAct => ({
      act: 'action',
      kind,
      by: null,
      title,
      earliest,
      latest: day,
      stream: campaign,
      norms,
      byWords,
      decidedBy,
    }),
  )
  return [...recorded, ...actions].toSorted(byDate)
}

/** Of some acts those over a norm, with the assignment of words by which one counts. What carries none is over none. */
export const actsOver = (acts: readonly ConductAct[], norm: string): readonly ConductAct[] =>
  acts
    .filter(({ norms }) => norms.includes(norm))
    .map((act) => {
      const byWord = act.byWords.find((one) => one.norm === norm)
      return byWord === undefined ? act : { ...act, decidedBy: unionOf(act.decidedBy, byWord.decidedBy) }
    })

/** How many acts of each kind there are. */
export const countActs = (acts: readonly ConductAct[]) => {
  const count = (act: ConductAct['act']): number => acts.filter((one) => one.act === act).length
  return {
    violations: count('violation'),
    actions: count('action'),
    pressure: count('pressure'),
    responses: count('response'),
    concessions: count('concession'),
    reversals: count('reversal'),
  }
}
