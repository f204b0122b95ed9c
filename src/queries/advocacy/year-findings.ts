import { allOf, anyOf, finding, notSo, type Finding } from '../../../projections/compose/spiral/finding.ts'
import type { YearFindings } from '../../../projections/compose/spiral/phase-rules.ts'
import { all, any, not, type Truth } from '../../common/three-valued.ts'
import type { DateRange } from '../../time/date-range.ts'
import { ALWAYS, yearOf, type Day } from '../../time/day.ts'
import { holdsOn, unionOf, type Span } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { actsOver, type ConductAct } from '../subjects/conduct.ts'
import { loadDomestic, loadPositions, type DomesticStanding } from '../subjects/norms.ts'
import { loadAcceptedProcedures, type AcceptedProcedures } from './accepted-procedures.ts'
import { actsIn, actInWords, anyOfThem, daysOf, liesIn, perhapsIn, windowOf, type Counted } from './acts-in-window.ts'
import { loadCoalitions, type Coalition } from './coalitions.ts'
import { hasImproved, isAtCut, isIn, type Practice } from './practice.ts'

/** What the rules are asked with. */
export interface SpiralAsked {
  readonly window: number
  readonly delta: number
  readonly sustained: number
  readonly cut?: number | undefined
}

/** All that is recorded of a state and a norm that bears on the spiral. */
export interface SpiralRecord {
  readonly acts: readonly ConductAct[]
  /** Acts of the state that carry no norm: never counted for one, but nobody knows that they are not over this one. */
  readonly withoutNorm: readonly ConductAct[]
  readonly coalitions: readonly Coalition[]
  readonly practice: Practice
  readonly accepted: AcceptedProcedures
  readonly domestic: readonly Span<DomesticStanding>[]
  /** Words of the state against the norm's validity. */
  readonly contestations: readonly Span<{ readonly type: string }>[]
}

export const loadSpiralRecord = async (
  world: Snapshot,
  { actor, norm, acts, practice }: { actor: string; norm: string; acts: readonly ConductAct[]; practice: Practice },
): Promise<SpiralRecord> => ({
  acts: actsOver(acts, norm),
  withoutNorm: acts.filter(({ norms }) => norms.length === 0),
  practice,
  coalitions: await loadCoalitions(world, norm, actor),
  accepted: await loadAcceptedProcedures(world, norm, actor),
  domestic: (await loadDomestic(world, norm)).get(actor) ?? [],
  contestations: ((await loadPositions(world, norm)).get(actor)?.contestations ?? []).filter(
    ({ value }) => value.type === 'validity',
  ),
})

const ofKinds = (acts: readonly ConductAct[], ...kinds: readonly ConductAct['act'][]): readonly ConductAct[] =>
  acts.filter(({ act }) => kinds.includes(act))

/** Launches of campaigns that name the state among their targets: acts upon it. */
const launchesIn = (coalitions: readonly Coalition[], window: DateRange): readonly Counted[] =>
  coalitions.flatMap(({ name, launched }) =>
    launched === undefined || !launched.names
      ? []
      : [{ value: liesIn(launched, window), says: `${name} began ${daysOf(launched)}`, decidedBy: launched.decidedBy }],
  )

/** Campaigns that name the state and had begun by the end of a window, and not ended before it, as far as recorded. */
const standingIn = (coalitions: readonly Coalition[], window: DateRange): readonly Counted[] =>
  coalitions.flatMap(({ name, launched, ended }) => {
    if (launched === undefined || !launched.names) return []
    const begun = liesIn(launched, { lo: ALWAYS, hi: window.hi })
    const over = ended === undefined ? 'no' : liesIn(ended, { lo: ALWAYS, hi: window.lo })
    return [
      {
        value: all([begun, not(over)]),
        says: `${name}, begun ${daysOf(launched)}, is not recorded to have ended before the window`,
        decidedBy: unionOf(launched.decidedBy, ended?.decidedBy ?? []),
      },
    ]
  })

/** Whether a concession had been taken back by the end of a window: a reversal of its kind came after it. */
const takenBackBy = (made: ConductAct, reversals: readonly ConductAct[], window: DateRange): Truth =>
  any(
    reversals
      .filter(({ kind }) => kind === made.kind)
      .map(({ earliest, latest }) => {
        if (latest < made.earliest || earliest > window.hi) return 'no'
        return earliest >= made.latest && latest <= window.hi ? 'yes' : 'unknown'
      }),
  )

