import { lasting, type ActorLife } from '../../../projections/compose/treaty/succession.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { entriesIn, followingsIn } from './beginnings.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'

/** With these a state begins as the continuation of others. */
const continuing: ReadonlySet<string> = new Set(['unification', 'continuation'])

interface Spells {
  first: Day
  last: Day
  decidedBy: readonly EventId[]
}

/**
 * The lives of all actors that began, ended or claimed something: an actor that has left all state systems for good is
 * extinct from the first day on which it was gone, by the system that kept it longest; one that followed others by
 * unification or continuation, and was in no system before, was born then.
 */
export const loadLives = async (world: Snapshot): Promise<ReadonlyMap<string, ActorLife>> => {
  const lives = new Map<string, ActorLife>()
  const change = (actor: string, more: Partial<ActorLife>): void =>
    void lives.set(actor, { ...(lives.get(actor) ?? lasting), ...more })

  const systems = new Map<string, Spells>()
  const rows = await knownRows(world, 'state_spell')
    .select(['actor', 'system', 'valid_from', 'valid_to', 'certainty', 'decided_by'])
    .orderBy('valid_from')
    .execute()
  for (const { actor, valid_from, valid_to, decided_by } of rows) {
    const known = systems.get(actor)
    const later = known === undefined || valid_to > known.last
    systems.set(actor, {
      first: Math.min(known?.first ?? valid_from, valid_from) as Day,
      last: Math.max(known?.last ?? valid_to, valid_to) as Day,
      decidedBy: later ? idsOf(decided_by) : known.decidedBy,
    })
  }
  for (const [actor, { last, decidedBy }] of systems)
    if (last < FOREVER) change(actor, { extinctFrom: last, extinctDecidedBy: decidedBy })

  for (const [actor, entries] of entriesIn(rows)) change(actor, { entries })

  const successions = await knownRows(world, 'succession')
    .select(['actor', 'predecessor', 'mode', 'valid_from', 'valid_to', 'certainty', 'decided_by'])
    .execute()
  for (const [actor, follows] of followingsIn(successions)) change(actor, { follows })
  for (const { actor, predecessor, mode, valid_from, certainty, decided_by } of successions) {
    const first = systems.get(actor)?.first
    if (certainty !== 'certain' || !continuing.has(mode) || (first !== undefined && first < valid_from)) continue
    const { continues, born } = lives.get(actor) ?? lasting
    if (continues.includes(predecessor)) continue
    change(actor, {
      continues: [...continues, predecessor],
      born: {
        from: Math.min(born?.from ?? valid_from, valid_from) as Day,
        to: FOREVER,
        decidedBy: [...(born?.decidedBy ?? []), ...idsOf(decided_by)],
      },
    })
  }

  for (const { actor, predecessor, claimed, valid_from, valid_to, decided_by } of await knownRows(
    world,
    'succession_claim',
  )
    .selectAll()
    .execute()) {
    const { claims } = lives.get(actor) ?? lasting
    change(actor, {
      claims: [
        ...claims,
        { predecessor, claimed, from: valid_from as Day, to: valid_to as Day, decidedBy: idsOf(decided_by) },
      ],
    })
  }
  return lives
}

const known = new WeakMap<Snapshot, Promise<ReadonlyMap<string, ActorLife>>>()

/** The lives of all actors, read once for each world. */
export const livesOf = (world: Snapshot): Promise<ReadonlyMap<string, ActorLife>> => {
  const lives = known.get(world) ?? loadLives(world)
  known.set(world, lives)
  return lives
}
