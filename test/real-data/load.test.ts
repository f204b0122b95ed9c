import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupBy } from '../../src/common/group-by.ts'
import { importFolder, type FolderReport } from '../../src/ingest/index.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { everything, sameAnswersOnServers } from './on-servers.ts'
import { countsOf, exposureByHand, readMatrix, type Matrix } from './matrix.ts'
import { dataFolder, plainCsv } from './plain-csv.ts'
import { questionNamed } from '../support/ask.ts'

const long = 600_000

interface Panel {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/**
 * How many rows each skip reason takes in a first load; every other row is appended or says again what an earlier file
 * says.
 */
const skippedAtFirst: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'untc_index_2015.csv': { 'no-value': 1 },
  'untc_actions_2015.csv': { 'not-an-act': 189, repeated: 118 },
  'untc_nondate_cells_2015.csv': { 'not-an-act': 573 },
  'untc_declarations_2015.csv': { 'no-value': 125 },
  'untc_hr_arms_2026.csv': { 'not-an-act': 6 },
  'amnesty_urgent_actions_1980_2015.csv.gz': { 'not-an-actor': 1, 'unmatched-name': 81 },
  'cirights_v1_1981_2020.csv': { repeated: 4, outweighed: 8, 'outside-days': 19 },
  'ciri_physint_1981_2011.csv': { 'no-value': 1216, 'outside-days': 3 },
  'upr_recommendations_2008_2014.csv.gz': { repeated: 9, 'unmatched-name': 3 },
  'pts_1976_2021.csv': { 'not-in-system': 873, repeated: 4, outweighed: 6 },
  'hathaway_torture_1985_1999.csv': { 'no-value': 227 },
  'lhrs_v402_1946_2021.csv': { outweighed: 1 },
}

const statusFolder = join('un_treaties', 'mtdsg_2018')
const statusFiles = (): readonly string[] =>
  readdirSync(join(dataFolder, statusFolder)).filter((file) => file.endsWith('.xml'))

/** States that left the system in 1990; the matrix gives that year to the united state alone. */
const notInTheMatrix = ['ddr 1990', 'pdry 1990', 'yar 1990']

