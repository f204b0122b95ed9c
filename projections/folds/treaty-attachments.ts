import { attachmentKind, type AttachmentKind } from '../../src/events/treaty.ts'
import { ALWAYS } from '../../src/time/day.ts'
import { never, type DateRange } from '../../src/time/date-range.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'
import { without } from '../fold/provisions.ts'

export type TreatyAttachment = {
  readonly treaty: string
  readonly actor: string
  readonly kind: string
  /**
   * What this actor calls it: the reservation, the declaration, the derogation, the territory, the amendment. `*` for
   * all of another's reservations.
   */
  readonly label: string
  /** `signature`, `consent` or `late`; null for what is not attached to an act. */
  readonly attached: string | null
  /** For objections: the reserving party. */
  readonly toward: string | null
  /** JSON: the articles that it names in these days; none named means all of them. */
  readonly provisions: string
  /** JSON: what its kind says beyond that. */
  readonly detail: string
  /** First and last possible day on which it was made: all time where the source gives no date. */
  readonly made: number
  readonly latest: number
  /**
   * The last possible day on which these provisions began, the first possible one on which they ended; the interval is
   * the widest.
   */
  readonly from_latest: number
  readonly to_earliest: number
}

type Data = Readonly<Record<string, unknown>> & {
  readonly actor: string
  readonly to?: string
  readonly provisions?: readonly string[]
  readonly at?: string
}

/** One attachment between two changes. */
interface Version {
  readonly kind: AttachmentKind
  readonly label: string
  readonly attached: string | null
  readonly toward: string | null
  readonly made: DateRange
  readonly from: DateRange
  readonly provisions: readonly string[]
  readonly detail: Readonly<Record<string, unknown>>
  readonly decidedBy: readonly EventId[]
  /** When it was over; absent while it stands. */
  readonly to?: DateRange
}

/** What stands after some facts, and what is over. */
interface Ledger {
  readonly standing: readonly Version[]
  readonly over: readonly Version[]
}

const makes = new Set([
  'ReservationMade',
  'DeclarationMade',
  'ObjectionMade',
  'DerogationNotified',
  'TerritorialApplicationExtended',
  'AmendmentAccepted',
])
const named = ['reservation', 'declaration', 'derogation', 'territory', 'amendment'] as const
const labelOf = (data: Data): string =>
  String(named.map((field) => data[field]).find((value) => value !== undefined) ?? '*')

const inColumns: ReadonlySet<string> = new Set(['actor', 'to', 'at', 'provisions', ...named])

/**
 * What is said of it beyond its columns: the text, the kind of a declaration, whether an objection precludes, the
 * emergency.
 */
const detailOf = (data: Data): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !inColumns.has(field)))

const sameRange = (a: DateRange, b: DateRange): boolean => a.lo === b.lo && a.hi === b.hi

/**
 * What one actor attached to a treaty: reservations, declarations, objections, derogations, territories, accepted
 * amendments. Reads `treaty-<treaty>`. Each is an interval from the day it was made until it was taken back (Vienna
 * Convention art 22: on receipt); what changes it, or takes a part of it back, begins the next one. One without a date
 * holds always: the composition ties it to the act that it was made with. Made again with another act it stands once
 * more (a confirmation, art 23(2)); made equally by two sources it is one.
 */
export const treatyAttachments = fold<TreatyAttachment>({
  name: 'treaty-attachments',
  reads: ['treaty'],
  table: 'treaty_attachment',
  columns: [
    'treaty',
    'actor',
    'kind',
    'label',
    'attached',
    'toward',
    'provisions',
    'detail',
    'made',
    'latest',
    'from_latest',
    'to_earliest',
  ],
  intervals: (facts) => {
    const { standing, over } = facts.reduce(step, { standing: [], over: [] })
    const [any] = facts
    return any === undefined ? [] : [...over, ...standing].flatMap((version) => intervalOf(any, version))
  },
})

/** One fact read: what it makes stands, what it takes back is over. */
const step = (ledger: Ledger, fact: Fact): Ledger => {
  const kind = attachmentKind[fact.type]
  if (kind === undefined) return ledger
  return makes.has(fact.type) ? make(ledger, fact, kind) : change(ledger, fact, kind)
}

