import { resolutionOf, resolveDate, type DatePolicy } from '../../../src/time/date-policy.ts'
import type { Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { holdsOn, unionOf, type Certainty } from '../../../src/time/timeline.ts'
import { endingOf } from './exits.ts'
import type { MembershipExit } from './membership-exit.ts'

/** Days [from, to) on which rights of a member were suspended, or may have been. */
export interface Suspension {
  readonly from: Day
  readonly to: Day
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

/**
 * Suspensions end with the membership: of one who gave notice, when that takes effect; who comes back later comes back
 * with all rights.
 */
export const untilExits = (
  suspensions: readonly Suspension[],
  exits: readonly MembershipExit[],
): readonly Suspension[] =>
  suspensions.flatMap((one) => {
    const outs = endingOf(exits).flatMap(({ effect, undone }) =>
      undone === undefined && effect !== undefined && one.from < effect.lo ? [effect.hi] : [],
    )
    const to = Math.min(one.to, ...outs) as Day
    return one.from < to ? [{ ...one, to }] : []
  })

/** That rights were suspended on a day, or may have been. */
export type SuspendedOn = Pick<Suspension, 'certainty' | 'decidedBy'>

/**
 * Whether a member was suspended on a day; undefined where it was not. An uncertain day of a suspension or of its end
 * leaves a possible span before the certain one, or after it; a policy that takes one day of each date resolves it. A
 * suspension that may have ended on the days on which it may have begun has no certain day: by such a policy it has
 * none.
 */
export const suspendedOn = (
  suspensions: readonly Suspension[],
  day: Day,
  dates: DatePolicy,
): SuspendedOn | undefined => {
  const held = suspensions.filter((span) => holdsOn(span, day))
  if (held.length === 0) return undefined
  const decidedBy = unionOf(...held.map((span) => span.decidedBy))
  if (held.some(({ certainty }) => certainty === 'certain')) return { certainty: 'certain', decidedBy }
  const resolution = resolutionOf(dates)
  if (resolution === undefined) return { certainty: 'possible', decidedBy }
  const certain = suspensions.filter(({ certainty }) => certainty === 'certain')
  const suspended = held.some(({ from, to }) => {
    const passed = resolveDate({ lo: from, hi: to }, resolution) <= day
    return (certain.some((span) => span.from === to) && passed) || (certain.some((span) => span.to === from) && !passed)
  })
  return suspended ? { certainty: 'certain', decidedBy } : undefined
}
