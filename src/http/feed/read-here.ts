import { breather } from '../../common/breathe.ts'
import {
  checkFilter,
  followedAfter,
  isPlaceOf,
  meantBetween,
  placeAt,
  readPlace,
  type Followed,
  type FollowFilter,
} from '../../queries/following/followed.ts'
import type { Snapshot } from '../../queries/question/snapshot.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { eventFrame } from './frames.ts'
import {
  everything,
  keyOf,
  pageSize,
  type Batch,
  type Begun,
  type Entry,
  type FeedReading,
  type Wanted,
} from './reading.ts'

/** Of more events than these, clients that are there read as those do that come back. */
const mostLive = 2_000

/** Reads for the feed in this thread, from the read model as it stands. */
export const readHere = ({ world, log }: Pick<Workspace, 'world' | 'log'>): FeedReading => {
  const closing = new AbortController()
  return {
    begin: async (wanted) => begunIn(await world({}), wanted),
    page: async (after, filter) => {
      const { events, to, place } = await followedAfter(await world({}), filter, after, pageSize)
      return { entries: events.map((one) => entryOf(one, [keyOf(filter)])), to, place }
    },
    live: async (after, filters) => liveIn(await world({}), after, filters),
    follow: (moved, failed) => void followLog(log, moved, closing.signal).catch(failed),
    close: async () => closing.abort(),
  }
}

const entryOf = ({ ordinal, place, event }: Followed, meantBy: readonly string[]): Entry => ({
  ordinal,
  place,
  frame: eventFrame(place, JSON.stringify(event)),
  meantBy,
})

const begunIn = async (world: Snapshot, { filter, after }: Wanted): Promise<Begun> => {
  await checkFilter(world, filter)
  if (after === undefined) return { ordinal: world.ordinal, place: await placeAt(world, world.ordinal) }
  const place = readPlace(after)
  if (place === undefined) return { reset: 'unknown-position', says: 'that is no place of any log' }
  if (place.ordinal > world.ordinal)
    return { reset: 'beyond-head', says: `the log ends at event ${world.ordinal}: it is another one, or was restored` }
  if (!(await isPlaceOf(world, place)))
    return { reset: 'unknown-position', says: 'another log gave it, or this one before it was restored from a copy' }
  return { ordinal: place.ordinal, place: await placeAt(world, place.ordinal) }
}

const liveIn = async (world: Snapshot, after: number, filters: readonly FollowFilter[]): Promise<Batch> => {
  if (world.ordinal - after > mostLive)
    return { entries: [], to: world.ordinal, place: await placeAt(world, world.ordinal) }
  const { events, to, place } = await followedAfter(world, {}, after, pageSize)
  const meant = new Map<string, ReadonlySet<number>>()
  for (const filter of filters) meant.set(keyOf(filter), new Set(await meantBetween(world, filter, [after, to])))
  const entries = events.map((one) =>
    entryOf(one, [everything, ...[...meant].filter(([, set]) => set.has(one.ordinal)).map(([key]) => key)]),
  )
  return { entries, to, place }
}

/** Says of every commit that there is one more; once at the beginning, for what came meanwhile. */
const followLog = async (log: Workspace['log'], moved: () => void, signal: AbortSignal): Promise<void> => {
  const { position } = await log.head()
  moved()
  const breathe = breather()
  for await (const said of log.subscribe({ after: position, signal })) {
    if (said.kind === 'event' && said.endsCommit) moved()
    await breathe()
  }
}
