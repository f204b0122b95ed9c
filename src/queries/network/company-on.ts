import type { Company } from '../../exposure/company.ts'
import type { Doubts } from '../../exposure/doubts/uncertainty.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Score } from '../subjects/scores.ts'
import type { DroppedByEntry, UncertainMembership } from './seats-on-day.ts'

/** A score, or the bounds between which it lies where it is not known. */
export type Scored = Score & { readonly between?: readonly [number, number] }

/** The events that decide how each state stands in one organisation. */
export type EventsOfState = (state: string) => readonly EventId[]

/** The company that all states kept on one day, with the evidence for every part of it. */
export interface CompanyOn {
  readonly company: Company
  /** What each of its organisations or groups weighs; undefined where each counts 1. */
  readonly weights: Float64Array | undefined
  /** What of it is uncertain; undefined where nothing is. */
  readonly doubts: Doubts | undefined
  readonly uncertain: readonly UncertainMembership[]
  readonly day: Day
  readonly indexOf: (state: string) => number | undefined
  readonly scoreOf: (state: string) => Scored | undefined
  /** The events that decide how a state stands in an organisation, by the organisation. */
  readonly membershipEvents: (igo: string) => EventsOfState
  /** The organisations of a state that do not count since it is unknown whether they are among those asked for. */
  readonly unknownIgos: (state: string) => readonly string[]
  /** What of a state's memberships does not count by how it came in; undefined where nothing is asked of that. */
  readonly droppedByEntry: ((state: string) => DroppedByEntry) | undefined
  /** The same with the years before: for formulas of the past. */
  readonly withPast: () => CompanyOn
}
