import { slopeOf } from '../../agreement/trend.ts'
import { catchUp, catchUpOnGap, type Stayer } from '../../influence/catch-up.ts'
import { mean, populationSigma } from '../../influence/moments.ts'
import { varianceChange } from '../../influence/variance-change.ts'
import { unionOf } from '../../time/timeline.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { Years } from '../network/lag.ts'
import { withSystem } from '../subjects/default-system.ts'
import type { System } from '../memberships/system-spells.ts'
import {
  convergenceAnswer,
  convergenceInput,
  type ConvergenceAnswer,
  type ConvergenceInput,
} from './convergence-answer.ts'
import { convergenceTable } from './convergence-columns.ts'
import { convergenceText } from './convergence-text.ts'
import { isWhole, meanChange, placeboOf, sigmaChange, sigmaSlope, type Series, type WholeSeries } from './placebo.ts'
import {
  checkYears,
  coverageIn,
  loadRatedMembers,
  missingIn,
  nameOfIgo,
  predecessorsOf,
  untoldIn,
  yearsOf,
  type RatedMembers,
} from './rated-members.ts'

const changeOf = (first: number | undefined, last: number | undefined) => ({
  first: first ?? null,
  last: last ?? null,
  change: first === undefined || last === undefined ? null : last - first,
})

/** Why nothing is said of two years: of one of them the members are unknown. */
const whyUntold = (rated: RatedMembers, { from, to }: Years): string | undefined =>
  rated.in(from).untold ?? rated.in(to).untold

const tooFew = (n: number, who: string): string | null => (n < 2 ? `${n} ${who}: sigma takes two` : null)

/** A group of states on the first and on the last day. */
const groupOf = (states: readonly string[], first: readonly number[], last: readonly number[], who: string) => ({
  n: states.length,
  states: [...states],
  mean: changeOf(mean(first), mean(last)),
  sigma: changeOf(populationSigma(first), populationSigma(last)),
  reason: tooFew(states.length, who),
})

/** Members that are rated in every year, with their scores. */
const panelOf = (rated: RatedMembers, years: readonly number[]): ReadonlyMap<string, WholeSeries> => {
  const [first = 0] = years
  return new Map(
    [...rated.in(first).rated.keys()].flatMap((state): [string, WholeSeries][] => {
      const series: Series = years.map((year) => rated.in(year).rated.get(state))
      return isWhole(series) ? [[state, series]] : []
    }),
  )
}

type Member = ConvergenceAnswer['members'][number]

/** Why a state is a rated member in one of two years alone: what it was in the other. */
const becauseOf = (
  rated: RatedMembers,
  state: string,
  role: Member['role'],
  { from, to }: Years,
): Member['because'] => {
  const [first, last] = [rated.in(from), rated.in(to)]
  const { members, uncertain, unknown, day } = role === 'entrant' ? first : last
  if (last.untold !== undefined) return 'memberships-not-covered'
  if (members.includes(state)) return role === 'entrant' ? 'rated-later' : 'no-longer-rated'
  if (uncertain.includes(state) || unknown.includes(state)) return 'membership-not-known'
  if (rated.members.isSuspended(state, day)) return 'suspended'
  if (role === 'leaver' && rated.members.ceased(state, day)) return 'extinct'
  if (role === 'leaver') return rated.members.isOut(state, day) ? 'left' : 'membership-not-known'
  const isTold = rated.members.isOut(state, day) || rated.members.isAdmitted(state, first.day, last.day)
  return isTold ? 'joined' : 'membership-not-known'
}

/** The events that decide that a state is a rated member in a year. */
const decidersIn = (rated: RatedMembers, state: string, year: number) =>
  rated.in(year).rated.has(state)
    ? unionOf(rated.members.events(rated.in(year).day, state), rated.scoreIn(state, year)?.decidedBy ?? [])
    : []

const membersOf = (
  world: Snapshot,
  rated: RatedMembers,
  { from, to }: ConvergenceInput,
  panel: ReadonlyMap<string, unknown>,
): Member[] => {
  const [before, after] = [rated.in(from).rated, rated.in(to).rated]
  const sum = [...before.values()].reduce((total, value) => total + value, 0)
  const others = before.size - 1
  const roleOf = (state: string): Member['role'] => {
    if (rated.in(to).untold !== undefined) return 'unknown'
    if (!before.has(state)) return 'entrant'
    return after.has(state) ? 'stayer' : 'leaver'
  }
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().map((state): Member => {
    const [first, last, role] = [before.get(state), after.get(state), roleOf(state)]
    return {
      state,
      name: world.names.nameOn('state', state, world.asOf),
      role,
      because: role === 'stayer' ? null : becauseOf(rated, state, role, { from, to }),
      ...changeOf(first, last),
      gap: first === undefined || others === 0 ? null : first - (sum - first) / others,
      inPanel: panel.has(state),
      decidedBy: [...unionOf(decidersIn(rated, state, from), decidersIn(rated, state, to))],
    }
  })
}

/** The stayers of a list of members, and the scores of who left and who came. */
const rolesOf = (members: readonly Member[]) => {
  const stayers = members.flatMap(({ state, first, last }): (Stayer & { readonly state: string })[] =>
    first === null || last === null ? [] : [{ state, before: first, after: last }],
  )
  const leavers = members.flatMap(({ role, first }) => (role === 'leaver' && first !== null ? [first] : []))
  const entrants = members.flatMap(({ role, last }) => (role === 'entrant' && last !== null ? [last] : []))
  return { stayers, leavers, entrants }
}

type Roles = ReturnType<typeof rolesOf>

