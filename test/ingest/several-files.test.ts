import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { assertionsOf } from '../../src/ingest/reconcile/assertions.ts'
import { importFile } from '../../src/ingest/import/import-file.ts'
import { appendLines, importOne, type ImportReport } from '../../src/ingest/index.ts'
import type { RegisteredRelease } from '../../src/readmodel/lookups/registered-sources.ts'
import { loadNames } from '../../src/names/load.ts'
import type { Importer, OpenFile } from '../../src/sources/importer/draft.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'
import { importScores, type ScoreRow } from './scores.ts'

const fresh = freshWorkspaces()

/** Acts under the Convention against Torture, typed by hand: a row for each state and class of act. */
const actsOf = (series: string, published: string): Importer =>
  tableImporter(
    readMapping(
      {
        name: 'acts',
        reads: 'acts typed by hand',
        release: { citation: 'Acts typed by hand, for tests', series, version: published, published },
        rows: {
          kind: 'events',
          type: { column: 'act', codes: { signature: 'TreatySigned', consent: 'TreatyRatified' } },
          stream: ['treaty', 'cat'],
          occurred: { column: 'date' },
          fact: '{act}/1',
          locator: '{state}',
          references: { actor: { scheme: 'iso3', column: 'state' } },
        },
      },
      'a mapping for tests',
    ),
  )

/** `jpn consent 2002-01-01`. */
type Row = string
const tableOf = (rows: readonly Row[]): OpenFile =>
  tableInMemory(
    ['state', 'act', 'date'],
    rows.map((row) => {
      const [state = '', act = '', date = ''] = row.split(' ')
      return { state, act, date }
    }),
  )

const bring = (workspace: Workspace, published: string, rows: readonly Row[]): Promise<ImportReport> =>
  importOne(workspace, actsOf('acts', published), tableOf(rows), { recordedBy: 'a test' })

const standing = async (workspace: Workspace, series = 'acts'): Promise<readonly Row[]> =>
  [...assertionsOf(await streamOf(workspace, 'treaty-cat'), series).values()]
    .flatMap(({ key, fact, live }) =>
      live === undefined
        ? []
        : [`${key} ${fact.slice(0, -2)} ${new Date(live.occurred.lo * 86_400_000).toISOString().slice(0, 10)}`],
    )
    .toSorted()

const africa = ['ken consent 2001-01-01', 'tza consent 2003-01-01']
const asia = ['ind consent 2004-01-01', 'jpn consent 2002-01-01', 'mng consent 2005-01-01']
const asiaWithoutIndia = asia.slice(1)

