import type { Years } from '../../network/lag.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { membershipsTell } from './of-memberships.ts'
import type { Rests } from './rests.ts'

/** What rests on who stood in organisations, and on how these are called; raw, where it is said as it is told. */
export const onOrganisations = (world: Snapshot, years: Years, raw: boolean): Rests => ({
  raw,
  on: () => membershipsTell(world, { years, named: true }),
})
