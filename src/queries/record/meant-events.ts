import type { SelectQueryBuilder } from 'kysely'
import { memo } from '../../common/memo.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import { ALWAYS, FOREVER } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { Listing } from '../lists/listing.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Schema } from '../../readmodel/schema.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { EventFilters } from './event-filter-inputs.ts'

/** The events between two moments of recording stand one after the other. */
const ordinalsOf = async (
  { sql, ordinal }: Snapshot,
  { recordedFrom, recordedTo }: Pick<EventFilters, 'recordedFrom' | 'recordedTo'>,
): Promise<readonly [number, number]> => {
  const commits = sql.selectFrom('commit_known').select(['first_ordinal', 'last_ordinal']).limit(1)
  const first =
    recordedFrom === undefined
      ? { first_ordinal: 1 }
      : await commits.where('recorded_at', '>=', recordedFrom).orderBy('recorded_at').executeTakeFirst()
  const last =
    recordedTo === undefined
      ? { last_ordinal: ordinal }
      : await commits.where('recorded_at', '<=', recordedTo).orderBy('recorded_at', 'desc').executeTakeFirst()
  return [Number(first?.first_ordinal ?? ordinal + 1), Math.min(ordinal, Number(last?.last_ordinal ?? 0))]
}

/** The streams of a norm: its own, and those of the treaties that carry it. */
const streamsOfNorm = async (world: Snapshot, norm: string): Promise<readonly string[]> => {
  const links = await knownRows(world, 'norm_link')
    .select('instrument')
    .distinct()
    .where('stream', '=', `norm-${norm}`)
    .execute()
  return [`norm-${norm}`, ...links.map(({ instrument }) => `treaty-${instrument}`)]
}

type Test = (event: RecordedEvent) => boolean

const isOfNorm = (norm: string, streams: readonly string[]): Test => {
  const own = new Set(streams)
  return ({ stream, data }) =>
    own.has(stream) || data['norm'] === norm || (Array.isArray(data['norms']) && data['norms'].includes(norm))
}

/** Whether a date may mean one of the days that are asked for; each text is read once. */
const dateTest = ({ occurredFrom, occurredTo }: EventFilters): ((text: string) => boolean) => {
  const [from, to] = [occurredFrom ?? ALWAYS, occurredTo ?? FOREVER]
  return memo((text) => {
    const { lo, hi } = parseDate(text)
    return lo <= to && from <= hi
  })
}

/** Every date in the text of an event: quotes within a text are escaped, so that these are keys and nothing else. */
const occurredIn = /"occurred":"([^"]*)"/g

interface Narrow {
  readonly stream: string | undefined
  readonly type: string | undefined
  readonly id: string | undefined
  readonly actors: readonly string[]
  readonly norm: string | undefined
  readonly ofNorm: readonly string[]
}

/** The rows that an engine can tell by their columns. */
const narrowed = (
  all: SelectQueryBuilder<Schema, 'event', object>,
  { stream, type, id, actors, norm, ofNorm }: Narrow,
): SelectQueryBuilder<Schema, 'event', object> => {
  let found = all
  if (stream?.endsWith('*')) {
    const prefix = stream.slice(0, -1)
    found = found.where('stream', '>=', prefix).where('stream', '<', `${prefix}\uffff`)
  } else if (stream !== undefined) found = found.where('stream', '=', stream)
  if (type !== undefined) found = found.where('type', '=', type)
  if (id !== undefined) found = found.where('id', '=', id.toLowerCase())
  for (const actor of actors) found = found.where('key', '=', actor)
  // Narrows texts that are written canonically; what is meant is told by the event itself.
  if (norm !== undefined)
    found = found.where(({ or, eb }) => or([eb('stream', 'in', ofNorm), eb('body', 'like', `%"${norm}"%`)]))
  return found
}

/** What is read of the log at once, where not every event that is read is meant. */
const batch = 5_000

/** The events that are asked for, in the order in which they were recorded. Throws `unknown-actor`, `unknown-norm`. */
export const meantEvents = async (world: Snapshot, asked: EventFilters): Promise<Listing<RecordedEvent>> => {
  const { stream, type, id, occurredFrom, occurredTo } = asked
  const day = { day: world.asOf }
  const [first, last] = await ordinalsOf(world, asked)
  const actors = [asked.actor, asked.state].flatMap((word) =>
    word === undefined ? [] : [world.names.require('state', word, day)],
  )
  const norm = asked.norm === undefined ? undefined : world.names.require('norm', asked.norm, day)
  const ofNorm = norm === undefined ? [] : await streamsOfNorm(world, norm)
  const isDated = occurredFrom === undefined && occurredTo === undefined ? undefined : dateTest(asked)
  const tests: readonly Test[] = [
    ...(norm === undefined ? [] : [isOfNorm(norm, ofNorm)]),
    ...(isDated === undefined ? [] : [({ occurred }: RecordedEvent) => occurred !== undefined && isDated(occurred)]),
  ]
  // Most events are of other days: those are not read any further than their dates.
  const mayBeMeant = (body: string): boolean =>
    isDated === undefined || Array.from(body.matchAll(occurredIn), ([, text = '']) => text).some(isDated)
  // One lower bound: of two an engine may seek by the other, and look through what was read before.
  const rows = (after = 0) => {
    const found = world.sql.selectFrom('event').where('ordinal', '>', Math.max(after, first - 1))
    return narrowed(found.where('ordinal', '<=', last), { stream, type, id, actors, norm, ofNorm })
  }
  const readAfter = async (ordinal: number, most: number) => {
    world.goOn?.()
    return rows(ordinal).selectAll().orderBy('ordinal').limit(most).execute()
  }
  async function* meantAfter(ordinal: number): AsyncGenerator<RecordedEvent> {
    for (let [at, read] = [ordinal, batch]; read === batch;) {
      const found = await readAfter(at, batch)
      const events = found.filter(({ body }) => mayBeMeant(body)).map(eventOfRow)
      yield* events.filter((event) => tests.every((test) => test(event)))
      read = found.length
      at = found.at(-1)?.ordinal ?? at
    }
  }
  return {
    after: async (key, most) => {
      // No event has such a key: nobody was given it.
      if (typeof key === 'string') return []
      const ordinal = Number(key ?? 0)
      if (tests.length === 0) return (await readAfter(ordinal, most)).map(eventOfRow)
      const found: RecordedEvent[] = []
      for await (const event of meantAfter(ordinal)) if (found.push(event) >= most) break
      return found
    },
    count: async () => {
      if (tests.length === 0) {
        const { events } = await rows()
          .select(({ fn }) => fn.countAll<number>().as('events'))
          .executeTakeFirstOrThrow()
        return Number(events)
      }
      let count = 0
      for await (const _ of meantAfter(0)) count += 1
      return count
    },
  }
}
