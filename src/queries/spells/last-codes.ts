import { addDays, type Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** The code of a state in a scheme on the last day on which it had one; null where it never did. */
const lastCode = ({ names }: Snapshot, state: string, scheme: string): string | null => {
  const ends = names
    .meaningsOf('state', state)
    .filter((meaning) => meaning.scheme === scheme)
    .map(({ to }) => to)
  const last = addDays(Math.max(...ends) as Day, -1)
  return ends.length === 0 ? null : (names.codeOf('state', state, scheme, last) ?? null)
}

/** What a state is called in tables that do not go by the year: its name, and the codes that it had last. */
export const lastCodes = (world: Snapshot, state: string) => {
  const cow = lastCode(world, state, 'cow')
  return {
    state,
    name: world.names.nameOf('state', state),
    cow: cow === null ? null : Number(cow),
    iso3: lastCode(world, state, 'iso3'),
  }
}
