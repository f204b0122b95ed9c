import { z } from 'zod'
import { nearer, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { badInput } from '../../common/error.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { dayInYear } from '../panels/state-years.ts'
import { coverageOf, coverageOut } from '../question/coverage-fields.ts'
import { eventIds } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCoverageOfScores } from '../subjects/score-coverage.ts'
import { loadKnownScores, raterOf, type Score } from '../subjects/scores.ts'
import {
  loadOrganisationMembers,
  type MembersInput,
  type MembersOn,
  type OrganisationMembers,
} from './organisation-members.ts'

export const oneScoreInput = z
  .string()
  .regex(/^[^:]+:[^:]+$/, 'expected rater:indicator, such as cirights:physint')
  .describe('Practice score of the members, as rater:indicator (cirights:physint)')

export const predecessorOut = z.object({
  igo: z.string(),
  name: z.string(),
  until: z.string().describe('The first day on which its members are counted no more'),
  decidedBy: eventIds,
})

/**
 * Why the members of a year are unknown: it lies after the last day on which a source holds who they are, or after the
 * day asked about. Where no source claims to hold them, what is told is taken as it is.
 */
export type WhyUntold = 'memberships-not-covered' | 'after-the-day-asked-about'

/** The members of an organisation in a year, and what each scored in it. */
export interface YearOfMembers extends MembersOn {
  readonly year: number
  readonly day: Day
  /** Why nobody is told to be a member in it; undefined where the members are known as far as ever. */
  readonly untold: WhyUntold | undefined
  /** The scores of members that are rated, by state; none where the members are not told. */
  readonly rated: ReadonlyMap<string, number>
}

/** The members of an organisation and everybody's scores, year by year. */
export interface RatedMembers {
  readonly igo: string
  readonly members: OrganisationMembers
  /** Of a year that was loaded. */
  readonly in: (year: number) => YearOfMembers
  readonly scoreIn: (state: string, year: number) => Score | undefined
  readonly coverageOfScores: (state: string, year: number) => Coverage
}

export interface RatedInput extends MembersInput {
  readonly igo: string
  readonly score: string
  readonly from: number
  readonly to: number
}

/**
 * Throws `bad-years` where the last year is not after the first, for nothing changes within one, and where its day lies
 * after the day asked about.
 */
export const checkYears = ({ asOf }: Snapshot, { from, to, at }: Pick<RatedInput, 'from' | 'to' | 'at'>): void => {
  if (from >= to) throw badInput('bad-years', `the first year, ${from}, does not lie before the last, ${to}.`)
  const day = dayInYear(at)(to)
  if (day > asOf)
    throw badInput(
      'bad-years',
      `the last year is ${to}, read on ${formatDay(day)}; expected none after the day asked about, ${formatDay(asOf)}.`,
      { where: 'to' },
    )
}

const whyUntold = ({ asOf }: Snapshot, members: OrganisationMembers, day: Day): WhyUntold | undefined => {
  if (day > asOf) return 'after-the-day-asked-about'
  return members.carriedOn(day).length > 0 ? 'memberships-not-covered' : undefined
}

/**
 * Loads them for some years: those asked about, and so many before and after. Throws `unknown-score`,
 * `unknown-organisation`.
 */
export const loadRatedMembers = async (world: Snapshot, input: RatedInput, beyond = 0): Promise<RatedMembers> => {
  const dayOf = dayInYear(input.at)
  const igo = world.names.require('igo', input.igo, { day: dayOf(input.to) })
  const scores = await loadKnownScores(world, input.score, { from: input.from - beyond, to: input.to + beyond })
  const members = await loadOrganisationMembers(world, igo, input)
  const scoreIn = (state: string, year: number): Score | undefined => scores.get(year)?.get(state)
  const years = new Map<number, YearOfMembers>()
  const read = (year: number): YearOfMembers => {
    const day = dayOf(year)
    const on = members.on(day)
    const untold = whyUntold(world, members, day)
    const rated = new Map<string, number>()
    for (const state of untold === undefined ? on.members : []) {
      const value = scoreIn(state, year)?.value
      if (value !== undefined) rated.set(state, value)
    }
    return { ...on, year, day, untold, rated }
  }
  return {
    igo,
    members,
    in: (year) => {
      const known = years.get(year) ?? read(year)
      years.set(year, known)
      return known
    },
    scoreIn,
    coverageOfScores: await loadCoverageOfScores(world, raterOf(input.score)),
  }
}

export const yearsOf = ({ from, to }: { readonly from: number; readonly to: number }): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k)

