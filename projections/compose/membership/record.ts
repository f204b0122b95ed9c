import { FOREVER, formatBound, formatDay, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { holdsOn, unionOf, type Certainty } from '../../../src/time/timeline.ts'
import type { MembershipAttribute } from '../../folds/igo-attributes.ts'
import { endingOf, exitsOf, pendingOn } from './exits.ts'
import type { ExitClause, MembershipAct, MembershipExit } from './membership-exit.ts'
import { afterExits } from './after-exits.ts'
import { isMember, membershipOn, sinceWhen, standingOn, type MembershipSpan } from './membership.ts'
import type { Anomaly } from '../anomaly.ts'

/** What qualified a membership on the days [from, to). */
export interface AttributeSpan {
  readonly attribute: MembershipAttribute
  readonly detail: Readonly<Record<string, unknown>>
  readonly from: Day
  readonly to: Day
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

/** All that is told of one actor in one organisation. */
export interface MembershipRecord {
  readonly igo: string
  readonly actor: string
  readonly spans: readonly MembershipSpan[]
  readonly attributes: readonly AttributeSpan[]
  /** The ledger of exits. */
  readonly exits: readonly MembershipExit[]
  /** The exits by each order that the dates of the acts leave open: what holds in all of them is certain. */
  readonly orders: readonly (readonly MembershipExit[])[]
  readonly anomalies: readonly Anomaly[]
}

/** Since when something holds of a membership, how surely, and why. */
export interface HeldAttribute {
  readonly since: string | null
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

export interface Qualifications {
  readonly suspended: (HeldAttribute & { readonly scope: string; readonly ground: string | null }) | null
  readonly cooperationCeased: (HeldAttribute & { readonly ground: string | null }) | null
  readonly exitPending:
    | (HeldAttribute & {
        readonly notified: string
        readonly effect: string | null
        readonly basis: 'stated' | 'derived' | 'none'
      })
    | null
  /** Several where the day of a change is not known. */
  readonly representedBy: readonly (HeldAttribute & { readonly government: string })[]
  readonly conditions: readonly (HeldAttribute & {
    readonly condition: string
    readonly norm: string | null
    readonly benchmark: string | null
    readonly deadline: string | null
  })[]
}

/** A day, or `first/last` where only that is known. */
export const rangeInWords = ({ lo, hi }: DateRange): string =>
  lo === hi ? formatDay(lo) : `${formatDay(lo)}/${formatDay(hi)}`

/** Joins acts, years and attributes of one actor in one organisation under the organisation's clause. */
export const membershipRecord = (
  { igo, actor }: { readonly igo: string; readonly actor: string },
  spans: readonly MembershipSpan[],
  acts: readonly MembershipAct[],
  attributes: readonly AttributeSpan[],
  clause: ExitClause | undefined,
): MembershipRecord => {
  const { exits, orders, anomalies } = exitsOf(acts, clause)
  const told = afterExits(spans, { orders })
  const outside = attributes.filter(
    ({ attribute, from }) =>
      (attribute === 'suspended' || attribute === 'cooperationCeased') && standingOn(told, from)?.kind === 'none',
  )
  const odd = outside.map(({ attribute, decidedBy }): Anomaly => ({
    code: 'qualified-not-member',
    article: 'VCLT art 54',
    events: decidedBy,
    says: `${attribute === 'suspended' ? 'was suspended' : 'ceased to cooperate'} without being a member`,
  }))
  return { igo, actor, spans: told, attributes, exits, orders, anomalies: [...anomalies, ...odd] }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * What holds of a member on a day. A suspension is no cessation, a notice no exit, another government neither exit nor
 * admission.
 */
export const qualificationsOn = ({ attributes, exits, orders }: MembershipRecord, day: Day): Qualifications => {
  const endedBy =
    (from: Day) =>
    (order: readonly MembershipExit[]): boolean =>
      endingOf(order).some(
        ({ effect, undone }) => undone === undefined && effect !== undefined && from < effect.lo && effect.hi <= day,
      )
  const holding = attributes.flatMap((span): readonly AttributeSpan[] => {
    if (!holdsOn(span, day) || (span.attribute !== 'condition' && orders.every(endedBy(span.from)))) return []
    return [
      span.attribute !== 'condition' && orders.some(endedBy(span.from)) ? { ...span, certainty: 'possible' } : span,
    ]
  })
  const of = <D>(attribute: MembershipAttribute): readonly (D & HeldAttribute)[] =>
    holding
      .filter((span) => span.attribute === attribute)
      .map((span) => ({
        ...(span.detail as D),
        since: sinceOf(attributes, span),
        certainty: span.certainty,
        decidedBy: span.decidedBy,
      }))
  const [suspended] = of<{ scope: string; ground?: string }>('suspended')
  const [ceased] = of<{ ground?: string }>('cooperationCeased')
  const pending = [exits, ...orders].map((order) => pendingOn(order, day)).find((exit) => exit !== undefined)
  return {
    suspended: suspended === undefined ? null : { ...suspended, ground: text(suspended.ground) },
    cooperationCeased: ceased === undefined ? null : { ...ceased, ground: text(ceased.ground) },
    exitPending:
      pending?.notified === undefined
        ? null
        : {
            since: formatDay(pending.notified.lo),
            notified: rangeInWords(pending.notified),
            effect: pending.effect === undefined ? null : rangeInWords(pending.effect),
            basis: pending.basis,
            certainty: orders.every((order) => isSurelyPending(order, day)) ? 'certain' : 'possible',
            decidedBy: pending.decidedBy,
          },
    representedBy: of<{ government: string }>('represented'),
    conditions: of<{ condition: string; norm?: string; benchmark?: string; deadline?: string }>('condition').map(
      (held) => ({
        since: held.since,
        certainty: held.certainty,
        decidedBy: held.decidedBy,
        condition: held.condition,
        norm: text(held.norm),
        benchmark: text(held.benchmark),
        deadline: text(held.deadline),
      }),
    ),
  }
}

const isSurelyPending = (exits: readonly MembershipExit[], day: Day): boolean => {
  const exit = pendingOn(exits, day)
  return (
    exit?.notified !== undefined &&
    exit.undone !== 'possible' &&
    day >= exit.notified.hi &&
    day < Math.min(exit.effect?.lo ?? FOREVER, exit.revoked?.lo ?? FOREVER)
  )
}

/** The first day of an attribute whose beginning is uncertain stands in the span before. */
const sinceOf = (attributes: readonly AttributeSpan[], span: AttributeSpan): string | null => {
  const before = attributes.find(
    (other) =>
      other.to === span.from &&
      other.attribute === span.attribute &&
      JSON.stringify(other.detail) === JSON.stringify(span.detail),
  )
  if (before !== undefined) return sinceOf(attributes, before)
  return formatBound(span.from) === null ? null : sinceWhen(span)
}

/** Why an actor is no member on a day: it left, it had not come yet, or nothing tells of it. */
export interface Absence {
  readonly standing: 'ceased' | 'not-yet' | 'not-recorded'
  /** First day out, or the first year without it where years were coded. */
  readonly ended: string | null
  /** When it came, where that was later. */
  readonly begins: string | null
  readonly applied: HeldAttribute | null
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

export const absenceOn = (record: MembershipRecord, day: Day): Absence => {
  const { spans, attributes, exits } = record
  const members = spans.filter(({ kind }) => isMember(kind))
  const none = standingOn(spans, day)
  const gone = none?.kind === 'none' ? none : undefined
  const last = members
    .filter(({ from, to }) => (gone === undefined ? to <= day : from < gone.from))
    .toSorted((a, b) => b.to - a.to)[0]
  const next = members.filter(({ from }) => from > day).toSorted((a, b) => a.from - b.from)[0]
  const applied = attributes.find((span) => span.attribute === 'applied' && holdsOn(span, day))
  const shared = {
    begins: next === undefined ? null : (membershipOn(spans, next.from)?.since ?? null),
    applied:
      applied === undefined
        ? null
        : { since: sinceOf(attributes, applied), certainty: applied.certainty, decidedBy: applied.decidedBy },
  }
  if (gone !== undefined && (last !== undefined || !gone.observed)) {
    const ended = membershipOn(spans, day)?.since ?? null
    const exit = exits.findLast(
      ({ effect, undone }) => undone !== 'certain' && (effect?.lo === gone.from || effect?.hi === gone.from),
    )
    return {
      ...shared,
      standing: 'ceased',
      ended,
      certainty: gone.certainty,
      decidedBy: unionOf(gone.decidedBy, exit?.decidedBy ?? []),
    }
  }
  if (last !== undefined)
    return {
      ...shared,
      standing: 'ceased',
      ended: dayOrYear(last.to, last.observed),
      certainty: 'certain',
      decidedBy: last.decidedBy,
    }
  if (next !== undefined)
    return { ...shared, standing: 'not-yet', ended: null, certainty: 'certain', decidedBy: next.decidedBy }
  return {
    ...shared,
    standing: 'not-recorded',
    ended: null,
    certainty: none?.certainty ?? 'possible',
    decidedBy: none?.decidedBy ?? [],
  }
}

const dayOrYear = (day: Day, observed: boolean): string => (observed ? formatDay(day).slice(0, 4) : formatDay(day))
