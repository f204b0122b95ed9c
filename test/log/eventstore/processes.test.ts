import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventStoreLog } from '../../../src/log/eventstore/log.ts'
import { collect } from '../../support/collect.ts'
import { aServerWithLog, by, closeAll, failNowAndThen, part } from './a-log.ts'
import type { TestServer } from './server/server.ts'

const built = new URL('../../../dist', import.meta.url)
const writer = fileURLToPath(new URL('writer-process.mjs', import.meta.url))
const isBuilt = existsSync(new URL('dist/src/log/eventstore/log.js', new URL('../../../', import.meta.url)))

/** Runs a writer in a process of its own, from the compiled code. */
const run = (...args: string[]) => {
  const child = spawn(process.execPath, [writer, built.href, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let wake = () => {}
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString()
    wake()
  })
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  const ended = new Promise<{ code: number | null; out: string; errors: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, out, errors })),
  )
  const said = async (word: string): Promise<void> => {
    while (!out.includes(word)) await new Promise<void>((resolve) => (wake = resolve))
  }
  return { child, ended, said }
}

describe.skipIf(!isBuilt)('writers in processes of their own', () => {
  let server: TestServer
  let log: EventStoreLog
  let logName: string

  beforeEach(async () => {
    ;({ server, logName, log } = await aServerWithLog())
  })
  afterEach(() => closeAll(server, log))

  it(
    '8 of them append 1,000 events through lost answers and broken connections: each once, in order, ' +
      'and all processes end',
    async () => {
      const left = failNowAndThen(server, { seed: 19_480_410, share: 0.08, times: 30 })
      const streams = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `practice-${name}`)
      const outcomes = await Promise.all(
        streams.map((stream) => run(server.connection, logName, 'appends', stream, '125').ended),
      )
      for (const { code, errors } of outcomes) expect({ code, errors }).toEqual({ code: 0, errors: '' })
      expect(left()).toBe(0)
      for (const [index, stream] of streams.entries())
        expect((await collect(log.readStream(stream))).map(({ id }) => id)).toEqual(
          JSON.parse(outcomes[index]?.out ?? '[]'),
        )
      expect(await log.verify()).toMatchObject({ events: 1_000, commits: 1_000, broken: [] })
    },
  )

  it('one that is killed in the middle of an import leaves nothing that is seen, and a name to give up', async () => {
    const { child, ended, said } = run(server.connection, logName, 'import', 'igo', '50')
    await said('under way')
    child.kill('SIGKILL')
    await ended
    expect(await log.head()).toMatchObject({ ordinal: 0 })
    const [unfinished] = await log.unfinishedCommits()
    expect(unfinished?.recordedBy).toMatch(/^process \d+$/)
    await expect(log.appendCommit([part('igo-0', 'no-stream')], by)).rejects.toMatchObject({
      code: 'commit-in-progress',
    })
    await log.abandonCommit(unfinished?.commit as never, { ...by, reason: 'the process died' })
    await log.appendCommit([part('igo-0', 'no-stream'), part('igo-1', 'no-stream')], by)
    expect(await log.verify()).toMatchObject({ events: 2, commits: 1, broken: [] })
  })
})
