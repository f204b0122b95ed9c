import { join } from 'node:path'
import type { EventLog } from './log/port.ts'
import { openSqliteLog } from './log/sqlite/log.ts'
import { openWorld, type Clocks, type World } from './queries/world.ts'
import { catchUp, type Progress } from './readmodel/catch-up.ts'
import type { ReadModelEngine } from './readmodel/engine.ts'
import { openSqliteReadModel } from './readmodel/sqlite/engine.ts'
import { utcToday } from './time/today.ts'

/** A log and its read model, opened. */
export interface Workspace {
  readonly folder: string
  readonly log: EventLog
  readonly readModel: ReadModelEngine
  /** Brings the read model up to the head of the log; every command does so before it answers. */
  readonly catchUp: (progress?: Progress) => Promise<number>
  /** The world for one question, caught up. */
  readonly world: (clocks: Clocks) => Promise<World>
  readonly close: () => Promise<void>
}

/** Opens (or makes) the log and the read model of a data folder. */
export const openWorkspace = async (folder: string): Promise<Workspace> => {
  const log = openSqliteLog(join(folder, 'log.sqlite'))
  const readModel = openSqliteReadModel(join(folder, 'read.sqlite'))
  await readModel.migrate()
  const upToDate = (progress?: Progress) => catchUp(readModel, log, progress)
  return {
    folder,
    log,
    readModel,
    catchUp: upToDate,
    world: async (clocks) => {
      await upToDate()
      return openWorld(readModel.sql, await log.head(), clocks, utcToday())
    },
    close: async () => {
      await readModel.close()
      await log.close()
    },
  }
}
