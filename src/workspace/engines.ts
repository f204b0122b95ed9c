import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NormtrailError, notFound } from '../common/error.ts'
import { fileOf, type Settings } from './settings.ts'
import type { TokenStore } from '../access/token-store.ts'
import type { EventLog } from '../log/port.ts'
import type { ReadModelEngine } from '../readmodel/engine.ts'
import type { Look } from '../readmodel/standing.ts'
import { shapeOfThisVersion } from '../readmodel/schema-fingerprint.ts'

/** Opens the log on the engine that the settings name. An engine's client is loaded only when it is asked for. */
export const openLog = async ({ log, logName }: Settings): Promise<EventLog> => {
  const file = fileOf(log)
  if (file !== undefined) return (await import('../log/sqlite/log.ts')).openSqliteLog(file)
  return (await import('../log/eventstore/log.ts')).openEventStoreLog(log, { logName })
}

/** The log that is there, for whoever only asks: a question makes no log. Throws `no-log`. */
export const openLogThere = async (settings: Settings): Promise<EventLog> => {
  const file = fileOf(settings.log)
  if (file === undefined || existsSync(file)) return openLog(settings)
  refuseNoFolder(dirname(file), file)
  throw notFound('no-log', `there is no log at ${file}.`, {
    hint: 'Load something, such as `import bundled`; or name the place where the log is.',
  })
}

/**
 * Opens the read model on the engine that the settings name: its generation of the shape that this version makes.
 * `anew` does without one that is damaged, and gives another that is yet to be filled.
 */
export const openReadModel = async (
  { read, logName }: Settings,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<ReadModelEngine> => {
  const file = fileOf(read)
  if (file !== undefined) return (await import('../readmodel/sqlite/engine.ts')).openSqliteReadModel(file, { anew })
  return (await import('../readmodel/postgres/engine.ts')).openPostgresReadModel(read, { logName, anew })
}

/**
 * The read model at a file as it stands, where nothing can be written; undefined where none of this version's shape
 * serves.
 */
export const openStandingReadModel = async (file: string): Promise<ReadModelEngine | undefined> =>
  (await import('../readmodel/sqlite/read-only.ts')).openReadOnlyReadModel(file, await shapeOfThisVersion())

/** The log as it stands; undefined where there is none yet. Nothing is made by looking. */
export const lookAtLog = async (settings: Settings): Promise<EventLog | undefined> => {
  const file = fileOf(settings.log)
  if (file === undefined) return openLog(settings)
  if (existsSync(file)) return (await import('../log/sqlite/log.ts')).openSqliteLog(file, { readOnly: true })
  refuseNoFolder(dirname(file), file)
  return undefined
}

/** A folder that could be made for a file: nothing stands in its way. */
const refuseNoFolder = (folder: string, file: string): void => {
  const above = dirname(folder)
  if (!existsSync(folder)) return above === folder ? undefined : refuseNoFolder(above, file)
  if (statSync(folder).isDirectory()) return
  throw new NormtrailError('unavailable', 'cannot-open', `${file} cannot be opened: ${folder} is a file, not a folder.`)
}

/** The read model as it stands. Nothing is made by looking. */
export const lookAtReadModel = async ({ read, logName }: Settings): Promise<Look> => {
  const file = fileOf(read)
  const shape = await shapeOfThisVersion()
  if (file !== undefined) return (await import('../readmodel/sqlite/read-only.ts')).lookAtFile(file, shape)
  return (await import('../readmodel/postgres/look.ts')).lookAtPostgres(read, logName, shape)
}

/**
 * The tokens that are good for a log. On PostgreSQL they stand beside the read model, for all who share it; else in the
 * folder of the log, or, where that is on a server, of the read model.
 */
export const openTokens = async ({ log, read, logName }: Settings): Promise<TokenStore> => {
  const file = fileOf(read) === undefined ? undefined : (fileOf(log) ?? fileOf(read))
  if (file !== undefined)
    return (await import('../access/tokens-in-file.ts')).tokensInFile(join(dirname(file), 'access.json'))
  return (await import('../access/tokens-in-postgres.ts')).tokensInPostgres(read, logName)
}
