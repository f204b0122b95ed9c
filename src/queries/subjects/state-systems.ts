import { notFound, type NormtrailError } from '../../common/error.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { believesAll } from '../question/source-policy.ts'
import { loadSystem } from '../memberships/load-system.ts'
import type { System, SystemSpells } from '../memberships/system-spells.ts'

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
  if (system === 'un' && !believesAll(world))
    throw notFound('unknown-system', `none of the sources believed tells of ${title}${knownThen(world)}.`, {
      where: 'system',
      hint: 'Believe others, too, or ask for another system.',
    })
  throw notFound('unknown-system', `the log does not hold ${title}${knownThen(world)}.`, { where: 'system', hint })
}

/** That a state system had no member in any of the years: an answer would have no lines. */
export const noStates = (world: Snapshot, system: System, from: number, to: number): NormtrailError =>
  notFound('no-states', `nobody was among ${needed[system].title} from ${from} to ${to}${knownThen(world)}.`, {
    where: 'system',
    hint: 'Ask for other years, or for another system.',
  })

const knownThen = ({ asKnownAt }: Snapshot): string => (asKnownAt === null ? '' : `, as known at ${asKnownAt}`)
