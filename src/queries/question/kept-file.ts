import { readKeptFile, writeKeptFile, type KeptFile, type Moment } from '../../common/kept-file.ts'
import { sources } from '../../package/version.ts'
import { policyOf } from './source-policy.ts'
import type { Snapshot } from './snapshot.ts'

export type { Moment } from '../../common/kept-file.ts'

/**
 * All but the moment that decides what is made of the rows: what it is, whom to believe, which day stands for an
 * uncertain date, which organisations count, and the program that made it, whose shape of folds is part of it.
 */
export const wayOf = (world: Snapshot, what: string): string =>
  JSON.stringify([sources, what, policyOf(world), world.resolution ?? null, world.formality ?? 'formal'])

/**
 * What was kept in this way beside the read model, of whatever moment; undefined where that is nothing, or damaged. Of
 * a world that is asked without something nothing is kept there: few ask for the same twice.
 */
export const readKept = (world: Snapshot, what: string): KeptFile | undefined =>
  world.without === undefined ? readKeptFile(world.beside, wayOf(world, what)) : undefined

/** Keeps what was made of the world beside the read model, where something can be kept there. */
export const writeKept = (world: Snapshot, what: string, made: Pick<KeptFile, 'small' | 'arrays'>): void => {
  if (world.without === undefined) writeKeptFile(world.beside, wayOf(world, what), { moment: world, ...made })
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
