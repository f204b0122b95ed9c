import type { StepEvent } from '../../../projections/compose/campaign/boomerang.ts'
import { groupBy } from '../../common/group-by.ts'
import type { DateRange } from '../../time/date-range.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { unionOf } from '../../time/timeline.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { amendedEvents } from '../record/amendments.ts'
import { loadCitedEvents } from '../record/evidence.ts'
import { loadCampaignEnds, type CampaignEnd } from './campaign-ends.ts'

/** An organisation in a campaign, from when it joined. */
interface Member extends DateRange {
  readonly organisation: string
  /** The state that it is based in; undefined where nobody says. */
  readonly base: string | undefined
  readonly decidedBy: readonly EventId[]
}

/** A campaign over a norm against a state, and who had joined. */
export interface Coalition {
  readonly campaign: string
  readonly name: string
  readonly members: readonly Member[]
  /** When it was launched: where it names the state among its targets, that is an act upon it. */
  readonly launched: (DateRange & { readonly names: boolean; readonly decidedBy: readonly EventId[] }) | undefined
  /** The first day on which it was over; undefined where nobody has recorded that it ended. */
  readonly ended: CampaignEnd | undefined
}

type Rows = Awaited<ReturnType<typeof rowsOver>>

const rowsOver = async (world: Snapshot, norm: string) => {
  const rows = await knownRows(world, 'campaign_coalition').selectAll().orderBy('valid_from').execute()
  return rows
    .filter(({ campaign, norms }) => {
      const isLeftOut = world.without?.campaigns.has(campaign) === true
      return !isLeftOut && (JSON.parse(norms) as readonly string[]).includes(norm)
    })
    .map((row) => ({ ...row, ids: idsOf(row.decided_by) }))
}

type Told = { readonly base?: string; readonly name?: string; readonly targets?: 'all' | readonly string[] }

/** What the launches and the joins say beside what is folded: bases, names and targets, by event. */
const loadTold = async (world: Snapshot, rows: Rows): Promise<ReadonlyMap<string, Told>> => {
  const ids = [...new Set(rows.flatMap((row) => row.ids))]
  const events = amendedEvents(await loadCitedEvents(world, ids))
  return new Map(
    events
      .filter(({ reads }) => reads.type === 'CampaignLaunched' || reads.type === 'CampaignJoined')
      .map(({ event, reads }) => [event.id as string, reads.data as Told]),
  )
}

/** From the first day on which it may have been to the first on which it surely had. */
const rangeOf = (rows: Rows): DateRange => ({
  lo: Math.min(...rows.map(({ valid_from: from }) => from)) as Day,
  hi: Math.max(...rows.map(({ valid_from: from }) => from)) as Day,
})

const coalitionOf = (
  campaign: string,
  rows: Rows,
  {
    told,
    ends,
    actor,
  }: {
    readonly told: ReadonlyMap<string, Told>
    readonly ends: ReadonlyMap<string, CampaignEnd>
    readonly actor: string
  },
): Coalition | undefined => {
  const byEvents = [...groupBy(rows, ({ decided_by, organisation }) => `${decided_by} ${organisation}`).values()]
  const entries = byEvents.map((own) => {
    const [{ ids, organisation } = { ids: [], organisation: '' }] = own
    const said = ids.map((id) => told.get(id) ?? {})
    return { ...rangeOf(own), organisation, decidedBy: ids, said }
  })
  const bases = new Map(
    entries.flatMap(({ organisation, said }) =>
      said.flatMap(({ base }) => (base === undefined ? [] : [[organisation, base]])),
    ),
  )
  const launch = entries.find(({ said }) => said.some(({ targets }) => targets !== undefined))
  const targets = launch?.said.find((one) => one.targets !== undefined)?.targets
  if (targets !== undefined && targets !== 'all' && !targets.includes(actor)) return undefined
  return {
    campaign,
    name: launch?.said.find(({ name }) => name !== undefined)?.name ?? campaign,
    members: entries.map(({ lo, hi, organisation, decidedBy }) => ({
      lo,
      hi,
      organisation,
      base: bases.get(organisation),
      decidedBy,
    })),
    launched:
      launch === undefined
        ? undefined
        : { lo: launch.lo, hi: launch.hi, names: targets !== 'all', decidedBy: launch.decidedBy },
    ended: ends.get(campaign),
  }
}

/**
 * The campaigns over a norm that are against all states or this one among others, with who had joined them. One that
 * was launched against others alone is none of them.
 */
export const loadCoalitions = async (world: Snapshot, norm: string, actor: string): Promise<readonly Coalition[]> => {
  const rows = await rowsOver(world, norm)
  const [told, ends] = [
    await loadTold(world, rows),
    await loadCampaignEnds(world, [...new Set(rows.map(({ campaign }) => campaign))]),
  ]
  return [...groupBy(rows, ({ campaign }) => campaign)].flatMap(
    ([campaign, own]) => coalitionOf(campaign, own, { told, ends, actor }) ?? [],
  )
}

/** A coalition of organisations of the state and of elsewhere: when the criterion became true, by which two of them. */
export interface Formed extends StepEvent {
  readonly campaign: string
}

const formedBy = ({ campaign, name }: Coalition, inside: Member, outside: Member, sure: boolean): Formed => {
  const inWords = ({ organisation, base }: Member): string => `${organisation} (${base ?? 'base not recorded'})`
  return {
    campaign,
    lo: Math.max(inside.lo, outside.lo) as Day,
    hi: Math.max(inside.hi, outside.hi) as Day,
    sure,
    says: `${name}: ${inWords(inside)} and ${inWords(outside)} had joined`,
    decidedBy: unionOf(inside.decidedBy, outside.decidedBy),
  }
}

const first = (members: readonly Member[]): Member | undefined =>
  members.toSorted((a, b) => a.hi - b.hi || a.lo - b.lo)[0]

/**
 * When organisations based in the state and elsewhere had both joined a campaign: for certain, and earlier or at all if
 * one whose base nobody has recorded fills a place.
 */
export const formedIn = (coalition: Coalition, actor: string): readonly Formed[] => {
  const known = coalition.members.filter(({ base }) => base !== undefined)
  const unknown = coalition.members.filter(({ base }) => base === undefined)
  const inside = first(known.filter(({ base }) => base === actor))
  const outside = first(known.filter(({ base }) => base !== actor))
  const other = first(unknown)
  if (inside !== undefined && outside !== undefined) return [formedBy(coalition, inside, outside, true)]
  if (other === undefined) return []
  if (inside !== undefined) return [formedBy(coalition, inside, other, false)]
  return outside === undefined ? [] : [formedBy(coalition, other, outside, false)]
}
