import { z } from 'zod'
import type { NormStatus } from '../../../projections/compose/norm/norm-statuses.ts'
import { rankGaps } from '../../agreement/ranks.ts'
import { slopeOf } from '../../agreement/trend.ts'
import type { Scale } from '../../events/source.ts'
import type { Status } from '../status/status-subject.ts'
import { firstDayOfYear, formatDay, yearOf, type Day } from '../../time/day.ts'
import { at, unionOf } from '../../time/timeline.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import { loadSources } from '../holdings/registered-sources.ts'
import { eventIds, nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { countedDay } from '../spread/spread-curve.ts'
import { directionsOf } from '../subjects/directions.ts'
import { loadKnownScores, type ScoresOfYear } from '../subjects/scores.ts'

/**
 * The steps of commitment that are ranked, from the lowest: the treaty layer alone, up to bound. Domestic acts are
 * recorded of few states, so that who is known to have some stands with all that are bound: INSTITUTIONALIZED of one
 * state says that somebody recorded its law, and not that it commits to more than the others. Who is under notice
 * stands where a reservation qualifies; who has left, or whose instrument ended, stands as low as who never came.
 */
const steps: Readonly<Partial<Record<NormStatus, number>>> = {
  NO_POSITION: 0,
  EXITED: 0,
  LAPSED: 0,
  ENDORSED: 1,
  SIGNALLED: 2,
  COMMITTED: 3,
  EXITING: 4,
  BOUND_QUALIFIED: 4,
  BOUND: 5,
  INSTITUTIONALIZED: 5,
  INTERNALIZED: 5,
}

const stateOut = z.object({
  state: z.string(),
  name: z.string(),
  commitment: z.string().describe('Law and domestic acts alone, on the day; INSTITUTIONALIZED is ranked as BOUND'),
  practice: z.number().nullable().describe('The score of the year, as its rater gives it; null where there is none'),
  commitmentRank: z
    .number()
    .nullable()
    .describe('From the lowest commitment under treaties, 1; equal ones share their mean rank'),
  practiceRank: z.number().nullable().describe('From the worst practice, 1, by what a higher value of the score means'),
  gap: z
    .number()
    .nullable()
    .describe('Rank of commitment less rank of practice: above 0, it commits to more than it keeps, beside the others'),
  scaled: z.number().nullable().describe('The gap over the number of states ranked less one: −1 to 1'),
  unknown: z.enum(['commitment-unknown', 'no-score']).nullable().describe('Why it is not ranked; null where it is'),
  decay: z
    .enum(['yes', 'no', 'unknown'])
    .describe(
      'yes: over the years asked practice got worse (the slope of a least-squares line), and its commitment stood on ' +
        'the same step on all days; unknown where a year of them has no score, or its commitment is not known ' +
        'throughout',
    ),
  slope: z
    .number()
    .nullable()
    .describe('Change of practice a year over these years, above 0 for better; null where a year has no score'),
  events: eventIds,
})
export type DecouplingOfState = z.infer<typeof stateOut>

export const decouplingOut = z
  .object({
    score: z.string().nullable(),
    year: z.int().nullable().describe('The last year by the day asked about of which anybody is scored'),
    day: nullableDay.describe('The day of it on which commitments are read'),
    direction: z.enum(['higher-is-better', 'higher-is-worse']).nullable().describe('What a higher value means'),
    members: z.int().nullable().describe('Members of the state system on that day'),
    ranked: z.int().nullable().describe('Of these, of how many both are known; null where nothing is'),
    reason: z
      .enum(['no-score-asked', 'no-score-by-then', 'unknown-direction'])
      .nullable()
      .describe('Why nothing is known of it: no score is asked for; none by the day; nobody says what a value means'),
    states: z.array(stateOut),
  })
  .describe(
    'How far practice lags behind commitment, by ranks among the members of the system; without a score unknown. ' +
      'Commitments are ranked by the treaty layer, up to BOUND: domestic acts are recorded of few, and count for none',
  )
export type Decoupling = z.infer<typeof decouplingOut>

const nothing = (
  reason: NonNullable<Decoupling['reason']>,
  score: string | null,
  rest: Partial<Decoupling> = {},
): Decoupling => ({
  score,
  year: null,
  day: null,
  direction: null,
  members: null,
  ranked: null,
  reason,
  states: [],
  ...rest,
})

/** The one step that all possible commitments are on; undefined where they are on several, or one is on none. */
const stepAmong = (possible: readonly Status[]): number | undefined => {
  const found = new Set(possible.map((one) => (one in steps ? steps[one as NormStatus] : undefined)))
  return found.size === 1 ? [...found][0] : undefined
}

/** The commitment of a state on a day, and its step where one alone is possible. */
const commitmentOn = ({ subject }: Adoptions, state: string, day: Day) => {
  const span = at(subject.historyOf(state).timeline, day)
  const facets = span?.value.norm
  if (span === undefined || facets === undefined) return undefined
  const step = stepAmong(facets.committed)
  return { commitment: facets.commitment, step, decidedBy: span.decidedBy }
}

/** Whether a state was on one known step of commitment on all days [from, to]. */
const isUnchanged = ({ subject }: Adoptions, state: string, from: Day, to: Day): boolean | undefined => {
  const spans = subject.historyOf(state).timeline.filter((span) => span.from <= to && span.to > from)
  const found = spans.map(({ value }) => stepAmong(value.norm?.committed ?? []))
  return found.length === 0 || found.includes(undefined) ? undefined : new Set(found).size === 1
}

interface Scored {
  readonly byYear: ReadonlyMap<number, ScoresOfYear>
  readonly year: number
  readonly sign: 1 | -1
  readonly decayYears: number
}

/** Whether practice got worse over the years up to one, with the commitment unchanged. */
const decayOf = (adoptions: Adoptions, state: string, { byYear, year, sign, decayYears }: Scored, day: Day) => {
  const years = Array.from({ length: decayYears + 1 }, (_, i) => year - decayYears + i)
  const scores = years.map((one) => byYear.get(one)?.get(state))
  const values = scores.flatMap((score, i) =>
    score?.value === undefined ? [] : [{ year: years[i] as number, value: sign * score.value }],
  )
  const slope = values.length === years.length ? slopeOf(values) : undefined
  const same = isUnchanged(adoptions, state, firstDayOfYear(years[0] as number), day)
  const answered = (): DecouplingOfState['decay'] => {
    if (slope !== undefined && slope >= 0) return 'no'
    if (same === false) return 'no'
    return slope === undefined || same === undefined ? 'unknown' : 'yes'
  }
  return { decay: answered(), slope: slope ?? null, decidedBy: scores.flatMap((score) => score?.decidedBy ?? []) }
}

const statesOf = (world: Snapshot, adoptions: Adoptions, scored: Scored, day: Day): readonly DecouplingOfState[] => {
  const { byYear, year, sign } = scored
  const members = [...adoptions.system].flatMap(([state, spans]) => (at(spans, day) === undefined ? [] : [state]))
  const found = members.map((state) => {
    const [committed, score] = [commitmentOn(adoptions, state, day), byYear.get(year)?.get(state)]
    return { state, committed, score }
  })
  const ranked = found.filter(({ committed, score }) => committed?.step !== undefined && score?.value !== undefined)
  const gaps = rankGaps(ranked.map(({ committed, score }) => [committed?.step ?? 0, sign * (score?.value ?? 0)]))
  const gapOf = new Map(ranked.map(({ state }, i) => [state, gaps[i]]))
  return found.map(({ state, committed, score }) => {
    const gap = gapOf.get(state)
    const { decay, slope, decidedBy } = decayOf(adoptions, state, scored, day)
    const isKnown = committed?.step !== undefined
    return {
      state,
      name: world.names.nameOn('state', state, world.asOf),
      commitment: committed?.commitment ?? 'UNKNOWN',
      practice: score?.value ?? null,
      commitmentRank: gap?.ranks[0] ?? null,
      practiceRank: gap?.ranks[1] ?? null,
      gap: gap?.gap ?? null,
      scaled: gap?.scaled ?? null,
      unknown: whyNot(gap !== undefined, isKnown),
      decay,
      slope,
      events: [...unionOf(committed?.decidedBy ?? [], score?.decidedBy ?? [], decidedBy)],
    }
  })
}

const whyNot = (isRanked: boolean, isCommitmentKnown: boolean): DecouplingOfState['unknown'] => {
  if (isRanked) return null
  return isCommitmentKnown ? 'no-score' : 'commitment-unknown'
}

/** What a higher value of a score means, as far as the sources that report it agree. */
const directionOf = async (world: Snapshot, score: string): Promise<Scale['direction'] | undefined> =>
  directionsOf(await loadSources(world)).get(score)

/**
 * The decoupling gap of each member of the state system, rank(commitment) − rank(practice), and whether its practice
 * decayed under an unchanged commitment; by scores of the last scored year, and commitments of its last day, or of the
 * day asked about where that comes first. All are ranked, whatever state is asked for. Throws `unknown-score`.
 */
export const decouplingOf = async (
  world: Snapshot,
  adoptions: Adoptions,
  {
    score,
    decayYears,
    only,
  }: { readonly score?: string | undefined; readonly decayYears: number; readonly only: string | undefined },
): Promise<Decoupling> => {
  if (score === undefined) return nothing('no-score-asked', null)
  const byYear = await loadKnownScores(world, score)
  const years = [...byYear].filter(([, scores]) => [...scores.values()].some(({ value }) => value !== undefined))
  const year = Math.max(...years.map(([one]) => one).filter((one) => one <= yearOf(world.asOf)))
  if (!Number.isFinite(year)) return nothing('no-score-by-then', score)
  const day = countedDay(year, world.asOf)
  const known = { year, day: formatDay(day) }
  const direction = await directionOf(world, score)
  if (direction === undefined) return nothing('unknown-direction', score, known)
  const states = statesOf(
    world,
    adoptions,
    { byYear, year, decayYears, sign: direction === 'higher-is-better' ? 1 : -1 },
    day,
  )
  return {
    ...known,
    score,
    direction,
    members: states.length,
    ranked: states.filter(({ gap }) => gap !== null).length,
    reason: null,
    states: states
      .filter(({ state }) => only === undefined || state === only)
      .toSorted((a, b) => (b.gap ?? -Infinity) - (a.gap ?? -Infinity) || (a.state < b.state ? -1 : 1)),
  }
}