export const coverageParts = z.object({
  memberships: coverageOut.describe('Of the memberships in the last year, no farther than of the member known least'),
  scores: coverageOut.describe('Of the scores of these members, likewise'),
})

/** How far members and scores of a year are known: no farther than of the member that is known least. */
export const coverageIn = ({ in: on, members, coverageOfScores }: RatedMembers, year: number) => {
  const { day, members: listed } = on(year)
  // A member whose coverage ended is none of the day, and yet what is known least.
  const states = [...new Set([...listed, ...members.carriedOn(day)])]
  const least = (of: (state: string) => Coverage): Coverage | undefined => {
    const [first, ...rest] = states.map(of)
    return first && rest.reduce(nearer, first)
  }
  return {
    memberships: coverageOf(least((state) => members.coverage(day, state)) ?? members.coverage(day)),
    scores: coverageOf(least((state) => coverageOfScores(state, year)) ?? coverageOfScores('', year)),
  }
}

export const untoldOut = z
  .object({
    reason: z.literal('memberships-not-covered'),
    years: z.array(z.int()).describe('Years after the last day on which a source holds who the members are'),
    lastKnown: z.int().nullable().describe('The last year asked about whose members are known; null where none is'),
  })
  .nullable()
  .describe('Years of which the members are unknown, so that nothing is said of them; null where there are none')
export type Untold = z.output<typeof untoldOut>

/** The years asked about whose members are unknown. */
export const untoldIn = ({ in: on }: RatedMembers, years: readonly number[]): Untold => {
  const unknown = years.filter((year) => on(year).untold !== undefined)
  if (unknown.length === 0) return null
  const known = years.filter((year) => on(year).untold === undefined)
  return { reason: 'memberships-not-covered', years: unknown, lastKnown: known.at(-1) ?? null }
}

/** What the text says of such years, and to which year the question has an answer. */
export const untoldText = (untold: Untold, from: number): readonly string[] => {
  if (untold === null) return []
  const { reason, years, lastKnown } = untold
  const last = lastKnown === null ? undefined : `the members are known to ${lastKnown}`
  const ask = lastKnown !== null && lastKnown > from ? `: ask up to ${lastKnown}` : ''
  return [
    `  ${yearsText(years)}: ${reason}, so that nothing is said of them; ${last ?? 'no year asked is known'}${ask}`,
  ]
}

export const predecessorsOf = (world: Snapshot, { predecessors }: OrganisationMembers) =>
  predecessors.map(({ igo, until, decidedBy }) => ({
    igo,
    name: world.names.nameOf('igo', igo),
    until: formatDay(until),
    decidedBy: [...decidedBy],
  }))

/** What an organisation was called on a day of the last year asked about. */
export const nameOfIgo = (world: Snapshot, igo: string): string => world.names.nameOf('igo', igo)

export const missingOut = z.object({
  state: z.string(),
  name: z.string(),
  why: z
    .string()
    .describe(
      "Why it is not among the rated members: the rater's reason (not-rated, interregnum, …), not-recorded (no line " +
        'for that state and year), uncertain-membership (its dates leave it open), unknown-membership (a source says ' +
        'that it cannot tell)',
    ),
  years: z.array(z.int()).describe('In which years'),
})
export type Missing = z.output<typeof missingOut>

/** Who is not counted in some years though it may belong there, and why. */
export const missingIn = (world: Snapshot, { in: on, scoreIn }: RatedMembers, years: readonly number[]): Missing[] => {
  const found = new Map<string, { state: string; why: string; years: number[] }>()
  const note = (state: string, why: string, year: number): void => {
    const key = `${state} ${why}`
    const known = found.get(key) ?? { state, why, years: [] }
    found.set(key, known)
    known.years.push(year)
  }
  for (const year of years) {
    const { members, uncertain, unknown, rated, untold } = on(year)
    if (untold !== undefined) continue
    for (const state of members)
      if (!rated.has(state)) note(state, scoreIn(state, year)?.missing ?? 'not-recorded', year)
    for (const state of uncertain) note(state, 'uncertain-membership', year)
    for (const state of unknown) note(state, 'unknown-membership', year)
  }
  return [...found.values()]
    .toSorted((a, b) => (a.state < b.state ? -1 : 1))
    .map((one) => ({ ...one, name: world.names.nameOn('state', one.state, world.asOf) }))
}

/** `1990–1995, 1997`: years that follow one another taken together. */
export const yearsText = (years: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const year of years) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === year - 1) last[1] = year
    else runs.push([year, year])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
