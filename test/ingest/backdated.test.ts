import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lazily } from '../../src/common/lazily.ts'
import { loadBackdated, readRecordedAt } from '../../src/ingest/backdated/backdated-load.ts'
import { appendLines, importFolder } from '../../src/ingest/index.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import type { Instant } from '../../src/time/instant.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { ask, streamOf } from './a-workspace.ts'

/**
 * One consent in two releases of the UN Treaty Collection, of 14 March 2015 and 3 February 2026, which differ by a
 * year; and one that both have.
 */
const rows2015 = [
  ['United States of America', '1993-10-21'],
  ['Denmark', '1987-05-27'],
]
const rows2026 = [
  ['United States of America', '1994-10-21'],
  ['Denmark', '1987-05-27'],
]

let folder: string
let workspace: Workspace
const by = { recordedBy: 'a test' }
const table = (name: string, header: readonly string[], rows: readonly Readonly<Record<string, string>>[]) =>
  writeFileSync(
    join(folder, 'tables', name),
    [header.join(','), ...rows.map((row) => header.map((column) => `"${row[column] ?? ''}"`).join(','))].join('\n'),
  )

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-backdated-'))
  mkdirSync(join(folder, 'tables'))
  const columnHeader = 'Ratification, Accession(a), Succession(d)'
  table(
    '2015.csv',
    untc2015.header,
    rows2015.map(([participant = '', date = '']) => ({
      treaty: '4-9',
      participant,
      date,
      column_header: columnHeader,
      raw_value: date,
    })),
  )
  table(
    '2026.csv',
    untc2026.header,
    rows2026.map(([country = '', date = '']) => ({
      mtdsg_no: 'IV-9',
      country_name: country,
      action_type: 'Ratification',
      action_date: date,
    })),
  )
  workspace = await openWorkspace(join(folder, 'log'))
})
afterEach(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const tables = () => ({ bundled: false, folder: join(folder, 'tables') })
const load = (at: Parameters<typeof loadBackdated>[2], options = {}) =>
  loadBackdated(workspace, tables(), at, { ...by, ...options })

const originals = mkdtempSync(join(tmpdir(), 'normtrail-backdated-once-'))
afterAll(() => rmSync(originals, { recursive: true, force: true }))
/** The tables above, dated by their sources: loaded once, for all tests that begin with it. */
const original = lazily(async () => {
  const whole = await openWorkspace(originals)
  const report = await loadBackdated(whole, tables(), 'source', by)
  await whole.close()
  return report
})
/** Puts a copy of it in the place of the empty log. */
const loaded = async () => {
  const report = await original()
  await workspace.close()
  rmSync(join(folder, 'log'), { recursive: true })
  cpSync(originals, join(folder, 'log'), { recursive: true })
  workspace = await openWorkspace(join(folder, 'log'))
  return report
}
const actsOf = async (actor: string) =>
  (await streamOf(workspace, 'treaty-cat')).filter(
    ({ data, type }) => data['actor'] === actor || type === 'EventCorrected',
  )

describe('a log dated by its sources', () => {
  it('holds each release at its day of publication; the later one corrects the earlier on its own day', async () => {
    const report = await loaded()
    expect(report.reports.map(({ events }) => events)).toEqual([
      { appended: 5, corrections: 0 },
      { appended: 4, corrections: 1 },
    ])
    expect((await actsOf('usa')).map(({ type, recordedAt }) => `${type} ${recordedAt}`)).toEqual([
      'TreatyRatified 2015-03-14T00:00:00.000000Z',
      'EventCorrected 2026-02-03T00:00:00.000000Z',
    ])
    const on = (asKnownAt: string) =>
      ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1994-01-01', asKnownAt })
    // Nobody had told anything yet, nor that there was nothing to tell.
    expect(await on('2015-03-13')).toMatchObject({ status: 'UNKNOWN', reason: 'not-covered' })
    expect(await on('2015-03-14')).toMatchObject({ since: '1993-11-20' })
    expect(await on('2026-02-03')).toMatchObject({ status: 'NONE', until: '1994-10-21' })
  })
  it('tells what a release no longer lists at the day of that release', async () => {
    table('2026.csv', untc2026.header, [
      {
        mtdsg_no: 'IV-9',
        country_name: 'United States of America',
        action_type: 'Ratification',
        action_date: '1993-10-21',
      },
    ])
    const { reports } = await load('source')
    expect(reports.map(({ vanished }) => vanished.kept)).toEqual([[], ['treaty-cat dnk consent/1']])
    expect((await actsOf('dnk')).map(({ type, recordedAt }) => `${type} ${recordedAt}`)).toEqual([
      'TreatyRatified 2015-03-14T00:00:00.000000Z',
      'TreatyActNoLongerListed 2026-02-03T00:00:00.000000Z',
    ])
    expect((await importFolder(workspace, tables().folder, by)).reports.map(({ events }) => events.appended)).toEqual([
      0, 0,
    ])
  })
  it('is the same whatever the files are called', async () => {
    await loaded()
    const there = await streamOf(workspace, 'treaty-cat')
    const other = await openWorkspace(join(folder, 'other'))
    rmSync(join(folder, 'tables', '2015.csv'))
    table(
      'zzz.csv',
      untc2015.header,
      rows2015.map(([participant = '', date = '']) => ({
        treaty: '4-9',
        participant,
        date,
        column_header: 'Ratification, Accession(a), Succession(d)',
        raw_value: date,
      })),
    )
    await loadBackdated(other, tables(), 'source', by)
    expect(
      (await streamOf(other, 'treaty-cat')).map(({ id, recordedAt, ordinal }) => [id, recordedAt, ordinal]),
    ).toEqual(there.map(({ id, recordedAt, ordinal }) => [id, recordedAt, ordinal]))
    await other.close()
  })
  it('begins with the catalogue, rises, and says of every event when it was really appended', async () => {
    const { appendedAt } = await loaded()
    const instants: string[] = []
    for await (const { event } of workspace.log.readAll()) {
      expect(event.appendedAt).toBe(appendedAt)
      instants.push(event.recordedAt)
    }
    expect(instants).toEqual(instants.toSorted())
    const [first] = await streamOf(workspace, 'state-usa')
    expect(first).toMatchObject({ type: 'ActorDefined', recordedAt: instants[0] })
    expect((await workspace.log.verify()).broken).toEqual([])
  })
  it('knows what it is given again, and goes on in the present', async () => {
    await loaded()
    const before = await workspace.log.head()
    expect((await importFolder(workspace, tables().folder, by)).reports.map(({ events }) => events.appended)).toEqual([
      0, 0,
    ])
    const line = {
      stream: 'treaty-cat',
      type: 'TreatySigned',
      occurred: '1988-04-18',
      sources: [{ citation: 'A letter, for tests', kind: 'press' }],
      data: { actor: 'usa' },
    }
    await appendLines(workspace, [{ where: 'a test', text: JSON.stringify(line) }], by)
    const last = (await streamOf(workspace, 'treaty-cat')).at(-1)
    expect(last).not.toHaveProperty('appendedAt')
    expect(String(last?.recordedAt) > String(before.recordedAt)).toBe(true)
  })
  it('is refused in a log that holds anything', async () => {
    await loaded()
    await expect(load('source')).rejects.toMatchObject({ code: 'log-not-empty', where: 'recordedAt', exitCode: 2 })
  })
  it('as a dry run tells all of that, and leaves the log empty', async () => {
    const report = await load('source', { dryRun: true })
    expect(report).toMatchObject({ dryRun: true, last: '2026-02-03T00:00:00.000000Z' })
    expect(report.reports.map(({ rows }) => rows.appended)).toEqual([2, 1])
    expect((await workspace.log.head()).ordinal).toBe(0)
  })
  it('is not built from nothing', async () => {
    rmSync(join(folder, 'tables'), { recursive: true })
    mkdirSync(join(folder, 'tables'))
    await expect(load('source')).rejects.toMatchObject({ code: 'nothing-to-load' })
  })
  it('takes nothing of what breaks: all is read before anything is appended', async () => {
    table('2026.csv', untc2026.header, [
      { mtdsg_no: 'IV-9', country_name: 'Denmark', action_type: 'Ratification', action_date: 'last spring' },
    ])
    await expect(load('source')).rejects.toMatchObject({ code: 'bad-row' })
    expect((await workspace.log.head()).ordinal).toBe(0)
  })
})

describe('a log dated by hand', () => {
  const at = '2026-03-01T12:00:00.000000Z' as Instant
  it('holds all at that instant, the catalogue before, and releases of one series one after the other', async () => {
    const report = await load(at)
    expect(report).toMatchObject({
      first: '2026-02-28T12:00:00.000000Z',
      last: '2026-03-01T12:00:00.000001Z',
      commits: 3,
    })
    expect((await actsOf('usa')).map(({ type, recordedAt }) => `${type} ${recordedAt}`)).toEqual([
      'TreatyRatified 2026-03-01T12:00:00.000000Z',
      'EventCorrected 2026-03-01T12:00:00.000001Z',
    ])
  })
  it('holds nothing that was done later', async () => {
    await expect(load('1993-12-31T00:00:00.000000Z' as Instant)).rejects.toMatchObject({
      code: 'not-yet',
      where: '2026.csv, row 1',
    })
    expect((await workspace.log.head()).ordinal).toBe(0)
  })
  it('is named by an instant, or by a day, which it begins with', () => {
    expect(readRecordedAt('source')).toBe('source')
    expect(readRecordedAt('1999-01-01')).toBe('1999-01-01T00:00:00.000000Z')
    expect(readRecordedAt('1999-01-01T12:00:00Z')).toBe('1999-01-01T12:00:00.000000Z')
    expect(() => readRecordedAt('soon')).toThrow('is no instant')
    expect(() => readRecordedAt('2999-01-01')).toThrow('lies ahead')
  })
})
