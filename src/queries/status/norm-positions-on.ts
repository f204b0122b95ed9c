import { z } from 'zod'
import { at, type Timeline } from '../../time/timeline.ts'
import type { DateRange } from '../../time/date-range.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import { whenText } from '../../time/when.ts'
import { eventIds } from '../question/output-fields.ts'
import { loadFacts } from '../question/facts.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** What an actor has said and done about a norm outside its treaties. */
export const positionsOut = z
  .array(
    z.object({
      date: z.string().nullable().describe('When it was said or done, as precisely as it is known'),
      kind: z.enum(['endorsed', 'objecting', 'contesting', 'responded', 'conceded']),
      says: z.string().describe('What it endorsed or contests, how it answered a campaign, what it gave way in'),
      decidedBy: eventIds,
    }),
  )
  .describe('Of a norm: what the actor has said and done about it outside the treaties, up to the day')
export type Positions = z.infer<typeof positionsOut>

const kindOf: Readonly<Record<string, 'responded' | 'conceded'>> = {
  StateResponded: 'responded',
  ConcessionMade: 'conceded',
}

/** The norms of each campaign: what its actions and answers are over, unless they name one. */
const normsOfCampaigns = async (world: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await knownRows(world, 'campaign_coalition').select(['campaign', 'norms']).distinct().execute()
  return new Map(rows.map(({ campaign, norms }) => [campaign, JSON.parse(norms) as readonly string[]]))
}

const whenOf = (range: DateRange): string | null => (range.lo <= ALWAYS && range.hi >= FOREVER ? null : whenText(range))

/** When each of the events was done by which an actor took a stance on a norm. */
const datesOf = async (world: Snapshot, norm: string, actor: string): Promise<ReadonlyMap<string, DateRange>> => {
  const told = await loadFacts(world, {
    family: 'norm',
    subject: norm,
    actor,
    types: ['NormEndorsed', 'NormContested'],
  })
  return new Map(
    told.flatMap(({ facts }) => facts.flatMap(({ decidedBy, occurred }) => decidedBy.map((id) => [id, occurred]))),
  )
}

/** How an actor answered campaigns over a norm, and what it gave way in, up to the world's day. */
const answersOf = async (world: Snapshot, norm: string, actor: string): Promise<Positions> => {
  const [told, campaigns] = [
    await loadFacts(world, { family: 'campaign', actor, types: Object.keys(kindOf) }),
    await normsOfCampaigns(world),
  ]
  return told.flatMap(({ stream, facts }) =>
    facts.flatMap((fact): Positions => {
      const kind = kindOf[fact.type]
      const norms = typeof fact.data.norm === 'string' ? [fact.data.norm] : (campaigns.get(stream) ?? [])
      if (kind === undefined || !norms.includes(norm) || fact.occurred.lo > world.asOf) return []
      const says = String(kind === 'responded' ? fact.data.stance : fact.data.kind)
      return [{ date: whenOf(fact.occurred), kind, says, decidedBy: [...fact.decidedBy] }]
    }),
  )
}

/** A stance has its date from the first of the acts that took it; later ones say the same again. */
const earliestOf = (ids: readonly string[], dates: ReadonlyMap<string, DateRange>): DateRange | undefined =>
  ids
    .flatMap((id) => dates.get(id) ?? [])
    .toSorted((a, b) => a.lo - b.lo || a.hi - b.hi)
    .at(0)

/** What an actor had said of a norm, and how it had answered those who pressed for it, by the world's day. */
export const positionsOn = async (world: Snapshot, norm: string, actor: string): Promise<Positions> => {
  const rows = await knownRows(world, 'norm_position')
    .selectAll()
    .where('stream', '=', `norm-${norm}`)
    .where('actor', '=', actor)
    .where('valid_from', '<=', world.asOf)
    .where('valid_to', '>', world.asOf)
    .execute()
  const dates = rows.length === 0 ? new Map<string, DateRange>() : await datesOf(world, norm, actor)
  const said = rows.map(({ position, type, text, valid_from, decided_by }): Positions[number] => ({
    date: whenOf(earliestOf(idsOf(decided_by), dates) ?? { lo: valid_from as Day, hi: valid_from as Day }),
    kind: position,
    says: text === null ? type : `${type}: ${text}`,
    decidedBy: [...idsOf(decided_by)],
  }))
  return [...said, ...(await answersOf(world, norm, actor))].toSorted((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? -1 : 1,
  )
}

export const positionsText = (positions: Positions): readonly string[] =>
  positions.map(({ date, kind, says }) => `  ${kind} ${date ?? 'undated'}: ${says}`)

/**
 * NO_POSITION in words: the lowest rung of the ladder speaks of the treaties that carry the norm, not of what a state
 * thinks. It may have done nothing under any of them, or nothing that still stands.
 */
export const withoutTreatyAct = (
  timelines: readonly Timeline<{ readonly status: string; readonly possible: readonly string[] }>[],
  day: Day,
): string => {
  const found = new Set(timelines.flatMap((timeline) => at(timeline, day)?.value.possible ?? ['NONE']))
  if (found.has('EXTINCT')) return 'no longer a state'
  if (found.has('SIGNATURE_REPUDIATED')) return 'signature repudiated, and no treaty act that stands'
  return [...found].every((status) => status === 'NONE') ? 'no treaty act' : 'no treaty act that stands'
}
