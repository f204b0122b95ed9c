import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { reportText } from '../../src/cli/reports/import-report-text.ts'
import { importFolder, importOne, type ImportReport } from '../../src/ingest/index.ts'
import { importFile } from '../../src/ingest/import/import-file.ts'
import { loadNames } from '../../src/names/load.ts'
import { cowIgo } from '../../src/sources/cow/cow-igo.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'
import { header, importScores, scoresImporter, scoreTable, type ScoreRow } from './scores.ts'

const fresh = freshWorkspaces()
const folder = mkdtempSync(join(tmpdir(), 'normtrail-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const three: readonly ScoreRow[] = [
  ['2', '1990', '6'],
  ['2', '1991', '7'],
  ['220', '1990', '8'],
]

const addsUp = ({ rows, skipped, events }: ImportReport, read: number): void => {
  expect(rows.read).toBe(read)
  expect(rows.appended + rows.known + rows.skipped).toBe(read)
  expect(Object.values(skipped).reduce((total, count) => total + count, 0)).toBe(rows.skipped)
  expect(events.corrections).toBeLessThanOrEqual(events.appended)
}

describe('an import', () => {
  it('accounts for every row: appended, known or skipped', async () => {
    const report = await importScores(await fresh(), [...three, ['2', '1990', '6']])
    addsUp(report, 4)
    expect(report.rows).toEqual({ read: 4, appended: 3, known: 0, skipped: 1 })
    expect(report.skipped).toEqual({ repeated: 1 })
    expect(reportText(report)).toContain('rows: 4 read = 3 appended + 0 known + 1 skipped')
  })

  it('registers its release once, and every event points into it', async () => {
    const workspace = await fresh()
    const report = await importScores(workspace, three)
    expect(report.events.appended).toBe(5)
    expect((await streamOf(workspace, 'source-small-1')).map(({ type }) => type)).toEqual([
      'SourceRegistered',
      'ReleaseFileRead',
    ])
    const [event] = await streamOf(workspace, 'practice-small-index-usa')
    expect(event).toMatchObject({
      occurred: '1990',
      fact: '1990',
      sources: [{ ref: 'small-1', kind: 'dataset', series: 'small' }],
      recordedBy: 'a test',
    })
  })

  it('is one commit', async () => {
    const workspace = await fresh()
    const before = (await workspace.log.head()).commits
    await importScores(workspace, three)
    expect((await workspace.log.head()).commits).toBe(before + 1)
  })

  it('appends nothing the second time, whatever the order of the rows', async () => {
    const workspace = await fresh()
    await importScores(workspace, three)
    const ordinal = await ordinalOf(workspace)
    const again = await importScores(workspace, three.toReversed())
    expect(again.rows).toEqual({ read: 3, appended: 0, known: 3, skipped: 0 })
    expect(again.events).toEqual({ appended: 0, corrections: 0 })
    expect(await ordinalOf(workspace)).toBe(ordinal)
  })

  it('appends what is new and knows the rest', async () => {
    const workspace = await fresh()
    await importScores(workspace, three)
    expect((await importScores(workspace, [...three, ['2', '1992', '5']])).rows).toEqual({
      read: 4,
      appended: 1,
      known: 3,
      skipped: 0,
    })
  })

  it('makes the same ids in every log', async () => {
    const ids = await Promise.all(
      [0, 1].map(async () => {
        const workspace = await fresh()
        await importScores(workspace, three)
        return (await streamOf(workspace, 'practice-small-index-usa')).map(({ id }) => id)
      }),
    )
    expect(ids[0]).toEqual(ids[1])
  })

  it('appends nothing in a dry run, and reports the same', async () => {
    const workspace = await fresh()
    const ordinal = await ordinalOf(workspace)
    const dry = await importScores(workspace, three, { dryRun: true })
    expect(await ordinalOf(workspace)).toBe(ordinal)
    expect(dry.dryRun).toBe(true)
    const { rows, events } = await importScores(workspace, three)
    expect({ rows, events }).toEqual({ rows: dry.rows, events: dry.events })
    expect(reportText(dry)).toContain('dry run')
  })

  it('keeps a missing score with its reason, and does not skip it', async () => {
    const workspace = await fresh()
    expect((await importScores(workspace, [['2', '1990', '']])).rows.appended).toBe(1)
    expect(await streamOf(workspace, 'practice-small-index-usa')).toMatchObject([
      { type: 'PracticeScoreMissing', data: { reason: 'not-rated' } },
    ])
  })

  it('reads a compressed file as it reads a plain one', async () => {
    const workspace = await fresh()
    const text = `${header.join(',')}\n${three.map((row) => row.join(',')).join('\n')}\n`
    writeFileSync(join(folder, 'plain.csv'), text)
    writeFileSync(join(folder, 'packed.csv.gz'), gzipSync(text))
    const importer = scoresImporter()
    expect(
      (await importOne(workspace, importer, await openFile(join(folder, 'packed.csv.gz')), { recordedBy: 'a test' }))
        .rows.appended,
    ).toBe(3)
    expect(
      (await importOne(workspace, importer, await openFile(join(folder, 'plain.csv')), { recordedBy: 'a test' })).rows
        .known,
    ).toBe(3)
  })
})

describe('rows about one fact', () => {
  it('that say the same are one, the others repeated', async () => {
    expect(
      (
        await importScores(await fresh(), [
          ['2', '1990', '6'],
          ['2', '1990', '6'],
        ])
      ).skipped,
    ).toEqual({ repeated: 1 })
  })
  it('that hold a value outweigh an empty one, whichever comes first', async () => {
    const workspace = await fresh()
    expect(
      (
        await importScores(workspace, [
          ['2', '1990', ''],
          ['2', '1990', '6'],
        ])
      ).skipped,
    ).toEqual({ outweighed: 1 })
    expect(await streamOf(workspace, 'practice-small-index-usa')).toMatchObject([{ data: { value: 6 } }])
  })
  it('that contradict each other leave the first standing, and the other is reported', async () => {
    const workspace = await fresh()
    expect(
      (
        await importScores(workspace, [
          ['2', '1990', '6'],
          ['2', '1990', '3'],
        ])
      ).skipped,
    ).toEqual({ contradicted: 1 })
    expect(await streamOf(workspace, 'practice-small-index-usa')).toMatchObject([{ data: { value: 6 } }])
  })
})

describe('a matrix', () => {
  it('accounts for a row that only goes on with what the row before it said', async () => {
    const columns = ['ccode', 'year', 'state', 'un', 'lon']
    const years = ['1950', '1951', '1952', '1953']
    const report = await importOne(
      await fresh(),
      cowIgo,
      tableInMemory(
        columns,
        years.map((year) => ({ ccode: '2', year, state: 'usa', un: '1', lon: '-1' })),
      ),
      { recordedBy: 'a test' },
    )
    expect(report.rows).toEqual({ read: 4, appended: 4, known: 0, skipped: 0 })
    expect(report.events.appended).toBe(4) // the registration, what the file holds, what it covers, one run of years
  })
})

describe('a folder', () => {
  it('is imported by what the files are, and names those that nobody recognises', async () => {
    const workspace = await fresh()
    const tables = mkdtempSync(join(folder, 'tables-'))
    writeFileSync(join(tables, 'b.csv'), 'ccode,year,state,un,lon\n2,1950,usa,1,-1\n')
    writeFileSync(join(tables, 'a.csv'), 'this,that\n1,2\n')
    writeFileSync(join(tables, 'notes.txt'), 'no table')
    const { reports, leftAlone } = await importFolder(workspace, tables, { recordedBy: 'a test' })
    expect(reports.map(({ file, importer }) => [file, importer])).toEqual([['b.csv', 'cow-igo']])
    expect(leftAlone).toEqual([
      { file: 'a.csv', why: 'no source has these columns' },
      { file: 'notes.txt', why: 'not named .csv or .csv.gz' },
    ])
  })
  it('that is none is an error', async () => {
    await expect(importFolder(await fresh(), join(folder, 'nowhere'), { recordedBy: 'a test' })).rejects.toMatchObject({
      code: 'no-folder',
      exitCode: 2,
    })
  })
})

describe('whatever the rows', () => {
  const row = fc.tuple(
    fc.constantFrom('2', '200', '220', '345', '260', '9999', ''),
    fc.oneof(fc.integer({ min: 1985, max: 1995 }).map(String), fc.constantFrom('MCML', '')),
    fc.oneof(fc.integer({ min: 0, max: 8 }).map(String), fc.constantFrom('', '9', 'high')),
  )
  it('rows = appended + known + skipped, in every import of a history of releases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { maxLength: 12 }), { minLength: 1, maxLength: 3 }), async (releases) => {
        const workspace = await fresh()
        const names = await loadNames(workspace.readModel.sql, await workspace.catchUp())
        const bring = (rows: readonly ScoreRow[], version: number, dryRun = false) =>
          importFile(
            workspace.log,
            names,
            { importer: scoresImporter(String(version), { unmatched: 'skip' }), file: scoreTable(rows) },
            {
              recordedBy: 'a test',
              skipBadRows: true,
              dryRun,
            },
          )
        for (const [n, rows] of releases.entries()) {
          addsUp(await bring(rows, n, true), rows.length)
          addsUp(await bring(rows, n), rows.length)
          const again = await bring(rows, n)
          addsUp(again, rows.length)
          expect(again.events.appended).toBe(0)
          for (const [m, older] of releases.slice(0, n).entries()) {
            const late = await bring(older, m)
            addsUp(late, older.length)
            expect(late.events.appended).toBe(0)
          }
        }
      }),
      { seed: 20_240_229, numRuns: 30 },
    )
  })
})
