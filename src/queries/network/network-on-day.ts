import { memo } from '../../common/memo.ts'
import { withScores, type Company } from '../../exposure/company.ts'
import { doubts, type Doubts } from '../../exposure/doubts/uncertainty.ts'
import type { Day } from '../../time/day.ts'
import { pairOf, type PackedSpans } from '../memberships/packed-spans.ts'
import type { CompanyOn, Scored } from './company-on.ts'
import { seatedIn } from './seated-in.ts'
import { decisiveOn, type Seating, type SeatsOn } from './seats-on-day.ts'
import { companyWithPast, type YearBefore } from './years-before.ts'

/** States and organisations by their ids. */
export interface Places {
  readonly states: ReadonlyMap<string, number>
  readonly organisations: ReadonlyMap<string, number>
}

export const placesIn = ({ states, organisations }: PackedSpans): Places => ({
  states: new Map(states.map((state, i) => [state, i])),
  organisations: new Map(organisations.map((igo, o) => [igo, o])),
})

/** What a company is made of: who shares which groups, organisations or others, and how each state is scored. */
interface Parts {
  readonly states: readonly string[]
  readonly groups: readonly string[]
  /** States by their ids. */
  readonly places: ReadonlyMap<string, number>
  readonly seats: SeatsOn
  /** What each group weighs; undefined where each counts 1. */
  readonly weights?: Float64Array | undefined
  /** Whether what is uncertain was left out, so that there are no bounds. */
  readonly leavesOut: boolean
  readonly membershipEvents: CompanyOn['membershipEvents']
  /** Default: none. */
  readonly unknownIgos?: CompanyOn['unknownIgos']
  /** Default: nothing is asked of entries. */
  readonly droppedByEntry?: CompanyOn['droppedByEntry']
  readonly scoreOf: (state: string) => Scored | undefined
  readonly yearsBefore: () => readonly YearBefore[]
}

/** The company of a day: who sat where, and how each is scored. What is uncertain of it is told apart in `doubts`. */
export const companyOn = (day: Day, parts: Parts): CompanyOn => {
  const { states, groups, places, seats, weights, leavesOut, membershipEvents, scoreOf, yearsBefore } = parts
  const scores = states.map((state) => scoreOf(state))
  const read = withScores(
    seatedIn(seats, states, groups),
    scores.map((score) => score?.value ?? 0),
    scores.map((score) => (score?.value === undefined ? 0 : 1)),
  )
  const isCertain = seats.uncertain.length === 0 && !scores.some((score) => score?.between !== undefined)
  const doubtsIn = leavesOut ? undefined : (of: Company, on: SeatsOn) => doubtsOf(of, on, scores)
  let past: CompanyOn | undefined
  const on: CompanyOn = {
    company: read,
    weights,
    doubts: isCertain ? undefined : doubtsIn?.(read, seats),
    uncertain: seats.uncertain,
    day,
    indexOf: (state) => places.get(state),
    scoreOf,
    membershipEvents,
    unknownIgos: parts.unknownIgos ?? (() => []),
    droppedByEntry: parts.droppedByEntry,
    withPast: () => (past ??= companyWithPast(on, { years: yearsBefore(), doubtsIn, seats })),
  }
  return on
}

/** The events that decide how a state stood in an organisation on a day: found once, for terms cite them every time. */
export const membershipEventsIn = (seating: Seating, places: Places, day: Day): CompanyOn['membershipEvents'] => {
  const decisive = decisiveOn(seating, day)
  return memo((igo) => {
    const o = places.organisations.get(igo)
    return memo((state) => {
      const i = places.states.get(state)
      const pair = i === undefined || o === undefined ? undefined : pairOf(seating.packed, i, o)
      return pair === undefined ? [] : decisive(pair)
    })
  })
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
