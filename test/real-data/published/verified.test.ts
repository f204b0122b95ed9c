import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifyReadModel } from '../../../src/readmodel/verify.ts'
import { dataFolder } from '../../support/run/published.ts'
import { everything, sameAnswersOnServers } from '../on-servers.ts'
import { long, theLog } from './the-log.ts'

describe.skipIf(!existsSync(dataFolder))('the published files, loaded together', () => {
  const { workspace } = theLog()

  it(
    'leave a log that is whole, and a read model that a rebuild would make',
    async () => {
      expect((await workspace().log.verify()).broken).toEqual([])
      expect((await verifyReadModel(workspace().readModel, workspace().log)).differences).toEqual([])
    },
    long,
  )

  if (everything) sameAnswersOnServers(workspace, 'cirights:physint', { least: 700_000, milliseconds: 7_200_000 })
})