describe.skipIf(!existsSync(dataFolder))('the published files, loaded together', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-real-'))
  let workspace: Workspace
  let first: FolderReport
  let matrix: Matrix

  const ask = async <A>(name: string, input: object, asOf?: string): Promise<A> => {
    const question = questionNamed(name)
    return (await question.answer(await workspace.world({ asOf }), question.input.parse(input))) as A
  }
  const panel = async (
    name: string,
    input: object,
  ): Promise<readonly Readonly<Record<string, string | number | null>>[]> => {
    const { columns, rows } = await ask<Panel>(name, input)
    return rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])))
  }

  beforeAll(async () => {
    workspace = await openWorkspace(folder)
    first = await importFolder(workspace, dataFolder, { recordedBy: 'a test', retrieved: '2018-01-15' })
    await workspace.catchUp()
    matrix = readMatrix()
  }, long)
  afterAll(async () => {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are accounted for to the last row', () => {
    const paths = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    const tables = first.reports.filter(({ importer }) => importer !== 'mtdsg')
    expect(tables).toHaveLength(21)
    for (const { file, rows, skipped } of tables) {
      const path = paths.find((each) => each.endsWith(file)) ?? ''
      expect(`${file} ${rows.read}`).toBe(`${file} ${plainCsv(path).length - 1}`)
      expect(rows.appended + rows.known + rows.skipped).toBe(rows.read)
      expect({ file, skipped }).toEqual({ file, skipped: skippedAtFirst[file] ?? {} })
    }
    expect(tables.length + statusFiles().length + first.leftAlone.length).toBe(
      paths.filter((path) => statSync(join(dataFolder, path)).isFile()).length,
    )
  })

  it('are accounted for to the last cell of the 313 tables of participants in the status files of 2018', () => {
    const [report, ...others] = first.reports.filter(({ importer }) => importer === 'mtdsg')
    expect(others).toEqual([])
    const texts = statusFiles().map((file) => readFileSync(join(dataFolder, statusFolder, file), 'latin1'))
    const bodies = texts.flatMap((text) => /<Tbody>[^]*<\/Tbody>/.exec(text)?.[0] ?? [])
    const counted = (pattern: RegExp, of: readonly string[]): number =>
      of.reduce((total, text) => total + [...text.matchAll(pattern)].length, 0)
    expect([texts.length, bodies.length]).toEqual([407, 313])
    const cells = counted(/<Entry\b/g, bodies) - counted(/<Row>/g, bodies)
    const empty = counted(/<Entry\b[^>]*\/>/g, bodies)
    const below = counted(/<(?:Declaration|Objection|Notification|Application)>/g, texts)
    expect(report?.rows.read).toBe(texts.length + cells + below)
    expect(report?.unmatched).toEqual([])
    expect(report?.badRows).toEqual([])
    // Beside the empty cells: statements of which only notes are left, and an instrument without a date.
    expect(report?.skipped['no-value']).toBeGreaterThanOrEqual(empty)
    // Registration, notifications that bind to nothing: columns that are no consent.
    expect(Object.keys(report?.skipped ?? {}).toSorted()).toEqual(['no-value', 'not-an-act', 'repeated'])
  })

  describe('memberships', () => {
    it(
      'are the system of the United Nations: 159 members at the end of 1990, ' +
        'of which the matrix lacks Belarus and Ukraine',
      async () => {
        const rows = await panel('panel memberships', { from: 1990, to: 1990, system: 'un' })
        expect(rows.filter(({ in_system: inside }) => inside === 1)).toHaveLength(157)
      },
    )
    it('count as the matrix does, for all 15,557 state-years', async () => {
      const rows = await panel('panel memberships', { from: 1816, to: 2014 })
      const extra = rows.filter(({ state, year }) => notInTheMatrix.includes(`${state} ${year}`))
      expect(
        extra.map(({ full, associate, observer, unknown, in_system: there }) => [
          full,
          associate,
          observer,
          unknown,
          there,
        ]),
      ).toEqual(extra.map(() => [0, 0, 0, 0, 0]))
      const told = new Map(
        rows.filter((row) => !extra.includes(row)).map((row) => [`${row['cow']} ${row['year']}`, row]),
      )
      expect(told.size).toBe(15_557)
      expect(rows).toHaveLength(15_557 + notInTheMatrix.length)
      const wrong = matrix.rows.flatMap((row) => {
        const found = told.get(`${row.ccode} ${row.year}`)
        const counts = countsOf(row)
        const same = Object.entries(counts).every(([kind, count]) => found?.[kind] === count)
        return same ? [] : [{ row: `${row.ccode} ${row.year}`, counts, found }]
      })
      expect(wrong).toEqual([])
      expect([...told.values()].filter((row) => row['in_system'] === 0)).toHaveLength(43)
    })

    it('listed one by one count to the same, for 25 state-years', async () => {
      let seed = 1_982
      for (let n = 0; n < 25; n += 1) {
        seed = (seed * 48_271) % 2_147_483_647
        const row = matrix.rows[seed % matrix.rows.length]
        if (row === undefined) throw new Error('the matrix is empty')
        const asOf = `${row.year}-12-31`
        const { memberships } = await ask<{ memberships: { kind: string; igo: string }[] }>(
          'memberships',
          { state: row.ccode },
          asOf,
        )
        const listed = Object.fromEntries(
          Object.keys(countsOf(row)).map((kind) => [kind, memberships.filter((one) => one.kind === kind).length]),
        )
        expect({ row: `${row.ccode} ${asOf}`, ...listed }).toEqual({ row: `${row.ccode} ${asOf}`, ...countsOf(row) })
      }
    })
  })

  describe('the Convention against Torture', () => {
    it.each([
      ['1988-04-17', 'NONE'],
      ['1988-04-18', 'SIGNED'],
      ['1994-10-20', 'SIGNED'],
      ['1994-10-21', 'CONSENTED'],
      ['1994-11-19', 'CONSENTED'],
      ['1994-11-20', 'IN_FORCE'],
    ])('stood on %s, for the United States, at %s', async (asOf, status) =>
      expect(await ask('status', { state: 'usa', subject: 'cat' }, asOf)).toMatchObject({
        status,
        certainty: 'certain',
      }),
    )
    it('entered into force on 26 June 1987, thirty days after the twentieth instrument', async () => {
      expect(await ask('treaty', { treaty: 'cat' })).toMatchObject({
        enteredIntoForce: { date: '1987-06-26', basis: 'derived', triggerDate: '1987-05-27' },
      })
    })
  })

  describe('exposure to physical integrity', () => {
    const input = { score: 'cirights:physint', lag: 0, formula: 'mm,dc' }

    it('has both values for every rated state with an organisation, 1981-2014', async () => {
      const rows = await panel('panel exposure', { ...input, from: 1981, to: 2014 })
      const rated = rows.filter(({ own }) => own !== null)
      expect(rated).toHaveLength(5_524)
      const without = rated.filter(({ mm, dc }) => mm === null || dc === null)
      // CIRIGHTS rates the Yemen Arab Republic in 1990; the matrix has only the united state that year.
      expect(without).toMatchObject([
        { state: 'yar', year: 1990, n_igos: 0, missing_mm: 'no-organisation', missing_dc: 'no-organisation' },
      ])
      const reasons = (column: string) =>
        groupBy(
          rows.filter((row) => row[column] !== null),
          (row) => row[column],
        )
      expect([...reasons('missing_mm')].map(([reason, of]) => [reason, of.length]).toSorted()).toEqual([
        ['low-coverage', 5],
        ['no-organisation', 4],
      ])
      expect([...reasons('missing_dc')].map(([reason, of]) => [reason, of.length])).toEqual([['no-organisation', 4]])
      for (const row of rows)
        for (const [value, why] of [
          ['mm', 'missing_mm'],
          ['dc', 'missing_dc'],
        ] as const)
          expect(row[value] === null).toBe(row[why] !== null)
    })

    it.each([1982, 2000, 2010])('is what the definitions give by hand in %i', async (year) => {
      const byHand = exposureByHand(matrix, year)
      const rows = await panel('panel exposure', { ...input, from: year, to: year, minCoverage: 0 })
      expect(rows).toHaveLength(byHand.size)
      for (const row of rows) {
        const hand = byHand.get(String(row['cow']))
        for (const formula of ['mm', 'dc'] as const) {
          const [told, expected] = [row[formula], hand?.[formula]]
          if (typeof told === 'number' && typeof expected === 'number')
            expect(Math.abs(told - expected), `${row['state']} ${formula}`).toBeLessThan(1e-9)
          else expect(`${row['state']} ${told}`).toBe(`${row['state']} ${expected}`)
        }
      }
    })

    it('is explained by terms that add up to it, each with its events', async () => {
      interface Term {
        readonly contribution: number
        readonly decidedBy: readonly string[]
      }
      for (const formula of ['mm', 'dc']) {
        const found = await ask<{
          value: number
          total: number
          terms: readonly Term[]
          evidence: readonly { citations: readonly string[] }[]
        }>('explain exposure', { state: 'fra', score: 'cirights:physint', lag: 0, formula }, '2000-12-31')
        const added = found.terms.reduce((total, { contribution }) => total + contribution, 0)
        expect(Math.abs(added - found.value)).toBeLessThan(1e-9)
        expect(found.total).toBe(found.value)
        expect(found.value).toBeCloseTo(exposureByHand(matrix, 2000).get('220')?.[formula as 'mm' | 'dc'] ?? NaN, 9)
        expect(found.terms.every(({ decidedBy }) => decidedBy.length > 0)).toBe(true)
        expect(
          found.evidence.every(({ citations }) => citations.length > 0 && citations.every((text) => text.length > 20)),
        ).toBe(true)
      }
    })
  })

  it(
    'leave a log that is whole, and a read model that a rebuild would make',
    async () => {
      expect((await workspace.log.verify()).broken).toEqual([])
      expect((await verifyReadModel(workspace.readModel, workspace.log)).differences).toEqual([])
    },
    long,
  )

  if (everything) sameAnswersOnServers(() => workspace, 'cirights:physint', { least: 700_000, milliseconds: 7_200_000 })

  it(
    'loaded again append nothing; what a later table dated otherwise is superseded',
    async () => {
      const { ordinal } = await workspace.log.head()
      const { reports } = await importFolder(workspace, dataFolder, { recordedBy: 'a test', retrieved: '2018-01-15' })
      expect(reports.filter(({ events }) => events.appended > 0)).toEqual([])
      expect((await workspace.log.head()).ordinal).toBe(ordinal)
      for (const { rows } of reports) expect(rows.appended + rows.known + rows.skipped).toBe(rows.read)
      expect(
        reports.flatMap(({ file, skipped }) => (skipped.superseded === undefined ? [] : [[file, skipped.superseded]])),
      ).toEqual([['untc_actions_2015.csv', 1]])
    },
    long,
  )
})
