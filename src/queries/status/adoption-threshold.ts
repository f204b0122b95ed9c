import type { Status } from './status-subject.ts'

/** From which step on a state counts as having taken a norm on. */
export const adoptionThresholds = ['SIGNED', 'CONSENTED', 'IN_FORCE'] as const
export type AdoptionThreshold = (typeof adoptionThresholds)[number]

/** The highest step that each status stands for: 0 none, 1 signed, 2 consented, 3 in force. */
const steps: Readonly<Record<Exclude<Status, 'UNKNOWN'>, number>> = {
  NONE: 0,
  NO_POSITION: 0,
  ENDORSED: 0,
  OBJECTING: 0,
  CONTESTING: 0,
  LAPSED: 0,
  SIGNATURE_REPUDIATED: 0,
  EXITED: 0,
  TERMINATED: 0,
  EXTINCT: 0,
  SIGNED: 1,
  SIGNALLED: 1,
  PROVISIONAL: 1,
  CONSENTED: 2,
  SUSPENDED: 2,
  COMMITTED: 2,
  IN_FORCE: 3,
  EXIT_PENDING: 3,
  BOUND_QUALIFIED: 3,
  BOUND: 3,
  INSTITUTIONALIZED: 3,
  INTERNALIZED: 3,
  EXITING: 3,
}

/** How an actor stands, as far as adoption goes: `norm` where it is towards a norm. */
interface Committed {
  readonly possible: readonly Status[]
  readonly norm?: { readonly committed: readonly Status[] }
}

/** What counts towards a threshold: the commitment, where words against a norm stand before it. */
export const committedIn = (value: Committed): readonly Status[] => value.norm?.committed ?? value.possible

/** The highest step that a status under a treaty tells of earlier days: who has left had consented. */
const stepsBefore: Partial<Record<Status, number>> = { SIGNATURE_REPUDIATED: 1, EXITED: 2, TERMINATED: 2 }

const reachedBy = (
  possible: readonly Status[],
  threshold: AdoptionThreshold,
  stepOf: (status: Exclude<Status, 'UNKNOWN'>) => number,
): boolean | undefined => {
  const least = adoptionThresholds.indexOf(threshold) + 1
  const reached = possible.map((status) => (status === 'UNKNOWN' ? undefined : stepOf(status) >= least))
  if (reached.length === 0 || reached.includes(undefined)) return undefined
  if (reached.every((is) => is)) return true
  return reached.some((is) => is) ? undefined : false
}

/** Whether a status is at or above a threshold: true, false, or undefined where what is possible does not tell. */
export const hasReached = (possible: readonly Status[], threshold: AdoptionThreshold): boolean | undefined =>
  reachedBy(possible, threshold, (status) => steps[status])

/**
 * Whether what held on a day tells that a threshold had been reached on it or before: EXITED tells of a consent. Of a
 * norm it tells nothing of the kind, for who left one instrument need not have been bound by all that it takes.
 */
export const tellsReached = (value: Committed, threshold: AdoptionThreshold): boolean | undefined =>
  reachedBy(committedIn(value), threshold, (status) =>
    value.norm === undefined ? Math.max(steps[status], stepsBefore[status] ?? 0) : steps[status],
  )

/** Whether it is open that a status is at or above a threshold: it may be, and may not. */
export const mayHaveReached = (possible: readonly Status[], threshold: AdoptionThreshold): boolean =>
  possible.length > 0 && hasReached(possible, threshold) === undefined
