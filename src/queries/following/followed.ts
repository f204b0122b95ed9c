import { eventFilters } from '../record/event-filter-inputs.ts'
import { refuseUnknown } from '../record/event-filters.ts'
import { meantEvents } from '../record/meant-events.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { cloudEventOf, type CloudEvent } from './cloud-event.ts'
import { isPlaceOf, nameOfLog, placeAt, placesOf, readPlace, type Place } from './place.ts'

export { isPlaceOf, placeAt, readPlace, type Place }

const shape = eventFilters.pick({ stream: true, type: true, state: true, actor: true, norm: true })

/** Which events are meant, as a client wrote it; all of them, where nothing is said. */
export type FollowFilter = Readonly<Record<string, string>>

/** What the events that are followed can be filtered by, each with what it means. */
export const followFilters: readonly { readonly name: string; readonly description: string }[] = Object.entries(
  shape.shape,
).map(([name, { description = '' }]) => ({ name, description }))

/** Holds a filter against what there is, as the question `events` does. Throws what that throws. */
export const checkFilter = async (world: Snapshot, filter: FollowFilter): Promise<void> => {
  const asked = shape.parse(filter)
  await refuseUnknown(world, asked)
  await meantEvents(world, asked)
}

/** An event that is followed, and the place after it. */
export interface Followed {
  readonly ordinal: number
  readonly place: string
  readonly event: CloudEvent
}

/** Events in order, and how far the log was looked through for them. */
export interface FollowedPage {
  readonly events: readonly Followed[]
  readonly to: number
  readonly place: string
}

/** So many events at most are looked through at once, however few of them are meant. */
const span = 50_000

const until = (world: Snapshot, ordinal: number): Snapshot => ({ ...world, ordinal: Math.min(world.ordinal, ordinal) })

/** The next events that are meant, after an ordinal; nothing of a commit that the read model has not taken in whole. */
export const followedAfter = async (
  world: Snapshot,
  filter: FollowFilter,
  after: number,
  most: number,
): Promise<FollowedPage> => {
  const within = until(world, after + span)
  const found = await (await meantEvents(within, shape.parse(filter))).after(after, most)
  const to = found.length < most ? Math.max(within.ordinal, after) : (found.at(-1)?.ordinal ?? after)
  const ordinals = found.map(({ ordinal }) => ordinal)
  const [log, places, place] = [await nameOfLog(world), await placesOf(world, ordinals), await placeAt(world, to)]
  const events = found.map((event, index) => {
    const here = places[index] as string
    return { ordinal: event.ordinal, place: here, event: cloudEventOf(event, { log, place: here }) }
  })
  return { events, to, place }
}

/** Which of the events between two ordinals (the second included) a filter means. */
export const meantBetween = async (
  world: Snapshot,
  filter: FollowFilter,
  [after, to]: readonly [number, number],
): Promise<readonly number[]> => {
  const listing = await meantEvents(until(world, to), shape.parse(filter))
  return (await listing.after(after, Math.max(1, to - after))).map(({ ordinal }) => ordinal)
}
