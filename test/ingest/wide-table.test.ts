import { describe, expect, it } from 'vitest'
import { importOne } from '../../src/ingest/index.ts'
import type { Importer } from '../../src/sources/importer/draft.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()

const references = { actor: { scheme: 'iso3', column: 'state' } }
const eventOf = (type: string, fact: string, column: string) => ({
  type,
  stream: ['treaty', 'cat'],
  occurred: { column, missing: [''] },
  fact,
  locator: `{state}, ${column}`,
  references,
})
const signed = eventOf('TreatySigned', 'signature/1', 'signed')
const ratified = eventOf('TreatyRatified', 'consent/1', 'ratified')

const mappingOf = (rows: unknown, published = '2020'): Importer =>
  tableImporter(
    readMapping(
      {
        name: 'wide',
        reads: 'a table with a column for each date',
        release: { citation: 'Typed by hand, for tests', series: 'wide', version: published, published },
        rows,
      },
      'a mapping for tests',
    ),
  )
const wide = { kind: 'wide', events: [signed, ratified] }

type Row = readonly [state: string, signed: string, ratified: string]
const tableOf = (rows: readonly Row[]) =>
  tableInMemory(
    ['state', 'signed', 'ratified'],
    rows.map(([state, signedOn, ratifiedOn]) => ({ state, signed: signedOn, ratified: ratifiedOn })),
  )
const give = (workspace: Workspace, importer: Importer, rows: readonly Row[], skipBadRows = false) =>
  importOne(workspace, importer, tableOf(rows), { recordedBy: 'a test', skipBadRows })

// MTDSG IV.9: France signed on 4 February 1985 and ratified on 18 February 1986, Japan acceded on 29 June 1999. India
// signed on 14 October 1997.
const rows: readonly Row[] = [
  ['FRA', '1985-02-04', '1986-02-18'],
  ['JPN', '', '1999-06-29'],
  ['IND', '1997-10-14', ''],
  ['USA', '', ''],
]
const actsIn = async (workspace: Workspace) =>
  (await streamOf(workspace, 'treaty-cat'))
    .filter(({ sources: [source] }) => source?.series === 'wide')
    .map(({ type, occurred, data }) => `${type} ${String(data.actor ?? data.reason)} ${occurred ?? ''}`.trim())

describe('a table with a column for each date', () => {
  it('is told by one mapping; a row counts once, for the best that became of it', async () => {
    const workspace = await fresh()
    const report = await give(workspace, mappingOf(wide), rows)
    expect(report.rows).toEqual({ read: 4, appended: 3, known: 0, skipped: 1 })
    expect(report.skipped).toEqual({ 'not-an-act': 1 })
    expect(report.events.appended).toBe(6) // four acts, the release, what the file holds
    expect((await actsIn(workspace)).toSorted()).toEqual([
      'TreatyRatified fra 1986-02-18',
      'TreatyRatified jpn 1999-06-29',
      'TreatySigned fra 1985-02-04',
      'TreatySigned ind 1997-10-14',
    ])
    expect((await give(workspace, mappingOf(wide), rows)).events.appended).toBe(0)
  })

  it('counts a row as appended where one of its two acts is new', async () => {
    const workspace = await fresh()
    await give(workspace, mappingOf(wide), rows)
    const later = rows.map((row): Row => (row[0] === 'IND' ? ['IND', '1997-10-14', '2021-01-01'] : row))
    const report = await give(workspace, mappingOf(wide, '2021'), later)
    expect(report.rows).toEqual({ read: 4, appended: 1, known: 2, skipped: 1 })
  })

  it('takes back the date that a later release leaves empty, and no other of its row', async () => {
    const workspace = await fresh()
    await give(workspace, mappingOf(wide), rows)
    const later = rows.map((row): Row => (row[0] === 'FRA' ? ['FRA', '1985-02-04', ''] : row))
    const { vanished } = await give(workspace, mappingOf(wide, '2021'), later)
    expect(vanished.retracted).toBe(1)
    expect(await actsIn(workspace)).toContain('EventRetracted no longer in wide-2021')
  })

  it.each([
    ['then by one for each date', [wide], [signed, ratified]],
    ['by one for each date, then by one for all', [signed, ratified], [wide]],
  ])('means the same told by one mapping, %s', async (_, first, second) => {
    const workspace = await fresh()
    const one = (each: object) => ('kind' in each ? each : { kind: 'events', ...each })
    for (const each of first) await give(workspace, mappingOf(one(each)), rows)
    const reports = []
    for (const each of second) reports.push(await give(workspace, mappingOf(one(each)), rows))
    expect(reports.map(({ vanished }) => vanished.retracted)).toEqual(second.map(() => 0))
    expect(await actsIn(workspace)).toHaveLength(4)
  })

  it('says which of its events is wrong', () => {
    const misspelt = { kind: 'wide', events: [signed, { ...ratified, data: { note: { constant: 'x' } } }] }
    expect(() => mappingOf(misspelt)).toThrow('rows.events[1].data.note: TreatyRatified has no field "note"')
    expect(() => mappingOf({ kind: 'wide', events: [{ ...signed, type: 'TreatySinged' }] })).toThrow(
      /rows\.events\[0\]\.type: .*TreatySigned/,
    )
  })

  it('counts a row for what became of it, not for the date that it lacks', async () => {
    const report = await give(await fresh(), { ...mappingOf(wide), unmatched: 'skip' }, [
      ['FRA', '1985-02-04', ''],
      ['FRA', '1985-02-04', ''],
      ['FRA', '1985-02-05', ''],
      ['XXX', '1985-02-04', ''],
      ['CSK', '', '1995-01-01'],
      ['USA', '', ''],
    ])
    expect(report.rows).toEqual({ read: 6, appended: 1, known: 0, skipped: 5 })
    expect(report.skipped).toEqual({
      'not-an-act': 1,
      repeated: 1,
      contradicted: 1,
      'unmatched-name': 1,
      'outside-days': 1,
    })
  })

  it('tells a cell that several of its events read once', async () => {
    const report = await give(await fresh(), mappingOf(wide), [['', '1985-02-04', '1986-02-18']], true)
    expect(report.badRows).toEqual([expect.stringContaining('row 1: column "state"') as string])
  })

  it('stops at a date that is none, whatever the other is', async () => {
    const workspace = await fresh()
    const broken: readonly Row[] = [['FRA', '1985-02-04', 'soon']]
    await expect(give(workspace, mappingOf(wide), broken)).rejects.toMatchObject({ code: 'bad-row' })
    expect(await give(workspace, mappingOf(wide), broken, true)).toMatchObject({
      rows: { read: 1, appended: 1, skipped: 0 },
      badRows: [expect.stringContaining('column "ratified"') as string],
    })
  })
})
