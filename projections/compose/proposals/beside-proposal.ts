import { canonicalJson, type JsonObject } from '../../../src/events/json.ts'
import type { ProposedEvent } from '../../../src/events/proposal.ts'
import { actClass } from '../../../src/events/treaty.ts'
import { parseDate } from '../../../src/time/edtf.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { Fact } from '../../fold/fold.ts'

/** What the log already says of a proposed fact: the same, something else about the same, or nothing. */
export const besides = ['same', 'differs', 'new'] as const
export type Comparison = (typeof besides)[number]

export interface RecordedFact {
  readonly beside: Comparison
  /** The facts that say the same, or those that say otherwise. */
  readonly facts: readonly Fact[]
}

const isSameRange = (a: DateRange | undefined, b: DateRange | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.lo === b.lo && a.hi === b.hi

const effectIn = ({ statedEffective, effectFrom }: JsonObject): string | undefined => {
  const stated = statedEffective ?? effectFrom
  return typeof stated === 'string' ? stated : undefined
}

const rangeOf = (text: string | undefined): DateRange | undefined => (text === undefined ? undefined : parseDate(text))

/**
 * Holds a proposed event against the standing facts of its actor in its stream. An act under a treaty is the same where
 * its class (consent, notice, …) and its day are, whatever kind of consent it is called, and where the log states the
 * day of effect that the proposal states; a proposal that adds a day of effect differs. Any other fact is the same
 * where type, date and payload are. What is told about the same thing (the class and the label of the fact) on another
 * day differs; a fact that nobody tells anything about is new.
 */
export const besideProposal = (proposed: ProposedEvent, facts: readonly Fact[]): RecordedFact => {
  const kind = actClass[proposed.type]
  const occurred = rangeOf(proposed.occurred)
  const onTheDay = facts.filter((fact) => occurred === undefined || isSameRange(fact.occurred, occurred))
  const effect = rangeOf(proposed.effective ?? effectIn(proposed.data))
  const isSame = (fact: Fact): boolean =>
    kind === undefined
      ? fact.type === proposed.type && canonicalJson(fact.data) === canonicalJson(proposed.data)
      : actClass[fact.type] === kind &&
        (effect === undefined || isSameRange(fact.effective ?? rangeOf(effectIn(fact.data)), effect))
  const same = onTheDay.filter(isSame)
  if (same.length > 0) return { beside: 'same', facts: same }
  const isAboutIt = (fact: Fact): boolean =>
    kind === undefined
      ? fact.fact === proposed.fact
      : actClass[fact.type] === kind && (fact.fact === proposed.fact || onTheDay.includes(fact))
  const others = facts.filter(isAboutIt)
  return others.length > 0 ? { beside: 'differs', facts: others } : { beside: 'new', facts: [] }
}
