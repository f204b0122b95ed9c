import { randomUUID } from 'node:crypto'
import { describe } from 'vitest'
import { openEventStoreLog } from '../../src/log/eventstore/log.ts'
import { behaviourTable } from './behaviour/table.ts'
import { logContract } from './contract.ts'

/**
 * The same suites against a real server. It may be shared: every test has a log of its own, and none stops the server.
 */
const connection = process.env['NORMTRAIL_TEST_ESDB'] ?? ''

describe.skipIf(connection === '')(
  connection === '' ? 'no real server: name one with NORMTRAIL_TEST_ESDB=esdb://host:2113?tls=false' : 'a real server',
  () => {
    behaviourTable('it', () => ({ connection }))
    logContract('the log on it', async () => {
      const logName = `t${randomUUID().replaceAll('-', '')}`
      return { open: async () => openEventStoreLog(connection, { logName }), dispose: async () => undefined }
    })
  },
)
