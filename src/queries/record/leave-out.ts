import { z } from 'zod'
import { factsOf, isMeta } from '../../../projections/fold/facts.ts'
import { closest } from '../../common/closest.ts'
import { badInput, notFound } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import type { EventId, RecordedEvent } from '../../events/envelope.ts'
import { familyOf } from '../../events/registry.ts'
import { rowsOf } from '../../readmodel/intervals.ts'
import { foldsOf } from '../../readmodel/projector.ts'
import { STILL_KNOWN, type IntervalTable } from '../../readmodel/schema.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import { freeWords } from '../question/inputs.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { FoldedAnew, Without } from '../question/without.ts'
import { summaryOf } from './event-summary.ts'

export const kindsLeftOut = ['igo', 'state', 'campaign', 'event'] as const
type Kind = (typeof kindsLeftOut)[number]

export const withoutInput = freeWords
  .optional()
  .describe(
    'Beside the whole the same without these, with commas between: an organisation as a channel (igo:eu), a state as ' +
      'partner, adopter and member of the system (state:usa), the actions of a campaign (campaign:icbl), an event as ' +
      'if ' +
      "it were retracted (event:<id>). Arithmetic, no causal claim: nobody's acts change, only what is counted",
  )

/** A thing that is left out, as answers name it. */
export const leftOutOut = z.object({
  kind: z.enum(kindsLeftOut),
  id: z.string(),
  name: z.string().describe('What it is called; of an event what it says'),
  bearsOnNothing: z
    .string()
    .nullable()
    .describe('Why nothing that was asked can depend on it; null where something may'),
})
export type LeftOut = z.infer<typeof leftOutOut>
export type LeftOutThing = Omit<LeftOut, 'bearsOnNothing'>

/** The families of streams of which an event can be left out: what is told of one actor there is folded anew. */
const familiesFolded: ReadonlySet<string> = new Set(['treaty', 'igo', 'practice', 'campaign', 'appeals', 'conduct'])
/** Of these all that is told is told under one key. */
const familiesOfOneKey: ReadonlySet<string> = new Set(['campaign'])

interface Keyed {
  readonly event: RecordedEvent
  readonly key: string
}

/** An event that was known then, and can be left out. Throws `unknown-event`, `bad-input`. */
const eventNamed = async (world: Snapshot, id: string): Promise<Keyed> => {
  const row = await world.sql
    .selectFrom('event')
    .selectAll()
    .where('id', '=', id.toLowerCase())
    .where('ordinal', '<=', world.ordinal)
    .executeTakeFirst()
  if (row === undefined)
    throw notFound('unknown-event', `the log holds no event "${id}" that was known then.`, {
      where: 'without',
      hint: '`events` lists events with their ids.',
    })
  const event = eventOfRow(row)
  const family = familyOf(row.stream)
  if (familiesFolded.has(family) && (row.key !== '*' || familiesOfOneKey.has(family))) return { event, key: row.key }
  throw badInput(
    'bad-input',
    `"event:${id}" is ${event.type} in ${row.stream}; an event can be left out that tells of one actor in a ` +
      `stream of ${[...familiesFolded].join(', ')}: acts under treaties, memberships, scores, what campaigns did.`,
    { where: 'without' },
  )
}

/** How many rows of one key a query names at most. */
const mostRows = 400

