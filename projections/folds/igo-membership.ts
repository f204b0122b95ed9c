import type { Resolution } from '../../src/time/date-policy.ts'
import { firstDayOfYear, type Day } from '../../src/time/day.ts'
import { never, type DateRange } from '../../src/time/date-range.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf, type Certainty } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'
import { standingActs } from './igo-acts.ts'
import { intervalsInAnyOrder, orderIsOpen, type Transition } from '../fold/open-order.ts'
import { defaultPolicy, toldByOf, type SourcePolicy } from '../fold/source-policy.ts'
import { firstDayOut, uncertainEdges } from '../fold/ends.ts'

export type MembershipKind = 'full' | 'associate' | 'observer' | 'none' | 'unknown'

export type Membership = {
  readonly igo: string
  readonly actor: string
  readonly kind: MembershipKind
  /** `acts` for dated acts; else the series that observed whole years. */
  readonly track: string
  /** For observations: the first and last year of the same code. */
  readonly first_year: number | null
  readonly last_year: number | null
  /**
   * Whether it begins with the first admission of all, so that the actor was no such member before: surely, or in some
   * orders that uncertain dates allow.
   */
  readonly first_admission: Certainty | null
  /** JSON: who tells so, by registered source, series and kind. */
  readonly told_by: string
}

interface Standing {
  readonly kind: MembershipKind
  readonly from: DateRange
  readonly decidedBy: readonly EventId[]
}

/**
 * What dated acts say: a membership from its start, nothing from its end, until the next start. A start after a notice
 * of withdrawal begins an interval of its own: whether the notice had taken effect by then, the composition says.
 */
const fromActs = (facts: readonly Fact[]): readonly Interval<Membership>[] => {
  const intervals: Interval<Membership>[] = []
  let standing: Standing | undefined
  let noticed: Day | undefined
  const close = (fact: Fact | undefined, to: DateRange): void => {
    if (standing === undefined) return
    const { kind, from, decidedBy } = standing
    const { igo, actor } = identityOf(facts[0] as Fact)
    const because = unionOf(decidedBy, kind === 'none' ? [] : (fact?.decidedBy ?? []))
    const told_by = toldByOf(facts.filter(({ id }) => because.includes(id)).flatMap(({ sources }) => sources))
    intervals.push(
      ...uncertainEdges(from, to, because, {
        igo,
        actor,
        kind,
        track: 'acts',
        first_year: null,
        last_year: null,
        first_admission: null,
        told_by,
      }),
    )
  }
  for (const fact of facts) {
    if (fact.type === 'MembershipWithdrawalNotified') {
      noticed = fact.occurred.lo
      continue
    }
    if (fact.type === 'MembershipEnded') {
      noticed = undefined
      const out = firstDayOut(fact)
      close(fact, out)
      standing = { kind: 'none', from: out, decidedBy: fact.decidedBy }
      continue
    }
    const { kind } = payload<{ kind: MembershipKind }>(fact)
    if (standing?.kind === kind && noticed === undefined) {
      standing = { ...standing, decidedBy: unionOf(standing.decidedBy, fact.decidedBy) }
      continue
    }
    close(undefined, fact.occurred)
    // A notice of the very day of the first admission came after it.
    if (fact.type === 'MembershipStarted' && !(standing === undefined && noticed === fact.occurred.lo))
      noticed = undefined
    standing = { kind, from: fact.occurred, decidedBy: fact.decidedBy }
  }
  close(undefined, never)
  return intervals
}

/**
 * The same where dates leave the order of acts open: the last act by a day says what holds on it, whatever held before.
 */
const inAnyOrder = (facts: readonly Fact[]): readonly Interval<Membership>[] => {
  const turns = facts.map((fact): Transition<MembershipKind> =>
    fact.type === 'MembershipEnded'
      ? { fact, from: firstDayOut(fact), into: 'none' }
      : { fact, from: fact.occurred, into: payload<{ kind: MembershipKind }>(fact).kind },
  )
  return intervalsInAnyOrder(turns, (kind, told) => ({
    ...identityOf(facts[0] as Fact),
    kind,
    track: 'acts',
    first_year: null,
    last_year: null,
    first_admission: null,
    told_by: toldByOf(told.flatMap(({ sources }) => sources)),
  }))
}

