// A writer in a process of its own: appends to a stream of its own, then prints the ids in the order in which it sent
// them. It has no process.exit: that it ends at all shows that a closed log leaves nothing behind.
import { randomUUID } from 'node:crypto'

const [built, connection, logName, kind, stream, count] = process.argv.slice(2)
const { openEventStoreLog } = await import(`${built}/src/log/eventstore/log.js`)
const { seal } = await import(`${built}/src/events/seal.js`)

const anEvent = () =>
  seal({
    id: randomUUID(),
    type: 'TreatySigned',
    schemaVersion: 1,
    occurred: '1988-04-18',
    confidence: 'certain',
    sources: [{ citation: 'A treaty collection, for tests', kind: 'depositary' }],
    data: { actor: 'usa' },
  })

const log = openEventStoreLog(connection, { logName, deadline: 300 })
const recordedBy = `process ${process.pid}`
const ids = []

if (kind === 'appends')
  for (let revision = -1; revision < Number(count) - 1; revision += 1) {
    const event = anEvent()
    ids.push(event.id)
    await log.appendCommit([{ stream, expected: revision < 0 ? 'no-stream' : revision, events: [event] }], {
      recordedBy,
    })
  }

if (kind === 'import') {
  // Never comes to its end: it says how far it is, and is killed.
  async function* parts() {
    for (let index = 0; index < Number(count); index += 1) {
      yield { stream: `${stream}-${index}`, expected: 'no-stream', events: [anEvent(), anEvent()] }
      if (index === 3) process.stdout.write('under way\n')
    }
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  }
  await log.appendCommit(parts(), { recordedBy })
}

await log.close()
process.stdout.write(JSON.stringify(ids))
