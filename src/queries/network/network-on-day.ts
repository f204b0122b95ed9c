import { company, type Company } from '../../exposure/company.ts'
import { doubts, type Doubts } from '../../exposure/doubts/uncertainty.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { pairOf, type PackedSpans } from '../memberships/packed-spans.ts'
import type { Score } from '../subjects/scores.ts'
import { decisiveOn, type Seating, type SeatsOn, type UncertainMembership } from './seats-on-day.ts'

/** A score, or the bounds between which it lies where it is not known. */
export type Scored = Score & { readonly between?: readonly [number, number] }

/** The company that all states kept on one day, with the evidence for every part of it. */
export interface CompanyOn {
  readonly company: Company
  /** What of it is uncertain; undefined where nothing is. */
  readonly doubts: Doubts | undefined
  readonly uncertain: readonly UncertainMembership[]
  readonly day: Day
  readonly indexOf: (state: string) => number | undefined
  readonly scoreOf: (state: string) => Scored | undefined
  readonly membershipEvents: (igo: string, state: string) => readonly EventId[]
}

/** States and organisations by their ids. */
export interface Places {
  readonly states: ReadonlyMap<string, number>
  readonly organisations: ReadonlyMap<string, number>
}

export const placesIn = ({ states, organisations }: PackedSpans): Places => ({
  states: new Map(states.map((state, i) => [state, i])),
  organisations: new Map(organisations.map((igo, o) => [igo, o])),
})

interface Parts {
  readonly seating: Seating
  readonly seats: SeatsOn
  readonly places: Places
  readonly scoreOf: (state: string) => Scored | undefined
}

/** The company of a day: who sat where, and how each is scored. What is uncertain of it is told apart in `doubts`. */
export const companyOn = (day: Day, { seating, seats, places, scoreOf }: Parts): CompanyOn => {
  const { states, organisations } = seating.packed
  const scores = states.map((state) => scoreOf(state))
  const read = company({
    states,
    organisations,
    focal: seats.focal.held,
    alter: seats.alter.held,
    scores: scores.map((score) => score?.value ?? 0),
    rated: scores.map((score) => (score?.value === undefined ? 0 : 1)),
  })
  const decisive = decisiveOn(seating, day)
  const isCertain = seats.uncertain.length === 0 && !scores.some((score) => score?.between !== undefined)
  return {
    company: read,
    doubts: seating.reading.dates === 'exclude' || isCertain ? undefined : doubtsOf(read, seats, scores),
    uncertain: seats.uncertain,
    day,
    indexOf: (state) => places.states.get(state),
    scoreOf,
    membershipEvents: (igo, state) => {
      const [i, o] = [places.states.get(state), places.organisations.get(igo)]
      const pair = i === undefined || o === undefined ? undefined : pairOf(seating.packed, i, o)
      return pair === undefined ? [] : decisive(pair)
    },
  }
}

const doubtsOf = (read: Company, { focal, alter }: SeatsOn, scores: readonly (Scored | undefined)[]): Doubts =>
  doubts({
    company: read,
    focal: focal.possible,
    focalSure: focal.sure,
    alter: alter.possible,
    alterSure: alter.sure,
    low: Float64Array.from(scores, (score) => score?.value ?? score?.between?.[0] ?? 0),
    high: Float64Array.from(scores, (score) => score?.value ?? score?.between?.[1] ?? 0),
    scored: Uint8Array.from(scores, (score) => (score?.value === undefined && score?.between === undefined ? 0 : 1)),
  })
