import { clocksOf, type Clocks, type Snapshot } from '../../queries/question/snapshot.ts'
import { dayOf } from '../../time/today.ts'

/**
 * For how long an answer may be kept: for good where both clocks were given and have passed, for nothing that is
 * recorded from now on can change it; else until it is asked whether it still is the one (RFC 9111, 8246). A moment
 * has passed when something was recorded after it: until then somebody may still record up to it.
 */
export const cacheControlOf = (given: Clocks, world: Snapshot): string => {
  const { asKnownAt } = clocksOf(world)
  const isPast =
    given.asOf !== undefined &&
    given.asKnownAt !== undefined &&
    asKnownAt !== null &&
    world.lastRecordedAt !== undefined &&
    world.asOf <= dayOf(new Date(world.now)) &&
    asKnownAt < world.lastRecordedAt
  return isPast ? 'public, max-age=31536000, immutable' : 'no-cache'
}
