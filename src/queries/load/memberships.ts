import { exitsOf, type ExitClause, type MembershipAct } from '../../../projections/compose/membership-exit.ts'
import { membershipRecord, type AttributeSpan, type MembershipRecord } from '../../../projections/compose/membership-record.ts'
import { afterExits, type MembershipSpan } from '../../../projections/compose/membership.ts'
import type { ExitRule } from '../../events/clauses.ts'
import { groupBy } from '../../group-by.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import type { World } from '../world.ts'
import { idsOf, knownRows } from './known.ts'

export const spanOfRow = (row: Schema['membership']): MembershipSpan => ({
  igo: row.igo,
  actor: row.actor,
  kind: row.kind,
  track: row.track,
  from: row.valid_from as Day,
  to: row.valid_to as Day,
  certainty: row.certainty,
  observed: row.first_year !== null,
  /** Read only when it is asked for: a panel counts a hundred thousand rows and cites none. */
  get decidedBy() {
    return idsOf(row.decided_by)
  },
})

export const actOfRow = (row: Schema['membership_act']): MembershipAct => ({
  class: row.class,
  mode: row.mode ?? undefined,
  done: { lo: row.valid_from as Day, hi: row.latest as Day },
  effect: row.effect_earliest === null || row.effect_latest === null ? undefined : { lo: row.effect_earliest as Day, hi: row.effect_latest as Day },
  decidedBy: idsOf(row.decided_by),
})

const attributeOfRow = (row: Schema['membership_attribute']): AttributeSpan => ({
  attribute: row.attribute,
  detail: JSON.parse(row.detail) as AttributeSpan['detail'],
  from: row.valid_from as Day,
  to: row.valid_to as Day,
  certainty: row.certainty,
  decidedBy: idsOf(row.decided_by),
})

/** How members leave each organisation, by its constituent treaty. */
export const loadExitClauses = async (world: World): Promise<ReadonlyMap<string, ExitClause>> => {
  const rows = await knownRows(world, 'igo').selectAll().orderBy('valid_from', 'desc').execute()
  return new Map(rows.map((row) => [row.igo, {
    rule: row.exit === null ? 'unknown' : (JSON.parse(row.exit) as ExitRule),
    founded: row.valid_from as Day,
    dissolved: (row.dissolved ?? undefined) as Day | undefined,
    decidedBy: idsOf(row.decided_by),
  }]))
}

/** What organisations were called on the world's day. */
export const loadOrganisationNames = async (world: World): Promise<(igo: string) => string> => {
  const rows = await knownRows(world, 'igo').select(['igo', 'name']).where('valid_from', '<=', world.asOf).where('valid_to', '>', world.asOf).execute()
  const names = new Map(rows.map(({ igo, name }) => [igo, name]))
  return (igo) => names.get(igo) ?? world.names.nameOf('igo', igo)
}

interface Place {
  readonly igo: string
  readonly actor: string
}
const placeOf = ({ igo, actor }: Place): string => `${igo}\n${actor}`

/** Spans as they stand once notices of withdrawal have taken effect; those of members who gave none pass as they are. */
const withExits = async (world: World, spans: readonly MembershipSpan[], acts: readonly Schema['membership_act'][]): Promise<readonly MembershipSpan[]> => {
  const noticed = [...groupBy(acts, placeOf)].filter(([, list]) => list.some((act) => act.class === 'notice'))
  if (noticed.length === 0) return spans
  const clauses = await loadExitClauses(world)
  const exits = new Map(noticed.map(([place, list]) => [place, exitsOf(list.map(actOfRow), clauses.get(list[0]?.igo ?? '')).exits]))
  const leavers = new Set(noticed.map(([, list]) => list[0]?.actor))
  const touched = (span: MembershipSpan): boolean => leavers.has(span.actor) && exits.has(placeOf(span))
  const told = [...groupBy(spans.filter(touched), placeOf)].flatMap(([place, list]) => afterExits(list, exits.get(place) ?? []))
  return [...spans.filter((span) => !touched(span)), ...told]
}

/** All that sources say of one actor's standing in organisations. */
export const loadMembershipsOf = async (world: World, actor: string): Promise<readonly MembershipSpan[]> => {
  const spans = await knownRows(world, 'membership').selectAll().where('actor', '=', actor).orderBy('valid_from').execute()
  return withExits(world, spans.map(spanOfRow), await knownRows(world, 'membership_act').selectAll().where('actor', '=', actor).execute())
}

/** All that sources say of everybody's standing in one organisation. */
export const loadMembersOf = async (world: World, igo: string): Promise<readonly MembershipSpan[]> => {
  const stream = `igo-${igo}`
  const spans = await knownRows(world, 'membership').selectAll().where('stream', '=', stream).orderBy('valid_from').execute()
  return withExits(world, spans.map(spanOfRow), await knownRows(world, 'membership_act').selectAll().where('stream', '=', stream).execute())
}

/** All that sources say of everybody in every organisation, on any of the days [from, to). */
export const loadAllMemberships = async (world: World, from: Day = ALWAYS, to: Day = FOREVER): Promise<readonly MembershipSpan[]> => {
  const rows = knownRows(world, 'membership').selectAll().where('valid_from', '<', to).where('valid_to', '>', from)
  const spans = (await rows.orderBy('valid_from').execute()).map(spanOfRow)
  const notices = await knownRows(world, 'membership_act').select('actor').distinct().where('class', '=', 'notice').execute()
  if (notices.length === 0) return spans
  return withExits(world, spans, await knownRows(world, 'membership_act').selectAll().where('actor', 'in', notices.map(({ actor }) => actor)).execute())
}

/** All that is told of one actor in each organisation, or in one: standing, qualifications, exits and what is odd about them. */
export const loadMembershipRecords = async (world: World, actor: string, only?: string): Promise<readonly MembershipRecord[]> => {
  const clauses = await loadExitClauses(world)
  const spans = groupBy((await knownRows(world, 'membership').selectAll().where('actor', '=', actor).orderBy('valid_from').execute()).map(spanOfRow), ({ igo }) => igo)
  const acts = groupBy(await knownRows(world, 'membership_act').selectAll().where('actor', '=', actor).execute(), ({ igo }) => igo)
  const attributes = groupBy(await knownRows(world, 'membership_attribute').selectAll().where('actor', '=', actor).orderBy('valid_from').execute(), ({ igo }) => igo)
  const igos = only === undefined ? [...new Set([...spans.keys(), ...acts.keys(), ...attributes.keys()])] : [only]
  return igos.map((igo) =>
    membershipRecord({ igo, actor }, spans.get(igo) ?? [], (acts.get(igo) ?? []).map(actOfRow), (attributes.get(igo) ?? []).map(attributeOfRow), clauses.get(igo)))
}
