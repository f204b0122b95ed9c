import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../support/run/published.ts'
import { plainCsv } from '../plain-csv.ts'
import { theLog } from './the-log.ts'

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
  'cow_contiguity_spells.csv': { 'no-tie': 90 },
  // Three spells without a promise; and both numbers of Germany, in the year in which they are one state.
  'cow_alliance41_dyad_spells.csv': { 'no-tie': 4 },
  // Germany has a value under each of its numbers in 1990.
  'cow_cinc_v7.csv.gz': { contradicted: 1 },
  'dist_cepii.csv.gz': { 'no-tie': 224, repeated: 24_976 },
  'geo_cepii.csv': { repeated: 13 },
  'coldat_dyads.csv': { 'no-tie': 1399 },
  // Three organisations that are not in the list of COW IGO.
  'mia_2021_delegation_pooling.csv.gz': { 'unmatched-name': 71 },
}

const statusFolder = join('un_treaties', 'mtdsg_2018')
const statusFiles = (): readonly string[] =>
  readdirSync(join(dataFolder, statusFolder)).filter((file) => file.endsWith('.xml'))

describe.skipIf(!existsSync(dataFolder))('the published files, loaded together', () => {
  const { report: first } = theLog()

  it('are accounted for to the last row', () => {
    const paths = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    const tables = first().reports.filter(({ importer }) => importer !== 'mtdsg')
    expect(tables).toHaveLength(29)
    for (const { file, rows, skipped } of tables) {
      const path = paths.find((each) => each.endsWith(file)) ?? ''
      expect(`${file} ${rows.read}`).toBe(`${file} ${plainCsv(path).length - 1}`)
      expect(rows.appended + rows.known + rows.skipped).toBe(rows.read)
      expect({ file, skipped }).toEqual({ file, skipped: skippedAtFirst[file] ?? {} })
    }
    expect(tables.length + statusFiles().length + first().leftAlone.length).toBe(
      paths.filter((path) => statSync(join(dataFolder, path)).isFile()).length,
    )
  })

  it('are accounted for to the last cell of the 313 tables of participants in the status files of 2018', () => {
    const [report, ...others] = first().reports.filter(({ importer }) => importer === 'mtdsg')
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
})
