import type { Years } from '../network/lag.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCapabilities } from './capabilities.ts'
import { loadClasses } from './classes.ts'
import { loadFullMembers, type SharedInput } from './full-members.ts'
import { loadMetropoles } from './metropoles.ts'
import { loadStructures } from './structure.ts'
import { loadTies } from './ties.ts'

/** All that is told of pairs of states, from which a pair or all pairs of a day are read. */
export const loadPairs = async (world: Snapshot, input: SharedInput, years: Years) => ({
  members: await loadFullMembers(world, input, years),
  structures: await loadStructures(world),
  contiguity: await loadTies(world, 'cow-contiguity', input.yearCodes),
  alliances: await loadTies(world, 'cow-alliance', input.yearCodes),
  languages: await loadClasses(world, 'official-language'),
  regions: await loadClasses(world, 'm49-subregion'),
  metropoles: await loadMetropoles(world, input.yearCodes),
  capabilities: await loadCapabilities(world),
})
export type Pairs = Awaited<ReturnType<typeof loadPairs>>
