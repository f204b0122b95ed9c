import type { Telling } from '../../holdings/telling.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import type { System } from '../../memberships/system-spells.ts'
import { membershipsTell } from './of-memberships.ts'
import type { Rests } from './rests.ts'

const lives = new Set(['StateEntered', 'StateEnded', 'StateSucceeded', 'SuccessionContested', 'SuccessionSettled'])

/** What tells when actors began, ended and followed one another: of some of them, or of all. */
export const livesTell = (isMeant: (actor: string) => boolean = () => true): readonly Telling[] => [
  { stream: 'state-', counts: ({ type, data }) => lives.has(type) && isMeant(String(data['actor'])) },
]

/** What tells who was in a state system, and when. The states of the United Nations are its members. */
export const systemTells = async (world: Snapshot, system: System): Promise<readonly Telling[]> => {
  const spells: Telling = {
    stream: 'state-',
    counts: ({ type, data }) => (type === 'StateEntered' || type === 'StateEnded') && data['system'] === system,
  }
  if (system !== 'un') return [spells]
  return [spells, ...livesTell(), ...(await membershipsTell(world, { only: ['un'] }))]
}

/** The codes and names by which a table knows states. */
const shown = new Set(['name', 'cow', 'gw', 'iso3'])

/** What tells how states are called, and what their numbers are. */
export const namesOfStatesTell = (isMeant: (state: string) => boolean): readonly Telling[] => [
  {
    stream: 'state-',
    counts: ({ stream, type, data }) => {
      if (!isMeant(stream.slice('state-'.length))) return false
      if (type === 'IdentifierMapped') return shown.has(String(data['scheme']))
      return type === 'ActorDefined' || type === 'StateRenamed'
    },
  },
]

/** What rests on the names and numbers of states, and on when they were in a system. */
export const onStates = (world: Snapshot, system: System, states: () => Promise<ReadonlySet<string>>): Rests => ({
  raw: false,
  on: async () => {
    const rows = await states()
    return [...namesOfStatesTell((state) => rows.has(state)), ...(await systemTells(world, system))]
  },
})
