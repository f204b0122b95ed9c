import { factsOf } from '../../../projections/fold/facts.ts'
import type { Fact } from '../../../projections/fold/fold.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { actClass, type ActClass } from '../../events/treaty.ts'
import { groupBy } from '../../common/group-by.ts'
import type { DateRange } from '../../time/date-range.ts'
import { parseDate } from '../../time/edtf.ts'
import { placeOf, type Assertions } from './assertions.ts'
import type { Candidate } from '../candidates/candidate.ts'

const leaving: ReadonlySet<ActClass | undefined> = new Set<ActClass>([
  'notice',
  'tookEffect',
  'cessation',
  'consentWithdrawn',
])
const takingBack: ReadonlySet<ActClass | undefined> = new Set<ActClass>(['revocation', 'ineffective'])

const consent = /^consent\/(\d+)$/
const numberOf = (fact: string): number | undefined => {
  const [, number] = consent.exec(fact) ?? []
  return number === undefined ? undefined : Number(number)
}

/**
 * Whether an actor left between two days, by what anybody has told so far; a notice that was taken back is no leaving.
 */
const leftBetween = (facts: readonly Fact[], from: DateRange, to: DateRange): boolean =>
  facts.some(
    ({ type, occurred: { lo, hi } }) =>
      leaving.has(actClass[type]) &&
      from.hi < lo &&
      hi <= to.lo &&
      !facts.some((back) => takingBack.has(actClass[back.type]) && lo <= back.occurred.lo && back.occurred.lo <= to.lo),
  )

/**
 * Consents of a list that are not the ones that the log calls so: who left and came back has one row in a depositary's
 * table, with the last date. Between two dates of a series on which the log knows a withdrawal there are two consents,
 * and no correction: the later one takes the next number, an earlier one that comes after it stands before the first,
 * as `consent/0`. `known` is what the series has told, `existing` all that the stream holds.
 */
export const withReturns = (
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, Assertions>,
  existing: readonly RecordedEvent[],
): readonly Candidate[] => {
  const consents = candidates.filter(
    ({ fact, event: { id, type, occurred } }) =>
      id === undefined && occurred !== undefined && actClass[type] === 'consent' && consent.test(fact),
  )
  if (known.size === 0 || consents.length === 0) return candidates
  if (!existing.some(({ type }) => leaving.has(actClass[type]))) return candidates
  const factsByActor = groupBy(factsOf(existing), ({ data }) => String(data.actor))
  const shifts = new Map<string, number>()
  for (const [key, ofKey] of groupBy(consents, (candidate) => candidate.key)) {
    const shift = shiftOf(key, ofKey, known, factsByActor.get(key) ?? [])
    if (shift !== 0) shifts.set(key, shift)
  }
  return shifts.size === 0 ? candidates : candidates.map((one) => shifted(one, shifts.get(one.key) ?? 0))
}

/** By how much the numbers of an actor's consents are other than the list counts them. */
const shiftOf = (
  key: string,
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, Assertions>,
  facts: readonly Fact[],
): number => {
  const [first] = candidates.toSorted((a, b) => (numberOf(a.fact) ?? 0) - (numberOf(b.fact) ?? 0))
  const number = numberOf(first?.fact ?? '')
  if (first === undefined || number === undefined) return 0
  const told = parseDate(first.event.occurred ?? '..')
  const knownAs = (shift: number) => known.get(placeOf(key, `consent/${number + shift}`))?.live?.occurred
  let shift = 0
  for (let live = knownAs(shift); live !== undefined && leftBetween(facts, live, told); live = knownAs(shift))
    shift += 1
  const live = knownAs(0)
  const isEarlier = number === 1 && candidates.length === 1 && live !== undefined && leftBetween(facts, told, live)
  return isEarlier ? -1 : shift
}

/** A consent under another number, and what says of it that it no longer stands. */
const shifted = (candidate: Candidate, shift: number): Candidate => {
  const { event } = candidate
  const act = typeof event.data.act === 'string' ? event.data.act : undefined
  const number = numberOf(act ?? candidate.fact)
  if (shift === 0 || number === undefined || event.id !== undefined) return candidate
  const name = `consent/${number + shift}`
  const fact = act === undefined ? name : candidate.fact.replace(act, name)
  return {
    ...candidate,
    fact,
    event: { ...event, fact, data: act === undefined ? event.data : { ...event.data, act: name } },
  }
}