const concessionsIn = (acts: readonly ConductAct[], window: DateRange): readonly Counted[] =>
  ofKinds(acts, 'concession').map((made) => ({
    value: all([
      liesIn({ lo: made.earliest, hi: made.latest }, window),
      not(takenBackBy(made, ofKinds(acts, 'reversal'), window)),
    ]),
    says: actInWords(made),
    decidedBy: made.decidedBy,
  }))

const denying = (stances: readonly string[], acts: readonly ConductAct[]): readonly ConductAct[] =>
  ofKinds(acts, 'response').filter(({ kind }) => stances.includes(kind ?? ''))

/**
 * Silence: it is recorded, or no answer in the window is, though others of the state over the norm are. Where none is
 * recorded at all nobody has looked, or nobody knows.
 */
const silenceIn = ({ acts, withoutNorm }: SpiralRecord, window: DateRange): Finding => {
  const responses = ofKinds(acts, 'response')
  const kept = anyOfThem('silence', actsIn(denying(['silence'], acts), window))
  if (kept.value === 'yes') return kept
  if (responses.length === 0)
    return finding('unknown', 'no answer of the state over the norm is recorded at all', {
      reason: 'no-answer-recorded',
    })
  const spoke = responses.filter(({ kind }) => kind !== 'silence')
  const answered = [...actsIn(spoke, window), ...perhapsIn(ofKinds(withoutNorm, 'response'), window)]
  return anyOf(kept, notSo(anyOfThem('answer', answered)))
}

const discourseIn = (record: SpiralRecord, window: DateRange): Finding => {
  const denials = [
    ...actsIn(denying(['deniesValidity'], record.acts), window),
    ...perhapsIn(denying(['deniesValidity'], record.withoutNorm), window),
  ]
  const contested = record.contestations.map(({ from, to, certainty, decidedBy, value }): Counted => ({
    value: all([certainty === 'certain' ? 'yes' : 'unknown', from <= window.hi && to > window.lo ? 'yes' : 'no']),
    says: `it contested the norm's ${value.type}`,
    decidedBy,
  }))
  const found = notSo(anyOfThem('denial of validity', [...denials, ...contested]))
  return { ...found, says: found.value === 'yes' ? `(d) ${found.says}` : found.says }
}

/** A law or clause of the constitution that stands. That none is recorded does not say that there is none. */
const lawOn = (domestic: readonly Span<DomesticStanding>[], day: Day): Finding => {
  const incorporating = domestic.filter(({ value }) => value.incorporates)
  const standing = incorporating.filter((span) => holdsOn(span, day))
  const sure = standing.filter(({ certainty }) => certainty === 'certain')
  if (sure.length > 0)
    return finding('yes', `(b) ${sure.map(({ value }) => value.title).join(', ')}`, {
      decidedBy: unionOf(...sure.map(({ decidedBy }) => decidedBy)),
    })
  if (standing.length > 0)
    return finding('unknown', '(b) the date of a law at home is uncertain', { reason: 'uncertain-dates' })
  const repealed = incorporating.filter(({ to }) => to <= day)
  if (repealed.length > 0)
    return finding('no', `(b) repealed: ${repealed.map(({ value }) => value.title).join(', ')}`, { asRecorded: true })
  return finding('unknown', '(b) no law at home is recorded, which does not say that there is none', {
    reason: 'domestic-law-not-recorded',
  })
}

/** An institution at home, or a body abroad, to which individuals may complain. */
const complaintsOn = ({ accepted, domestic }: SpiralRecord, day: Day): Finding => {
  const institutions = domestic.filter(
    (span) => span.value.kind === 'NationalInstitutionCreated' && span.certainty === 'certain' && holdsOn(span, day),
  )
  const abroad = accepted.complaints(day)
  if (institutions.length === 0) return { ...abroad, says: `(c) ${abroad.says}` }
  return finding('yes', `(c) ${institutions.map(({ value }) => value.title).join(', ')}`, {
    decidedBy: unionOf(...institutions.map(({ decidedBy }) => decidedBy)),
  })
}

/**
 * Repression in this year or any before it; unknown while none is known and a year since the first act has no score.
 */
