import { writeSync } from 'node:fs'
import { openLog } from '../../../dist/src/engines.js'
import { catchUp } from '../../../dist/src/readmodel/catch-up.js'
import { openPostgresReadModel } from '../../../dist/src/readmodel/postgres/engine.js'
import { runProjector } from '../../../dist/src/readmodel/projector-loop.js'

/**
 * A process that can be killed: says on stdout, line by line, what it does. It halts where it is told to, whatever it holds open, and waits to be killed:
 * 'at' an event that it has just read, 'before' it commits a transaction, or 'after' it has committed one.
 */
const { work, read, logName, log: place, lease, halt } = JSON.parse(process.argv[2])

const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`)
let seen = 0
const reach = (moment) => {
  if (halt?.[moment] === undefined || seen < halt[moment]) return
  say({ kind: 'halted', ordinal: seen })
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120_000)
}

const opened = openPostgresReadModel(read, { logName, ...(lease === undefined ? {} : { lease }) })
await opened.migrate()
const engine = {
  ...opened,
  write: async (job) => {
    const result = await opened.write(async (writing) => {
      const done = await job(writing)
      reach('before')
      return done
    })
    reach('after')
    return result
  },
}
const stored = await openLog({ log: place, read, logName })
const log = {
  ...stored,
  readAll: async function* (options) {
    for await (const placed of stored.readAll(options)) {
      seen = placed.event.ordinal
      reach('at')
      yield placed
    }
  },
}

if (work === 'catch up') await catchUp(engine, log, (ordinal) => say({ kind: 'catching-up', ordinal }))
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
