import {
  coverageOfActor,
  coverageOn,
  coveredDays,
  nearer,
  notCovered,
  type Coverage,
} from '../../../projections/compose/coverage/coverage.ts'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import type { Source } from '../../events/source.ts'
import { groupBy } from '../../common/group-by.ts'
import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadClaims, loadClaimsIn, type ClaimOnSubject } from '../question/coverage-claims.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import { knownRows } from '../question/known-rows.ts'
import { policyOf } from '../question/source-policy.ts'
import { loadIsCounted } from './formality.ts'
import { keptPlain } from './touched-organisations.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How far the memberships in one organisation are known on a day: of one actor, or of whoever existed then. */
export type CoverageOfMembers = (day: Day, actor?: string) => Coverage

/** How far the memberships of an actor are known on a day. */
export interface CoverageOfMemberships {
  readonly in: (igo: string, actor: string, day: Day) => Coverage
  /** No farther than in any organisation in which somebody is told to have stood. */
  readonly inAll: (actor: string, day: Day) => Coverage
}

/** Loads what sources claim of the members of one organisation. */
export const loadCoverageOfMembers = async (world: Snapshot, igo: string): Promise<CoverageOfMembers> => {
  const [claims, lives] = [await loadClaims(world, 'igo', igo), await livesOf(world)]
  return (day, actor = '') => coverageOn(coverageOfActor(claims, actor, lives.get(actor)), ['membership'], day)
}

/** The days on which sources hold every membership of an actor in an organisation; undefined where none does. */
export type DaysCoveredOfMembers = (igo: string, actor: string) => ReturnType<typeof coveredDays>

/** Loads that of the members of one organisation, or of all. */
export const loadDaysCovered = async (world: Snapshot, only?: string): Promise<DaysCoveredOfMembers> => {
  const lives = await livesOf(world)
  const byIgo =
    only === undefined
      ? groupBy(await loadClaimsIn(world, 'igo'), ({ subject }) => subject)
      : new Map([[only, await loadClaims(world, 'igo', only)]])
  return (igo, actor) => coveredDays(coverageOfActor(byIgo.get(igo) ?? [], actor, lives.get(actor)), ['membership'])
}

/** The organisations that count, and in which somebody is told to have stood, by whom the world believes. */
const organisationsTold = async (world: Snapshot): Promise<ReadonlySet<string>> => {
  const rows = await keptPlain(world, 'organisations told of', () =>
    knownRows(world, 'membership').select(['igo', 'told_by']).distinct().execute(),
  )
  const policy = policyOf(world)
  const believed = new Set(
    [...new Set(rows.map(({ told_by }) => told_by))].filter(
      (toldBy) => rankOf(policy, JSON.parse(toldBy) as readonly Source[]) !== undefined,
    ),
  )
  const isCounted = await loadIsCounted(world)
  return new Set(rows.filter(({ igo, told_by }) => believed.has(told_by) && isCounted(igo)).map(({ igo }) => igo))
}

/** No farther than in any of these parts, reckoned once for each day. */
const onEachDay = (parts: readonly ReturnType<typeof coverageOfActor>[]): ((day: Day) => Coverage) => {
  const known = new Map<Day, Coverage>()
  return (day) => {
    const [first = notCovered, ...rest] =
      known.get(day) === undefined ? parts.map((part) => coverageOn(part, ['membership'], day)) : []
    const coverage = known.get(day) ?? rest.reduce(nearer, first)
    known.set(day, coverage)
    return coverage
  }
}

/**
 * Loads what sources claim of the members of all organisations but those left out. Organisations of which the same
 * claims speak are taken together.
 */
export const loadCoverageOfMemberships = async (
  world: Snapshot,
  isLeftOut: (igo: string) => boolean = () => false,
): Promise<CoverageOfMemberships> => {
  const lives = await livesOf(world)
  const byIgo = groupBy(await loadClaimsIn(world, 'igo'), ({ subject }) => subject)
  const alike = new Map<string, readonly ClaimOnSubject[]>()
  for (const igo of await organisationsTold(world)) {
    if (isLeftOut(igo)) continue
    const own = byIgo.get(igo) ?? []
    alike.set(JSON.stringify(own.map(({ source, decidedBy }) => [source, decidedBy])), own)
  }
  const groups = [...alike.values()]
  const places = new Map<unknown, number>(groups.flat().map((claim, place) => [claim, place]))
  /** Many actors are spoken of by the same claims, and are known as far as one another. */
  const byClaims = new Map<string, (day: Day) => Coverage>()
  const coverageOfActorIn = memo((actor) => {
    const parts = groups.map((own) => coverageOfActor(own, actor, lives.get(actor)))
    const key = parts.map(({ claims }) => claims.map((claim) => places.get(claim)).join()).join(' ')
    const known = byClaims.get(key) ?? onEachDay(parts)
    byClaims.set(key, known)
    return known
  })
  const inAll = (actor: string, day: Day): Coverage => coverageOfActorIn(actor)(day)
  return {
    in: (igo, actor, day) =>
      coverageOn(coverageOfActor(byIgo.get(igo) ?? [], actor, lives.get(actor)), ['membership'], day),
    inAll,
  }
}

const kept = keeping<CoverageOfMemberships>(
  () => 1_000_000,
  () => recordedOfMembers,
)

/** The same, kept for whoever asks next. `chosen` tells apart what is left out; it is empty where nothing is. */
export const keptCoverageOfMemberships = (
  world: Snapshot,
  chosen = '',
  isLeftOut?: (igo: string) => boolean,
): Promise<CoverageOfMemberships> => kept(world, chosen, () => loadCoverageOfMemberships(world, isLeftOut))
