import { startServer } from '../../test/log/eventstore/server/server.ts'
import { startPostgres } from '../../test/support/postgres.ts'

/**
 * A server in a process of its own. It says where it is, and ends when whoever started it is gone, however that came
 * about.
 */
const starts: Readonly<
  Record<string, () => Promise<{ readonly connection: string; readonly stop: () => Promise<void> }>>
> = {
  log: startServer,
  postgres: startPostgres,
}

const [, , kind = ''] = process.argv
const start = starts[kind]
if (start === undefined || process.send === undefined) throw new Error(`no stand-in "${kind}"`)
const server = await start()
process.once('disconnect', () => void server.stop().finally(() => process.exit()))
process.send({ connection: server.connection })