const repressedBy = ({ practice, acts }: SpiralRecord, year: number): Finding => {
  const begun = Math.min(year, ...acts.map(({ latest }) => yearOf(latest)))
  const since = Array.from({ length: year - begun + 1 }, (_, k) => begun + k)
  const years = new Set([...practice.years.filter((one) => one <= year), ...since])
  return anyOf(...[...years].map((one) => isIn(practice, one, 'bottom')))
}

/** A violation of the norm: that none is recorded does not say that there was none. */
const violationIn = ({ acts, withoutNorm }: SpiralRecord, window: DateRange): Finding => {
  const of = (those: readonly ConductAct[]): readonly ConductAct[] => ofKinds(those, 'violation')
  const found = anyOfThem('violation', [...actsIn(of(acts), window), ...perhapsIn(of(withoutNorm), window)])
  return found.value === 'no' ? { ...found, value: 'unknown', reason: 'no-violation-recorded' } : found
}

/** Whether a campaign, a violation, pressure or an answer is recorded by then: a concession alone is no story. */
const recordedBy = ({ acts, coalitions }: SpiralRecord, end: Day): Finding => {
  const told = ofKinds(acts, 'violation', 'action', 'pressure', 'response')
  const launches = coalitions.flatMap(({ launched }) => (launched?.names === true ? [launched] : []))
  return told.some(({ latest }) => latest <= end) || launches.some(({ hi }) => hi <= end)
    ? finding('yes', 'acts of the state and the norm are recorded')
    : finding('no', 'no campaign, no violation and no answer of the state and the norm is recorded by then', {
        reason: 'nothing-recorded',
      })
}

/** Whether any act of the state and the norm lies in the window, where there is a story to tell. */
const recordedIn = (record: SpiralRecord, window: DateRange): Finding => {
  const begun = recordedBy(record, window.hi)
  if (begun.value !== 'yes') return begun
  const acts = [...actsIn(record.acts, window), ...launchesIn(record.coalitions, window)]
  const found = anyOfThem('violation, campaign action, pressure, answer or concession', acts)
  return found.value === 'no' ? { ...found, reason: 'nothing-recorded' } : found
}

/** What is found at the end of a year. */
export const findingsIn = (record: SpiralRecord, asked: SpiralAsked, year: number): YearFindings => {
  const { acts, withoutNorm, practice, coalitions, accepted, domestic } = record
  const window = windowOf(year, asked.window)
  const end = window.hi
  const consent = accepted.consent(end)
  const row = Array.from({ length: asked.sustained }, (_, back) => year - asked.sustained + 1 + back)
  const { cut } = asked
  const perhaps = (...kinds: ConductAct['act'][]) => perhapsIn(ofKinds(withoutNorm, ...kinds), window)
  const actions = [...actsIn(ofKinds(acts, 'action'), window), ...launchesIn(coalitions, window), ...perhaps('action')]
  const reports = [...actsIn(ofKinds(acts, 'violation', 'pressure'), window), ...perhaps('violation', 'pressure')]
  const denied = (of: readonly ConductAct[]) => denying(['deniesValidity', 'sovereignty'], of)
  const denials = [...actsIn(denied(acts), window), ...perhapsIn(denied(withoutNorm), window)]
  const concessions = [...concessionsIn(acts, window), ...perhaps('concession')]
  return {
    year,
    recorded: recordedIn(record, window),
    repressed: isIn(practice, year, 'bottom'),
    exemplary: isIn(practice, year, 'top'),
    sustained: allOf(
      ...row.map((one) => (cut === undefined ? isIn(practice, one, 'top') : isAtCut(practice, one, cut))),
    ),
    repressedByThen: repressedBy(record, year),
    improved: hasImproved(practice, year - asked.window, year, asked.delta),
    violated: violationIn(record, window),
    campaign: anyOfThem('campaign action', actions),
    active: anyOfThem('active campaign', [...actions, ...standingIn(coalitions, window)]),
    reported: anyOfThem('report, finding or pressure', reports),
    denial: anyOfThem('denial', denials),
    silence: silenceIn(record, window),
    concession: anyOfThem('concession', concessions),
    consent: { ...consent, says: `(a) ${consent.says}` },
    law: lawOn(domestic, end),
    complaints: complaintsOn(record, end),
    discourse: discourseIn(record, window),
  }
}
