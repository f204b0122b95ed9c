import type { Unsettled } from '../../diffusion/event-history.ts'
import { lastDayOfYear } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { committedIn, hasReached } from '../status/adoption-threshold.ts'
import type { Adoptions } from './adoptions.ts'

/**
 * Why it is not known at the end of a year whether a state had adopted. After the last day that sources cover a status
 * is carried on, and says nothing of what was done since.
 */
export const unsettledIn = (world: Snapshot, { subject, timelines, threshold }: Adoptions, state: string) => {
  const [timeline, coverage] = [timelines.get(state) ?? [], subject.coverageOf(state)]
  const deed = threshold === 'SIGNED' ? 'signature' : 'consent'
  return (year: number): Unsettled | undefined => {
    const day = lastDayOfYear(year)
    if (day > world.asOf) return 'year-not-over'
    const span = at(timeline, day)
    const reached = span === undefined ? undefined : hasReached(committedIn(span.value), threshold)
    if (reached === true) return undefined
    if (span === undefined || span.value.reason !== undefined) return reached === false ? undefined : 'not-covered'
    if (reached === undefined) return 'uncertain'
    const known = coverage.on(day)
    return known.state === 'carried' && !known.complete.includes(deed) ? 'not-covered' : undefined
  }
}
