import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendLines } from '../../src/ingest/index.ts'
import { correctEvent, retractEvent } from '../../src/ingest/append/correct.ts'
import { ensureCatalogue } from '../../src/ingest/commit/catalogue.ts'
import type { EventLog } from '../../src/log/port.ts'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { aSealedEvent } from '../support/events.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
const options = { recordedBy: 'a user', dryRun: false }
const signed = {
  stream: 'treaty-cat',
  type: 'TreatySigned',
  occurred: '1988-04-18',
  sources: [{ citation: 'A register, for tests', kind: 'press' }],
  data: { actor: 'usa' },
}
const lineOf = (event: object) => ({ where: 'a.jsonl, line 1', text: JSON.stringify(event) })

const withAppend = (log: EventLog, appendCommit: EventLog['appendCommit']): EventLog =>
  new Proxy(log, {
    get: (of, name) => (name === 'appendCommit' ? appendCommit : (Reflect.get(of, name) as unknown)),
  })

/**
 * The workspace of a writer whom others overtake: so often somebody appends to the stream between its reading and its
 * appending.
 */
const overtaken = (workspace: Workspace, times: number): Workspace => {
  let left = times
  const { log } = workspace
  const appendCommit: EventLog['appendCommit'] = async (parts, how) => {
    if (left > 0) {
      left -= 1
      const revision = (await streamOf(workspace, 'treaty-cat')).at(-1)?.revision
      const event = aSealedEvent({ data: { actor: 'fra' } })
      await log.appendCommit([{ stream: 'treaty-cat', expected: revision ?? 'no-stream', events: [event] }], how)
    }
    return log.appendCommit(parts, how)
  }
  return { ...workspace, log: withAppend(log, appendCommit) }
}
const actors = async (workspace: Workspace) =>
  (await streamOf(workspace, 'treaty-cat')).slice(-4).map(({ data }) => data['actor'])

describe('an append that loses a race', () => {
  it.each([1, 3, 7])('is made again with the same ids, %i times in a row', async (times) => {
    const workspace = await fresh()
    const dry = await appendLines(workspace, [lineOf(signed)], { ...options, dryRun: true })
    const report = await appendLines(overtaken(workspace, times), [lineOf(signed)], options)
    expect(report).toMatchObject({ appended: 1, known: 0, ids: dry.ids })
    expect((await actors(workspace)).slice(-2)).toEqual(['fra', 'usa'])
  })
  it('gives up in the end, with a conflict', async () => {
    const workspace = await fresh()
    await expect(appendLines(overtaken(workspace, 99), [lineOf(signed)], options)).rejects.toMatchObject({
      code: 'wrong-expected-revision',
      exitCode: 3,
    })
    expect(await actors(workspace)).not.toContain('usa')
  })
  it('is a conflict at once where it says what it had seen', async () => {
    const workspace = await fresh()
    const revision = (await streamOf(workspace, 'treaty-cat')).at(-1)?.revision ?? 0
    const expecting = (expected: number | 'no-stream', of = workspace) =>
      appendLines(of, [lineOf(signed)], { ...options, expected })
    await expect(expecting(revision, overtaken(workspace, 1))).rejects.toMatchObject({ exitCode: 3 })
    await expect(expecting(revision)).rejects.toMatchObject({ code: 'wrong-expected-revision', exitCode: 3 })
    await expect(expecting('no-stream')).rejects.toMatchObject({ code: 'wrong-expected-revision', exitCode: 3 })
    expect(await actors(workspace)).not.toContain('usa')
    expect(await expecting(revision + 1)).toMatchObject({ appended: 1 })
    // Given again after an answer that was lost: what it says is in the log.
    expect(await expecting(revision + 1)).toMatchObject({ appended: 0, known: 1 })
  })
  it('does not take one revision for two streams', async () => {
    const lines = [lineOf(signed), lineOf({ ...signed, stream: 'treaty-iccpr' })]
    await expect(appendLines(await fresh(), lines, { ...options, expected: 1 })).rejects.toMatchObject({
      code: 'bad-input',
      where: 'expected-revision',
    })
  })
})

describe('a correction that loses a race', () => {
  const amendment = { reason: 'a misprint', source: 'A register', sourceKind: 'press' as const }
  it('is decided anew, unless it says what it had seen', async () => {
    const workspace = await fresh()
    const [target = ''] = (await appendLines(workspace, [lineOf(signed)], options)).ids
    const revision = (await streamOf(workspace, 'treaty-cat')).at(-1)?.revision as number
    const changes = { occurred: '1988-04-19' }
    await expect(
      correctEvent(overtaken(workspace, 1), { ...amendment, target, expectedRevision: revision }, changes, options),
    ).rejects.toMatchObject({ code: 'wrong-expected-revision', exitCode: 3 })
    expect(await correctEvent(overtaken(workspace, 2), { ...amendment, target }, changes, options)).toMatchObject({
      done: 'corrected',
    })
    expect(await retractEvent(overtaken(workspace, 2), { ...amendment, target }, options)).toMatchObject({
      done: 'retracted',
    })
  })
})

describe('two writers of an empty log', () => {
  it('give it one catalogue', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'normtrail-race-'))
    const log = openSqliteLog(join(folder, 'log.sqlite'))
    let first: number | undefined
    const appendCommit: EventLog['appendCommit'] = async (parts, how) => {
      first ??= await ensureCatalogue(log)
      return log.appendCommit(parts, how)
    }
    try {
      expect(await ensureCatalogue(withAppend(log, appendCommit))).toBe(0)
      expect(await log.head()).toMatchObject({ ordinal: first, commits: 1 })
    } finally {
      await log.close()
      rmSync(folder, { recursive: true })
    }
  })
})
