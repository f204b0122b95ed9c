import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog } from '../../../dist/src/workspace/engines.js'
import { catchUp, caughtUp } from '../../../dist/src/readmodel/catch-up.js'

/**
 * A process that can be killed: says on stdout, line by line, what it does. It halts where it is told to, whatever it
 * holds open, and waits to be killed: 'at' an event that it has just read, 'before' it commits a transaction, or
 * 'after' it has committed one.
 */
const { work, read, logName, log: place, lease, halt, shape, batch } = JSON.parse(process.argv[2])

const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`)
let seen = 0
const reach = (moment) => {
  if (halt?.[moment] === undefined || seen < halt[moment]) return
  say({ kind: 'halted', ordinal: seen })
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120_000)
}

// What a process needs is loaded by it alone: many are started, and most of their time is this.
const load = {
  sqlite: () => import('../../../dist/src/readmodel/sqlite/engine.js'),
  postgres: () => import('../../../dist/src/readmodel/postgres/engine.js'),
  rebuild: () => import('../../../dist/src/readmodel/rebuild.js'),
  projector: () => import('../../../dist/src/readmodel/projector-loop.js'),
  treaty: () => import('../../../dist/src/queries/treaties/treaty.js'),
  snapshot: () => import('../../../dist/src/queries/question/snapshot.js'),
}

const opening = { logName, ...(lease !== undefined && { lease }), ...(shape !== undefined && { shape }) }
const opened = await (read.startsWith('sqlite:')
  ? (await load.sqlite()).openSqliteReadModel(read.slice('sqlite:'.length), opening)
  : (await load.postgres()).openPostgresReadModel(read, opening))
const halting = (generation) => ({
  ...generation,
  write: async (job) => {
    const result = await generation.write(async (writing) => {
      const done = await job(writing)
      reach('before')
      return done
    })
    reach('after')
    return result
  },
})
const engine = {
  ...opened,
  get generation() {
    return halting(opened.generation)
  },
  build: (job) => opened.build((generation) => job(halting(generation))),
}
const stored = await openLog({ log: place, read, logName })
const log = {
  ...stored,
  readAll: async function* (options) {
    let taken = 0
    for await (const placed of stored.readAll(options)) {
      seen = placed.event.ordinal
      reach('at')
      yield placed
      taken += 1
      // A transaction ends where no more events come, and the next one goes on from there.
      if (batch !== undefined && taken >= batch && placed.endsCommit) return
    }
  },
}

/**
 * Asks the same question again and again, until it is killed, with a rest between: who asks without one takes the
 * processor from those whose work is looked at.
 */
const ask = async () => {
  const [{ treaty }, { openSnapshot }] = await Promise.all([load.treaty(), load.snapshot()])
  for (;;) {
    const { generation } = await caughtUp(opened, log)
    const world = await openSnapshot(generation.sql, { asOf: '2000-01-01' }, new Date())
    const { ordinal, signatories } = await treaty.answer(world, treaty.input.parse({ treaty: 'toy' }))
    say({ kind: 'answer', ordinal, count: signatories.count, generation: generation.name })
    await sleep(25)
  }
}

if (work === 'ask') await ask()
else if (work === 'rebuild')
  await (await load.rebuild()).rebuild(engine, log, (ordinal) => say({ kind: 'catching-up', ordinal }))
else if (work === 'catch up') await catchUp(engine, log, (ordinal) => say({ kind: 'catching-up', ordinal }))
else {
  const { runProjector } = await load.projector()
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
