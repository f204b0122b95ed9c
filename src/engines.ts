import { fileOf, type Settings } from './settings.ts'
import type { EventLog } from './log/port.ts'
import type { ReadModelEngine } from './readmodel/engine.ts'

/** Opens the log on the engine that the settings name. An engine's client is loaded only when it is asked for. */
export const openLog = async ({ log, logName }: Settings): Promise<EventLog> => {
  const file = fileOf(log)
  if (file !== undefined) return (await import('./log/sqlite/log.ts')).openSqliteLog(file)
  return (await import('./log/eventstore/log.ts')).openEventStoreLog(log, { logName })
}

/** Opens the read model on the engine that the settings name: its generation of the shape that this version makes. */
export const openReadModel = async ({ read, logName }: Settings): Promise<ReadModelEngine> => {
  const file = fileOf(read)
  if (file !== undefined) return (await import('./readmodel/sqlite/engine.ts')).openSqliteReadModel(file)
  return (await import('./readmodel/postgres/engine.ts')).openPostgresReadModel(read, { logName })
}
