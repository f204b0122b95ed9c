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

/** The members of an organisation in a year, and what each scored in it. */
export interface YearOfMembers extends MembersOn {
  readonly year: number
  readonly day: Day
  /** The scores of members that are rated, by state. */
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

/** Throws `bad-years` where the last year is not after the first: nothing changes within one. */
export const checkYears = ({ from, to }: { readonly from: number; readonly to: number }): void => {
  if (from >= to) throw badInput('bad-years', `the first year, ${from}, does not lie before the last, ${to}.`)
}

/** Loads them for some years: those asked about, and so many before and after. Throws `unknown-score`, `unknown-organisation`. */
export const loadRatedMembers = async (world: Snapshot, input: RatedInput, beyond = 0): Promise<RatedMembers> => {
  const dayOf = dayInYear(input.at)
  const igo = world.names.require('igo', input.igo, { day: dayOf(input.to) })
  const scores = await loadKnownScores(world, input.score, { from: input.from - beyond, to: input.to + beyond })
  const members = await loadOrganisationMembers(world, igo, input)
  const scoreIn = (state: string, year: number): Score | undefined => scores.get(year)?.get(state)
  const years = new Map<number, YearOfMembers>()
  const read = (year: number): YearOfMembers => {
    const on = members.on(dayOf(year))
    const rated = new Map<string, number>()
    for (const state of on.members) {
      const value = scoreIn(state, year)?.value
      if (value !== undefined) rated.set(state, value)
    }
    return { ...on, year, day: dayOf(year), rated }
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
  const { day, members: states } = on(year)
  const least = (of: (state: string) => Coverage): Coverage | undefined => {
    const [first, ...rest] = states.map(of)
    return first && rest.reduce(nearer, first)
  }
  return {
    memberships: coverageOf(least((state) => members.coverage(day, state)) ?? members.coverage(day)),
    scores: coverageOf(least((state) => coverageOfScores(state, year)) ?? coverageOfScores('', year)),
  }
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
    const { members, uncertain, unknown, rated } = on(year)
    for (const state of members)
      if (!rated.has(state)) note(state, scoreIn(state, year)?.missing ?? 'not-recorded', year)
    for (const state of uncertain) note(state, 'uncertain-membership', year)
    for (const state of unknown) note(state, 'unknown-membership', year)
  }
  return [...found.values()]
    .toSorted((a, b) => (a.state < b.state ? -1 : 1))
    .map((one) => ({ ...one, name: world.names.nameOf('state', one.state) }))
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
