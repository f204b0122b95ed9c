import { never } from '../../src/time/date-range.ts'
import { FOREVER } from '../../src/time/day.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { uncertainEdges } from '../fold/ends.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'

export type AccessionActRow = {
  readonly igo: string
  readonly actor: string
  /** `application`, a step of `AccessionStepTaken`, or `applicationEnded`. */
  readonly step: string
  /** Which way a step went; how an application ended. */
  readonly outcome: string | null
  readonly by: string | null
  /** The last day on which it may have been done; the interval begins on the first. */
  readonly latest: number
}

interface Payload {
  readonly actor: string
  readonly step?: string
  readonly outcome?: string
  readonly by?: string
  readonly how?: string
}

type Told = Pick<AccessionActRow, 'step' | 'outcome' | 'by'>

const readers: Readonly<Record<string, (data: Payload) => Told>> = {
  MembershipApplied: () => ({ step: 'application', outcome: null, by: null }),
  AccessionStepTaken: ({ step = '', outcome = null, by = null }) => ({ step, outcome, by }),
  MembershipApplicationEnded: ({ how = null }) => ({ step: 'applicationEnded', outcome: how, by: null }),
}

const actOf = (fact: Fact): readonly Interval<AccessionActRow>[] => {
  const data = payload<Payload>(fact)
  const told = readers[fact.type]?.(data)
  if (told === undefined) return []
  const { lo, hi } = fact.occurred
  const columns = { igo: subjectOf(fact.stream), actor: data.actor, ...told, latest: hi }
  return [{ from: lo, to: FOREVER, certainty: lo === hi ? 'certain' : 'possible', decidedBy: fact.decidedBy, columns }]
}

/** The way of a state into an organisation: its application and every step after it. Reads `igo-<igo>`. */
export const accessionActs = fold<AccessionActRow>({
  name: 'accession-acts',
  reads: ['igo'],
  table: 'accession_act',
  columns: ['igo', 'actor', 'step', 'outcome', 'by', 'latest'],
  intervals: (facts) => facts.flatMap(actOf),
})

export type ConditionRow = {
  readonly igo: string
  readonly actor: string
  readonly condition: string
  readonly norm: string | null
  /** How it was resolved at the end of the interval; null while nothing is known of that. */
  readonly outcome: string | null
}

interface ConditionPayload {
  readonly actor: string
  readonly condition: string
  readonly norm?: string
  readonly outcome?: string
}

const conditionsOf = (attached: Fact, facts: readonly Fact[]): readonly Interval<ConditionRow>[] => {
  const { actor, condition, norm } = payload<ConditionPayload>(attached)
  const resolved = facts.find(
    (fact) =>
      fact.type === 'ConditionResolved' &&
      payload<ConditionPayload>(fact).condition === condition &&
      fact.occurred.hi >= attached.occurred.lo,
  )
  const columns = {
    igo: subjectOf(attached.stream),
    actor,
    condition,
    norm: norm ?? null,
    outcome: resolved === undefined ? null : (payload<ConditionPayload>(resolved).outcome ?? null),
  }
  if (resolved === undefined) return uncertainEdges(attached.occurred, never, attached.decidedBy, columns)
  const decidedBy = unionOf(attached.decidedBy, resolved.decidedBy)
  return uncertainEdges(attached.occurred, resolved.occurred, decidedBy, columns)
}

/** Conditions of admission or standing, as long as they are open. Reads `igo-<igo>`. */
export const accessionConditions = fold<ConditionRow>({
  name: 'accession-conditions',
  reads: ['igo'],
  table: 'accession_condition',
  columns: ['igo', 'actor', 'condition', 'norm', 'outcome'],
  intervals: (facts) =>
    facts.filter((fact) => fact.type === 'ConditionAttached').flatMap((attached) => conditionsOf(attached, facts)),
})
