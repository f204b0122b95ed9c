import { metropoleRelations } from '../../channels/colony.ts'
import type { Telling } from '../../holdings/telling.ts'
import type { Years } from '../../network/lag.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { heldBy } from './of-exposure.ts'
import { claimsTell } from './of-claims.ts'
import { claimsOfMembershipsTell, membershipsTell } from './of-memberships.ts'
import { attributesTell } from './of-years.ts'

interface Read {
  readonly years: Years
  readonly excludeImputed: boolean
  readonly excludeSuspended: boolean
}

const cinc = 'cow-nmc-cinc'

const sharedTells = async (world: Snapshot, read: Read): Promise<readonly Telling[]> => [
  ...(await membershipsTell(world, {
    years: read.years,
    imputed: read.excludeImputed,
    suspended: read.excludeSuspended,
  })),
  ...(await claimsOfMembershipsTell(world)),
]

const structureTells = ({ years }: Read): readonly Telling[] =>
  ['mia-pooling', 'mia-delegation'].flatMap((id) => attributesTell(id, years))

/** What tells a column of two states, by how its name begins. The first that fits counts. */
const byName: readonly (readonly [
  begins: string,
  tells: (world: Snapshot, read: Read) => readonly Telling[] | Promise<readonly Telling[]>,
])[] = [
  ['contiguity', (_, { years }) => heldBy('relation', ['cow-contiguity'], years)],
  ['alliances', (_, { years }) => heldBy('relation', ['cow-alliance'], years)],
  ['same_language', (_, { years }) => heldBy('classification', ['official-language'], years)],
  ['language', (_, { years }) => heldBy('classification', ['official-language'], years)],
  ['same_region', (_, { years }) => heldBy('classification', ['m49-subregion'], years)],
  ['region', (_, { years }) => heldBy('classification', ['m49-subregion'], years)],
  ['same_metropole', (_, { years }) => heldBy('relation', metropoleRelations, years)],
  ['metropole', (_, { years }) => heldBy('relation', metropoleRelations, years)],
  ['cinc', (_, { years }) => [...attributesTell(cinc, years), ...claimsTell('attributes', (id) => id === cinc)]],
  ['shared_structured', async (world, read) => [...(await sharedTells(world, read)), ...structureTells(read)]],
  ['structured', async (world, read) => [...(await sharedTells(world, read)), ...structureTells(read)]],
]

/** What tells a column of `panel dyads`: else of the memberships that two states share. */
export const dyadTells = async (world: Snapshot, column: string, read: Read): Promise<readonly Telling[]> => {
  const found = byName.find(([begins]) => column.startsWith(begins))
  return found === undefined ? sharedTells(world, read) : found[1](world, read)
}
