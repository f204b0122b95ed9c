import type { Kysely } from 'kysely'
import type { Schema } from '../../readmodel/schema.ts'
import { keeping } from '../question/kept.ts'
import { isOfThisLog, readKept, writeKept, type Moment } from '../question/kept-file.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How many events cite what. */
export interface Citing {
  /** By the id of a registered source. An event that cites one twice counts once. */
  readonly registered: ReadonlyMap<string, number>
  /** Events that cite some source in full, beside the registrations themselves. */
  readonly inFull: number
}

/** How many events are read at once. */
const page = 5_000

/** Quotes within a text are escaped, so that these are keys and nothing else. No payload has a key of these names. */
const reference = /"ref":("(?:[^"\\]|\\.)*")/g
const inFull = '"citation":'

const kept = keeping<Citing>(({ registered }) => 100 + registered.size * 150)

const what = 'who cites whom'
/** From how many events on what they cite is worth keeping for the next process. */
const worthKeeping = 5_000

interface Counted {
  readonly moment: Moment
  readonly citing: Citing
}

/** What was counted last of each read model. */
const last = new WeakMap<Kysely<Schema>, Counted>()

const countedInFile = (world: Snapshot): Counted | undefined => {
  const file = readKept(world, what)
  if (file === undefined) return undefined
  const { registered, inFull: full } = file.small as { registered: readonly [string, number][]; inFull: number }
  return { moment: file.moment, citing: { registered: new Map(registered), inFull: full } }
}

/** The most that is counted of this log at a moment no later than the world's: events stay what they are. */
const countedBefore = async (world: Snapshot): Promise<Counted> => {
  for (const counted of [last.get(world.sql), countedInFile(world)])
    if (counted !== undefined && counted.moment.ordinal <= world.ordinal && (await isOfThisLog(world, counted.moment)))
      return counted
  return { moment: { ordinal: 0, prefix: '' }, citing: { registered: new Map(), inFull: 0 } }
}

/** Counts who cites whom, over all events that were known: each is looked through once, as text. */
export const loadCiting = (world: Snapshot): Promise<Citing> =>
  kept(world, '', async () => {
    const before = await countedBefore(world)
    const citing = await countFrom(world, before)
    if (world.asKnownAt !== null) return citing
    const { ordinal, prefix } = world
    last.set(world.sql, { moment: { ordinal, prefix }, citing })
    if (ordinal - before.moment.ordinal >= worthKeeping)
      writeKept(world, what, { small: { registered: [...citing.registered], inFull: citing.inFull }, arrays: {} })
    return citing
  })

/** What was counted, and what the events after it cite. */
const countFrom = async ({ sql, ordinal }: Snapshot, { moment, citing }: Counted): Promise<Citing> => {
  const registered = new Map(citing.registered)
  let full = citing.inFull
  for (let after = moment.ordinal; after < ordinal; after += page) {
    const rows = await sql
      .selectFrom('event')
      .select(['type', 'body'])
      .where('ordinal', '>', after)
      .where('ordinal', '<=', Math.min(after + page, ordinal))
      // What is proposed counts for nothing; once it is accepted, its event cites.
      .where('stream', 'not like', 'proposal-%')
      .execute()
    for (const { type, body } of rows) {
      for (const ref of new Set(Array.from(body.matchAll(reference), ([, text = '""']) => JSON.parse(text) as string)))
        registered.set(ref, (registered.get(ref) ?? 0) + 1)
      if (type !== 'SourceRegistered' && body.includes(inFull)) full += 1
    }
  }
  return { registered, inFull: full }
}
