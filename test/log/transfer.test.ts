import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../src/events/envelope.ts'
import type { EventLog } from '../../src/log/port.ts'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { exportLog, importLog } from '../../src/log/transfer.ts'
import { refuseUnfinished, unfinishedLoad } from '../../src/log/unfinished-load.ts'
import type { Instant } from '../../src/time/instant.ts'
import { aSealedEvent } from '../support/events.ts'

const by = { recordedBy: 'test' }

const textOf = async (log: EventLog): Promise<readonly string[]> => {
  const lines: string[] = []
  for await (const line of exportLog(log)) lines.push(line)
  return lines
}

async function* from(lines: readonly string[]): AsyncIterable<string> {
  for (const line of lines) yield line.trimEnd()
}

describe('a log moves between stores', () => {
  let folder: string
  let opened: EventLog[]
  let source: EventLog
  const open = (name: string): EventLog => {
    const log = openSqliteLog(join(folder, `${name}.sqlite`))
    opened.push(log)
    return log
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-move-'))
    opened = []
    source = open('source')
    await source.appendCommit(
      [
        {
          stream: 'treaty-cat',
          expected: 'no-stream',
          events: [aSealedEvent(), aSealedEvent({ note: 'Türkiye · 中国' })],
        },
        { stream: 'igo-un', expected: 'no-stream', events: [aSealedEvent()] },
      ],
      by,
    )
    await source.appendCommit(
      [{ stream: 'treaty-cat', expected: 1, events: [aSealedEvent({ data: { actor: 'fra', kind: 'simple' } })] }],
      by,
    )
  })

  afterEach(async () => {
    for (const log of opened) await log.close()
    rmSync(folder, { recursive: true })
  })

  it('and back, with the same bytes', async () => {
    const lines = await textOf(source)
    const target = open('target')
    expect(await importLog(target, from(lines))).toMatchObject({ events: 4, commits: 2, known: 0 })
    expect(await textOf(target)).toEqual(lines)
    expect(await target.verify()).toEqual(await source.verify())
    const home = open('home')
    await importLog(home, from(await textOf(target)))
    expect(await textOf(home)).toEqual(lines)
  })

  it('with the times that were recorded, and beside them when it was really made', async () => {
    const [recordedAt, appendedAt] = ['2030-01-01T00:00:00.000000Z', '2031-01-01T00:00:00.000000Z'] as const
    await source.appendCommit([{ stream: 'igo-un', expected: 0, events: [aSealedEvent()] }], {
      ...by,
      recordedAt: recordedAt as Instant,
      appendedAt: appendedAt as Instant,
    })
    const lines = await textOf(source)
    const target = open('target')
    await importLog(target, from(lines))
    expect(await textOf(target)).toEqual(lines)
    const moved: RecordedEvent[] = []
    for await (const event of target.readStream('igo-un')) moved.push(event)
    expect(moved.map((event) => event.appendedAt)).toEqual([undefined, appendedAt])
    expect(moved.at(-1)?.recordedAt).toBe(recordedAt)
    await expect(
      importLog(open('other'), from(lines.map((line) => line.replace(appendedAt, recordedAt)))),
    ).rejects.toMatchObject({ code: 'bad-log-file' })
  })

  it('empty as well', async () => {
    const target = open('target')
    expect(await importLog(target, from(await textOf(open('empty'))))).toMatchObject({ events: 0, commits: 0 })
  })

  it('and goes on where it was cut off, whole commits only', async () => {
    const lines = await textOf(source)
    const target = open('target')
    await expect(importLog(target, from(lines.slice(0, 3)))).rejects.toMatchObject({ code: 'bad-log-file' })
    expect((await target.head()).ordinal).toBe(0)
    expect(await target.moveBegunAt()).toBeUndefined()
    await expect(importLog(target, from(lines.slice(0, 5)))).rejects.toMatchObject({ code: 'bad-log-file' })
    expect(await importLog(target, from(lines))).toMatchObject({ known: 3, events: 1, commits: 1 })
  })

  it('and until its end it says that it holds a part, however often it is cut off', async () => {
    const lines = await textOf(source)
    const target = open('target')
    const seen: unknown[] = []
    async function* watched(): AsyncIterable<string> {
      for await (const line of from(lines)) {
        seen.push(await open('target').moveBegunAt())
        yield line
      }
    }
    await expect(importLog(target, from(lines.slice(0, 5)))).rejects.toMatchObject({ code: 'bad-log-file' })
    const begunAt = await target.moveBegunAt()
    expect(await unfinishedLoad(target)).toMatchObject({
      says: expect.stringContaining(`\`log import\` moves into it, begun ${begunAt}`) as string,
      todo: expect.stringContaining('with the same file') as string,
    })
    await expect(refuseUnfinished(target)).rejects.toMatchObject({ code: 'unfinished-load', exitCode: 3 })
    await expect(importLog(target, from(lines.slice(0, 5)))).rejects.toMatchObject({ code: 'bad-log-file' })
    await expect(importLog(target, from(['nothing']))).rejects.toMatchObject({ code: 'bad-log-file' })
    expect(await target.moveBegunAt()).toBe(begunAt)
    await importLog(target, watched())
    expect(seen).toEqual(lines.map(() => begunAt))
    expect(await target.moveBegunAt()).toBeUndefined()
    expect(await target.verify()).toEqual(await source.verify())
  })

  it('and a whole one that more is moved into is a part until that has come, unless nothing of it came', async () => {
    const before = await textOf(source)
    const target = open('target')
    await importLog(target, from(before))
    for (const revision of [0, 1])
      await source.appendCommit([{ stream: 'igo-un', expected: revision, events: [aSealedEvent()] }], by)
    const lines = await textOf(source)
    await expect(importLog(target, from(lines.slice(0, 6)))).rejects.toMatchObject({ code: 'bad-log-file' })
    expect(await target.moveBegunAt()).toBeUndefined()
    await expect(importLog(target, from(lines.slice(0, 7)))).rejects.toMatchObject({ code: 'bad-log-file' })
    expect(await target.moveBegunAt()).toBeDefined()
    await expect(importLog(target, from(before))).rejects.toMatchObject({ code: 'other-log' })
    expect(await importLog(target, from(lines))).toMatchObject({ known: 5, events: 1 })
    expect(await target.moveBegunAt()).toBeUndefined()
  })

  it('but not with a line that somebody changed, nor into a log that holds something else', async () => {
    const lines = (await textOf(source)).map((line) => line.replace('"fra"', '"deu"'))
    await expect(importLog(open('target'), from(lines))).rejects.toMatchObject({ code: 'bad-log-file' })
    const other = open('other')
    await other.appendCommit([{ stream: 'igo-un', expected: 'no-stream', events: [aSealedEvent()] }], by)
    await expect(importLog(other, from(await textOf(source)))).rejects.toMatchObject({ code: 'other-log' })
  })
})
