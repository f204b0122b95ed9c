import { notFound, type NormtrailError } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { countsState } from '../question/without.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { System, SystemSpells } from './system-spells.ts'
import { membersOfUnitedNations } from './united-nations.ts'

const loadSpells = async (world: Snapshot, system: System): Promise<SystemSpells> => {
  const rows = await knownRows(world, 'state_spell')
    .selectAll()
    .where('system', '=', system)
    .orderBy('valid_from')
    .execute()
  const spells = rows.map((row) => ({
    actor: row.actor,
    span: {
      from: row.valid_from as Day,
      to: row.valid_to as Day,
      value: system,
      certainty: row.certainty,
      decidedBy: idsOf(row.decided_by),
    },
  }))
  return new Map(
    [...groupBy(spells, ({ actor }) => actor)].map(([actor, list]) => [actor, list.map(({ span }) => span)]),
  )
}

/**
 * A state system as the log holds it; empty where it does not. That of the United Nations are its members. Of a world
 * that is asked without a state that one is no member.
 */
export const loadSystem = async (world: Snapshot, system: System): Promise<SystemSpells> => {
  const recorded = await loadSpells(world, system)
  const spells = system === 'un' ? await membersOfUnitedNations(world, recorded) : recorded
  return world.without === undefined ? spells : new Map([...spells].filter(([state]) => countsState(world)(state)))
}

const needed: Readonly<Record<System, { readonly title: string; readonly hint: string }>> = {
  cow: {
    title: 'the states of the Correlates of War',
    hint: 'Import the Correlates of War list of state system membership, or ask for another system.',
  },
  gw: {
    title: 'the states of Gleditsch and Ward',
    hint: 'Import the Gleditsch-Ward list of independent states, or ask for another system.',
  },
  un: {
    title: 'the members of the United Nations',
    hint:
      'Import memberships of the United Nations (Correlates of War IGO, ' +
      'or acts in the stream igo-un), or ask for another system.',
  },
}

/**
 * A state system that has members. Throws `unknown-system` where the log holds none: an answer over nobody would say
 * too much.
 */
export const heldSystem = async (world: Snapshot, system: System): Promise<SystemSpells> => {
  const spells = await loadSystem(world, system)
  if (spells.size > 0) return spells
  const { title, hint } = needed[system]
  throw notFound('unknown-system', `the log does not hold ${title}${knownThen(world)}.`, { where: 'system', hint })
}

/** That a state system had no member in any of the years: an answer would have no lines. */
export const noStates = (world: Snapshot, system: System, from: number, to: number): NormtrailError =>
  notFound('no-states', `nobody was among ${needed[system].title} from ${from} to ${to}${knownThen(world)}.`, {
    where: 'system',
    hint: 'Ask for other years, or for another system.',
  })

const knownThen = ({ asKnownAt }: Snapshot): string => (asKnownAt === null ? '' : `, as known at ${asKnownAt}`)
