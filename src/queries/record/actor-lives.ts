import { lasting, type ActorLife } from '../../../projections/compose/treaty/succession.ts'
import { groupBy } from '../../common/group-by.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { recordedIn } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { entriesIn, followingsIn, type SpellRow } from './beginnings.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'

/** With these a state begins as the continuation of others. */
const continuing: ReadonlySet<string> = new Set(['unification', 'continuation'])

interface Stay {
  readonly first: Day
  readonly last: Day
  readonly decidedBy: readonly EventId[]
}

/** The stay of each actor in all state systems together, and what decided its end. `rows` in order of beginning. */
const staysIn = (rows: readonly SpellRow[]): ReadonlyMap<string, Stay> => {
  const stays = new Map<string, Stay>()
  for (const { actor, valid_from, valid_to, decided_by } of rows) {
    const known = stays.get(actor)
    const later = known === undefined || valid_to > known.last
    stays.set(actor, {
      first: Math.min(known?.first ?? valid_from, valid_from) as Day,
      last: Math.max(known?.last ?? valid_to, valid_to) as Day,
      decidedBy: later ? idsOf(decided_by) : known.decidedBy,
    })
  }
  return stays
}

type Birth = Pick<ActorLife, 'continues' | 'born'>

/** Those that continue others, and were in no system before. */
const birthsIn = (
  rows: readonly (SpellRow & { readonly predecessor: string; readonly mode: string })[],
  stays: ReadonlyMap<string, Stay>,
): ReadonlyMap<string, Birth> => {
  const births = new Map<string, Birth>()
  for (const { actor, predecessor, mode, valid_from, certainty, decided_by } of rows) {
    const first = stays.get(actor)?.first
    if (certainty !== 'certain' || !continuing.has(mode) || (first !== undefined && first < valid_from)) continue
    const { continues, born } = births.get(actor) ?? lasting
    if (continues.includes(predecessor)) continue
    births.set(actor, {
      continues: [...continues, predecessor],
      born: {
        from: Math.min(born?.from ?? valid_from, valid_from) as Day,
        to: FOREVER,
        decidedBy: [...(born?.decidedBy ?? []), ...idsOf(decided_by)],
      },
    })
  }
  return births
}

/** What actors claim to continue of others. */
const loadClaims = async (world: Snapshot): Promise<ReadonlyMap<string, ActorLife['claims']>> => {
  const rows = await knownRows(world, 'succession_claim').selectAll().execute()
  const claims = rows.map(({ actor, predecessor, claimed, valid_from, valid_to, decided_by }) => ({
    actor,
    claim: { predecessor, claimed, from: valid_from as Day, to: valid_to as Day, decidedBy: idsOf(decided_by) },
  }))
  return new Map(
    [...groupBy(claims, ({ actor }) => actor)].map(([actor, ofActor]) => [actor, ofActor.map(({ claim }) => claim)]),
  )
}

/**
 * The lives of all actors that began, ended or claimed something: an actor that has left all state systems for good is
 * extinct from the first day on which it was gone, by the system that kept it longest; one that followed others by
 * unification or continuation, and was in no system before, was born then.
 */
export const loadLives = async (world: Snapshot): Promise<ReadonlyMap<string, ActorLife>> => {
  const rows = await knownRows(world, 'state_spell')
    .select(['actor', 'system', 'valid_from', 'valid_to', 'certainty', 'decided_by'])
    .orderBy('valid_from')
    .execute()
  const successions = await knownRows(world, 'succession')
    .select(['actor', 'predecessor', 'mode', 'valid_from', 'valid_to', 'certainty', 'decided_by'])
    .execute()
  const claims = await loadClaims(world)
  const lives = new Map<string, ActorLife>()
  const change = (actor: string, more: Partial<ActorLife>): void =>
    void lives.set(actor, { ...(lives.get(actor) ?? lasting), ...more })
  const stays = staysIn(rows)
  for (const [actor, { last, decidedBy }] of stays)
    if (last < FOREVER) change(actor, { extinctFrom: last, extinctDecidedBy: decidedBy })
  for (const [actor, entries] of entriesIn(rows)) change(actor, { entries })
  for (const [actor, follows] of followingsIn(successions)) change(actor, { follows })
  for (const [actor, birth] of birthsIn(successions, stays)) change(actor, birth)
  for (const [actor, ofActor] of claims) change(actor, { claims: ofActor })
  return lives
}

const kept = keeping<ReadonlyMap<string, ActorLife>>(
  (lives) => lives.size * 1_500,
  () => recordedIn('state'),
)

/** The lives of all actors, read once for each moment. */
export const livesOf = (world: Snapshot): Promise<ReadonlyMap<string, ActorLife>> =>
  kept(world, '', () => loadLives(world))
