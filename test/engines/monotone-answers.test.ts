import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEventStoreLog } from '../../src/log/eventstore/log.ts'
import { questions } from '../../src/queries/index.ts'
import { openSnapshot } from '../../src/queries/question/snapshot.ts'
import { record } from '../support/a-read-model.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'
import { said } from '../support/recorded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'
import { waitFor } from '../support/wait-for.ts'
import { aChild } from '../readmodel/postgres/a-child.ts'
import { joined } from '../readmodel/postgres/histories.ts'
import { onPostgres } from '../readmodel/postgres/on-postgres.ts'
import { anApi } from './an-api.ts'
import { pollersThatKnow, type Polled } from './poller.ts'

const kills = 3
/** A projector is killed after at most so many commits; sooner where it has halted in its work. */
const commitsOfOne = 6
/** A commit: one signature, and memberships in a stream of their own for the projector to fold. */
const memberships = 30

const postgres = onPostgres()

describe('while a writer appends, and projectors are killed and replaced by their standby', () => {
  let server: LogServer
  beforeAll(async () => {
    server = await startLogServer()
  })
  afterAll(() => server.stop())

  it('no answer of an API process falls behind an earlier one, nor behind what was written before', async () => {
    const settings = { log: server.connection, read: postgres.server().connection, logName: server.freshLogName() }
    const log = openEventStoreLog(settings.log, settings)
    const engine = await postgres.engine(settings.logName)

    /** What the writer was told: the ordinal of each commit, and how many had signed then. */
    const signedAt = new Map<number, number>()
    let acknowledged = await record(log, ...aTreaty().said())
    signedAt.set(acknowledged, 0)
    const sign = async (): Promise<void> => {
      const nth = signedAt.size
      // In the middle of the append an answer may know it before the writer does.
      const next = acknowledged + 1 + memberships
      signedAt.set(next, nth)
      acknowledged = await record(
        log,
        said('treaty-toy', 'TreatySigned', '1988-04-18', { actor: `s${nth}` }),
        ...Array.from({ length: memberships }, (_, index) => joined(`toy${nth}`, `a${index}`)),
      )
      expect(acknowledged).toBe(next)
    }

    const poll = pollersThatKnow(() => acknowledged)
    const treaty = questions.find(({ name }) => name === 'treaty')
    const apis = [await anApi(settings), await anApi(settings)]
    const pollers = [
      ...apis.flatMap((api, index) =>
        [1, 2].map(() => ({
          who: `API ${index + 1}`,
          ask: () => api.ask<Polled>('/v1/treaty/toy?asOf=2000-01-01'),
        })),
      ),
      {
        // Does not catch up by itself: it waits for the position that the writer was given, whoever projects it.
        who: 'reader',
        ask: async () => {
          await waitFor(engine, acknowledged, { timeout: 120_000 })
          const world = await openSnapshot(engine.sql, { asOf: '2000-01-01' }, new Date())
          return (await treaty?.answer(world, treaty.input.parse({ treaty: 'toy' }))) as Polled
        },
      },
    ].map(({ who, ask }) => poll(who, ask))

    const project = (haltAt: number) => aChild({ ...settings, work: 'project', halt: { before: haltAt } })
    const haltedBy = (child: ReturnType<typeof aChild>) => child.said.some(({ kind }) => kind === 'halted')
    let leader = project(100)
    await leader.until(({ kind }) => kind === 'following')
    for (let killed = 0; killed < kills; killed += 1) {
      const standby = project(acknowledged + 4 * (1 + memberships))
      await standby.until(({ kind }) => kind === 'standby')
      for (let commit = 0; commit < commitsOfOne && !haltedBy(leader); commit += 1) {
        await sign()
        await Promise.race([
          Promise.all(pollers.map((poller) => poller.another())),
          leader.until(({ kind }) => kind === 'halted'),
        ])
      }
      expect(standby.said.map(({ kind }) => kind)).toEqual(['standby'])
      await leader.kill()
      await sign()
      await standby.until(({ kind }) => kind !== 'standby')
      leader = standby
    }
    await leader.kill()
    await Promise.all(pollers.map((poller) => poller.another()))

    const polls = await Promise.all(pollers.map((poller) => poller.stop()))
    for (const { who, answers } of polls) {
      expect(answers.length, `${who} was asked often enough`).toBeGreaterThanOrEqual(4 * kills)
      for (const { ordinal, signatories, floor, written } of answers) {
        expect(ordinal, `${who} fell behind its own answer`).toBeGreaterThanOrEqual(floor)
        expect(ordinal, `${who} did not know what had been written`).toBeGreaterThanOrEqual(written)
        expect(signatories.count, `${who} answered as of event ${ordinal}`).toBe(signedAt.get(ordinal))
      }
      expect(answers.at(-1)?.ordinal).toBe(acknowledged)
    }
    for (const api of apis) expect(await api.stop()).toBe(0)
    await postgres.expectAsRebuilt(engine, log)
    await log.close()
  })
})
