import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chunksOf, isWhole, type Chunk } from '../../src/exports/write-answer.ts'
import { formatsOf, type Format } from '../../src/exports/format.ts'
import { messageOf } from '../../src/common/error.ts'
import { exportLog, importLog } from '../../src/log/transfer.ts'
import { questions } from '../../src/queries/index.ts'
import type { Snapshot } from '../../src/queries/question/snapshot.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { questionNamed } from '../support/ask.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'
import { startPostgres, type TestServer } from '../support/postgres.ts'
import { askedOf, type Asked } from './asked.ts'

/**
 * The text of an answer in each of its formats but those made as a whole, which have what the others have; or why there
 * is none.
 */
const answersOf = async (world: Snapshot, { name, input }: Asked): Promise<readonly string[]> => {
  const question = questionNamed(name)
  try {
    const answer = await question.answer(world, question.input.parse(input))
    return formatsOf(question).flatMap((format) =>
      isWhole(format) ? [] : [textOf(chunksOf(question, answer, format), format)],
    )
  } catch (thrown) {
    return [`refused: ${messageOf(thrown)}`]
  }
}

/** Whether the suite is asked to move all files, not some of them. */
export const everything = process.env['NORMTRAIL_TEST_REAL_ON_SERVERS'] === 'all'

const textOf = (chunks: Iterable<Chunk>, format: Format): string => `${format}: ${[...chunks].join('')}`

/** Where two long texts part, with a little of both; undefined where they are the same. */
const parting = (one: string, other: string): { at: number; embedded: string; servers: string } | undefined => {
  if (one === other) return undefined
  let at = 0
  while (one[at] === other[at]) at += 1
  const from = Math.max(0, at - 80)
  return { at, embedded: one.slice(from, at + 160), servers: other.slice(from, at + 160) }
}

/**
 * Moves a log from SQLite to servers, as `log export` and `log import` do, and holds every answer of EventStoreDB and
 * PostgreSQL to that of the embedded engines, byte for byte. `score` is one that the log holds.
 */
export const sameAnswersOnServers = (
  from: () => Workspace,
  score: string,
  { least, milliseconds }: { least: number; milliseconds: number },
): void => {
  describe('moved to EventStoreDB and PostgreSQL', () => {
    let server: LogServer | undefined
    let postgres: TestServer | undefined
    let onServers: Workspace

    beforeAll(async () => {
      server = await startLogServer()
      postgres = await startPostgres()
      onServers = await openWorkspace({
        log: server.connection,
        read: postgres.connection,
        logName: server.freshLogName(),
      })
      await importLog(onServers.log, exportLog(from().log))
      await onServers.catchUp()
    }, milliseconds)
    afterAll(async () => {
      await onServers?.close()
      await postgres?.stop()
      await server?.stop()
    })

    it('they hold the same log: the move has checked every hash of its chain', async () => {
      const [there, here] = [await onServers.log.head(), await from().log.head()]
      expect({ ...there, position: undefined }).toEqual({ ...here, position: undefined })
      expect(there.ordinal).toBeGreaterThanOrEqual(least)
    })

    it(
      'their read model is what a rebuild makes',
      async () => {
        const { differences, events } = await verifyReadModel(onServers.readModel, onServers.log)
        expect(differences).toEqual([])
        expect(events).toBeGreaterThanOrEqual(least)
      },
      milliseconds,
    )

    it(
      'they give the same answers, byte for byte, to every question',
      async () => {
        const names = (await from().world({})).names
        const asked = askedOf(names, score)
        expect([...asked.keys()].toSorted()).toEqual(questions.map(({ name }) => name).toSorted())
        const counts = { answers: 0, refused: 0, bytes: 0 }
        for (const [name, rounds] of asked)
          for (const { clocks, inputs } of rounds) {
            const worlds = [await from().world(clocks), await onServers.world(clocks)] as const
            for (const input of inputs) {
              const [embedded, servers] = [
                await answersOf(worlds[0], { name, input }),
                await answersOf(worlds[1], { name, input }),
              ]
              const what = `${name} ${JSON.stringify({ ...input, ...clocks })}`
              expect(servers, what).toHaveLength(embedded.length)
              for (const [index, text] of embedded.entries()) {
                expect(parting(text, servers[index] ?? ''), what).toBeUndefined()
                counts.bytes += text.length
              }
              if (embedded[0]?.startsWith('refused') === true) counts.refused += 1
              else counts.answers += 1
            }
          }
        expect(counts.answers).toBeGreaterThan(400)
        expect(counts.refused).toBeLessThan(counts.answers / 10)
      },
      milliseconds,
    )
  })
}
