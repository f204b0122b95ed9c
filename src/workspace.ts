import { openLog, openReadModel } from './engines.ts'
import type { EventLog } from './log/port.ts'
import { unfinishedLoad, type UnfinishedLoad } from './log/unfinished-load.ts'
import { openWorld, type Clocks, type World } from './queries/world.ts'
import { catchUp, caughtUp, type Progress } from './readmodel/catch-up.ts'
import type { ReadModelEngine } from './readmodel/engine.ts'
import { inFolder, type Settings } from './settings.ts'
import { utcToday } from './time/today.ts'

export type { UnfinishedLoad }

/** A log and its read model, opened. */
export interface Workspace {
  readonly settings: Settings
  readonly log: EventLog
  readonly readModel: ReadModelEngine
  /** Brings the read model up to the head of the log; every command does so before it answers. */
  readonly catchUp: (progress?: Progress) => Promise<number>
  /** The world for one question, caught up. */
  readonly world: (clocks: Clocks) => Promise<World>
  /** What the log holds only a part of; undefined where it is whole. */
  readonly unfinished: () => Promise<UnfinishedLoad | undefined>
  readonly close: () => Promise<void>
}

/** Opens the log and the read model that the settings name; a folder's name means the embedded engines in it. */
export const openWorkspace = async (place: string | Settings): Promise<Workspace> => {
  const settings = typeof place === 'string' ? inFolder(place) : place
  const log = await openLog(settings)
  const readModel = await openReadModel(settings).catch(async (thrown: unknown) => {
    await log.close()
    throw thrown
  })
  const upToDate = (progress?: Progress) => catchUp(readModel, log, progress)
  return {
    settings,
    log,
    readModel,
    catchUp: upToDate,
    world: async (clocks) => {
      const { generation } = await caughtUp(readModel, log)
      return openWorld(generation.sql, await log.head(), clocks, utcToday())
    },
    unfinished: () => unfinishedLoad(log),
    close: async () => {
      await readModel.close()
      await log.close()
    },
  }
}
