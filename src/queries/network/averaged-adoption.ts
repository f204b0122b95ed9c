import { resolutionOf } from '../../time/date-policy.ts'
import type { Day } from '../../time/day.ts'
import { memo } from '../../common/memo.ts'
import { at, type Timeline as TimelineOf } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { committedIn, hasReached, tellsReached, type AdoptionThreshold } from '../status/adoption-threshold.ts'
import { keptSubject } from '../status/kept-subject.ts'
import type { Status, StatusHistory, StatusSubject } from '../status/status-subject.ts'
import type { Scored } from './company-on.ts'
import type { NetworkInput } from './network-inputs.ts'
import type { Averaged, Scoring } from './scoring.ts'

/** How an actor stood towards a treaty or norm over time, as far as adoption goes. */
type Timeline = TimelineOf<
  Pick<StatusHistory['timeline'][number]['value'], 'possible' | 'reason'> & {
    readonly norm?: { readonly committed: readonly Status[] }
  }
>

/** What a caller may say of adoptions beside what users ask. */
export interface ReadAdoptions {
  /** The history of an actor as it counts here; as the law sees it where nothing is said. */
  readonly adoptionHistory?: ((world: Snapshot, subject: StatusSubject, actor: string) => Timeline) | undefined
}

/** What a span tells of an adoption: 1, 0, or why that is unknown; between 0 and 1 where it is open alone. */
const scoredBy = (span: Timeline[number] | undefined, reached: boolean | undefined): Scored => {
  if (reached !== undefined) return { value: reached ? 1 : 0, missing: undefined, decidedBy: span?.decidedBy ?? [] }
  const may = span === undefined ? [] : committedIn(span.value)
  // Of whom nobody says that nothing was done nothing is known: it leaves the fraction, as one that nobody has rated.
  const uncovered = span?.value.reason === 'not-covered'
  const between = !uncovered && may.length > 0 && !may.includes('UNKNOWN') ? ([0, 1] as const) : undefined
  return {
    value: undefined,
    missing: uncovered ? 'not-covered' : 'status-unknown',
    decidedBy: span?.decidedBy ?? [],
    ...(between !== undefined && { between }),
  }
}

/** Whether a state has adopted, by its status on a day alone: one that has left is no adopter any more. */
const byStatusOn = (timeline: Timeline, day: Day, threshold: AdoptionThreshold): Scored => {
  const span = at(timeline, day)
  return scoredBy(span, span && hasReached(committedIn(span.value), threshold))
}

/**
 * Whether a state has ever adopted by a day: once an adopter, always one. It has where any day tells so for certain,
 * and has not where every day tells that it had not; else one day on which that is unknown makes it unknown.
 */
const byAllDaysTo = (timeline: Timeline, day: Day, threshold: AdoptionThreshold): Scored => {
  const told = timeline
    .filter(({ from }) => from <= day)
    .map((span) => scoredBy(span, tellsReached(span.value, threshold)))
  return (
    told.find(({ value }) => value === 1) ??
    told.find(({ value, between }) => value === undefined && between === undefined) ??
    told.find(({ value }) => value === undefined) ??
    told.at(-1) ??
    scoredBy(undefined, undefined)
  )
}

/** Who has taken a treaty or norm on: 1 for an adopter, 0 for none. */
export const adoptionScoring = async (
  world: Snapshot,
  word: string,
  { threshold, dates, cumulative, adoptionHistory }: NetworkInput & ReadAdoptions,
): Promise<Averaged> => {
  const reading = { ...world, resolution: resolutionOf(dates) }
  const subject = await keptSubject(reading, word)
  const historyOf = memo(
    (actor): Timeline => adoptionHistory?.(reading, subject, actor) ?? subject.historyOf(actor).timeline,
  )
  const scoreOf = cumulative ? byAllDaysTo : byStatusOn
  const scoreOn: Scoring = (day) => (state) => scoreOf(historyOf(state), day, threshold)
  return { scoreOn, loadCoverage: async () => (partner, day) => subject.coverageOf(partner).on(day) }
}
