import { exitsOf } from '../../../projections/compose/membership/exits.ts'
import type { ExitClause } from '../../../projections/compose/membership/membership-exit.ts'
import {
  membershipRecord,
  type AttributeSpan,
  type MembershipRecord,
} from '../../../projections/compose/membership/record.ts'
import { afterExits } from '../../../projections/compose/membership/after-exits.ts'
import type { MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { attributeSpanOf, exitClauseOf, type MemberAct } from '../../../projections/compose/membership/from-rows.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { counts } from './formality.ts'
import { loadMemberActs, loadSpans } from './load-spans.ts'

const attributeOfRow = (row: Schema['membership_attribute']): AttributeSpan =>
  attributeSpanOf({
    columns: row,
    from: row.valid_from as Day,
    to: row.valid_to as Day,
    certainty: row.certainty,
    decidedBy: idsOf(row.decided_by),
  })

/** How members leave each organisation, by its constituent treaty. */
export const loadExitClauses = async (world: Snapshot): Promise<ReadonlyMap<string, ExitClause>> => {
  const rows = await knownRows(world, 'igo')
    .select(['igo', 'exit', 'dissolved', 'valid_from', 'decided_by'])
    .orderBy('valid_from', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.igo,
      exitClauseOf({ columns: row, from: row.valid_from as Day, decidedBy: idsOf(row.decided_by) }),
    ]),
  )
}

/** What organisations were called on the world's day. */
export const loadOrganisationNames = async (world: Snapshot): Promise<(igo: string) => string> => {
  const rows = await knownRows(world, 'igo')
    .select(['igo', 'name'])
    .where('valid_from', '<=', world.asOf)
    .where('valid_to', '>', world.asOf)
    .execute()
  const names = new Map(rows.map(({ igo, name }) => [igo, name]))
  return (igo) => names.get(igo) ?? world.names.nameOf('igo', igo)
}

const placeOf = ({ igo, actor }: { readonly igo: string; readonly actor: string }): string => `${igo}\n${actor}`

/**
 * Spans as they stand once notices of withdrawal have taken effect; those of members who gave none pass as they are.
 */
const withExits = async (
  world: Snapshot,
  spans: readonly MembershipSpan[],
  acts: readonly MemberAct[],
): Promise<readonly MembershipSpan[]> => {
  const noticed = [...groupBy(acts, placeOf)].filter(([, list]) => list.some((act) => act.class === 'notice'))
  if (noticed.length === 0) return spans
  const clauses = await loadExitClauses(world)
  const exits = new Map(noticed.map(([place, list]) => [place, exitsOf(list, clauses.get(list[0]?.igo ?? ''))]))
  const leavers = new Set(noticed.map(([, list]) => list[0]?.actor))
  const touched = (span: MembershipSpan): boolean => leavers.has(span.actor) && exits.has(placeOf(span))
  const told = [...groupBy(spans.filter(touched), placeOf)].flatMap(([place, list]) =>
    afterExits(list, exits.get(place) ?? { orders: [[]] }),
  )
  return [...spans.filter((span) => !touched(span)), ...told]
}

/** All that sources say of one actor's standing in organisations. */
export const loadMembershipsOf = async (world: Snapshot, actor: string): Promise<readonly MembershipSpan[]> =>
  withExits(world, await loadSpans(world, { actor }), await loadMemberActs(world, { actor }))

/** All that sources say of everybody's standing in one organisation. */
export const loadMembersOf = async (world: Snapshot, igo: string): Promise<readonly MembershipSpan[]> =>
  withExits(world, await loadSpans(world, { igo }), await loadMemberActs(world, { igo }))

/**
 * All that sources say of everybody in every organisation of which they say something on any of the days [from, to).
 */
export const loadAllMemberships = async (
  world: Snapshot,
  from: Day = ALWAYS,
  to: Day = FOREVER,
): Promise<readonly MembershipSpan[]> => {
  const spans = await withExits(world, await loadSpans(world, { from, to }), await loadMemberActs(world, {}))
  if (from <= ALWAYS) return spans
  const told = new Set(spans.filter((span) => span.to > from).map(placeOf))
  return spans.filter((span) => told.has(placeOf(span)))
}

type Told = Pick<MembershipRecord, 'igo' | 'actor'>

/**
 * All that is told of pairs of actor and organisation, of one actor or in one organisation; at least of those that are
 * named.
 */
const loadRecords = async (
  world: Snapshot,
  where: { readonly actor?: string; readonly igo?: string },
  named: readonly Told[] = [],
): Promise<readonly MembershipRecord[]> => {
  const clauses = await loadExitClauses(world)
  const spans = groupBy(await loadSpans(world, where), placeOf)
  const acts = groupBy(await loadMemberActs(world, where), placeOf)
  const { actor, igo } = where
  let rows = knownRows(world, 'membership_attribute').selectAll()
  if (actor !== undefined) rows = rows.where('actor', '=', actor)
  rows = igo === undefined ? rows.where(counts(world)) : rows.where('igo', '=', igo)
  const attributes = groupBy(await rows.orderBy('valid_from').execute(), placeOf)
  const pairs = new Map(
    [...named, ...[...spans.values(), ...acts.values(), ...attributes.values()].flatMap(([first]) => first ?? [])].map(
      (one) => [placeOf(one), { igo: one.igo, actor: one.actor }],
    ),
  )
  return [...pairs].map(([place, pair]) =>
    membershipRecord(
      pair,
      spans.get(place) ?? [],
      acts.get(place) ?? [],
      (attributes.get(place) ?? []).map(attributeOfRow),
      clauses.get(pair.igo),
    ),
  )
}

/**
 * All that is told of one actor in each organisation, or in one: standing, qualifications, exits and what is odd about
 * them.
 */
export const loadMembershipRecords = (
  world: Snapshot,
  actor: string,
  only?: string,
): Promise<readonly MembershipRecord[]> =>
  only === undefined ? loadRecords(world, { actor }) : loadRecords(world, { actor, igo: only }, [{ actor, igo: only }])

/** The same of everybody in one organisation. */
export const loadRecordsIn = (world: Snapshot, igo: string): Promise<readonly MembershipRecord[]> =>
  loadRecords(world, { igo })
