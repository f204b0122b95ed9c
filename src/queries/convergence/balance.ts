import { behaviouralPull, distancesOf, type Distances } from '../../influence/behavioural-pull.ts'
import { compositionalPull } from '../../influence/compositional-pull.ts'
import { mean } from '../../influence/moments.ts'
import { unionOf } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { InfluenceAnswer } from './influence-answer.ts'
import { yearsOf, type RatedMembers } from './rated-members.ts'

type Year = InfluenceAnswer['years'][number]
type Balance = InfluenceAnswer['balance']

/** Which years are asked about, and over how many of them a move is looked at. */
export interface Horizon {
  readonly from: number
  readonly to: number
  readonly years: number
}

const standingIn = (rated: RatedMembers, state: string, year: number): Year['standing'] => {
  const { members, uncertain, unknown, day } = rated.in(year)
  const { isExtinct, isOut, isCarried, isSuspended } = rated.members
  if (isExtinct(state, day) && !members.includes(state)) return 'extinct'
  if (isCarried(state, day) && !isOut(state, day)) return 'not-covered'
  if (members.includes(state)) return 'member'
  if (uncertain.includes(state)) return 'uncertain'
  if (unknown.includes(state)) return 'unknown'
  if (isSuspended(state, day)) return 'suspended'
  return isOut(state, day) ? 'out' : 'not-told'
}

/** The scores of the rated members in a year but those of the state. */
const othersIn = (rated: RatedMembers, state: string, year: number): readonly (readonly [string, number])[] =>
  [...rated.in(year).rated].filter(([other]) => other !== state)

/** The distances of a state and those that stayed with it from a year to another; a reason where there are none. */
const movedFrom = (
  rated: RatedMembers,
  state: string,
  year: number,
  { to, years }: Horizon,
): { readonly stayed: number; readonly distances: Distances } | string => {
  const later = year + years
  if (rated.in(year).untold !== undefined) return `memberships-not-covered in ${year}`
  if (later > to) return `${later} lies after the years asked for`
  if (rated.in(later).untold !== undefined) return `memberships-not-covered in ${later}`
  const [first, last] = [rated.in(year).rated, rated.in(later).rated]
  const [before, after] = [first.get(state), last.get(state)]
  if (before === undefined) return `no rated member in ${year}`
  if (after === undefined) return `no rated member in ${later}`
  const others = othersIn(rated, state, year).flatMap(([other, value]) => {
    const then = last.get(other)
    return then === undefined ? [] : [{ before: value, after: then }]
  })
  if (others.length === 0) return `no other rated member of ${year} is one in ${later}`
  const distances = distancesOf({ own: { before, after }, others })
  return distances.apart === 0
    ? `in ${year} all others score as it does: nobody can come nearer`
    : { stayed: others.length, distances }
}

export const yearOf = (rated: RatedMembers, state: string, year: number, horizon: Horizon): Year => {
  const { rated: scores, day } = rated.in(year)
  const own = rated.scoreIn(state, year)
  const others = othersIn(rated, state, year).map(([, value]) => value)
  const score = scores.get(state)
  const composed = score === undefined ? undefined : compositionalPull(score, others)
  const moved = movedFrom(rated, state, year, horizon)
  const pulls = typeof moved === 'string' ? undefined : behaviouralPull(moved.distances)
  const { onOthers = null, onState = null, net = null } = pulls ?? {}
  return {
    year,
    standing: standingIn(rated, state, year),
    own: own?.value ?? null,
    others: rated.in(year).untold === undefined ? others.length : null,
    meanOfOthers: mean(others) ?? null,
    mean: composed?.mean ?? null,
    pull: composed?.pull ?? null,
    stayed: typeof moved === 'string' ? 0 : moved.stayed,
    onOthers,
    onState,
    net,
    reason: typeof moved === 'string' ? moved : null,
    decidedBy: [...unionOf(rated.members.events(day, state), own?.decidedBy ?? [])],
  }
}

/** Sums over several years; undefined of none. */
const added = (list: readonly Distances[]): Distances | undefined =>
  list.length === 0
    ? undefined
    : list.reduce((sum, one) => ({
        apart: sum.apart + one.apart,
        ofOthers: sum.ofOthers + one.ofOthers,
        ofState: sum.ofState + one.ofState,
      }))

/** Why there is no move to look at: of one year what that lacks, of several that none has all. */
const whyNone = (years: number, moves: readonly unknown[]): string => {
  const [first, ...others] = new Set(moves)
  if (others.length === 0) return String(first)
  return years === 0 ? 'a rated member beside others in no year' : 'no year has it and others rated then and at the end'
}

/** What a state received and exerted over the years: its place among the members is found later. */
const balanceOf = (world: Snapshot, rated: RatedMembers, state: string, horizon: Horizon): Balance => {
  const composed = yearsOf(horizon).flatMap((year) => {
    const own = rated.in(year).rated.get(state)
    const others = othersIn(rated, state, year).map(([, value]) => value)
    const found = own === undefined ? undefined : compositionalPull(own, others)
    return found === undefined || own === undefined ? [] : [{ own, ...found }]
  })
  const moves = yearsOf(horizon).map((year) => movedFrom(rated, state, year, horizon))
  const starts = moves.flatMap((one) => (typeof one === 'string' ? [] : [one.distances]))
  const sum = added(starts)
  const pulls = sum && behaviouralPull(sum)
  const received = mean(composed.map(({ meanOfOthers }) => meanOfOthers))
  const pull = mean(composed.map((one) => one.pull))
  return {
    state,
    name: world.names.nameOn('state', state, world.asOf),
    years: composed.length,
    received: received ?? null,
    own: mean(composed.map(({ own }) => own)) ?? null,
    pull: pull ?? null,
    ratio: received === undefined || pull === undefined || received === 0 ? null : pull / received,
    starts: starts.length,
    onOthers: pulls?.onOthers ?? null,
    onState: pulls?.onState ?? null,
    net: pulls?.net ?? null,
    rank: null,
    reason: pulls === undefined ? whyNone(composed.length, moves) : null,
  }
}

const byNet = (a: Balance, b: Balance): number =>
  (b.net ?? Number.NEGATIVE_INFINITY) - (a.net ?? Number.NEGATIVE_INFINITY) || (a.state < b.state ? -1 : 1)

/** The members in a year, as far as they are known. */
const toldIn = (rated: RatedMembers, year: number): readonly string[] =>
  rated.in(year).untold === undefined ? rated.in(year).members : []

/** The balance of everybody who was a member in one of the years, and of the state that is asked about. */
export const balancesOf = (
  world: Snapshot,
  rated: RatedMembers,
  state: string,
  horizon: Horizon,
): { readonly balance: Balance; readonly members: Balance[] } => {
  const states = new Set(yearsOf(horizon).flatMap((year) => toldIn(rated, year)))
  const all = [...states].map((one) => balanceOf(world, rated, one, horizon))
  const sorted = all.filter(({ net }) => net !== null).toSorted(byNet)
  const ranked = [...sorted, ...all.filter(({ net }) => net === null).toSorted((a, b) => (a.state < b.state ? -1 : 1))]
  const members = ranked.map((one) => ({
    ...one,
    rank: one.net === null ? null : sorted.findIndex(({ net }) => net === one.net) + 1,
  }))
  return {
    balance: members.find((one) => one.state === state) ?? balanceOf(world, rated, state, horizon),
    members,
  }
}