/** Made again with another act it stands once more; made equally by two sources it is one. */
const make = (ledger: Ledger, fact: Fact, kind: AttachmentKind): Ledger => {
  const version = versionOf(fact, kind)
  const equal = (one: Version): boolean =>
    one.kind === kind &&
    one.label === version.label &&
    one.toward === version.toward &&
    one.attached === version.attached &&
    sameRange(one.made, version.made) &&
    sameRange(one.from, version.from)
  const known = ledger.standing.find(equal)
  if (known === undefined) return { ...ledger, standing: [...ledger.standing, version] }
  const both = { ...known, decidedBy: unionOf(known.decidedBy, fact.decidedBy) }
  return { ...ledger, standing: ledger.standing.map((one) => (one === known ? both : one)) }
}

/** What changes an attachment, or takes it back, ends what stood; of what stood not, it is all that is told. */
const change = (ledger: Ledger, fact: Fact, kind: AttachmentKind): Ledger => {
  const data = payload<Data>(fact)
  const label = labelOf(data)
  const toward = data.to ?? null
  const meant = (one: Version): boolean =>
    one.kind === kind && one.toward === toward && (one.label === label || (kind === 'objection' && label === '*'))
  const on = fact.effective ?? fact.occurred
  if (!ledger.standing.some(meant)) {
    const orphan = { ...versionOf(fact, kind), attached: null, detail: { unmade: fact.type } }
    return { ...ledger, over: [...ledger.over, { ...orphan, to: never }] }
  }
  const decided = (one: Version) => unionOf(one.decidedBy, fact.decidedBy)
  return {
    over: [
      ...ledger.over,
      ...ledger.standing.filter(meant).map((one) => ({ ...one, to: on, decidedBy: decided(one) })),
    ],
    standing: ledger.standing.flatMap((one) => {
      const next = meant(one) ? changed(one, fact, data) : one
      if (next === undefined || next === one) return next === undefined ? [] : [next]
      return [{ ...next, from: on, decidedBy: decided(one) }]
    }),
  }
}

/** What a fact attaches, as it was first made. */
const versionOf = (fact: Fact, kind: AttachmentKind): Version => {
  const data = payload<Data>(fact)
  return {
    kind,
    label: labelOf(data),
    attached: data.at ?? null,
    toward: data.to ?? null,
    made: fact.occurred,
    from: fact.occurred,
    provisions: data.provisions ?? [],
    detail: detailOf(data),
    decidedBy: fact.decidedBy,
  }
}

/** A version as an interval, of the stream and the actor of a fact; none where it ended before it began. */
const intervalOf = (fact: Fact, version: Version): readonly Interval<TreatyAttachment>[] => {
  const { kind, label, attached, toward, made, from, to = never, provisions, detail, decidedBy } = version
  if (to.hi <= from.lo) return []
  return [
    {
      from: from.lo,
      to: to.hi,
      certainty: (from.lo === from.hi || from.lo <= ALWAYS) && to.lo === to.hi ? 'certain' : 'possible',
      decidedBy,
      columns: {
        treaty: subjectOf(fact.stream),
        actor: payload<Data>(fact).actor,
        kind,
        label,
        attached,
        toward,
        provisions: JSON.stringify(provisions),
        detail: JSON.stringify(detail),
        made: made.lo,
        latest: made.hi,
        from_latest: from.hi,
        to_earliest: to.lo,
      },
    },
  ]
}

/** What stands after a change or a partial withdrawal; undefined after a whole one. */
const changed = (version: Version, fact: Fact, data: Data): Version | undefined => {
  if (fact.type === 'ReservationModified')
    return {
      ...version,
      provisions: data.provisions ?? version.provisions,
      detail: { ...version.detail, ...detailOf(data) },
    }
  if (fact.type !== 'ReservationWithdrawn' || data.provisions === undefined) return undefined
  const left = without(version.provisions, data.provisions)
  return left.length === 0 && version.provisions.length > 0 ? undefined : { ...version, provisions: left }
}