const varianceOf = (roles: Roles): ConvergenceAnswer['variance'] => {
  // With nobody known in the last year nobody stayed.
  const found = varianceChange(roles)
  if (found === undefined) return null
  const { before, after, ...rest } = found
  const { stayers, entrants, leavers } = roles
  return {
    first: before,
    last: after,
    ...rest,
    counts: { stayers: stayers.length, entrants: entrants.length, leavers: leavers.length },
  }
}

const stayersOf = ({ stayers, leavers }: Roles, why: string | undefined): ConvergenceAnswer['stayers'] => ({
  ...groupOf(
    stayers.map(({ state }) => state),
    stayers.map(({ before }) => before),
    stayers.map(({ after }) => after),
    'rated members in both years',
  ),
  ...(why !== undefined && { reason: why }),
  beta: catchUp(stayers) ?? null,
  betaOnGap: catchUpOnGap(stayers, leavers) ?? null,
})

const panelGroup = (
  panel: ReadonlyMap<string, WholeSeries>,
  from: number,
  why: string | undefined,
): ConvergenceAnswer['panel'] => {
  const series = [...panel.values()]
  return {
    ...groupOf(
      [...panel.keys()],
      series.map((one) => one[0] ?? Number.NaN),
      series.map((one) => one.at(-1) ?? Number.NaN),
      'members rated in every year',
    ),
    ...(why !== undefined && { reason: why }),
    slope: sigmaSlope(series, from) ?? null,
  }
}

const yearsIn = (
  rated: RatedMembers,
  years: readonly number[],
  panel: ReadonlyMap<string, WholeSeries>,
): ConvergenceAnswer['years'] =>
  years.map((year, k) => {
    const on = rated.in(year)
    const scores = [...on.rated.values()]
    const fixed = [...panel.values()].map((series) => series[k] ?? Number.NaN)
    const isTold = on.untold === undefined
    return {
      year,
      members: isTold ? on.members.length : null,
      rated: isTold ? scores.length : null,
      uncertain: isTold ? on.uncertain.length : null,
      unknown: isTold ? on.unknown.length : null,
      mean: mean(scores) ?? null,
      sigma: populationSigma(scores) ?? null,
      panelMean: mean(fixed) ?? null,
      panelSigma: populationSigma(fixed) ?? null,
      covered: coverageIn(rated, year).memberships.state,
      reason: isTold ? null : 'memberships-not-covered',
    }
  })

const sigmaOf = (years: ConvergenceAnswer['years']): ConvergenceAnswer['sigma'] => {
  const known = years.flatMap(({ year, sigma }) => (sigma === null ? [] : [{ year, value: sigma }]))
  return {
    ...changeOf(years[0]?.sigma ?? undefined, years.at(-1)?.sigma ?? undefined),
    slope: slopeOf(known) ?? null,
    years: known.length,
  }
}

const says = [
  'A description, never an effect: members may come to resemble each other for reasons of their own.',
  'Beta lies below 0 of itself where scores are bounded or measured with error: hold it against the drawn groups.',
  'Beta below 0 is necessary for sigma to fall, and not sufficient.',
]

const parametersOf = (input: ConvergenceInput & { readonly system: System }) => ({
  score: input.score,
  from: input.from,
  to: input.to,
  at: input.at,
  lag: 0,
  kinds: 'full',
  dates: input.dates,
  year_codes: input.yearCodes,
  exclude_suspended: input.excludeSuspended,
  with_predecessors: input.withPredecessors,
  system: input.system,
  draws: input.draws,
  seed: input.seed,
})

export const convergence = question({
  name: 'convergence',
  asks:
    'Whether the members of an organisation came to score alike: the spread of their scores year by year, what its ' +
    'change is made of with enlargement netted out, and the same of drawn groups of non-members. A description.',
  positional: ['igo'],
  sources: 'parameter',
  input: convergenceInput,
  output: convergenceAnswer,
  settle: withSystem,
  answer: async (world, given) => {
    checkYears(world, given)
    const { system } = await withSystem(world, given)
    const input = { ...given, system }
    const rated = await loadRatedMembers(world, input)
    const years = yearsOf(input)
    const panel = panelOf(rated, years)
    const members = membersOf(world, rated, input, panel)
    const roles = rolesOf(members)
    const untold = untoldIn(rated, years)
    const why = whyUntold(rated, input)
    const stayers = stayersOf(roles, why)
    const fixed = panelGroup(panel, input.from, untold?.reason)
    const rows = yearsIn(rated, years, panel)
    return {
      igo: rated.igo,
      name: nameOfIgo(world, rated.igo),
      part: input.part ?? null,
      predecessors: predecessorsOf(world, rated.members),
      untold,
      years: rows,
      mean: changeOf(rows[0]?.mean ?? undefined, rows.at(-1)?.mean ?? undefined),
      sigma: sigmaOf(rows),
      panel: fixed,
      stayers,
      variance: varianceOf(roles),
      placebo: await placeboOf(world, rated, input, {
        stayers: stayers.n,
        panel: fixed.n,
        measures: new Map([
          ['beta', stayers.beta ?? undefined],
          ['betaOnGap', stayers.betaOnGap ?? undefined],
          ['sigmaChange', sigmaChange(roles.stayers)],
          ['meanChange', meanChange(roles.stayers)],
          ['panelSigmaSlope', fixed.slope ?? undefined],
        ]),
      }),
      members,
      missing: missingIn(world, rated, years),
      coverage: coverageIn(rated, input.to),
      says,
      parameters: parametersOf(input),
    }
  },
  text: convergenceText,
  table: convergenceTable,
})
