import { addDays, type Day } from '../../../src/time/day.ts'
import { coalesce, decidedByBoth, segments, type Span, type Timeline } from '../../../src/time/timeline.ts'
import { coveredDays, coverageEdges, coverageOn, type ActorCoverage, type Coverage } from './coverage.ts'
import { forceEdges, mayBeInForceUnseen, type ForceCoverage } from './force-coverage.ts'
import { legalStatuses, type LegalStatus, type Standing } from '../treaty/legal-status.ts'
import type { Act } from '../treaty/acts.ts'

/** What must be covered for "no act" to say that nothing was done: the two ways in. */
const waysIn = ['signature', 'consent'] as const

/**
 * What the absence of an act is read by: the law, the acts that are known, what is covered, and from when on the treaty
 * was open to the actor.
 */
export interface Absence extends ForceCoverage {
  readonly acts: readonly Act[]
  readonly coverage: ActorCoverage
  /** The first day on which the actor may have acted; FOREVER where the treaty is not open to it. */
  readonly openFrom: Day
}

/** Forms of consent of those who had not signed before. */
const withoutSignature: ReadonlySet<string> = new Set([
  'TreatyAcceded',
  'TreatySignedDefinitively',
  'TreatySucceeded',
  'TreatyConsentImplied',
])

/** What may have been done before the first act that is known: nothing, where that one lets nothing go before it. */
const before = (first: Act): readonly LegalStatus[] | undefined => {
  if (first.class === 'signature' || withoutSignature.has(first.form)) return ['NONE']
  return first.class === 'consent' || first.class === 'provisional' ? ['NONE', 'SIGNED'] : undefined
}

/** All that an actor may have been on a day on which nothing is known of it, as far as the treaty allows. */
const allowed = (day: Day, absence: Absence): readonly LegalStatus[] => {
  const { terms, eif } = absence
  const ended = terms.ended !== undefined && day >= terms.ended.on
  const inForce = eif.date === undefined || (eif.earliest ?? eif.date) <= day || mayBeInForceUnseen(absence, day)
  return [
    'NONE',
    'SIGNED',
    ...(ended ? (['TERMINATED'] as const) : (['CONSENTED'] as const)),
    ...(inForce && !ended ? (['IN_FORCE'] as const) : []),
    ...(inForce && !ended && terms.exit !== 'notPermitted' ? (['EXIT_PENDING'] as const) : []),
    ...(inForce && terms.exit !== 'notPermitted' ? (['EXITED'] as const) : []),
  ]
}

/** What stands in the place of NONE on a day: NONE itself where that is known. */
const insteadOfNone = (day: Day, absence: Absence): readonly LegalStatus[] => {
  const { acts, coverage } = absence
  if (day < absence.openFrom) return ['NONE']
  const lacking = waysIn.filter((way) => {
    const days = coveredDays(coverage, [way])
    return days === undefined || day < days.from
  })
  if (lacking.length === 0) return ['NONE']
  // What followed from acts that are known is known: an instrument that was taken back.
  if (acts.some(({ done }) => done.hi <= day)) return ['NONE']
  const [first] = acts.filter(({ done }) => done.hi > day).toSorted((a, b) => a.done.lo - b.done.lo)
  const known = first === undefined ? undefined : before(first)
  return (known ?? allowed(day, absence)).filter((status) => {
    if (status === 'NONE') return true
    return status === 'SIGNED' ? lacking.includes('signature') : lacking.includes('consent')
  })
}

/** The days on which what may have been done unseen changes. */
const edgesOf = (absence: Absence): readonly Day[] => {
  const { openFrom, coverage, eif, terms } = absence
  return [
    ...forceEdges(absence),
    openFrom,
    eif.earliest,
    eif.date,
    terms.ended?.on,
    ...waysIn.flatMap((way) => {
      const days = coveredDays(coverage, [way])
      return days === undefined ? [] : [days.from, addDays(days.through, 1)]
    }),
  ].filter((day) => day !== undefined)
}

const restsOnAbsence = (statuses: readonly LegalStatus[]): boolean =>
  statuses.includes('NONE') || statuses.includes('CONSENTED')

/** What may be beside the statuses that the known acts leave, where sources do not cover what those rest on. */
const besides = (statuses: readonly LegalStatus[], day: Day, absence: Absence): readonly LegalStatus[] => [
  ...(statuses.includes('NONE') ? insteadOfNone(day, absence) : []),
  ...(statuses.includes('CONSENTED') && mayBeInForceUnseen(absence, day) ? (['IN_FORCE'] as const) : []),
]

/**
 * A timeline that says only what its sources cover: where no act is known and none is covered, NONE becomes `UNKNOWN`,
 * with what the treaty and the acts that are known leave possible; so does CONSENTED where consents that nobody covers
 * may have brought the treaty into force. Before it was open, and for those to whom it is not, NONE stands whoever
 * covers it; after the last covered day it is carried.
 */
export const asFarAsCovered = (timeline: Timeline<Standing>, absence: Absence): Timeline<Standing> => {
  if (!timeline.some(({ value }) => restsOnAbsence(value.possible))) return timeline
  const edges = edgesOf(absence)
  const pieces = timeline.flatMap((span) =>
    segments([span.from, ...edges.filter((day) => span.from < day && day < span.to), span.to]).map((days) =>
      pieceOf({ ...span, ...days }, absence),
    ),
  )
  return coalesce(pieces, alike, decidedByBoth)
}

const pieceOf = (span: Span<Standing>, absence: Absence): Span<Standing> => {
  const { possible } = span.value
  const instead = new Set<LegalStatus>([...possible, ...besides(possible, span.from, absence)])
  if (instead.size === possible.length) return span
  return {
    ...span,
    value: {
      ...span.value,
      status: 'UNKNOWN',
      possible: legalStatuses.filter((status) => instead.has(status)),
      reason: 'not-covered',
    },
    certainty: 'possible',
  }
}

const alike = (a: Span<Standing>, b: Span<Standing>): boolean =>
  a.value.status === b.value.status &&
  a.value.reason === b.value.reason &&
  a.value.spell === b.value.spell &&
  a.value.possible.join() === b.value.possible.join() &&
  a.value.marks.join() === b.value.marks.join()

/** How far the sources of a status reach on a day. Before a treaty was open nothing had to be covered. */
export const treatyCoverageOn = ({ coverage, openFrom }: Absence, day: Day): Coverage => {
  const found = coverageOn(coverage, waysIn, day)
  return found.state === 'none' && day < openFrom ? { ...found, state: 'covered' } : found
}

/** The days on which that may change. */
export const treatyCoverageEdges = ({ coverage, openFrom }: Absence): readonly Day[] => [
  openFrom,
  ...coverageEdges(coverage),
]
