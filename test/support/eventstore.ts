import { randomUUID } from 'node:crypto'
import { startServer } from '../log/eventstore/server/server.ts'

/** A server for logs: the one that NORMTRAIL_TEST_ESDB names, or a double of our own, in this process. */
export const startLogServer = async () => {
  const named = process.env.NORMTRAIL_TEST_ESDB ?? ''
  const double = named === '' ? await startServer() : undefined
  return {
    connection: double?.connection ?? named,
    /** A log that nobody else has, on a server that others may use. */
    freshLogName: () => `t${randomUUID().replaceAll('-', '').slice(0, 20)}`,
    stop: async () => double?.stop(),
  }
}

export type LogServer = Awaited<ReturnType<typeof startLogServer>>
