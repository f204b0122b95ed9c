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
    const intervals: Interval<TreatyAttachment>[] = []
    let standing: Version[] = []
    const emit = (fact: Fact, version: Version, to: DateRange, decidedBy: readonly EventId[]): void => {
      const { kind, label, attached, toward, made, from, provisions, detail } = version
      if (to.hi <= from.lo) return
      intervals.push({
        from: from.lo,
        to: to.hi,
        certainty: (from.lo === from.hi || from.lo <= ALWAYS) && to.lo === to.hi ? 'certain' : 'possible',
        decidedBy: unionOf(version.decidedBy, decidedBy),
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
      })
    }
    for (const fact of facts) {
      const kind = attachmentKind[fact.type]
      if (kind === undefined) continue
      const data = payload<Data>(fact)
      const label = labelOf(data)
      const toward = data.to ?? null
      if (makes.has(fact.type)) {
        const version: Version = {
          kind,
          label,
          attached: data.at ?? null,
          toward,
          made: fact.occurred,
          from: fact.occurred,
          provisions: data.provisions ?? [],
          detail: detailOf(data),
          decidedBy: fact.decidedBy,
        }
        const equal = standing.findIndex(
          (one) =>
            one.kind === kind &&
            one.label === label &&
            one.toward === toward &&
            one.attached === version.attached &&
            sameRange(one.made, version.made) &&
            sameRange(one.from, version.from),
        )
        const known = standing[equal]
        if (known === undefined) standing.push(version)
        else standing[equal] = { ...known, decidedBy: unionOf(known.decidedBy, fact.decidedBy) }
        continue
      }
      const meant = (one: Version): boolean =>
        one.kind === kind && one.toward === toward && (one.label === label || (kind === 'objection' && label === '*'))
      const on = fact.effective ?? fact.occurred
      if (!standing.some(meant)) {
        const orphan: Version = {
          kind,
          label,
          attached: null,
          toward,
          made: fact.occurred,
          from: fact.occurred,
          provisions: data.provisions ?? [],
          detail: { unmade: fact.type },
          decidedBy: fact.decidedBy,
        }
        emit(fact, orphan, never, [])
        continue
      }
      standing = standing.flatMap((one) => {
        if (!meant(one)) return [one]
        const next = changed(one, fact, data)
        emit(fact, one, on, fact.decidedBy)
        return next === undefined ? [] : [{ ...next, from: on, decidedBy: unionOf(one.decidedBy, fact.decidedBy) }]
      })
    }
    const [any] = facts
    if (any !== undefined) for (const version of standing) emit(any, version, never, [])
    return intervals
  },
})

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
