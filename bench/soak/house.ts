import type { EventLog } from '../../src/log/port.ts'
import type { ReadModelEngine } from '../../src/readmodel/engine.ts'
import { openLog, openReadModel } from '../../src/workspace/engines.ts'
import type { Settings } from '../../src/workspace/settings.ts'
import { startChild, type Child } from './child.ts'

/** All that runs during a soak: the processes, and our own look at the log and the read model. */
export interface House {
  readonly settings: Settings
  readonly projector: Child
  readonly apis: readonly { readonly child: Child; readonly address: string }[]
  readonly log: EventLog
  /** For looking only: the soak itself never catches up. */
  readonly readModel: ReadModelEngine
}

/** What was started or opened, to be ended in any case: the last first. */
export type Leave = (ending: () => Promise<unknown> | void) => void

/** Brings the bundled case in, so that there is something to ask, and starts two API processes and a projector. */
export const openHouse = async (settings: Settings, leave: Leave): Promise<House> => {
  const env = { NORMTRAIL_LOG: settings.log, NORMTRAIL_READ: settings.read, NORMTRAIL_LOG_NAME: settings.logName }
  const start = (name: string, ...args: readonly string[]): Child => {
    const child = startChild(name, args, env)
    leave(() => child.kill())
    return child
  }
  const imported = start('import', 'import', 'bundled')
  const code = await imported.ended
  if (code !== 0) throw new Error(`import bundled ended with ${code}: ${imported.errors.join('\n')}`)
  const projector = start('projector', 'projector')
  const apis = await Promise.all(
    ['api-1', 'api-2'].map(async (name) => {
      const child = start(name, 'serve', '--port', '0')
      return { child, address: await child.said('Listening on ') }
    }),
  )
  await projector.said('following:')
  const log = await openLog(settings)
  leave(() => log.close())
  // The first look at a log reads all of it: that is no part of the load.
  await log.head()
  const readModel = await openReadModel(settings)
  leave(() => readModel.close())
  return { settings, projector, apis, log, readModel }
}
