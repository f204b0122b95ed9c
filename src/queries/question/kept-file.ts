import { hash } from 'node:crypto'
import { packFile, unpackFile, type Contents } from '../../common/packed-file.ts'
import { sources } from '../../package/version.ts'
import { policyOf } from './source-policy.ts'
import type { Snapshot } from './snapshot.ts'

/** Up to which event of a log something is known, and the hash of the log up to it. */
export interface Moment {
  readonly ordinal: number
  readonly prefix: string
}

/** What was kept of a moment in a file, and of which. */
export interface KeptFile extends Pick<Contents, 'small' | 'arrays'> {
  readonly moment: Moment
}

/**
 * All but the moment that decides what is made of the rows: what it is, whom to believe, which day stands for an
 * uncertain date, which organisations count, and the program that made it, whose shape of folds is part of it.
 */
export const wayOf = (world: Snapshot, what: string): string =>
  JSON.stringify([sources, what, policyOf(world), world.resolution ?? null, world.formality ?? 'formal'])

const nameOf = (way: string): string => hash('sha256', way, 'hex').slice(0, 16)

interface Key extends Moment {
  readonly way: string
}

/** What was kept in this way beside the read model, of whatever moment; undefined where that is nothing, or damaged. */
export const readKept = (world: Snapshot, what: string): KeptFile | undefined => {
  const way = wayOf(world, what)
  const file = world.beside?.read(nameOf(way))
  const found = file === undefined ? undefined : unpackFile(file)
  if (found === undefined) return undefined
  const { way: of, ordinal, prefix } = found.key as Key
  return of === way ? { moment: { ordinal, prefix }, small: found.small, arrays: found.arrays } : undefined
}

/** Keeps what was made of the world beside the read model, where something can be kept there. */
export const writeKept = (
  world: Snapshot,
  what: string,
  { small, arrays }: Pick<Contents, 'small' | 'arrays'>,
): void => {
  if (world.beside === undefined) return
  const way = wayOf(world, what)
  const key: Key = { way, ordinal: world.ordinal, prefix: world.prefix }
  world.beside.write(nameOf(way), packFile({ key, small, arrays }))
}

/** Whether a moment is one of this log, before the world's or after it. */
export const isOfThisLog = async (world: Snapshot, { ordinal, prefix }: Moment): Promise<boolean> => {
  const commit = await world.sql
    .selectFrom('commit_known')
    .select('prefix')
    .where('last_ordinal', '=', ordinal)
    .executeTakeFirst()
  return commit?.prefix === prefix
}
