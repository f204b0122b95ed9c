import { Migrator, type Kysely } from 'kysely'
import { migrations } from '../../migrations/index.ts'
import { NormtrailError, messageOf } from '../error.ts'
import type { Schema } from './schema.ts'

/** Brings the schema to the newest migration. */
export const migrate = async (sql: Kysely<Schema>): Promise<void> => {
  const migrator = new Migrator({ db: sql, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw new NormtrailError('unavailable', 'migration-failed', `the read model cannot be brought up to date: ${messageOf(error)}`, {
      cause: error,
      hint: 'The read model can always be thrown away: remove it and run `normtrail rebuild`.',
    })
}
