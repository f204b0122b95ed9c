import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifyReadModel } from '../../../src/readmodel/verify.ts'
import { dataFolder } from '../../support/run/published.ts'
import { expectNothingNew } from '../loaded-again.ts'
import { everything, sameAnswersOnServers } from '../on-servers.ts'
import { long, theLog } from './the-log.ts'

/** All rows of all files: with NORMTRAIL_TEST_REAL_ON_SERVERS=all. `loaded-again.test.ts` has a part of them. */
describe.skipIf(!existsSync(dataFolder) || !everything)('the published files, loaded together', () => {
  const { workspace } = theLog()

  it(
    'leave a log that is whole, and a read model that a rebuild would make',
    async () => {
      expect((await workspace().log.verify()).broken).toEqual([])
      expect((await verifyReadModel(workspace().readModel, workspace().log)).differences).toEqual([])
    },
    long,
  )

  it('loaded again append nothing', () => expectNothingNew(workspace(), dataFolder), long)

  sameAnswersOnServers(workspace, 'cirights:physint', { least: 700_000, milliseconds: 7_200_000 })
})