describe('a release that comes in several files', () => {
  it.each([
    ['the first file first', [africa, asiaWithoutIndia]],
    ['the other order', [asiaWithoutIndia, africa]],
  ])('takes back what is gone from its own file, and no more: %s', async (_, files) => {
    const workspace = await fresh()
    for (const rows of [africa, asia]) await bring(workspace, '2020', rows)
    const reports = []
    for (const rows of files) reports.push(await bring(workspace, '2021', rows))
    expect(reports.map(({ vanished }) => vanished.retracted).toSorted()).toEqual([0, 1])
    expect(await standing(workspace)).toEqual([...asiaWithoutIndia, ...africa].toSorted())
  })

  it('confirms everything, appends nothing but its registration and what each file held; then nothing', async () => {
    const workspace = await fresh()
    for (const rows of [africa, asia]) await bring(workspace, '2020', rows)
    const appended = async () =>
      [await bring(workspace, '2021', africa), await bring(workspace, '2021', asia)].map(
        ({ events }) => events.appended,
      )
    expect(await appended()).toEqual([2, 1])
    const ordinal = await ordinalOf(workspace)
    expect(await appended()).toEqual([0, 0])
    await bring(workspace, '2020', africa.toReversed())
    expect(await ordinalOf(workspace)).toBe(ordinal)
    expect(await streamOf(workspace, 'source-acts-2021')).toMatchObject([
      { type: 'SourceRegistered' },
      {
        type: 'ReleaseFileRead',
        data: { part: 1, parts: 1, holds: { 'treaty-cat': [[['ken', 'tza'], ['consent/1']]] } },
      },
      { type: 'ReleaseFileRead', data: { holds: { 'treaty-cat': [[['ind', 'jpn', 'mng'], ['consent/1']]] } } },
    ])
  })

  it('follows one that came in one file: all of it stands when all files are in', async () => {
    const workspace = await fresh()
    await bring(workspace, '2020', [...africa, ...asia])
    for (const rows of [africa, asiaWithoutIndia]) await bring(workspace, '2021', rows)
    expect(await standing(workspace)).toEqual([...asiaWithoutIndia, ...africa].toSorted())
    for (const rows of [africa, asiaWithoutIndia])
      expect((await bring(workspace, '2021', rows)).events.appended).toBe(0)
  })

  it('is followed by one that comes in one file, which judges all of them', async () => {
    const workspace = await fresh()
    for (const rows of [africa, asia]) await bring(workspace, '2020', rows)
    expect((await bring(workspace, '2021', [...africa, ...asiaWithoutIndia])).vanished.retracted).toBe(1)
  })

  it('may be told by two mappings of one wide table: dates of signature, and dates of consent', async () => {
    const workspace = await fresh()
    const signatures = ['jpn signature 2000-01-01', 'ken signature 2000-02-01']
    for (const rows of [signatures, asia]) await bring(workspace, '2020', rows)
    for (const rows of [signatures, asia]) expect((await bring(workspace, '2021', rows)).vanished.retracted).toBe(0)
    expect(await standing(workspace)).toHaveLength(5)
  })

  it('judges by the last release that held a fact, not by an earlier one in other files', async () => {
    const workspace = await fresh()
    await bring(workspace, '2019', [...africa, ...asia])
    for (const year of ['2020', '2021']) for (const rows of [asia, africa]) await bring(workspace, year, rows)
    expect((await bring(workspace, '2022', africa)).vanished.retracted).toBe(0)
    expect(await standing(workspace)).toHaveLength(5)
  })

  it('may hold scores of one region each', async () => {
    const workspace = await fresh()
    const america: readonly ScoreRow[] = [
      ['2', '1990', '6'],
      ['2', '1991', '7'],
      ['20', '1991', '8'],
    ]
    const europe: readonly ScoreRow[] = [
      ['200', '1990', '5'],
      ['200', '1991', '5'],
      ['220', '1991', '4'],
    ]
    for (const rows of [america, europe]) await importScores(workspace, rows, { version: '1' })
    const retracted = []
    for (const rows of [america, europe.slice(1)])
      retracted.push((await importScores(workspace, rows, { version: '2' })).vanished.retracted)
    expect(retracted).toEqual([0, 0]) // 1990 lies before the first year that the second file of version 2 holds
    expect((await importScores(workspace, europe.slice(0, 2), { version: '3' })).vanished.retracted).toBe(1)
    expect((await importScores(workspace, america, { version: '3' })).vanished.retracted).toBe(0)
  })

  it('leaves alone what a user took back', async () => {
    const workspace = await fresh()
    for (const rows of [africa, asia]) await bring(workspace, '2020', rows)
    const target = (await streamOf(workspace, 'treaty-cat')).find(({ data }) => data.actor === 'jpn')?.id
    const line = {
      stream: 'treaty-cat',
      type: 'EventRetracted',
      sources: [{ citation: 'A letter, for tests', kind: 'press' }],
      data: { target, reason: 'a misprint' },
    }
    await appendLines(workspace, [{ where: 'a test', text: JSON.stringify(line) }], { recordedBy: 'a user' })
    for (const rows of [africa, asia]) await bring(workspace, '2021', rows)
    expect((await bring(workspace, '2021', asia)).skipped).toEqual({ retracted: 1 })
  })
})

