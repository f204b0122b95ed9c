import { expect, it } from 'vitest'
import { streamsKept } from '../../src/ingest/backdated/streams-kept.ts'
import type { EventLog } from '../../src/log/port.ts'
import { joined } from '../readmodel/postgres/histories.ts'
import { aReadModel } from '../support/a-read-model.ts'
import { collect } from '../support/collect.ts'

it('a stream that is kept is what the log holds, and of it only what is new is read', async () => {
  const { log, record, dispose } = await aReadModel()
  let read = 0
  const counting: Pick<EventLog, 'readStream'> = {
    async *readStream(stream, options) {
      for await (const event of log.readStream(stream, options)) {
        read += 1
        yield event
      }
    },
  }
  const kept = streamsKept(counting)
  expect(await collect(kept.readStream('igo-toy'))).toEqual([])
  for (const actors of [['a', 'b', 'c'], ['d'], [], ['e', 'f']]) {
    if (actors.length > 0)
      await record(...actors.map((actor) => joined('toy', actor)), joined('other', actors.join('')))
    for (const stream of ['igo-toy', 'igo-other'])
      expect(await collect(kept.readStream(stream))).toEqual(await collect(log.readStream(stream)))
  }
  expect(read).toBe(6 + 3)
  expect(await collect(kept.readStream('igo-toy', { limit: 1 }))).toMatchObject([{ data: { actor: 'a' } }])

  // What is more than is kept is read again.
  await record(...Array.from({ length: 20_001 }, (_, index) => joined('large', `a${index}`)))
  expect(await collect(kept.readStream('igo-large'))).toHaveLength(20_001)
  expect(await collect(kept.readStream('igo-toy'))).toEqual(await collect(log.readStream('igo-toy')))
  expect(await collect(kept.readStream('igo-large'))).toEqual(await collect(log.readStream('igo-large')))
  await dispose()
})
