import type { Snapshot } from '../question/snapshot.ts'
import { coverageUnder, historyOf, lawOf, participantsOf } from '../treaties/treaty-law.ts'
import { normSubject } from './norm-subject.ts'
import type { StatusSubject } from './status-subject.ts'

/**
 * Loads a treaty or norm by id, code or name. Throws `unknown-subject`. `only`: a word that means both a treaty and a
 * norm means this one.
 */
export const loadSubject = async (world: Snapshot, word: string, only?: 'norm'): Promise<StatusSubject> => {
  const treaty = only === undefined ? world.names.lookUp('treaty', word, { day: world.asOf }) : undefined
  if (treaty !== undefined) return treatySubject(world, treaty)
  const norm = world.names.lookUp('norm', word, { day: world.asOf })
  if (norm !== undefined) return normSubject(world, norm)
  throw world.names.unknown(['treaty', 'norm'], word, { day: world.asOf })
}

const treatySubject = async (world: Snapshot, treaty: string): Promise<StatusSubject> => {
  const law = await lawOf(world, treaty)
  return {
    kind: 'treaty',
    id: treaty,
    name: law.terms.title,
    laws: [law],
    actors: participantsOf(law),
    historyOf: (actor) => historyOf(law, actor),
    coverageOf: (actor) => coverageUnder(law, actor),
  }
}
