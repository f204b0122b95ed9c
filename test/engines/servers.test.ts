import { randomUUID } from 'node:crypto'
import { ask } from '../../src/queries/question/ask.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importBundled } from '../../src/ingest/index.ts'
import { exportLog, importLog } from '../../src/log/transfer.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { startServer, type TestServer } from '../log/eventstore/server/server.ts'
import { ask as answered } from '../ingest/a-workspace.ts'
import { importScores } from '../ingest/scores.ts'
import { questionNamed } from '../support/ask.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'
import { startPostgres } from '../support/postgres.ts'

/**
 * The whole house on servers: EventStoreDB for the log, PostgreSQL for the read model, against the embedded engines.
 * The log's server is a double of our own, or the one that NORMTRAIL_TEST_ESDB names.
 */
describe('EventStoreDB and PostgreSQL', () => {
  let folder: string
  let double: TestServer | undefined
  let postgres: Awaited<ReturnType<typeof startPostgres>>
  let embedded: Workspace
  let onServers: Workspace
  /** The log of the embedded engine. */
  let exported: readonly string[]

  const options = { recordedBy: 'a test', dryRun: false, skipBadRows: false }
  const linesOf = async (workspace: Workspace): Promise<readonly string[]> => {
    const lines: string[] = []
    for await (const line of exportLog(workspace.log)) lines.push(line)
    return lines
  }
  async function* from(lines: readonly string[]): AsyncIterable<string> {
    for (const line of lines) yield line.trimEnd()
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-engines-'))
    await copyBundledCaseTo(folder)
    embedded = await openWorkspace(folder)
    const named = process.env.NORMTRAIL_TEST_ESDB ?? ''
    double = named === '' ? await startServer() : undefined
    postgres = await startPostgres()
    onServers = await openWorkspace({
      log: double?.connection ?? named,
      read: postgres.connection,
      logName: `t${randomUUID().replaceAll('-', '').slice(0, 20)}`,
    })
    exported = await linesOf(embedded)
    await importLog(onServers.log, from(exported))
    await embedded.catchUp()
    await onServers.catchUp()
  })

  afterAll(async () => {
    await onServers?.close()
    await embedded?.close()
    await postgres?.stop()
    await double?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('hold the same log, byte for byte, after a move', async () => {
    expect(await linesOf(onServers)).toEqual(exported)
    expect((await onServers.log.verify()).broken).toEqual([])
  })

  it.each([
    ['status', { state: 'usa', subject: 'cat' }, '1994-10-21'],
    ['status', { state: 'rus', subject: 'echr' }, '2022-09-15'],
    ['timeline', { state: 'srb' }, '2010-01-01'],
    ['world', { subject: 'torture' }, '2000-01-01'],
    ['treaty', { treaty: 'cat' }, '1987-06-26'],
    ['memberships', { state: 'rus' }, '2022-03-15'],
    ['explain status', { state: 'est', subject: 'ottawa' }, '2025-12-27'],
    ['spread', { subject: 'ottawa' }, '2010-12-31'],
    ['panel memberships', { from: '1990', to: '1995' }, '2000-01-01'],
    ['pressure', { state: 'chl' }, '1980-01-01'],
  ])('answer %s %j as the embedded engines do, under the same release id', async (name, input, asOf) => {
    const question = questionNamed(name)
    const answerOf = async (workspace: Workspace) =>
      JSON.stringify((await ask(question, await workspace.world({ asOf }), question.input.parse(input))).answer)
    expect(await answerOf(onServers)).toBe(await answerOf(embedded))
  })

  it(
    'take back what a later release no longer holds, explain the difference by it, ' +
      'and still tell what was known before',
    async () => {
      const found = await Promise.all(
        [embedded, onServers].map(async (workspace) => {
          await importScores(
            workspace,
            [
              ['2', '1990', '6'],
              ['2', '1991', '7'],
              ['2', '1992', '8'],
              ['220', '1991', '4'],
            ],
            { published: '2001' },
          )
          const since = String((await workspace.log.head()).recordedAt)
          const { rows, events, vanished } = await importScores(
            workspace,
            [
              ['2', '1990', '6'],
              ['2', '1992', '7'],
            ],
            { version: '2', published: '2002' },
          )
          const to = String((await workspace.log.head()).recordedAt)
          const { rows: difference } = await answered(workspace, 'diff', { from: since, to }, { asOf: '2020-01-01' })
          const scores = async (knownAt?: string) => {
            const { ordinal: known } = await workspace.world({ asKnownAt: knownAt })
            return workspace.readModel.sql
              .selectFrom('practice')
              .select(['actor', 'year', 'value'])
              .where('rater', '=', 'small')
              .where('known_from', '<=', known)
              .where('known_to', '>', known)
              .orderBy('actor')
              .orderBy('year')
              .execute()
          }
          const retractions: string[] = []
          for await (const { id, type } of workspace.log.readStream('practice-small-index-fra'))
            if (type === 'EventRetracted') retractions.push(id)
          return {
            rows,
            events,
            vanished,
            difference,
            before: (await scores(since)).map(({ actor, year }) => `${actor} ${year}`),
            after: (await scores()).map(({ actor, year, value }) => `${actor} ${year} ${value}`),
            retractions,
          }
        }),
      )
      const [here, there] = found
      expect(there).toEqual(here)
      expect(there).toMatchObject({
        // The registration of the release, what its file held, one correction and two retractions.
        events: { appended: 5, corrections: 1 },
        vanished: { retracted: 2 },
        retractions: [expect.any(String)],
        before: ['fra 1991', 'usa 1990', 'usa 1991', 'usa 1992'],
        after: ['usa 1990 6', 'usa 1992 7'],
        difference: expect.arrayContaining([
          expect.objectContaining({ actor: 'fra', before: '4', after: null, events: there?.retractions }),
        ]) as unknown,
      })
    },
  )

  it('keep a read model that is what a rebuild would make', async () => {
    await onServers.catchUp()
    expect((await verifyReadModel(onServers.readModel, onServers.log)).differences).toEqual([])
  })

  it('know an import that is given again', async () => {
    const before = await onServers.log.head()
    const report = await importBundled(onServers, options)
    expect(report.events).toEqual({ appended: 0, corrections: 0 })
    expect(await onServers.log.head()).toMatchObject({ ordinal: before.ordinal, commits: before.commits })
  })
})
