import type { PressureAction } from '../../../projections/compose/campaign/pressure.ts'
import { groupBy } from '../../common/group-by.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import { keeping } from '../question/kept.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { amendedEvents } from '../record/amendments.ts'
import { loadCitedEvents } from '../record/evidence.ts'
import { loadNormWords, type ByWord, type NormWords } from './norm-words.ts'

/**
 * An action on a state, with the norms that it is over: its own, else those of its campaign, else those whose assigned
 * words its title says; none where nothing tells.
 */
export interface CampaignAction extends PressureAction {
  readonly norms: readonly string[]
  readonly title: string | undefined
  /** By which words it counts for norms; none where it or its campaign carries one itself. */
  readonly byWords: readonly ByWord[]
  /** The first day on which it may have been done; `day` is the last. */
  readonly earliest: Day
  /** How many organisations had joined by a day, one at least: all that may have, or those that surely had. */
  readonly joinedBy: (day: Day, how: 'possibly' | 'surely') => number
}

/** What is recorded of campaigns. */
export interface Campaigns {
  /** The actions on each state, by their days. */
  readonly onStates: ReadonlyMap<string, readonly CampaignAction[]>
  /** The norms over which some campaign or action is recorded. */
  readonly norms: ReadonlySet<string>
}

type Member = Awaited<ReturnType<typeof coalitionsOf>>[number]

const coalitionsOf = async (world: Snapshot) => {
  const rows = await knownRows(world, 'campaign_coalition').selectAll().execute()
  return rows.map(({ norms, ...row }) => ({ ...row, norms: JSON.parse(norms) as readonly string[] }))
}

const joinedBy = (members: readonly Member[]): CampaignAction['joinedBy'] => {
  const certain = members.filter(({ certainty }) => certainty === 'certain')
  return (day, how) => {
    const joined = (how === 'surely' ? certain : members).filter(({ valid_from: from }) => from <= day)
    return Math.max(1, new Set(joined.map(({ organisation }) => organisation)).size)
  }
}

const kept = keeping<Campaigns>(({ onStates }) =>
  [...onStates.values()].reduce((sum, actions) => sum + 600 * actions.length, 1000),
)

/** The norms that an action carries, and those that words give to one that carries none. */
const overOf = (
  { norm, title }: { readonly norm: string | null; readonly title: string | null },
  members: readonly Member[],
  words: NormWords,
): Pick<CampaignAction, 'norms' | 'title' | 'byWords'> => {
  const carried = norm === null ? members.flatMap(({ norms }) => norms) : [norm]
  const byWords = carried.length > 0 || title === null ? [] : words.saidIn(title)
  return {
    norms: carried.length > 0 ? carried : byWords.map((one) => one.norm),
    title: title ?? undefined,
    byWords,
  }
}

/** An action that counts for a norm, and the assignment by which it does, where it carries none itself. */
export type ActionOver = CampaignAction & { readonly byWord: ByWord | undefined }

/** Those over a norm. The events that decide of one that counts by a word are its own and the assignment. */
export const actionsOver = (actions: readonly CampaignAction[], norm: string): readonly ActionOver[] =>
  actions
    .filter(({ norms }) => norms.includes(norm))
    .map((action) => {
      const byWord = action.byWords.find((one) => one.norm === norm)
      return { ...action, byWord, decidedBy: unionOf(action.decidedBy, byWord?.decidedBy ?? []) }
    })

/**
 * All campaigns, coalitions and actions that are known. An action of an uncertain date is a possible row and then a
 * certain one: it counts once, from its last possible day.
 */
export const loadCampaigns = (world: Snapshot): Promise<Campaigns> =>
  kept(world, '', async () => {
    const rows = await knownRows(world, 'campaign_action')
      .selectAll()
      .orderBy('valid_from')
      .orderBy('decided_by')
      .execute()
    const [coalitions, words] = [await coalitionsOf(world), await loadNormWords(world)]
    const byCampaign = groupBy(coalitions, ({ campaign }) => campaign)
    const firstDays = new Map(
      rows.filter(({ certainty }) => certainty === 'possible').map((row) => [row.decided_by, row.valid_from as Day]),
    )
    const actions = rows
      .filter(({ valid_to: to, campaign }) => to === FOREVER && world.without?.campaigns.has(campaign) !== true)
      .map((row) => {
        const members = byCampaign.get(row.campaign) ?? []
        const joined = joinedBy(members)
        const action: CampaignAction = {
          campaign: row.campaign,
          kind: row.kind,
          day: row.valid_from as Day,
          earliest: firstDays.get(row.decided_by) ?? (row.valid_from as Day),
          strength: row.strength,
          organisations: joined(row.valid_from as Day, 'possibly'),
          joinedBy: joined,
          ...overOf(row, members, words),
          decidedBy: idsOf(row.decided_by),
        }
        return { actor: row.actor, action }
      })
    const onStates = groupBy(actions, ({ actor }) => actor)
    return {
      onStates: new Map([...onStates].map(([actor, own]) => [actor, own.map(({ action }) => action)])),
      norms: new Set([...coalitions, ...actions.map(({ action }) => action)].flatMap(({ norms }) => norms)),
    }
  })

/** What campaigns are called by the event that launched them; others, such as appeals, by their ids. */
export const loadCampaignNames = async (world: Snapshot): Promise<(campaign: string) => string> => {
  const rows = await knownRows(world, 'campaign_coalition').select('decided_by').execute()
  const ids = [...new Set(rows.flatMap(({ decided_by }) => idsOf(decided_by)))]
  const launched = amendedEvents(await loadCitedEvents(world, ids)).filter(
    ({ reads }) => reads.type === 'CampaignLaunched',
  )
  const names = new Map(launched.map(({ event, reads }) => [event.stream, String(reads.data['name'])]))
  return (campaign) => names.get(campaign) ?? campaign
}
