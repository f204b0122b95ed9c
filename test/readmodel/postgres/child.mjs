import { writeSync } from 'node:fs'
import { openSqliteLog } from '../../../dist/src/log/sqlite/log.js'
import { catchUp } from '../../../dist/src/readmodel/catch-up.js'
import { openPostgresReadModel } from '../../../dist/src/readmodel/postgres/engine.js'
import { runProjector } from '../../../dist/src/readmodel/projector-loop.js'

/** A process that can be killed: says on stdout, line by line, what it does. With `haltAt` it stops dead at that event, in its transaction, and waits to be killed. */
const [work, connection, logName, file, haltAt = 'never'] = process.argv.slice(2)

const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`)
const halt = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)

const engine = openPostgresReadModel(connection, { logName })
await engine.migrate()
const log = openSqliteLog(file)
if (work === 'catch up')
  await catchUp(engine, log, (ordinal) => {
    say({ kind: 'catching-up', ordinal })
    if (ordinal >= Number(haltAt)) halt()
  })
else {
  const stopping = new AbortController()
  await runProjector(engine, log, {
    signal: stopping.signal,
    onState: (state) => {
      say(state)
      if (work === 'project once' && state.kind === 'following') stopping.abort()
    },
  })
}
await engine.close()
await log.close()
say({ kind: 'closed' })
