import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainRows } from '../real-data/plain-csv.ts'
import { dataFolder } from '../support/run/published.ts'
import { catalogueNames } from './catalogue-names.ts'

const names = catalogueNames()

/** Where the tables themselves say two things. */
const odd = new Set([
  // COW has one line, 345, for Serbia from 1878 and Yugoslavia, and the catalogue keeps it whole up to 1992.
  'Serbia 345 (cow): srb, yug 1900-1918',
  // The Socialist Federal Republic is rated for 1992, in which year COW 345 passes to the Federal Republic.
  'Yugoslavia, Socialist Federal Republic of 345 (cow): yug, srb 1992-1992',
  // Polity's number of Serbia and Montenegro stands beside Montenegro in the year in which they part.
  'Montenegro 347 (polity): mne, srb 2006-2006',
])

interface Columns {
  readonly scheme: string
  readonly code: string
  readonly name: string
  readonly year: string
}

/** Whom a table means by name and whom by code, where these are two: `South Korea 730 (cow): kor, cow730 1900-1947`. */
const disagreements = (file: string, { scheme, code, name, year }: Columns): readonly string[] => {
  const found = new Map<string, number[]>()
  for (const row of plainRows(file)) {
    const when = { year: Number(row[year]) }
    const written = (row[code] ?? '').replace(/\.0$/, '')
    const byCode = names.find('state', scheme, written, when)
    const byName = names.find('state', 'name', row[name] ?? '', when)
    if (byCode === undefined || byName === undefined || byCode === byName) continue
    const key = `${row[name]} ${written} (${scheme}): ${byName}, ${byCode}`
    found.set(key, [...(found.get(key) ?? []), when.year])
  }
  return [...found].map(([key, years]) => `${key} ${Math.min(...years)}-${Math.max(...years)}`)
}

describe.skipIf(!existsSync(dataFolder))('a table that has both names and codes', () => {
  it.each<[string, Columns]>([
    ['hr_scores/vdem_subset_1900_2021.csv', { scheme: 'cow', code: 'COWcode', name: 'country_name', year: 'year' }],
    ['regimes/freedom_house_1972_2024.csv', { scheme: 'cow', code: 'cown', name: 'fh_country', year: 'year' }],
    ['hr_scores/pts_1976_2021.csv', { scheme: 'cow', code: 'COW_Code_N', name: 'Country', year: 'Year' }],
    ['hr_scores/ciri_physint_1981_2011.csv', { scheme: 'cow', code: 'COW', name: 'CTRY', year: 'YEAR' }],
    ['hr_scores/cirights_v1_1981_2020.csv', { scheme: 'cow', code: 'cow', name: 'country', year: 'year' }],
    ['hr_scores/cirights_v1_1981_2020.csv', { scheme: 'iso3', code: 'iso_a3', name: 'country', year: 'year' }],
    ['hr_scores/cirights_v1_1981_2020.csv', { scheme: 'polity', code: 'polity', name: 'country', year: 'year' }],
    ['hr_scores/lhrs_v402_1946_2021.csv', { scheme: 'cow', code: 'COW', name: 'country_name', year: 'YEAR' }],
    ['hr_scores/hathaway_torture_1985_1999.csv', { scheme: 'cow', code: 'ccode', name: 'country', year: 'year' }],
    ['advocacy/hringo_1990_2019.csv', { scheme: 'vdem', code: 'country_id', name: 'country', year: 'year' }],
    ['advocacy/hringo_1990_2019.csv', { scheme: 'cow', code: 'ccode', name: 'country', year: 'year' }],
    ['advocacy/hringo_1990_2019.csv', { scheme: 'iso3', code: 'country_text_id', name: 'country', year: 'year' }],
    ['advocacy/amnesty_report_counts.csv', { scheme: 'cow', code: 'COW', name: 'country_name', year: 'YEAR' }],
  ])('%s means one actor by both (%j)', (file, columns) =>
    expect(disagreements(file, columns).filter((one) => !odd.has(one))).toEqual([]),
  )
})