describe('what a file confirmed', () => {
  it('is not overruled by an earlier release of unknown date that is given again with another value', async () => {
    const workspace = await fresh()
    const of = (version: string): Importer => {
      const importer = actsOf('acts', version)
      const { published: _, ...release } = importer.release
      return { ...importer, release }
    }
    const give = (version: string, rows: readonly Row[]) =>
      importOne(workspace, of(version), tableOf(rows), { recordedBy: 'a test' })
    await give('first', africa)
    await give('second', africa)
    expect((await give('first', ['ken consent 2001-01-02', 'tza consent 2003-01-01'])).skipped).toEqual({
      superseded: 1,
    })
  })

  it('is said by normtrail alone', async () => {
    const workspace = await fresh()
    const line = {
      stream: 'source-acts-2020',
      type: 'ReleaseFileRead',
      sources: [{ citation: 'Nobody', kind: 'press' }],
      data: { digest: '0'.repeat(64), part: 1, parts: 1, holds: {} },
    }
    const appended = appendLines(workspace, [{ where: 'a test', text: JSON.stringify(line) }], { recordedBy: 'a user' })
    await expect(appended).rejects.toMatchObject({ code: 'bad-event' })
  })
})

/** A release as it is split into files; every file of the one before has something that is in it. */
type Files = readonly (readonly Row[])[]

const states = ['usa', 'fra', 'jpn', 'ken', 'ind', 'bra']
const places = states.flatMap((state) => ['signature', 'consent'].map((act) => `${state} ${act}`))
const held = fc.record({ in: fc.boolean(), day: fc.integer({ min: 1, max: 2 }), file: fc.integer({ min: 0, max: 2 }) })
const arbitraryReleases: fc.Arbitrary<readonly Files[]> = fc
  .array(fc.tuple(fc.array(held, { minLength: places.length, maxLength: places.length }), fc.boolean()), {
    minLength: 2,
    maxLength: 4,
  })
  .map((releases) => {
    const split: string[][][] = []
    for (const [entries, backwards] of releases) {
      const files: string[][] = [[], [], []]
      const there = new Set<string>()
      const put = (place: string, day: number, file: number): void => {
        there.add(place)
        files[file]?.push(`${place} 2001-01-0${day}`)
      }
      places.forEach((place, at) => {
        const entry = entries[at]
        if (entry?.in === true) put(place, entry.day, entry.file)
      })
      for (const before of split.at(-1) ?? []) {
        const kept = before.map((row) => row.slice(0, -11))
        if (!kept.some((place) => there.has(place))) put(kept[0] as string, 1, 0)
      }
      const full = files.filter((rows) => rows.length > 0)
      split.push(backwards ? full.toReversed() : full)
    }
    return split
  })

describe('releases in any files, in any order of the files', () => {
  const placeOf = (row: Row): string => row.slice(0, -11)

  it('come to what the last of them holds; and no file takes back what it shares nothing with', async () => {
    const workspace = await fresh()
    const names = await loadNames(workspace.readModel.sql, await workspace.catchUp())
    let runs = 0
    await fc.assert(
      fc.asyncProperty(arbitraryReleases, async (releases) => {
        runs += 1
        const series = `run-${runs}`
        const registered: RegisteredRelease[] = []
        const earlier: string[][] = []
        const give = async (year: number, rows: readonly Row[]): Promise<ImportReport> => {
          const importer = actsOf(series, String(2000 + year))
          const report = await importFile(
            workspace.log,
            names,
            { importer, file: tableOf(rows) },
            { recordedBy: 'a test' },
            registered,
          )
          registered.push(importer.release)
          return report
        }
        for (const [year, files] of releases.entries()) {
          const before = [...earlier]
          for (const rows of files) {
            const ordinal = await ordinalOf(workspace)
            await give(year, rows)
            const events = await streamOf(workspace, 'treaty-cat')
            const own = new Set(rows.map(placeOf))
            for (const { data } of events.filter(
              (event) => event.ordinal > ordinal && event.type === 'EventRetracted',
            )) {
              const target = events.find(({ id }) => id === data.target)
              const gone = `${String(target?.data.actor)} ${String(target?.fact).slice(0, -2)}`
              expect(before.some((file) => file.includes(gone) && file.some((place) => own.has(place)))).toBe(true)
            }
            earlier.push([...own])
          }
        }
        const last = releases.at(-1) as Files
        expect(await standing(workspace, series)).toEqual(last.flat().toSorted())
        for (const rows of last) expect((await give(releases.length - 1, rows)).events.appended).toBe(0)
      }),
      { numRuns: 20 },
    )
  })
})
