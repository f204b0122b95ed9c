import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../src/events/envelope.ts'
import type { EventLog } from '../../src/log/port.ts'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import type { Instant } from '../../src/time/instant.ts'
import { aSealedEvent } from '../support/events.ts'
import { logContract } from './contract.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'normtrail-log-'))

logContract('the embedded log', async () => {
  const folder = aFolder()
  return {
    open: async () => openSqliteLog(join(folder, 'log.sqlite')),
    dispose: async () => rmSync(folder, { recursive: true }),
  }
})

describe('the embedded log', () => {
  let folder: string
  let log: EventLog
  const file = () => join(folder, 'log.sqlite')

  beforeEach(async () => {
    folder = aFolder()
    log = openSqliteLog(file())
    await log.appendCommit(
      [{ stream: 'treaty-cat', expected: 'no-stream', events: [aSealedEvent(), aSealedEvent()] }],
      { recordedBy: 'test' },
    )
  })

  afterEach(async () => {
    await log.close()
    rmSync(folder, { recursive: true })
  })

  it.each(['events', 'commits', 'streams'])('refuses to change or remove %s', (table) => {
    const database = new DatabaseSync(file())
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('append-only')
    const column = { events: 'data', commits: 'recorded_by', streams: 'name' }[table]
    expect(() => database.exec(`UPDATE ${table} SET ${column} = 'x'`)).toThrow('append-only')
    database.close()
  })

  it('writes whatever an event refers to', async () => {
    const another = [{ stream: 'treaty-cat', expected: 1, events: [aSealedEvent()] }] as const
    await log.appendCommit([...another, { stream: 'igo-un', expected: 'no-stream', events: [aSealedEvent()] }], {
      recordedBy: 'test',
    })
    const database = new DatabaseSync(file())
    expect(database.prepare('PRAGMA foreign_key_list(events)').all()).toHaveLength(2)
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    // How SQLite looks for the events of a commit that is written: by an index, and not through the whole log.
    expect(database.prepare('EXPLAIN QUERY PLAN SELECT 1 FROM events WHERE commit_number = 1').get()).toMatchObject({
      detail: expect.stringContaining('INDEX events_of_commit') as string,
    })
    database.close()
  })

  it('notices a payload that somebody changed behind its back', async () => {
    const database = new DatabaseSync(file())
    database.exec(`DROP TRIGGER events_no_update; UPDATE events SET data = '{"actor":"rus"}' WHERE ordinal = 2`)
    database.close()
    expect((await log.verify()).broken).toHaveLength(1)
  })

  it('keeps beside a given instant that of its appending, seals both, and says so only where they differ', async () => {
    const [recordedAt, appendedAt] = ['2999-01-01T00:00:00.000000Z', '2999-06-01T00:00:00.000000Z'] as const
    await log.appendCommit([{ stream: 'igo-un', expected: 'no-stream', events: [aSealedEvent()] }], {
      recordedBy: 'test',
      recordedAt: recordedAt as Instant,
      appendedAt: appendedAt as Instant,
    })
    const events: RecordedEvent[] = []
    for await (const { event } of log.readAll()) events.push(event)
    expect(events.at(-1)).toMatchObject({ recordedAt, appendedAt })
    expect(events[0]).not.toHaveProperty('appendedAt')
    expect((await log.verify()).broken).toEqual([])
    const database = new DatabaseSync(file())
    database.exec(
      `DROP TRIGGER commits_no_update; UPDATE commits SET appended_at = '2999-07-01T00:00:00.000000Z' WHERE number = 2`,
    )
    database.close()
    const reopened = openSqliteLog(file())
    expect((await reopened.verify()).broken).toHaveLength(1)
    await reopened.close()
  })

  it('keeps commits durable and readers free of writers', () => {
    const database = new DatabaseSync(file())
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
  })

  it('shares its file with a second process that appends', async () => {
    const other = openSqliteLog(file())
    await other.appendCommit([{ stream: 'treaty-cat', expected: 1, events: [aSealedEvent()] }], { recordedBy: 'other' })
    expect((await log.head()).ordinal).toBe(3)
    await expect(
      log.appendCommit([{ stream: 'treaty-cat', expected: 1, events: [aSealedEvent()] }], { recordedBy: 'test' }),
    ).rejects.toMatchObject({ code: 'wrong-expected-revision' })
    await other.close()
  })
})