const identityOf = (fact: Fact) => ({ igo: subjectOf(fact.stream), actor: payload<{ actor: string }>(fact).actor })

/** What a source coded year by year: the same standing from the first year to the last. */
const fromObservation = (fact: Fact): Interval<Membership> => {
  const { code, firstYear, lastYear } = payload<{ code: MembershipKind; firstYear: number; lastYear: number }>(fact)
  const [source] = fact.sources
  return {
    from: firstDayOfYear(firstYear),
    to: firstDayOfYear(lastYear + 1),
    certainty: 'certain',
    decidedBy: fact.decidedBy,
    columns: {
      ...identityOf(fact),
      kind: code,
      track: source?.series ?? 'observed',
      first_year: firstYear,
      last_year: lastYear,
      first_admission: null,
      told_by: toldByOf(fact.sources),
    },
  }
}

const acts: ReadonlySet<string> = new Set([
  'MembershipStarted',
  'MembershipKindChanged',
  'MembershipEnded',
  'MembershipWithdrawalNotified',
])

/** Who comes back had been a member before, in a spell that is not told. */
const comingBack: ReadonlySet<string | undefined> = new Set(['readmission', 'resumption'])

const isFirstAdmission = (fact: Fact): boolean =>
  fact.type === 'MembershipStarted' && !comingBack.has(payload<{ mode?: string }>(fact).mode)

/** The acts that may be the first of all; one, where dates are exact. `facts` are in legal order. */
const mayBeFirst = (facts: readonly Fact[]): readonly Fact[] => {
  const isExact = ({ occurred }: Fact): boolean => occurred.lo === occurred.hi
  return facts.filter(
    (fact, index) =>
      !facts.some(
        (other, at) =>
          other.occurred.hi < fact.occurred.lo ||
          (at < index && isExact(fact) && isExact(other) && other.occurred.lo === fact.occurred.lo),
      ),
  )
}

/** Marks what begins with a first admission, if that is how the acts begin, or may begin. */
const withFirstAdmission = (
  facts: readonly Fact[],
  told: readonly Interval<Membership>[],
): readonly Interval<Membership>[] => {
  const first = mayBeFirst(facts)
  if (!first.some(isFirstAdmission)) return told
  const begins = Math.min(...told.filter(({ columns }) => columns.kind !== 'none').map(({ from }) => from))
  const first_admission: Certainty = first.every(isFirstAdmission) ? 'certain' : 'possible'
  return told.map((interval) =>
    interval.from === begins && interval.columns.kind !== 'none'
      ? { ...interval, columns: { ...interval.columns, first_admission } }
      : interval,
  )
}

/**
 * The memberships of one actor that dated acts tell, under a policy; each act on one day where a resolution says on
 * which.
 */
export const datedMemberships = (
  facts: readonly Fact[],
  policy: SourcePolicy,
  to?: Resolution,
): readonly Interval<Membership>[] => {
  const standing = standingActs(
    facts.filter((fact) => acts.has(fact.type)),
    policy,
    to,
  )
  const turning = standing.filter((fact) => fact.type !== 'MembershipWithdrawalNotified')
  return withFirstAdmission(standing, orderIsOpen(turning) ? inAnyOrder(turning) : fromActs(standing))
}

/**
 * Who belonged to an organisation, and how. Reads `igo-<igo>`; one track from dated acts, and one for each series that
 * observed years. Sources stand side by side here; which one answers is decided by the composition.
 */
export const igoMembership = fold<Membership>({
  name: 'igo-membership',
  reads: ['igo'],
  table: 'membership',
  columns: ['igo', 'actor', 'kind', 'track', 'first_year', 'last_year', 'first_admission', 'told_by'],
  intervals: (facts) => [
    ...datedMemberships(facts, defaultPolicy),
    ...facts.filter((fact) => fact.type === 'MembershipObserved').map(fromObservation),
  ],
})
