import type { ReadModelEngine } from '../engine.ts'
import { engineOn } from '../generations.ts'
import { shapeOfThisVersion } from '../schema-fingerprint.ts'
import { leadIn } from './leader-election.ts'
import { defaultLease } from './lease.ts'
import { defaultLogName, schemaOf } from './log-name.ts'
import { serverAt } from './server.ts'
import { storageOn } from './storage.ts'

/**
 * Opens a read model that many processes share: `postgres://user:password@host:5432/database`, with schemas for each
 * log. Needs sessions that last: a pooler that hands out transactions loses the settings of each connection.
 */
export const openPostgresReadModel = async (
  connection: string,
  options: { logName?: string; lease?: number; shape?: string; anew?: boolean } = {},
): Promise<ReadModelEngine> => {
  const logName = schemaOf(options.logName ?? defaultLogName)
  const lease = options.lease ?? defaultLease
  const shape = options.shape ?? (await shapeOfThisVersion())
  const storage = await storageOn(connection, logName, lease)
  try {
    return await engineOn(
      { ...storage, lead: leadIn(serverAt(connection, logName, logName), `${logName} ${shape}`, lease) },
      shape,
      options.anew,
    )
  } catch (thrown) {
    await storage.close()
    throw thrown
  }
}
