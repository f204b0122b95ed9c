import { openLog, openLogThere } from './engines.ts'
import type { EventLog } from '../log/port.ts'
import { unfinishedLoad, type UnfinishedLoad } from '../log/unfinished-load.ts'
import { openSnapshot, type Clocks, type Snapshot } from '../queries/question/snapshot.ts'
import { broughtUpElsewhere, catchUp, caughtUp, checkLog } from '../readmodel/catch-up.ts'
import { readCheckpoint } from '../readmodel/same-log.ts'
import type { Progress } from '../readmodel/fill.ts'
import { anewInUse, isDamagedReadModel, openInUse, type Opening } from './read-model-in-use.ts'
import type { ReadModelEngine } from '../readmodel/engine.ts'
import { inFolder, type Settings } from './settings.ts'

export { isDamagedReadModel }
export type { Opening, UnfinishedLoad }

/** A log and its read model, opened. */
export interface Workspace {
  readonly settings: Settings
  /** Where another thread finds the same log and the same read model. */
  readonly places: () => Settings
  readonly log: EventLog
  readonly readModel: ReadModelEngine
  /** Throws `another-log` where the read model in use was made from another log than this one. */
  readonly check: () => Promise<void>
  /** Brings the read model up to the head of the log; every command does so before it answers. */
  readonly catchUp: (progress?: Progress) => Promise<number>
  /** Work with the read model; where that turns out to be damaged, and may be mended, once more with another. */
  readonly mending: <T>(work: () => Promise<T>) => Promise<T>
  /** The world for one question, caught up; where another thread does that, at least up to an ordinal. */
  readonly world: (clocks: Clocks, atLeast?: number) => Promise<Snapshot>
  /** The ordinals at which the log and the read model that serves stand; nothing is brought up by asking. */
  readonly standing: () => Promise<{ readonly log: number; readonly readModel: number }>
  /** What the log holds only a part of; undefined where it is whole. */
  readonly unfinished: () => Promise<UnfinishedLoad | undefined>
  readonly close: () => Promise<void>
}

const settingsOf = (place: string | Settings): Settings => (typeof place === 'string' ? inFolder(place) : place)

/** Work with the log alone, whatever has become of the read model; with one that is there. Throws `no-log`. */
export const withLog = async <T>(place: string | Settings, work: (log: EventLog) => Promise<T>): Promise<T> => {
  const log = await openLogThere(settingsOf(place))
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}

/**
 * Opens the log and the read model that the settings name; a folder's name means the embedded engines in it. Throws
 * `no-log` for whoever only asks.
 */
export const openWorkspace = async (
  place: string | Settings,
  { clock = () => new Date(), ...opening }: Opening & { readonly clock?: () => Date } = {},
): Promise<Workspace> => {
  const settings = settingsOf(place)
  const log = await (opening.onlyAsks === true ? openLogThere(settings) : openLog(settings))
  let inUse = await openInUse(settings, log, opening).catch(async (thrown: unknown) => {
    await log.close()
    throw thrown
  })
  const mending: Workspace['mending'] = async (work) => {
    try {
      return await work()
    } catch (thrown) {
      if (opening.mends !== true || !isDamagedReadModel(thrown)) throw thrown
      await inUse.close().catch(() => undefined)
      inUse = await anewInUse(settings, opening)
      return work()
    }
  }
  return {
    settings,
    places: () => inUse.settings,
    log,
    get readModel() {
      return inUse.engine
    },
    mending,
    check: () => mending(() => checkLog(inUse.engine, log)),
    catchUp: (progress) => mending(() => catchUp(inUse.engine, log, progress)),
    world: async (clocks, atLeast = 0) => {
      const { generation } =
        opening.projects === false
          ? { generation: await broughtUpElsewhere(inUse.engine, log, atLeast) }
          : await caughtUp(inUse.engine, log)
      return openSnapshot(generation.sql, clocks, clock(), generation.beside)
    },
    standing: async () => {
      const { ordinal: readModel } = await mending(async () => {
        await checkLog(inUse.engine, log)
        return readCheckpoint(inUse.engine.sql)
      })
      // Asked last: the read model never stands beyond it.
      return { log: (await log.head()).ordinal, readModel }
    },
    unfinished: () => unfinishedLoad(log),
    close: async () => {
      await inUse.close()
      await log.close()
    },
  }
}