/** The retraction that an event would have if it were taken back now. Nothing is recorded. */
const retractionOf = ({ event }: Keyed, world: Snapshot, index: number): RecordedEvent => ({
  ...event,
  type: 'EventRetracted',
  schemaVersion: 1,
  // No event has this id: it decides no row, for what is taken back is gone.
  id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}` as EventId,
  ordinal: world.ordinal + 1 + index,
  data: { target: event.id, reason: 'left out of an answer' },
})

/** All events that are folded together with some of those that are left out, with the retractions of these. */
const foldAnew = async (world: Snapshot, events: readonly Keyed[], retractions: readonly RecordedEvent[]) => {
  const byTable = new Map<IntervalTable, FoldedAnew[]>()
  const keys = groupBy(
    events.map((one, index) => ({ ...one, retraction: retractions[index] })),
    ({ event, key }) => `${event.stream}\n${key}`,
  )
  for (const same of keys.values()) {
    const [first] = same
    if (first === undefined) continue
    const { key } = first
    const { stream } = first.event
    const rows = await world.sql
      .selectFrom('event')
      .selectAll()
      .where('stream', '=', stream)
      .where('key', '=', key)
      .where('ordinal', '<=', world.ordinal)
      .orderBy('ordinal')
      .execute()
    const told = [...rows.map(eventOfRow), ...same.flatMap(({ retraction }) => retraction ?? [])]
    const facts = told.every(isMeta) ? [] : factsOf(told)
    for (const fold of foldsOf(stream)) {
      const table = fold.table as IntervalTable
      const folded = rowsOf(fold, stream, key, facts).map((row, seq) => ({
        ...row,
        known_from: world.ordinal,
        known_to: STILL_KNOWN,
        seq,
      }))
      if (folded.length > mostRows)
        throw badInput('bad-input', `${stream} tells too much of ${key} to be folded anew for one answer.`, {
          where: 'without',
        })
      byTable.set(table, [...(byTable.get(table) ?? []), { stream, key, rows: folded }])
    }
  }
  return byTable
}

/** The campaigns that some action or coalition is recorded of, by their streams: campaign-icbl, appeals-amnesty-fra. */
const loadCampaigns = async (world: Snapshot): Promise<readonly string[]> => {
  const acting = await knownRows(world, 'campaign_action').select('campaign').distinct().execute()
  const joined = await knownRows(world, 'campaign_coalition').select('campaign').distinct().execute()
  return [...new Set([...acting, ...joined].map(({ campaign }) => campaign))].toSorted()
}

const campaignNamed = async (world: Snapshot, word: string): Promise<string> => {
  const known = await loadCampaigns(world)
  const found = known.find((campaign) => campaign === word || campaign === `campaign-${word}`)
  if (found !== undefined) return found
  const near = closest(
    word,
    known.map((campaign) => campaign.replace(/^campaign-/, '')),
  )
  throw notFound('unknown-campaign', `"${word}" is no campaign that was known then.`, {
    where: 'without',
    ...(near.length > 0 && { hint: `Closest: ${near.join(', ')}.` }),
  })
}

const thingNamed = async (world: Snapshot, word: string): Promise<LeftOutThing & { readonly keyed?: Keyed }> => {
  const [, kind = '', name = ''] = /^([^:]*):(.+)$/.exec(word) ?? []
  const { names, asOf: day } = world
  switch (kind as Kind) {
    case 'igo':
    case 'state': {
      const id = names.require(kind as 'igo' | 'state', name, { day })
      return { kind: kind as Kind, id, name: names.nameOf(kind as 'igo' | 'state', id) }
    }
    case 'campaign': {
      const id = await campaignNamed(world, name)
      return { kind: 'campaign', id, name: id }
    }
    case 'event': {
      const keyed = await eventNamed(world, name)
      const { id, stream, occurred = 'undated' } = keyed.event
      const ofWhom = keyed.key === '*' ? stream : `${keyed.key} in ${stream}`
      return { kind: 'event', id, name: `${ofWhom}, ${occurred}: ${summaryOf(keyed.event)}`, keyed }
    }
    default:
      throw badInput(
        'bad-input',
        `"${word}" names nothing to leave out; expected ${kindsLeftOut.map((one) => `${one}:…`).join(', ')}.`,
        { where: 'without' },
      )
  }
}

/**
 * A world without some things, and what they are. Nothing is recorded, and the log stays as it is. Throws
 * `unknown-actor`, `unknown-organisation`, `unknown-campaign`, `unknown-event`; `bad-input` for a word that names
 * nothing, and for an event that cannot be left out.
 */
export const worldWithout = async (
  world: Snapshot,
  words: readonly string[],
): Promise<{ readonly left: Snapshot; readonly things: readonly LeftOutThing[] }> => {
  const found = new Map<string, Awaited<ReturnType<typeof thingNamed>>>()
  for (const word of words) {
    const thing = await thingNamed(world, word)
    found.set(`${thing.kind}:${thing.id}`, thing)
  }
  const all = [...found.values()]
  const idsOf = (kind: Kind): ReadonlySet<string> => new Set(all.flatMap((one) => (one.kind === kind ? [one.id] : [])))
  const events = all.flatMap(({ keyed }) => keyed ?? [])
  const retractions = events.map((one, index) => retractionOf(one, world, index))
  const without: Without = {
    key: [...found.keys()].toSorted().join(),
    igos: idsOf('igo'),
    states: idsOf('state'),
    campaigns: idsOf('campaign'),
    retractions,
    foldedAnew: await foldAnew(world, events, retractions),
  }
  // What is folded anew for one question is kept by its moment alone.
  return { left: { ...world, without, changes: undefined }, things: all.map(({ keyed: _keyed, ...thing }) => thing) }
}
